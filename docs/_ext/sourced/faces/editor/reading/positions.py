"""Places of the protocol, which count lines and code units, as offsets in a text, and the other way round."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from lsprotocol.types import Position, Range, TextDocumentContentChangeEvent, TextDocumentContentChangePartial
from pygls.workspace import PositionCodec

from ....text.place import LineStarts

_LINE_END = re.compile(r"\r\n|\r|\n")
"""What ends a line by the protocol: fewer characters than Python takes for one."""


class Positions:
    """A text whose places can be asked for. ``codec`` knows which code units were agreed upon."""

    def __init__(self, text: str, codec: PositionCodec) -> None:
        self.text = text
        self._codec = codec

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    @cached_property
    def _places(self) -> LineStarts:
        return LineStarts(self.text)

    def position(self, offset: int) -> Position:
        """Where a character stands; what lies outside the text is moved to its nearest end."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._starts, offset) - 1
        before = self.text[self._starts[line] : offset]
        return Position(line, self._codec.client_num_units(before))

    def range(self, start: int, end: int) -> Range:
        """From a character to before another."""
        return Range(self.position(start), self.position(max(start, end)))

    def offset(self, position: Position) -> int:
        """Which character a place means; past the end of its line that end, past the last line the text's."""
        if position.line >= len(self._starts):
            return len(self.text)
        start = self._starts[max(position.line, 0)]
        ending = _LINE_END.search(self.text, start)
        line = self.text[start : ending.start() if ending else len(self.text)]
        return start + self._characters(line, position.character)

    def _characters(self, line: str, units: int) -> int:
        """How many characters of a line so many code units are; half a character counts as all of it."""
        if line.isascii():
            return min(max(units, 0), len(line))
        for number, char in enumerate(line):
            if units <= 0:
                return number
            units -= self._codec.client_num_units(char)
        return len(line)

    def span(self, given: Range) -> tuple[int, int]:
        """The offsets of a range."""
        return self.offset(given.start), self.offset(given.end)

    def at(self, line: int, column: int) -> int:
        """The offset of a line and column as findings count them."""
        return min(self._places.start(line) + column - 1, len(self.text))


def changed(text: str, change: TextDocumentContentChangeEvent, codec: PositionCodec) -> str:
    """``text`` after a change that an editor tells of."""
    if isinstance(change, TextDocumentContentChangePartial):
        start, end = Positions(text, codec).span(change.range)
        return text[:start] + change.text + text[end:]
    return change.text
