"""A report as people and programs read it: text, JSON, GitHub annotations."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from ...book.findings import Finding

Counts = dict[str, int]
"""What was checked, such as ``{"sources": 5, "facts": 61}``; zeros where the input could not be read."""

COUNTED = ("sources", "facts", "quotations", "pages", "sentences", "atoms")
FIELDS = ("code", "severity", "file", "line", "column", "message", "hint", "fact")
NOTHING_CHECKED: Counts = dict.fromkeys(COUNTED, 0)

WIDTH = 100
_STYLES = {"error": "31", "warning": "33", "place": "1", "mark": "32"}


def render_json(counts: Counts, findings: Sequence[Finding]) -> str:
    """One JSON object. ASCII only, so that no terminal's encoding can spoil it."""
    listed = [{field: getattr(finding, field) for field in FIELDS} for finding in findings]
    return json.dumps({"checked": counts, "findings": listed}, indent=2) + "\n"


def render_github(counts: Counts, findings: Sequence[Finding], root: Path) -> str:
    """GitHub workflow commands, which become annotations on the lines of a change.

    Paths are relative to the working folder, as a workflow's are.
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
        lines.append(f"::{finding.severity} {properties}::{_data(text)}\n")
    return "".join(lines) + summary(counts, findings) + "\n"


def render_text(counts: Counts, findings: Sequence[Finding], root: Path, *, colour: bool = False) -> str:
    """Findings for a reader: place, code, message, the line with the place marked, the hint."""
    lines = lru_cache(maxsize=8)(_lines)
    parts = [finding_text(finding, root, colour=colour, lines=lines) for finding in findings]
    return "".join(parts) + summary(counts, findings) + "\n"


def summary(counts: Counts, findings: Sequence[Finding]) -> str:
    """The last line: what was checked, so that nothing passes unseen."""
    found = _count(len(findings), "findings")
    if not any(counts.values()):
        return f"Nothing was checked. {found}."
    listed = [_count(counts[name], name) for name in COUNTED]
    return f"Checked {', '.join(listed)}. {found}."


def _count(number: int, plural: str) -> str:
    return f"{number} {plural.removesuffix('s') if number == 1 else plural}"


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_bytes().decode("utf-8", errors="replace")
    except (OSError, ValueError):  # ValueError: a path with a null character
        return []
    return text.split("\n")


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
        shown, before = excerpt(read[finding.line - 1].rstrip("\r"), finding.column)
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


def _shown(char: str) -> str:
    if char == "\t":
        return "    "
    # Controls, invisible formatting such as a change of writing direction, surrogates, line separators.
    if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return char.encode("unicode_escape").decode("ascii")
    return char


def _columns(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return sum(2 if unicodedata.east_asian_width(shown) in "WF" else 1 for shown in _shown(char))
