"""Which characters of a text are spoken for.

One byte for each character: to ask whether a stretch is free takes no longer where much of the text is taken.
"""

from __future__ import annotations

from collections.abc import Iterable


class Taken:
    """Stretches of a text of ``length`` characters that something has already."""

    def __init__(self, length: int, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._marks = bytearray(length)
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        """Note that a stretch is taken."""
        end = min(end, len(self._marks))
        if start < end:
            self._marks[start:end] = b"\1" * (end - start)

    def clear(self, start: int, end: int) -> None:
        """Note that a stretch is free."""
        end = min(end, len(self._marks))
        if start < end:
            self._marks[start:end] = bytes(end - start)

    def has(self, start: int, end: int) -> bool:
        """Whether any character of a stretch is taken."""
        return self._marks.find(1, start, end) >= 0

    def at(self, index: int) -> bool:
        """Whether one character is taken."""
        return index < len(self._marks) and self._marks[index] == 1

    def take(self, start: int, end: int) -> bool:
        """Take a stretch; false if part of it is taken."""
        if self.has(start, end):
            return False
        self.add(start, end)
        return True
