"""Where a text that the parser hands out stands in the file.

The parser strips indentation, list markers and ``>`` from what it hands out,
so a line of it is the end of a line of the file. That is what is used here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\r|\n")
_UNREADABLE = re.compile(r"[\0\ud800-\udfff]")
_CELL_END = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Anchors:
    """Pairs of an index in a text and the offset in the file where it stands."""

    indexes: list[int]
    offsets: list[int]

    def at(self, index: int) -> int:
        """The offset of the character at ``index``."""
        near = bisect_right(self.indexes, index) - 1
        return self.offsets[near] + index - self.indexes[near]

    def after(self, index: int) -> int | None:
        """The next index at which the text jumps in the file."""
        near = bisect_right(self.indexes, index)
        return self.indexes[near] if near < len(self.indexes) else None


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines to be parsed, each with the offset in the file where it starts."""

    lines: list[tuple[str, int]]

    @classmethod
    def of(cls, text: str) -> Lines:
        """All lines of a file, as the parser will count them."""
        lines: list[tuple[str, int]] = []
        text = _UNREADABLE.sub("\ufffd", text)
        start = 1 if text.startswith("\ufeff") else 0
        for found in _LINE_END.finditer(text):
            lines.append((text[start : found.start()], start))
            start = found.end()
        lines.append((text[start:], start))
        return cls(lines)

    @property
    def text(self) -> str:
        """What the parser is to read."""
        return "\n".join(line for line, _ in self.lines)

    def start(self, number: int) -> int:
        """The offset of the first character of a line that is not white space."""
        line, offset = self.lines[min(number, len(self.lines) - 1)]
        return offset + len(line) - len(line.lstrip())

    def below(self, number: int, content: str) -> Lines:
        """The lines of a fence's content; ``number`` is that of its first line."""
        texts = content.split("\n")
        if texts[-1] == "":
            texts.pop()
        lines: list[tuple[str, int]] = []
        for index, text in enumerate(texts):
            line, offset = self._line(number + index)
            # Tabs may have become more spaces than there are; the words are still at the end of the line.
            lines.append((text, offset + len(line) - len(text)))
        return Lines(lines)

    def anchors(self, number: int, content: str) -> Anchors:
        """Where the content of a paragraph or heading stands.

        A heading's text may be followed by ``#``; its last occurrence on the line counts.
        """
        indexes: list[int] = []
        offsets: list[int] = []
        index = 0
        texts = content.split("\n")
        # The parser may have stripped lines that hold only white space of other alphabets.
        begins = (at for at in range(number, len(self.lines)) if texts[0].strip() in self.lines[at][0])
        number = next(begins, number)
        for text in texts:
            line, offset = self._line(number)
            bare = text.strip()
            kept = line.rstrip()
            column = len(kept) - len(bare) if kept.endswith(bare) else max(line.rfind(bare), 0)
            lead = len(text) - len(text.lstrip())
            indexes += [index, index + lead, index + len(text)]
            offsets += [offset + max(column - lead, 0), offset + column, offset + len(line)]
            index += len(text) + 1
            number += 1
        return Anchors(indexes, offsets)

    def cells(self, number: int) -> list[tuple[str, int]]:
        """The raw cells of a table row, each with its offset."""
        line, offset = self._line(number)
        cells: list[tuple[str, int]] = []
        start = 0
        for found in _CELL_END.finditer(line):
            cells.append((line[start : found.start()], offset + start))
            start = found.end()
        cells.append((line[start:], offset + start))
        return cells

    def _line(self, number: int) -> tuple[str, int]:
        return self.lines[number] if number < len(self.lines) else ("", self.lines[-1][1])


def cell_anchors(cells: list[tuple[str, int]], content: str, default: int) -> Anchors:
    r"""Where a table cell's content stands; removes the cells up to it from ``cells``.

    The parser has turned ``\|`` in it into ``|``.
    """
    while cells:
        raw, offset = cells.pop(0)
        kept = raw.rstrip()
        if not kept.replace("\\|", "|").endswith(content):
            continue
        indexes: list[int] = []
        offsets: list[int] = []
        column = len(kept)
        index = len(content)
        while index > 0:
            index -= 1
            column -= 1
            indexes.append(index)
            offsets.append(offset + column)
            if content[index] == "|" and kept[column - 1 : column] == "\\":
                column -= 1
        return _runs(indexes[::-1], offsets[::-1])
    return Anchors([0], [default])


def _runs(indexes: list[int], offsets: list[int]) -> Anchors:
    starts = [here for here in range(len(indexes)) if here == 0 or offsets[here] != offsets[here - 1] + 1]
    return Anchors([indexes[here] for here in starts] or [0], [offsets[here] for here in starts] or [0])
