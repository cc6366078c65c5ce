"""A text with some stretches replaced, and the way from a place in it back to the text as it was."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable

Replacement = tuple[int, int, str]
"""From where to where, and what stands there instead."""
Span = tuple[int, int]


class Altered:
    """What a text is with its replacements made, which are in order and apart from each other."""

    def __init__(self, was: str, replacements: Iterable[Replacement]) -> None:
        self.was = was
        self._starts, self._ends = array("I"), array("I")
        """Where each replacement begins and ends in the new text."""
        self._was_starts, self._was_ends = array("I"), array("I")
        pieces: list[str] = []
        at = length = 0
        for start, end, new in replacements:
            pieces += [was[at:start], new]
            length += start - at
            self._starts.append(length)
            length += len(new)
            self._ends.append(length)
            self._was_starts.append(start)
            self._was_ends.append(end)
            at = end
        self.text = "".join([*pieces, was[at:]])

    def span(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stood; a replaced stretch belongs to it as a whole."""
        if start >= end:
            at = self._was(start)[0]
            return at, at
        return self._was(start)[0], self._was(end - 1)[1]

    def _was(self, at: int) -> Span:
        """Where one character stood."""
        number = bisect_right(self._starts, at) - 1
        if number < 0:
            return at, at + 1
        if at < self._ends[number]:
            return self._was_starts[number], self._was_ends[number]
        start = self._was_ends[number] + at - self._ends[number]
        return start, start + 1


def blanked(text: str, spans: Iterable[Span]) -> str:
    """``text`` with these stretches blank, so that everything else keeps its place."""
    for start, end in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text
