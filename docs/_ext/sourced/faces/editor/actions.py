"""What an editor can do about a finding: make one of its fixes, or sign the unit that waits for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Command,
    Diagnostic,
    TextEdit,
    WorkspaceEdit,
)

from ...account.reviewing import sign
from ...account.writing import write_whole
from ...book.findings import Finding
from ...book.settings import load_settings
from ...book.signatures import load_signatures, to_lines
from ...rules.verdict.verdicts import Judged
from ..command.git import git_user
from .diagnostics import diagnostics
from .reading.positions import Positions

SIGN = "sourced.sign"
_LONGEST = 60
NOBODY = (
    "Nothing was signed: a signature needs somebody who gives it. Set `signer` in the settings of the "
    "server, or `git config user.name`."
)


def actions(
    findings: Iterable[Finding], positions: Positions, uri: str, span: tuple[int, int], signer: str
) -> Iterator[CodeAction]:
    """What can be done about the findings that touch a span of a text."""
    first, last = (positions.position(each).line for each in span)
    for finding in findings:
        line = positions.position(positions.at(finding.line, finding.column)).line
        if first <= line <= last:
            shown = diagnostics([finding], positions, "")
            yield from _fixes(finding, positions, uri, shown)
            if finding.unit:
                yield _signing(finding, shown, signer)


def _fixes(finding: Finding, positions: Positions, uri: str, shown: list[Diagnostic]) -> Iterator[CodeAction]:
    for fix in finding.fixes:
        where = positions.range(
            positions.at(fix.line, fix.column), positions.at(fix.end_line, fix.end_column)
        )
        yield CodeAction(
            title=_short(fix.title),
            kind=CodeActionKind.QuickFix,
            diagnostics=shown,
            edit=WorkspaceEdit(changes={uri: [TextEdit(where, fix.text)]}),
            is_preferred=len(finding.fixes) == 1 and not finding.unit,
        )


def _signing(finding: Finding, shown: list[Diagnostic], signer: str) -> CodeAction:
    who = f" as {signer}" if signer else ""
    title = f"Sign this unit{who}: I have read it beside its evidence, and it says no more"
    return CodeAction(
        title=title,
        kind=CodeActionKind.QuickFix,
        diagnostics=shown,
        command=Command(title=title, command=SIGN, arguments=[finding.unit]),
    )


def signer_of(root: Path, setting: str) -> str:
    """Who signs: whom the settings name, or git; nobody, if neither does."""
    return " ".join(setting.split()) or git_user(root)


def write_signature(root: Path, judged: Judged, note: str) -> None:
    """Add the signature of a unit to the file of signatures, and change nothing else in it."""
    made = sign(judged, on=dt.date.today().isoformat(), note=note)
    write_whole(root / load_settings(root).signed_file, to_lines(load_signatures(root) | {made.unit: made}))


def _short(title: str) -> str:
    title = " ".join(title.split())
    return title if len(title) <= _LONGEST * 2 else f"{title[:_LONGEST]} … {title[-_LONGEST:]}"
