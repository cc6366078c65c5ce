"""Tables of cases: a text in a line, and below it, indented, all that the rules find in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def read_table(file: Path) -> Iterator[tuple[str, list[str]]]:
    """Each text of a table, and what is found in it; the first line says what the table is about."""
    text = ""
    found: list[str] = []
    for line in file.read_text(encoding="utf-8").splitlines()[1:]:
        if line.startswith("    "):
            found.append(line.strip())
            continue
        if text:
            yield text, found
        text, found = line.replace("\\n", "\n"), []
    yield text, found
