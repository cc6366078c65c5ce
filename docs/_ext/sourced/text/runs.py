"""Words in a row that two texts have in common: the one measure of what is copied.

Spaces, marks and cases do not count, and a number is one word however it is grouped.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from .fold import fold, small

Run = tuple[str, ...]
"""Words in a row."""

_WORD = re.compile(r"\d[\d,.]*\d\w*|\w+")


class Word(NamedTuple):
    """A word in the form in which it is compared, and where it stands."""

    text: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """The words of a text."""
    return [Word(_plain(found.group()), *found.span()) for found in _WORD.finditer(small(fold(text)))]


def _plain(word: str) -> str:
    return word.replace(",", "") if word[0].isdigit() else word


def runs_of(words: Sequence[str | None], size: int) -> Iterator[tuple[int, Run]]:
    """Every ``size`` words in a row, with the number of the first; ``None`` is a gap that no run spans."""
    gap = -1
    for index, word in enumerate(words):
        if word is None:
            gap = index
        elif index - gap >= size:
            yield index + 1 - size, tuple(words[index + 1 - size : index + 1])  # type: ignore[arg-type]  # no gap


def shared_stretches(words: Sequence[str | None], others: Container[Run], size: int) -> list[tuple[int, int]]:
    """Where each ``size`` words in a row are one of the ``others``: stretches, as numbers of words."""
    found: list[tuple[int, int]] = []
    for first, run in runs_of(words, size):
        if run not in others:
            continue
        if found and found[-1][1] == first + size - 1:
            found[-1] = (found[-1][0], first + size)
        else:
            found.append((first, first + size))
    return found
