"""Passages of the sources that have a few words, however these were typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct
from rapidfuzz import fuzz, process

from ...book.quotations import Span, Text
from ...chain.library import Library
from ...text.fold import WORD, small, squeeze
from .wordsearch import near_each_other

LIKE = 65
"""A passage is shown if its words are as like as this (of 100) to those that were typed."""
NEAR = 75
"""A passage less like them may be something else altogether."""
_SURE = 88
"""With a passage so like them, no words in another order are looked for."""
MOST = 5
"""So many passages are shown."""
_LOOKED_AT = 12
"""So many paragraphs of a source are looked at closely, those most like the words."""
_NEAR = 3
"""A passage may begin and end so many words beside the place that is found first."""
_Search: TypeAlias = Callable[[Text, str], Iterable[tuple[Span, float]]]
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NUMBER_WEIGHS = 10
"""A passage is so much less like the words for each number that it has not: two digits are not alike."""
_DARK = re.compile(r"\S+")


class Passage(Struct, frozen=True, kw_only=True):
    """A stretch of a source, and how like it is to what was typed, of 100."""

    source: str
    start: int
    end: int
    likeness: float


def find_passages(library: Library, words: str, sources: Sequence[str]) -> list[Passage]:
    """The passages most like ``words``, the best first; those that are set aside are left out."""
    wanted = small(squeeze(words))
    best: list[Passage] = []
    for search in (_exact, _alike, near_each_other):
        found = (each for source in sources for each in _in_source(library, source, wanted, search))
        best = _ranked([*best, *found])
        if best and best[0].likeness >= _SURE:
            break
    return best[:MOST]


def _ranked(passages: list[Passage]) -> list[Passage]:
    """The best first; of two that overlap only the better."""
    ranked: list[Passage] = []
    for each in sorted(passages, key=lambda each: -each.likeness):
        beside = (other for other in ranked if other.source == each.source)
        if all(other.end <= each.start or each.end <= other.start for other in beside):
            ranked.append(each)
    return ranked


def _in_source(library: Library, source: str, wanted: str, search: _Search) -> Iterator[Passage]:
    numbers = set(_NUMBER.findall(wanted))
    cut, rest = library.text(source).without(library.aside_spans(source))
    for (start, end), likeness in search(rest, wanted):
        low, high = cut.span(start, end)
        missing = numbers - set(_NUMBER.findall(rest.raw[start:end]))
        yield Passage(source=source, start=low, end=high, likeness=likeness - _NUMBER_WEIGHS * len(missing))


def _exact(text: Text, wanted: str) -> list[tuple[Span, float]]:
    """Every place that has these words, whatever their case."""
    pattern = r"\s+".join(map(re.escape, wanted.split()))
    found = re.finditer(rf"(?<!\w){pattern}(?!\w)", small(text.flat))
    return [(each.span(), 100.0) for each in found]


def _alike(text: Text, wanted: str) -> Iterator[tuple[Span, float]]:
    """The best place of each paragraph that has words like these."""
    lowered = small(text.flat)
    spans = text.paragraphs
    best = process.extract(
        wanted,
        [lowered[start:end] for start, end in spans],
        scorer=fuzz.partial_ratio,
        score_cutoff=LIKE,
        limit=_LOOKED_AT,
    )
    for _, _, index in best:
        start, end = spans[index]
        found = _closely(lowered[start:end], wanted)
        if found is not None:
            (low, high), likeness = found
            yield (start + low, start + high), likeness


def _closely(paragraph: str, wanted: str) -> tuple[Span, float] | None:
    """The run of whole words that is most like those that were typed."""
    first = fuzz.partial_ratio_alignment(wanted, paragraph, score_cutoff=LIKE)
    words = [each.span() for each in _DARK.finditer(paragraph) if WORD.search(each.group())]
    if first is None or not words:
        return None
    starts = _around([start for start, _ in words], first.dest_start)
    ends = _around([end for _, end in words], first.dest_end)
    runs = {(start, end): paragraph[start:end] for start in starts for end in ends if start < end}
    best = process.extractOne(wanted, runs, scorer=fuzz.ratio, score_cutoff=LIKE)
    return (_trimmed(paragraph, best[2]), best[1]) if best else None


def _around(places: list[int], at: int) -> list[int]:
    nearest = min(range(len(places)), key=lambda index: abs(places[index] - at))
    return places[max(0, nearest - _NEAR) : nearest + _NEAR + 1]


def _trimmed(paragraph: str, span: Span) -> Span:
    """A run of words without the marks at its ends."""
    start, end = span
    inside = list(WORD.finditer(paragraph, start, end))
    return (inside[0].start(), inside[-1].end()) if inside else span
