"""Places that have certain words near each other, in any order and however they are spelled."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from math import log

from msgspec import Struct
from rapidfuzz import fuzz, process

from ...book.quotations import Span, Text
from ...english.limits import is_empty
from ...text.fold import small

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_SPELLED = 80
"""A word as like as this (of 100) is taken for the one that was typed."""
_SHORT = 4
"""A word of fewer letters has to be typed as it is written."""
_ENOUGH = 60
"""So much of the weight of the words (of 100) has to be there."""
_WIDE = 40
"""They stand near each other if there are no more words from the first to the last."""


class _Hit(Struct, frozen=True):
    """One of the words, in its place."""

    word: int
    at: int
    """Which token of the text it is."""
    start: int
    end: int


def near_each_other(text: Text, wanted: str) -> Iterator[tuple[Span, float]]:
    """For each paragraph with most of the words: the shortest stretch that has them, and how good it is."""
    tokens = list(_TOKEN.finditer(small(text.flat)))
    words = [word for word in dict.fromkeys(_TOKEN.findall(wanted)) if not is_empty(word)]
    spelled = _spellings(words, {token.group() for token in tokens})
    hits = [
        _Hit(word, at, *token.span())
        for at, token in enumerate(tokens)
        for word in spelled.get(token.group(), ())
    ]
    weights = _weights(len(words), len(tokens), hits)
    for group in _by_paragraph(text.paragraphs, hits):
        best = max(_stretches(group, weights), default=None)
        if best is not None and best[0] >= _ENOUGH:
            yield (best[1], best[2]), best[0]


def _spellings(words: list[str], vocabulary: set[str]) -> dict[str, list[int]]:
    """Which of the words each word of a text may be."""
    found: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        alike = [word] if word in vocabulary else []
        if not alike and len(word) >= _SHORT and not word[0].isdigit():
            best = process.extract(word, vocabulary, scorer=fuzz.ratio, score_cutoff=_SPELLED, limit=5)
            alike = [spelling for spelling, _, _ in best]
        for spelling in alike:
            found.setdefault(spelling, []).append(number)
    return found


def _weights(words: int, tokens: int, hits: list[_Hit]) -> list[float]:
    """How much each word tells: the rarer, the more; one that stands nowhere tells as much as any."""
    counts = [0] * words
    for hit in hits:
        counts[hit.word] += 1
    weights = [log(1 + tokens / (count or 1)) for count in counts]
    whole = sum(weights) or 1
    return [100 * weight / whole for weight in weights]


def _by_paragraph(paragraphs: list[Span], hits: list[_Hit]) -> Iterable[list[_Hit]]:
    groups: dict[int, list[_Hit]] = {}
    for hit in hits:
        groups.setdefault(bisect_right(paragraphs, (hit.start, hit.end + 1)), []).append(hit)
    return groups.values()


def _stretches(hits: list[_Hit], weights: list[float]) -> Iterator[tuple[float, int, int]]:
    """From each word on, the stretch with most of the words: its weight, less a little for every gap."""
    for first, begin in enumerate(hits):
        seen: dict[int, None] = {}
        weight = 0.0
        for hit in hits[first:]:
            wide = hit.at - begin.at
            if wide > _WIDE:
                break
            if hit.word not in seen:
                seen[hit.word] = None
                weight += weights[hit.word]
                if len(seen) > 1:
                    yield weight - max(0, wide + 1 - len(seen)) / 2, begin.start, hit.end
