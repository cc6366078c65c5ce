"""A book as it was at a revision that git knows, as it lies in a folder, or as it is now."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from ....account.changes.change import State
from ....book.book import DATA_FILE, PAGES, SEEDS
from ....book.findings import InputError
from ....book.loading import load_book
from ....book.signatures import SIGNED_FILE
from ..git import git, git_text
from ..reports import plain
from ..status import CallError

_PARTS = (DATA_FILE, SIGNED_FILE, SEEDS, PAGES, "conf.py")
NOW = "the book as it is now"


class Told:
    """A state of the book with what it is called, and its commit where it is one."""

    def __init__(self, state: State, name: str, commit: str = "") -> None:
        self.state, self.name, self.commit = state, name, commit


@contextmanager
def state_at(root: Path, where: str | None) -> Iterator[Told]:
    """The book at ``where``: a folder that holds one, a revision, or nothing for the book as it is now.

    What git keeps is read into a folder of its own; the files of the book are not touched.
    Raises ``CallError``, and ``InputError`` where that state cannot be read.
    """
    if where is None:
        yield Told(State(load_book(root)), NOW)
        return
    if (Path(where) / DATA_FILE).is_file():
        yield Told(_load(Path(where), where), plain(where))
        return
    commit = git_text(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{where}^{{commit}}")
    if not commit:
        message = "is neither a revision that git knows here nor a folder that holds"
        raise CallError(f"{plain(where)} {message} {DATA_FILE}")
    with TemporaryDirectory(prefix="sourced-") as folder:
        _unpack(root, commit.strip(), Path(folder))
        yield Told(_load(Path(folder), where), plain(where), commit.strip())


def other_files(root: Path, before: Told, after: Told) -> list[str]:
    """The files that changed and are none of the book's own, as far as git can tell."""
    if not before.commit or (not after.commit and after.name != NOW):
        return []
    revisions = [before.commit, after.commit] if after.commit else [before.commit]
    listed = git_text(root, "diff", "--name-only", "--relative", "-z", *revisions, "--", ".") or ""
    if not after.commit:
        listed += git_text(root, "ls-files", "--others", "--exclude-standard", "-z") or ""
    known = {f"{SEEDS}/{each.file}" for told in (before, after) for each in told.state.book.sources.values()}
    known |= {DATA_FILE, SIGNED_FILE}
    return [file for file in listed.split("\0") if file and file not in known and not _is_page(file)]


def _is_page(file: str) -> bool:
    parts = file.split("/")
    return parts[0] == PAGES and file.endswith(".md") and not any(p.startswith(("_", ".")) for p in parts)


def _load(folder: Path, where: str) -> State:
    """The state in a folder; what is wrong with it is told as of there."""
    try:
        state = State(load_book(folder))
        _ = state.page_texts
    except InputError as error:
        places = "; ".join(f"{f.file}:{f.line}:{f.column}: {f.message}" for f in error.findings[:3])
        more = f" (and {len(error.findings) - 3} more)" if len(error.findings) > 3 else ""
        raise CallError(f"the book at {plain(where)} cannot be read: {plain(places)}{more}") from None
    return state


def _unpack(root: Path, commit: str, folder: Path) -> None:
    """Write the files of the book at a commit into a folder, byte for byte."""
    listed = git(root, "ls-tree", "-r", "-z", commit, "--", *_PARTS) or b""
    blobs: list[tuple[str, str]] = []
    for line in filter(None, os.fsdecode(listed).split("\0")):
        told, _, file = line.partition("\t")
        mode, kind, blob = told.split()
        hidden = file.startswith(f"{PAGES}/") and any(part.startswith(("_", ".")) for part in file.split("/"))
        if kind == "blob" and mode.startswith("100") and not hidden:
            blobs.append((file, blob))
    asked = "".join(f"{blob}\n" for _, blob in blobs).encode("ascii")
    answer, at = git(root, "cat-file", "--batch", given=asked) or b"", 0
    for name in (SEEDS, PAGES):
        (folder / name).mkdir()
    for file, _ in blobs:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split()[2])
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(answer[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
