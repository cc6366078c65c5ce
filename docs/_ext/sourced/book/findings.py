"""What the checks report, and what stops them from checking at all."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning", "review"]
"""``review``: nothing is shown to be wrong; a person has to read it beside its evidence, and sign."""


class Fix(Struct, frozen=True, kw_only=True, order=True):
    """A change of the finding's file that would mend it: what stands from a place to before another is
    replaced. It is offered and never made by itself."""

    title: str
    """What it does, such as ``Write “tower-height”``."""
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


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
    unit: str = ""
    """The digest of the unit that is to be reviewed, by which it is signed."""
    fixes: tuple[Fix, ...] = ()


class InputError(Exception):
    """The input could not be read; nothing was checked. Holds every problem found."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("; ".join(f"{f.file}:{f.line}:{f.column}: {f.message}" for f in findings))
        self.findings = sorted(findings)
