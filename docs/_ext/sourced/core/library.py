"""A book with what is worked out from it once: folded sources, names, passages, atoms.

Nothing here judges; the rules ask it. Everything is worked out when it is first
asked for and kept, so that a check costs no more than what it looks at.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from .atoms import Atoms, read_atoms
from .atoms.names import NameIndex
from .book import Book
from .folding import fold, squeeze
from .model import Evidence, Fact, Name
from .quotations import Match, Miss, Text, locate, passages
from .sentences import paragraph_at, split_sentences
from .speech import Paragraph, Utterance, utterances

_LOOK_BACK = 3000
"""How many characters before a paragraph may hold whom its pronouns mean."""


_Made = TypeVar("_Made")


class Passage(Struct, frozen=True):
    """A quotation in its place: the sentence or sentences of its source that hold it."""

    source: str
    match: Match
    start: int
    """Where the sentence begins in the source."""
    sentence: str

    @property
    def inner(self) -> tuple[int, int]:
        """The quotation's span within ``sentence``."""
        return self.match.start - self.start, self.match.end - self.start


class AsideSpan(Struct, frozen=True):
    """Where an aside stands in its source, or that it does not (``start`` < 0)."""

    start: int
    end: int
    index: int
    twice: bool = False


class Library:
    """Answers questions about a book. One for each loaded book."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._texts: dict[str, Text] = {}
        self._asides: dict[str, list[AsideSpan]] = {}
        self._located: dict[tuple[str, str, str | None, str | None], Match | Miss] = {}
        self._utterances: dict[tuple[str, int], list[Utterance]] = {}
        self._passages: dict[tuple[str, int, int], Passage] = {}
        self._spoken: dict[Passage, list[Utterance]] = {}
        self._atoms: dict[str, Atoms] = {}
        self._kept: dict[tuple[object, str], object] = {}

    def kept(self, what: object, key: str) -> object | None:
        """What ``keep`` was given for ``key``, if anything."""
        return self._kept.get((what, key))

    def keep(self, what: object, key: str, made: _Made) -> _Made:
        """Keep what was worked out for ``key`` of the book; returns it."""
        self._kept[what, key] = made
        return made

    @cached_property
    def names(self) -> NameIndex:
        """The book's names, and what its sources are called."""
        return NameIndex({**self.book.names, **_publishers(self.book)})

    def text(self, source: str) -> Text:
        """The text of a source, which must exist."""
        if source not in self._texts:
            self._texts[source] = Text(self.book.texts[source])
        return self._texts[source]

    def atoms(self, text: str) -> Atoms:
        """The atoms of ``text``."""
        if text not in self._atoms:
            self._atoms[text] = read_atoms(text, self.names)
        return self._atoms[text]

    def locate(self, evidence: Evidence) -> Match | Miss | None:
        """Where a quotation stands; ``None`` if its source is not in the book."""
        if evidence.source not in self.book.texts:
            return None
        key = (evidence.source, evidence.exact, evidence.prefix, evidence.suffix)
        if key not in self._located:
            self._located[key] = locate(self.text(evidence.source), evidence, self._skipped(evidence.source))
        return self._located[key]

    def _skipped(self, source: str) -> list[tuple[int, int]]:
        return [(a.start, a.end) for a in self.asides(source) if a.start >= 0]

    def passage(self, evidence: Evidence) -> Passage | None:
        """A quotation with the sentence around it; ``None`` if it was not found."""
        match = self.locate(evidence)
        if not isinstance(match, Match):
            return None
        key = (evidence.source, match.start, match.end)
        if key not in self._passages:
            raw = self.text(evidence.source).raw
            start, end = self._sentences(raw, match)
            self._passages[key] = Passage(evidence.source, match, start, raw[start:end])
        return self._passages[key]

    @staticmethod
    def _sentences(raw: str, match: Match) -> tuple[int, int]:
        low, _ = paragraph_at(raw, match.start)
        _, high = paragraph_at(raw, max(match.start, match.end - 1))
        spans = [(low + s, low + e) for s, e in split_sentences(raw[low:high])]
        touched = [(s, e) for s, e in spans if s < match.end and match.start < e]
        return (touched[0][0], touched[-1][1]) if touched else (low, high)

    def asides(self, source: str) -> list[AsideSpan]:
        """The passages of a source that no fact may rest on."""
        if source not in self._asides:
            text = self.text(source)
            self._asides[source] = [
                self._aside(text, a.from_, a.to, i) for i, a in enumerate(self.book.sources[source].aside)
            ]
        return self._asides[source]

    @staticmethod
    def _aside(text: Text, first: str, last: str | None, index: int) -> AsideSpan:
        begins = passages(text, first)
        if not begins:
            return AsideSpan(-1, -1, index)
        start, end = begins[0]
        if last:
            ends = [e for _, e in passages(text, last) if e >= end]
            if not ends:
                return AsideSpan(-1, -1, index)
            end = ends[0]
        return AsideSpan(start, end, index, twice=len(begins) > 1)

    def aside_at(self, source: str, start: int, end: int) -> AsideSpan | None:
        """The aside that has part of ``[start, end)``, if any."""
        return next((a for a in self.asides(source) if a.start < end and start < a.end), None)

    def utterances(self, passage: Passage) -> list[Utterance]:
        """The utterances of the paragraphs that hold ``passage``."""
        if passage not in self._spoken:
            self._spoken[passage] = self._find_utterances(passage)
        return self._spoken[passage]

    def _find_utterances(self, passage: Passage) -> list[Utterance]:
        raw = self.text(passage.source).raw
        found: list[Utterance] = []
        at = passage.match.start
        while at < passage.match.end:
            start, end = paragraph_at(raw, at)
            if (passage.source, start) not in self._utterances:
                paragraph = Paragraph(raw[start:end], start)
                before = self._before(passage.source, start)
                self._utterances[passage.source, start] = utterances(
                    paragraph, self.names, lambda text=before: text
                )
            found += self._utterances[passage.source, start]
            at = max(end, at + 1)
        return found

    def _before(self, source: str, start: int) -> str:
        """The article's own text before ``start``."""
        raw, low = self.text(source).raw, max(0, start - _LOOK_BACK)
        kept, at = [], low
        for aside in sorted((a.start, a.end) for a in self.asides(source) if a.start >= 0 and low < a.end):
            kept.append(raw[at : max(at, min(aside[0], start))])
            at = min(max(at, aside[1]), start)
        return "".join([*kept, raw[at:start]])

    def quoted_ids(self, evidence: Evidence) -> set[str]:
        """The names that a quotation gives, by its words or by their gloss."""
        ids = {value for value in evidence.gloss.values() if value in self.book.names}
        glossed = {fold(key).lower() for key in evidence.gloss}
        for mention in self.atoms(evidence.exact).names:
            if len(mention.ids) == 1 and fold(mention.text).lower() not in glossed:
                ids |= set(mention.ids)
        return ids

    @cached_property
    def positions(self) -> dict[tuple[str, str], list[Fact]]:
        """Facts with a value by subject and property, for properties that have one value at a time."""
        found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in self.book.facts.values():
            kind = self.book.properties.get(fact.property)
            if kind is not None and kind.single and fact.value is not None:
                found[fact.about, fact.property].append(fact)
        return dict(found)


def _publishers(book: Book) -> dict[str, Name]:
    """Publishers and labels as names, where the book does not list them itself."""
    listed = {squeeze(spelling) for name in book.names.values() for spelling in (name.name, *name.also)}
    told = {
        t for s in book.sources.values() for t in (s.publisher, s.label) if t and any(c.isupper() for c in t)
    }
    return {
        f"@{t}": Name(id=f"@{t}", kind="publisher", name=t) for t in sorted(told) if squeeze(t) not in listed
    }
