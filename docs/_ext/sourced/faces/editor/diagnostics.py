"""Findings as an editor shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from lsprotocol.types import CodeDescription, Diagnostic, DiagnosticSeverity

from ...book.findings import Finding, Severity
from .reading.positions import Positions

SOURCE = "sourced"
_SEVERITIES: dict[Severity, DiagnosticSeverity] = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "review": DiagnosticSeverity.Information,
}
_MARKED = re.compile(r"\{\w+\}`[^`\n]*`|[\w’'-]+|[^\s\w]|\s")
"""What is underlined: a role, a word, or else a character."""
_CODES = re.compile(r"^(?:`{3,}|:{3,})\{codes\}", re.MULTILINE)
_BUILT = "build/html"


def diagnostics(findings: Iterable[Finding], positions: Positions, codes: str) -> list[Diagnostic]:
    """Findings of one file. ``codes`` is the address of the page that explains codes, if there is one."""
    return [_diagnostic(each, positions, codes) for each in findings]


def _diagnostic(finding: Finding, positions: Positions, codes: str) -> Diagnostic:
    start, end = span(finding, positions)
    return Diagnostic(
        range=positions.range(start, end),
        message="\n".join(filter(None, [finding.message, finding.hint])),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        code_description=CodeDescription(f"{codes}#code-{finding.code}") if codes else None,
        source=SOURCE,
    )


def span(finding: Finding, positions: Positions) -> tuple[int, int]:
    """What is underlined: what a fix would replace, if it begins there, or else a word."""
    start = positions.at(finding.line, finding.column)
    ends = (
        positions.at(fix.end_line, fix.end_column)
        for fix in finding.fixes
        if (fix.line, fix.column) == (finding.line, finding.column)
    )
    end = max(ends, default=start)
    found = _MARKED.match(positions.text, start)
    return start, end if end > start else found.end() if found else start


def codes_page(root: Path, pages: Iterable[tuple[str, str]], setting: str = "") -> str:
    """The address of the page that explains the codes: as it is set, or as the book was built."""
    if setting:
        return setting.partition("#")[0]
    for file, text in pages:
        if _CODES.search(text):
            built = root / _BUILT / Path(*Path(file).parts[1:]).with_suffix(".html")
            return built.absolute().as_uri() if built.is_file() else ""
    return ""
