"""Where in a text a character stands, as people count: its line and its column, both from 1."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property


class LineStarts:
    """Where the lines of a text begin; they are counted when something is first asked."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self._text))]

    def line(self, offset: int) -> int:
        """The line of a character."""
        return bisect_right(self._starts, offset)

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of a character."""
        line = self.line(offset)
        return line, offset - self._starts[line - 1] + 1

    def lines(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last line of what stands from ``start`` to before ``end``."""
        return self.line(start), self.line(max(start, end - 1))

    def start(self, line: int) -> int:
        """Where a line begins; after the last one, where that begins."""
        return self._starts[min(line, len(self._starts)) - 1]
