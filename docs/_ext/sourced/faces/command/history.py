"""What git knows of the signatures: how many a commit brought, and in how many minutes."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, to_builtins

from ...account.signing import signed, signed_by
from ...book.settings import load_settings
from ...book.signatures import Signatures, load_signatures, read_signatures
from .git import git_text
from .reports import plain, told_signed
from .status import CallError


class Brought(Struct, frozen=True, kw_only=True):
    """What one commit did to the signatures; without ``commit`` what is not committed yet."""

    commit: str = ""
    at: str = ""
    signed: int
    gone: int
    minutes: int | None = None
    """Since the commit before; nothing for the first one."""


def brought_by(root: Path, rev: str) -> Brought | None:
    """What the last commit of signatures up to ``rev`` brought; nothing where git tells nothing."""
    file = load_settings(root).signed_file
    known = git_text(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev}^{{commit}}")
    told = known and git_text(root, "log", "-1", "--format=%H %ct", known.strip(), "--", file)
    if not told:
        return None
    commit, time = told.split()
    before = git_text(root, "log", "-1", "--format=%ct", f"{commit}^", "--")
    had, has = _signatures(root, f"{commit}^"), _signatures(root, commit)
    return Brought(
        commit=commit[:10],
        at=dt.datetime.fromtimestamp(int(time), dt.UTC).isoformat(timespec="minutes"),
        signed=len(has.keys() - had.keys()),
        gone=len(had.keys() - has.keys()),
        minutes=round((int(time) - int(before)) / 60) if before else None,
    )


def not_committed(root: Path) -> Brought | None:
    """What has been signed since the last commit; nothing where git tells nothing."""
    if git_text(root, "rev-parse", "--verify", "--quiet", "HEAD") is None:
        return None
    had, has = _signatures(root, "HEAD"), load_signatures(root)
    return Brought(signed=len(has.keys() - had.keys()), gone=len(had.keys() - has.keys()))


def told(brought: Brought) -> str:
    """The same in a sentence."""
    what = f"{brought.signed} signed, {brought.gone} taken out"
    if not brought.commit:
        return f"Not committed yet: {what}."
    when = (
        "the first commit"
        if brought.minutes is None
        else f"{brought.minutes} minutes after the commit before"
    )
    return f"Commit {brought.commit} of {brought.at}: {what}, {when}."


def _signatures(root: Path, rev: str) -> Signatures:
    file = load_settings(root).signed_file
    return read_signatures(git_text(root, "show", f"{rev}:./{file}") or "", strict=False)


def tell_signatures(root: Path, rev: str | None, *, as_json: bool) -> str:
    """How many signatures there are, on how many days, and what the last commit of them brought."""
    signatures = load_signatures(root).values()
    given, names = signed(signatures), signed_by(signatures)
    commit, fresh = brought_by(root, rev or "HEAD"), not_committed(root)
    if rev and commit is None:
        raise CallError(f"git knows no signatures at {plain(rev)}")
    if as_json:
        listed = {"signed": given, "by": names, "commit": commit, "fresh": fresh}
        return json.dumps(to_builtins(listed), indent=2)
    brought = [told(each) for each in (commit, fresh) if each is not None]
    return "\n".join([told_signed(given), *_told_names(names), *brought])


def _told_names(names: Mapping[str, int]) -> list[str]:
    """Who signed how many, in a line; none where nobody gave a name."""
    told = [f"{plain(name) if name else 'without a name'} {count}" for name, count in names.items()]
    return [f"By: {', '.join(told)}."] if any(names) else []
