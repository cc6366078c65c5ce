"""How much of each source the book uses, word by word.

A word of a source is quoted, set aside or open. Words that only hold a sentence together (``the``, ``has``,
``which``) decide nothing; the others carry its meaning. A sentence is unused
where more than half of them are open. A sentence that is used may still have
an unused stretch: open words in a row, with nothing quoted between them, that
hold at least three words of meaning, or half of the sentence's.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from msgspec import Struct

from ...book.quotations import Match
from ...chain.library import Library
from ...english.limits import is_empty
from ...text.fold import WORD
from ...text.sentences import sentences_of

ENOUGH = 3
"""Open words of meaning in a row that make a stretch of a sentence unused."""
State = Literal["quoted", "aside", "open"]
Use = Literal["used", "aside", "unused"]


class Word(Struct, frozen=True):
    """One word of a source, and what becomes of it."""

    start: int
    end: int
    state: State
    meaning: bool


class SourceSentence(Struct, frozen=True, kw_only=True):
    """One sentence of a source, how it is used, and what of it is not."""

    source: str
    start: int
    end: int
    use: Use
    unused: tuple[tuple[int, int], ...] = ()
    """What is unused: the whole sentence, or its unused stretches."""

    @property
    def whole(self) -> bool:
        """Whether nothing worth the name is used of it."""
        return self.unused == ((self.start, self.end),)


class SourceCoverage(Struct, frozen=True, kw_only=True):
    """What becomes of one source. ``words`` are its own text's: what is set aside is counted apart."""

    source: str
    words: int
    quoted: int
    words_aside: int
    sentences: tuple[SourceSentence, ...]

    def count(self, use: Use) -> int:
        """How many of its sentences are used, set aside or unused."""
        return sum(sentence.use == use for sentence in self.sentences)


def cover_source(library: Library, source: str) -> SourceCoverage:
    """What becomes of each word and each sentence of a source."""
    raw = library.text(source).raw
    states = _states(library, source)
    words = _words(raw, 0, len(raw), states)
    sentences = []
    for start, end in sentences_of(raw):
        judged = _judge(source, start, end, _words(raw, start, end, states))
        if judged is not None:
            sentences.append(judged)
    aside = sum(word.state == "aside" for word in words)
    return SourceCoverage(
        source=source,
        words=len(words) - aside,
        quoted=sum(word.state == "quoted" for word in words),
        words_aside=aside,
        sentences=tuple(sentences),
    )


def _states(library: Library, source: str) -> bytearray:
    """For each character of a source: 0 open, 1 quoted, 2 set aside."""
    states = bytearray(len(library.text(source).raw))
    for fact in library.book.facts.values():
        for evidence in fact.evidence:
            match = library.locate(evidence) if evidence.source == source else None
            for start, end in match.parts if isinstance(match, Match) else ():
                states[start:end] = b"\1" * (end - start)
    for start, end in library.aside_spans(source):
        states[start:end] = b"\2" * (end - start)
    return states


_STATES: tuple[State, ...] = ("open", "quoted", "aside")


def _words(raw: str, start: int, end: int, states: bytearray) -> list[Word]:
    found = []
    for match in WORD.finditer(raw, start, end):
        state = _STATES[states[match.start()]]
        found.append(Word(match.start(), match.end(), state, not is_empty(match.group())))
    return found


def _judge(source: str, start: int, end: int, words: list[Word]) -> SourceSentence | None:
    """How a sentence is used; ``None`` if it has no words."""
    if not words:
        return None
    total = sum(word.meaning for word in words) or len(words)
    counted = [word for word in words if word.meaning] or words
    left = sum(word.state == "open" for word in counted)
    if 2 * left > total:
        unused: list[tuple[int, int]] = [(start, end)]
    else:
        unused = list(_stretches(counted, min(ENOUGH, (total + 1) // 2)))
    quoted = any(word.state == "quoted" for word in words)
    use: Use = "unused" if unused else "used" if quoted else "aside"
    return SourceSentence(source=source, start=start, end=end, use=use, unused=tuple(unused))


def _stretches(words: list[Word], enough: int) -> Iterator[tuple[int, int]]:
    for state, run in groupby(words, key=lambda word: word.state):
        stretch = list(run)
        if state == "open" and len(stretch) >= enough:
            yield stretch[0].start, stretch[-1].end
