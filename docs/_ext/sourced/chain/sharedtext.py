"""How much text two sources share, measured: words in common runs, wherever these stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from ..text.fold import WORD, fold
from .library import Library

RUN = 6
"""So many words in a row, the same in both, are shared text."""


class Run(Struct, frozen=True, kw_only=True):
    """Words that stand in a row in both sources, in the spelling of the first."""

    words: int
    start: int
    end: int


class Shared(Struct, frozen=True, kw_only=True):
    """What one source shares with another. What is set aside is not counted."""

    source: str
    other: str
    words: int
    """How many words of ``source`` stand in runs that ``other`` has, too."""
    total: int
    """How many words ``source`` has."""
    runs: tuple[Run, ...]
    """The runs, longest first."""


class _Words(Struct, frozen=True):
    """The words of a source's own text; ``None`` stands for what is set aside."""

    words: tuple[str | None, ...]
    spans: tuple[tuple[int, int], ...]


def shared_text(library: Library, source: str, other: str, run: int = RUN) -> Shared:
    """What ``source`` shares with ``other``."""
    one, two = _words(library, source), _words(library, other)
    found = _longest(list(_runs(one.words, two.words, run)))
    marked = {index for start, size in found for index in range(start, start + size)}
    runs = [
        Run(words=size, start=one.spans[start][0], end=one.spans[start + size - 1][1])
        for start, size in found
    ]
    return Shared(
        source=source,
        other=other,
        words=len(marked),
        total=sum(word is not None for word in one.words),
        runs=tuple(sorted(runs, key=lambda each: (-each.words, each.start))),
    )


def _words(library: Library, source: str) -> _Words:
    return library.once(shared_text, source, lambda: _read_words(library, source))


def _read_words(library: Library, source: str) -> _Words:
    text = library.text(source)
    asides = library.aside_spans(source)
    words: list[str | None] = []
    spans = []
    for match in WORD.finditer(fold(text.raw)):
        aside = any(start <= match.start() < end for start, end in asides)
        words.append(None if aside else match.group().lower())
        spans.append(match.span())
    return _Words(tuple(words), tuple(spans))


def _runs(one: tuple[str | None, ...], two: tuple[str | None, ...], run: int) -> Iterator[tuple[int, int]]:
    """(first word, number of words) of each run of ``one`` that goes no further to the right in ``two``."""
    places: defaultdict[tuple[str | None, ...], list[int]] = defaultdict(list)
    for index in range(len(two) - run + 1):
        places[two[index : index + run]].append(index)
    for index in range(len(one) - run + 1):
        gram = one[index : index + run]
        if None not in gram and gram in places:
            yield index, max(_length(one, two, index, place) for place in places[gram])


def _length(one: tuple[str | None, ...], two: tuple[str | None, ...], index: int, place: int) -> int:
    size = 0
    while index + size < len(one) and place + size < len(two):
        if one[index + size] is None or one[index + size] != two[place + size]:
            break
        size += 1
    return size


def _longest(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those runs that are not the end of a longer one."""
    kept: list[tuple[int, int]] = []
    for start, size in runs:
        if not kept or start + size > kept[-1][0] + kept[-1][1]:
            kept.append((start, size))
    return kept
