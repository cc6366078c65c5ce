"""What the checks report, and what stops them from checking at all."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning", "review"]
"""``review``: nothing is shown to be wrong; a person has to read it beside its evidence, and sign."""


class Finding(Struct, frozen=True, kw_only=True, order=True):
    """Something a check found: where it is, what is wrong, what would mend it.

    ``file`` is relative to the book's root, with forward slashes; ``line`` and
    ``column`` count from 1, columns in characters.
    """

    file: str
    line: int
    column: int
    code: str
    severity: Severity = "error"
    message: str
    hint: str = ""
    fact: str | None = None


class InputError(Exception):
    """The input could not be read; nothing was checked. Holds every problem found."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("; ".join(f"{f.file}:{f.line}:{f.column}: {f.message}" for f in findings))
        self.findings = sorted(findings)
