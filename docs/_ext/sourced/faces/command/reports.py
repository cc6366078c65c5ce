"""A report as people and programs read it: text, JSON, GitHub annotations."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec import Struct, to_builtins

from ...account.signing import Signed, signed_on
from ...book.findings import Finding
from ...rules.keeping.summary import Summary
from ...text.files import UnreadableError, read_bytes
from .status import CLEAN, FINDINGS, UNREVIEWED

Counts = dict[str, int]

COUNTED = ("sources", "facts", "quotations", "pages", "sentences", "atoms", "drafts")
_SHOWN_IF_ANY = ("drafts",)
VERDICTS = ("units", "supported", "reviewed", "unreviewed", "refuted")
FIELDS = ("code", "severity", "file", "line", "column", "message", "hint", "fact", "unit", "fixes")

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")

WIDTH = 100
_STYLES = {"error": "31", "warning": "33", "review": "36", "place": "1", "mark": "32"}


class Figures(Struct, frozen=True, kw_only=True):
    """How much was checked, and how it was judged; zeros where the input could not be read."""

    checked: Counts
    """Such as ``{"sources": 5, "facts": 61}``."""
    verdicts: Counts
    """How many units there are, and how many of each verdict."""
    not_taken_in: int = 0
    """How many pages were passed over, as they are not part of the book yet."""
    signed: Signed = Signed()


NOTHING_CHECKED = Figures(checked=dict.fromkeys(COUNTED, 0), verdicts=dict.fromkeys(VERDICTS, 0))


def figures(report: Summary) -> Figures:
    """The figures of a report."""
    return Figures(
        checked={name: getattr(report.checked, name) for name in COUNTED},
        verdicts={name: getattr(report.verdicts, name) for name in VERDICTS},
        not_taken_in=report.checked.not_taken_in,
        signed=signed_on(Counter(report.days)),
    )


def status_of(findings: Iterable[Finding]) -> int:
    """The exit status of a check: what is wrong counts before what waits for a reviewer."""
    severities = {finding.severity for finding in findings}
    if severities - {"review"}:
        return FINDINGS
    return UNREVIEWED if severities else CLEAN


def json_pieces(told: Figures, findings: Sequence[Finding]) -> Iterator[str]:
    """One JSON object, piece by piece: a large book may have findings by the hundred thousand.

    ASCII only, so that no terminal's encoding can spoil it.
    """
    head = json.dumps(to_builtins(told) | {"findings": []}, indent=2)
    if not findings:
        yield head + "\n"
        return
    yield head.removesuffix("[]\n}") + "["
    before = "\n    "
    for finding in findings:
        yield before + _json_of(finding).replace("\n", "\n    ")
        before = ",\n    "
    yield "\n  ]\n}\n"


def _json_of(finding: Finding) -> str:
    listed = {field: getattr(finding, field) for field in FIELDS}
    try:
        text = msgspec.json.format(msgspec.json.encode(listed)).decode()
    except UnicodeEncodeError:  # half a character, which only the slow way can write
        return json.dumps(to_builtins(listed), indent=2)
    return text if text.isascii() else _BEYOND_ASCII.sub(lambda match: json.dumps(match[0])[1:-1], text)


def render_github(told: Figures, findings: Sequence[Finding], root: Path) -> str:
    """GitHub workflow commands, which become annotations on the lines of a change.

    Paths are relative to the working folder, as a workflow's are. What waits for a reviewer is a warning.
    """
    lines = []
    for finding in findings:
        place = {
            "file": Path(os.path.relpath(root / finding.file)).as_posix(),
            "line": finding.line,
            "col": finding.column,
            "title": finding.code,
        }
        properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items())
        text = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
        level = "warning" if finding.severity == "review" else finding.severity
        lines.append(f"::{level} {properties}::{_data(text)}\n")
    return "".join(lines) + summary(told, findings) + "\n"


def render_text(told: Figures, findings: Sequence[Finding], root: Path, *, colour: bool = False) -> str:
    """Findings for a reader: place, code, message, the line with the place marked, the hint.

    What is wrong comes last, next to the summary: what waits for a reviewer may be long.
    """
    ordered = sorted(findings, key=lambda finding: finding.severity != "review")
    parts = finding_texts(ordered, root, colour=colour)
    return "".join(parts) + summary(told, findings) + "\n"


def finding_texts(findings: Iterable[Finding], root: Path, *, colour: bool = False) -> list[str]:
    """Findings for a reader, each file read once."""
    lines = lru_cache(maxsize=8)(_lines)
    return [finding_text(finding, root, colour=colour, lines=lines) for finding in findings]


def summary(told: Figures, findings: Sequence[Finding]) -> str:
    """The last lines: what was checked, so that nothing passes unseen, and how it was judged."""
    waiting = sum(finding.severity == "review" for finding in findings)
    found = _count(len(findings) - waiting, "findings") + f", {waiting} to be reviewed" * bool(waiting)
    waits = [f"{told_not_taken_in(told.not_taken_in)}."] if told.not_taken_in else []
    if not any(told.checked.values()):
        return " ".join(["Nothing was checked.", *waits, f"{found}."])
    counts = ((name, told.checked[name]) for name in COUNTED)
    listed = [_count(number, name) for name, number in counts if number or name not in _SHOWN_IF_ANY]
    judged = [f"{told.verdicts[name]} {name}" for name in VERDICTS[1:]]
    lines = [
        f"Checked {', '.join(listed)}.",
        *waits,
        f"Judged {_count(told.verdicts['units'], 'units')}: {', '.join(judged)}.",
        *([told_signed(told.signed)] if told.signed.units else []),
        f"{found}.",
    ]
    return "\n".join(lines)


def told_not_taken_in(pages: int) -> str:
    """How many pages are not part of the book yet."""
    return f"{_count(pages, 'pages')} {'is' if pages == 1 else 'are'} not yet taken in, and not checked"


def told_signed(given: Signed) -> str:
    """How many units were signed on how many days, and how many on one of them."""
    told = f"Signed {_count(given.units, 'units')} on {_count(given.days, 'days')}"
    return f"{told}, {given.most} of them on {given.most_on}." if given.days > 1 else f"{told}."


def _count(number: int, plural: str) -> str:
    return f"{number} {plural.removesuffix('s') if number == 1 else plural}"


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _lines(path: Path) -> list[str]:
    """The lines of a file; none of one that cannot be read, which may be just what a finding says."""
    try:
        text = read_bytes(path, path.name).decode("utf-8", errors="replace")
    except UnreadableError:
        return []
    return [line.rstrip("\r") for line in text.split("\n")]


def finding_text(
    finding: Finding, root: Path, *, colour: bool = False, lines: Callable[[Path], list[str]] = _lines
) -> str:
    """One finding for a reader, ending in an empty line. ``lines`` reads a file."""

    def paint(text: str, style: str) -> str:
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if colour else text

    place = f"{plain(finding.file)}:{finding.line}:{finding.column}:"
    message, *more = finding.message.splitlines() or [""]
    rows = [f"{paint(place, 'place')} {paint(finding.code, finding.severity)}: {plain(message)}"]
    rows += [f"    {plain(row)}" for row in more]
    read = lines(root / finding.file)
    if 1 <= finding.line <= len(read):
        shown, before = excerpt(read[finding.line - 1], finding.column)
        if shown.strip():
            rows += [f"  | {shown}", f"  | {' ' * before}{paint('^', 'mark')}"]
    rows += [f"  = {plain(row)}" for row in finding.hint.splitlines()]
    return "\n".join(rows) + "\n\n"


def excerpt(line: str, column: int, width: int = WIDTH) -> tuple[str, int]:
    """About ``width`` columns of ``line`` around ``column`` (from 1), and the columns before the place.

    Columns of a terminal: a wide character takes two, a combining mark none.
    """
    at = min(max(column - 1, 0), len(line))
    start, before = at, 0
    while start and before + _columns(line[start - 1]) <= width // 2:
        start -= 1
        before += _columns(line[start])
    end, used = at, before
    while end < len(line) and used + _columns(line[end]) <= width:
        used += _columns(line[end])
        end += 1
    head, tail = "…" if start else "", "…" if end < len(line) else ""
    return f"{head}{plain(line[start:end])}{tail}", len(head) + before


def plain(text: str) -> str:
    """``text`` with every character that a terminal would obey made visible instead."""
    return "".join(map(_shown, text))


@lru_cache(maxsize=4096)
def _shown(char: str) -> str:
    if char == "\t":
        return "    "
    # Controls, invisible formatting such as a change of writing direction, surrogates, line separators.
    if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return char.encode("unicode_escape").decode("ascii")
    return char


@lru_cache(maxsize=4096)
def _columns(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return sum(2 if unicodedata.east_asian_width(shown) in "WF" else 1 for shown in _shown(char))
