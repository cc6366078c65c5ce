"""A source's text as quotations are looked for in it."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from ...text.altered import Altered
from ...text.fold import fold
from ...text.place import LineStarts
from ...text.sentences import paragraph_at, split_paragraphs

Span = tuple[int, int]
_DARK = re.compile(r"\S+")
RUN = re.compile(r"[^\W_]+")
_PAGE_BREAK = re.compile("\f")
BROKEN = re.compile(r"(?<=[^\W\d_])-[ \t]*\r?\n\s*(?=[^\W\d_])")
"""A hyphen at the end of a line, in a word or between two."""
_ENDINGS = ".!?…:;”\"’'"
"""What ends a sentence; behind anything else it goes on."""
_HYPHENS = "-\u2010\u2011"
_DIVIDED = 1_000_000
"""A text of more characters is never divided as a whole."""


class Text:
    """A source's text, folded once when that is first needed.

    ``raw`` is what is read; ``kept`` leads back to a file with characters that nobody sees or types.
    """

    def __init__(self, raw: str, kept: Altered | None = None) -> None:
        self.raw = raw
        self._kept = kept
        self._cut: dict[tuple[Span, ...], tuple[Altered, Text]] = {}
        self._last: Span = (0, 0)
        self.searches = 0
        """How often words were looked for in it."""

    @property
    def file_text(self) -> str:
        """The text of the file, as it stands."""
        return self._kept.was if self._kept else self.raw

    def in_file(self, start: int, end: int) -> Span:
        """Where ``raw[start:end]`` stands in the text of the file."""
        return self._kept.span(start, end) if self._kept else (start, end)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character in its file."""
        return self._file_lines.place(self.in_file(offset, offset + 1)[0])

    @cached_property
    def _file_lines(self) -> LineStarts:
        return LineStarts(self.file_text)

    @cached_property
    def line_starts(self) -> LineStarts:
        """Where its lines begin."""
        return LineStarts(self.raw)

    @cached_property
    def folded(self) -> str:
        """The text folded; same length."""
        return fold(self.raw)

    @cached_property
    def flat(self) -> str:
        """The text folded, with line ends as spaces; same length."""
        return self.folded.replace("\n", " ").replace("\r", " ")

    @cached_property
    def squeezed(self) -> str:
        """The text folded, with every run of white space as one space and none at the ends."""
        return " ".join(self.folded.split())

    def find(self, words: str, start: int = 0) -> Span | None:
        """The first place of squeezed ``words`` from an offset on, whatever the white space between them."""
        word = max(bisect_right(self._starts, start) - 1, 0)
        if not words or word >= len(self._starts):
            return None
        at = self._squeezed_starts[word] + max(start - self._starts[word], 0)
        at = self.squeezed.find(words, min([at, *self._squeezed_starts[word + 1 : word + 2]]))
        return None if at < 0 else (self._unsqueezed(at), self._unsqueezed(at + len(words) - 1) + 1)

    def _unsqueezed(self, at: int) -> int:
        """Where a character of the squeezed text, which is no space, stands in the text itself."""
        word = bisect_right(self._squeezed_starts, at) - 1
        return self._starts[word] + at - self._squeezed_starts[word]

    @cached_property
    def _starts(self) -> array[int]:
        """Where in the text each run of other characters than white space begins."""
        return array("I", (m.start() for m in _DARK.finditer(self.raw)))

    @cached_property
    def _squeezed_starts(self) -> array[int]:
        return array("I", (m.start() for m in _DARK.finditer(self.squeezed)))

    @cached_property
    def lower(self) -> str:
        """The text folded and in lower case, to look whether it has a word at all."""
        return self.folded.lower()

    def paragraph(self, at: int) -> Span:
        """The paragraph that holds the offset ``at``; a large text is read only around it."""
        if len(self.raw) > _DIVIDED:
            if not self._last[0] <= at < self._last[1]:
                self._last = paragraph_at(self.raw, at)
            return self._last
        index = bisect_right(self.paragraphs, (at, len(self.raw))) - 1
        if index < 0 or self.paragraphs[index][1] <= at:
            return paragraph_at(self.raw, at)
        return self.paragraphs[index]

    @cached_property
    def paragraphs(self) -> list[Span]:
        """All its paragraphs."""
        return split_paragraphs(self.raw)

    @cached_property
    def runs(self) -> dict[str, array[int]]:
        """Where in the text each run of letters and digits begins; folded, it has the same ones."""
        found: dict[str, array[int]] = {}
        for match in RUN.finditer(self.raw):
            found.setdefault(match[0], array("I")).append(match.start())
        return found

    @cached_property
    def page_breaks(self) -> list[int]:
        """Where its pages end."""
        return [found.start() for found in _PAGE_BREAK.finditer(self.raw)]

    @cached_property
    def joined(self) -> tuple[Altered, Text] | None:
        """The text folded, without hyphens at the ends of lines; None if there are none."""
        breaks = [(*found.span(), "") for found in BROKEN.finditer(self.folded)]
        return _read(Altered(self.folded, breaks)) if breaks else None

    def without(self, spans: list[Span]) -> tuple[Altered, Text]:
        """The text without these stretches; one that parts a sentence leaves no more than a space."""
        key = tuple(sorted(spans))
        if key not in self._cut:
            self._cut[key] = _read(Altered(self.raw, _cuts(self.raw, key)))
        return self._cut[key]


def _read(altered: Altered) -> tuple[Altered, Text]:
    return altered, Text(altered.text)


def _cuts(raw: str, spans: tuple[Span, ...]) -> Iterator[tuple[int, int, str]]:
    for low, end in _merged(raw, spans):
        start = low
        while start > 0 and raw[start - 1].isspace():
            start -= 1
        if start == 0 or raw[start - 1] in _ENDINGS:
            yield low, end, " "
            continue
        while end < len(raw) and raw[end].isspace():
            end += 1
        yield start, end, "\n" if raw[start - 1] in _HYPHENS else " "


def _merged(raw: str, spans: tuple[Span, ...]) -> list[Span]:
    """Stretches with nothing but blanks between them as one."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and not raw[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return [(start, end) for start, end in merged if start < end]
