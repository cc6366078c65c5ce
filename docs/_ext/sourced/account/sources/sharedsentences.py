"""Which sentences of two sources belong together: those in which words in a row stand in both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct

from ...chain.library import Library
from ...chain.sharing.sharedtext import RUN, Words, counted_words, share_running_words
from ...text.runs import Run, runs_of, shared_stretches
from ...text.sentences import sentences_of
from .sourceorder import by_date

LIT = 3
"""In two sentences that belong together, so many words in a row that stand in both are lit."""
Pair = tuple[str, str]


class Sentence(Struct, frozen=True, kw_only=True):
    """Where a sentence of a source stands, and its words: the first, and the one behind the last."""

    start: int
    end: int
    first: int
    last: int

    @property
    def words(self) -> slice:
        """Which of the words of the source are its."""
        return slice(self.first, self.last)


class Together(Struct, frozen=True, kw_only=True):
    """A sentence of each of two sources, and which of its words are lit."""

    sources: Pair
    sentences: tuple[Sentence, Sentence]
    lit: tuple[frozenset[int], frozenset[int]]
    ground: bool
    """Whether what they share tells of a common origin: for that the sources are called one voice."""


def sharing(library: Library) -> list[Pair]:
    """The pairs of sources that have any run in common, the earlier first."""
    holders: defaultdict[Run, list[str]] = defaultdict(list)
    order = by_date(library.book)
    for source in order:
        for run in counted_words(library, source).runs:
            holders[run].append(source)
    pairs = {pair for having in holders.values() for pair in combinations(having, 2)}
    rank = {source: number for number, source in enumerate(order)}
    return sorted(pairs, key=lambda pair: (rank[pair[0]], rank[pair[1]]))


def sentences_together(library: Library, one: str, other: str) -> list[Together]:
    """The sentences of two sources that belong together: the grounds first, then those that share most.

    One stands with several only where each of these would stand with none otherwise.
    """
    words = counted_words(library, one), counted_words(library, other)
    common = words[0].runs & words[1].runs
    holding = _holding(library, one, common), _holding(library, other, common)
    pairs = {pair for run in common for pair in _in_turn(holding[0].get(run, []), holding[1].get(run, []))}
    found = [
        Together(
            sources=(one, other),
            sentences=(a, b),
            lit=(_lit(words, (a, b)), _lit(words[::-1], (b, a))),
            ground=share_running_words(library, (one, a.words), (other, b.words)),
        )
        for a, b in pairs
    ]
    kept: list[Together] = []
    seen: set[tuple[int, int]] = set()
    for each in sorted(found, key=_rank):
        places = {(side, sentence.first) for side, sentence in enumerate(each.sentences)}
        if all(each.lit) and not places <= seen:
            kept.append(each)
            seen |= places
    return kept


def _in_turn(ones: list[Sentence], others: list[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """The first with the first, the second with the second; what is left with the last of the other side."""
    if ones and others:
        for number in range(max(len(ones), len(others))):
            yield ones[min(number, len(ones) - 1)], others[min(number, len(others) - 1)]


def _rank(found: Together) -> tuple[bool, int, int, int]:
    one, other = found.sentences
    return not found.ground, -len(found.lit[0]), one.start, other.start


def _holding(library: Library, source: str, common: frozenset[Run]) -> dict[Run, list[Sentence]]:
    """The sentences that hold each of the runs; the one that has most of a run holds it."""
    sentences = _sentences(library, source)
    holder = [-1] * len(counted_words(library, source).places)
    for number, sentence in enumerate(sentences):
        holder[sentence.words] = [number] * (sentence.last - sentence.first)
    found: defaultdict[Run, list[Sentence]] = defaultdict(list)
    for first, run in runs_of(counted_words(library, source).words, RUN):
        if run in common:
            inside = holder[first : first + RUN]
            found[run].append(sentences[max(inside, key=inside.count)])
    return found


def _sentences(library: Library, source: str) -> list[Sentence]:
    places = counted_words(library, source).places
    found = []
    first = 0
    for start, end in sentences_of(library.text(source).raw):
        last = first
        while last < len(places) and places[last].start < end:
            last += 1
        if first < last:
            found.append(Sentence(start=start, end=end, first=first, last=last))
        first = last
    return found


def _lit(words: tuple[Words, Words], sentences: tuple[Sentence, Sentence]) -> frozenset[int]:
    """Which words of the first sentence stand in a row in the second, too."""
    own, others = (each.words[sentence.words] for each, sentence in zip(words, sentences, strict=True))
    stretches = shared_stretches(own, {run for _, run in runs_of(others, LIT)}, LIT)
    return frozenset(sentences[0].first + word for stretch in stretches for word in range(*stretch))
