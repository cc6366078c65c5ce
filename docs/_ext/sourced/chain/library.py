"""A book with what is worked out from it once: folded sources, names, passages, atoms.

Nothing here judges; the rules ask it. Everything is worked out when it is first
asked for and kept, so that a check costs no more than what it looks at.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable
from dataclasses import replace
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct

from ..book.book import Book
from ..book.model import Evidence, Fact, Name
from ..book.quotations import Match, Miss, Text, locate
from ..book.signatures import Signatures
from ..english.atoms import Atoms, read_atoms
from ..english.names import NameIndex
from ..english.speech.utterances import Paragraph, Utterance, Utterances, utterances
from ..text.altered import blanked
from ..text.fold import fold
from ..text.sentences import Span, split_sentences
from .asides import AsideSpan, spans_of
from .called import publishers_of, small_words

_LOOK_BACK = 3000
"""How many characters before a paragraph may hold whom its pronouns mean."""

_Answer = TypeVar("_Answer")


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


class Library:
    """Answers questions about a book. One for each loaded book."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._texts = {source: Text(text, book.kept.get(source)) for source, text in book.texts.items()}
        self._answers: dict[tuple[object, Hashable], Any] = {}

    def once(self, question: object, key: Hashable, answer: Callable[[], _Answer]) -> _Answer:
        """The answer to ``question`` about ``key``, worked out when it is first asked for and kept."""
        asked = (question, key)
        known: _Answer | None = self._answers.get(asked)
        if known is None:
            known = self._answers[asked] = answer()
        return known

    def resigned(self, signatures: Signatures, *, without: tuple[object, ...]) -> Library:
        """The library of the same book with other signatures: it knows what this one knows, but for the
        answers to the questions ``without``."""
        other = Library(replace(self.book, signatures=signatures))
        other._texts = self._texts
        for name in ("called", "names", "small"):
            if name in self.__dict__:
                other.__dict__[name] = self.__dict__[name]
        other._answers = {asked: known for asked, known in self._answers.items() if asked[0] not in without}
        return other

    @property
    def size(self) -> int:
        """How many answers are kept."""
        return len(self._answers)

    def shrink(self, size: int) -> None:
        """Keep no more than the ``size`` oldest answers; whatever is asked again is worked out again."""
        while len(self._answers) > size:
            self._answers.popitem()

    def forget(self) -> None:
        """Keep only what the whole book was asked for, under no key of its own."""
        self._answers = {asked: known for asked, known in self._answers.items() if asked[1] == ""}

    @cached_property
    def called(self) -> dict[str, Name]:
        """Who and what has a name: the book's names, and what its sources are called."""
        return {**self.book.names, **publishers_of(self.book)}

    def name(self, id_: str) -> str:
        """What the book calls a name, or its ID if it has no such name."""
        known = self.called.get(id_)
        return known.name if known else id_

    @cached_property
    def names(self) -> NameIndex:
        """Finds who is ``called`` something in a text."""
        return NameIndex(self.called, self.small)

    @cached_property
    def small(self) -> set[str]:
        """The words that the book writes small."""
        return small_words(self.book)

    def text(self, source: str) -> Text:
        """The text of a source, which must exist."""
        return self._texts[source]

    def atoms(self, text: str) -> Atoms:
        """The atoms of ``text``."""
        known: Atoms | None = self._answers.get((Atoms, text))
        if known is None:  # as `once` does, which costs more than most answers here
            known = self._answers[Atoms, text] = read_atoms(text, self.names)
        return known

    def locate(self, evidence: Evidence) -> Match | Miss | None:
        """Where a quotation stands; ``None`` if its source is not in the book."""
        source = evidence.source
        key = (source, evidence.exact, evidence.prefix, evidence.suffix)
        known: Match | Miss | None = self._answers.get((locate, key))
        if known is None and source in self.book.texts:
            known = locate(self.text(source), evidence, lambda: self.aside_spans(source))
            self._answers[locate, key] = known
        return known

    def passage(self, evidence: Evidence) -> Passage | None:
        """A quotation with the sentence around it; ``None`` if it was not found."""
        match = self.locate(evidence)
        if not isinstance(match, Match):
            return None
        return self.once(
            Passage, (evidence.source, match.start, match.end), lambda: self._in_place(evidence.source, match)
        )

    def _in_place(self, source: str, match: Match) -> Passage:
        """A match with the sentences that it touches."""
        text = self.text(source)
        low, _ = text.paragraph(match.start)
        _, high = text.paragraph(max(match.start, match.end - 1))
        skipped = self._skipped(source, match)
        words = blanked(text.raw[low:high], ((start - low, end - low) for start, end in skipped))
        spans = self.once(split_sentences, (source, low, high, skipped), lambda: split_sentences(words))
        first = bisect_right(spans, match.start - low, key=lambda span: span[1])
        last = bisect_left(spans, match.end - low, key=lambda span: span[0]) - 1
        start, end = (low + spans[first][0], low + spans[last][1]) if first <= last else (low, high)
        return Passage(source, match, start, words[start - low : end - low])

    def _skipped(self, source: str, match: Match) -> tuple[Span, ...]:
        """What was set aside within a match, such as the number of a page."""
        spans = self.aside_spans(source) if len(match.parts) > 1 else ()
        return tuple((start, end) for start, end in spans if match.start < start and end < match.end)

    def asides(self, source: str) -> list[AsideSpan]:
        """The passages of a source that no fact may rest on, also those that are not found in it."""
        return self.once(
            AsideSpan,
            source,
            lambda: [
                span
                for index, aside in enumerate(self.book.sources[source].aside)
                for span in spans_of(self.text(source), aside, index)
            ],
        )

    def set_aside(self, source: str) -> list[AsideSpan]:
        """Those that stand in it."""
        return [aside for aside in self.asides(source) if aside.start >= 0]

    def aside_spans(self, source: str) -> list[Span]:
        """Where they stand."""
        return [(aside.start, aside.end) for aside in self.set_aside(source)]

    def aside_at(self, source: str, start: int, end: int) -> AsideSpan | None:
        """The aside that has part of ``[start, end)``, if any."""
        return next((a for a in self.asides(source) if a.start < end and start < a.end), None)

    def utterances(self, passage: Passage) -> Utterances:
        """The utterances of the paragraphs that hold ``passage``."""
        return self.once(Utterance, passage, lambda: self._utterances(passage))

    def _utterances(self, passage: Passage) -> Utterances:
        text = self.text(passage.source)
        found: list[Utterances] = []
        at = passage.match.start
        while at < passage.match.end:
            start, end = text.paragraph(at)
            found.append(self._spoken(passage.source, start, end))
            at = max(end, at + 1)
        # One for all passages of a paragraph, as there may be many.
        return found[0] if len(found) == 1 else Utterances([each for some in found for each in some.all])

    def _spoken(self, source: str, start: int, end: int) -> Utterances:
        """The utterances of one paragraph of a source."""
        return self.once(Paragraph, (source, start), lambda: self._read_spoken(source, start, end))

    def _read_spoken(self, source: str, start: int, end: int) -> Utterances:
        paragraph = Paragraph(self.text(source).raw[start:end], start)
        return Utterances(utterances(paragraph, self.names, self._before(source, start)))

    def _before(self, source: str, start: int) -> str:
        """The article's own text before ``start``."""
        raw, low = self.text(source).raw, max(0, start - _LOOK_BACK)
        kept, at = [], low
        for aside_start, aside_end in sorted(span for span in self.aside_spans(source) if low < span[1]):
            kept.append(raw[at : max(at, min(aside_start, start))])
            at = min(max(at, aside_end), start)
        return "".join([*kept, raw[at:start]])

    def quoted_ids(self, evidence: Evidence) -> set[str]:
        """The names that a quotation gives, by its words or by their gloss."""
        ids = {value for value in evidence.gloss.values() if value in self.book.names}
        glossed = {fold(key).lower() for key in evidence.gloss}
        for mention in self.atoms(evidence.exact).names:
            if len(mention.ids) == 1 and fold(mention.text).lower() not in glossed:
                ids |= set(mention.ids)
        return ids

    def publishers(self, fact: Fact) -> set[str]:
        """The names of who published the sources that a fact rests on."""
        ids: set[str] = set()
        for evidence in fact.evidence:
            ids |= self._publishers_of(evidence.source)
        return ids

    def _publishers_of(self, source_id: str) -> frozenset[str]:
        def read() -> frozenset[str]:
            source = self.book.sources.get(source_id)
            shown = (source.publisher, source.label) if source else ()
            return frozenset(i for text in shown for m in self.atoms(text or "").names for i in m.ids)

        return self.once(Name, source_id, read)

    @cached_property
    def positions(self) -> dict[tuple[str, str], list[Fact]]:
        """Facts with a value by subject and property, for properties that have one value at a time."""
        found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in self.book.facts.values():
            kind = self.book.properties.get(fact.property)
            if kind is not None and kind.single and fact.value is not None:
                found[fact.about, fact.property].append(fact)
        return dict(found)
