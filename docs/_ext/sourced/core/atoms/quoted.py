"""Words in quotation marks."""

from __future__ import annotations

import re

from msgspec import Struct

from ..folding import WORD, fold

_SPEECH_WORDS = 5
"""Fewer words than this, without a sentence's end, are a term (``“inclusive” government``), not speech."""


class Quoted(Struct, frozen=True):
    """Words between quotation marks; ``start`` and ``end`` lie inside the marks."""

    text: str
    start: int
    end: int
    closed: bool = True

    @property
    def is_speech(self) -> bool:
        """Whether this is somebody's speech rather than a term or a nickname."""
        inner = self.text.strip()
        count = len(WORD.findall(inner))
        return count >= _SPEECH_WORDS or bool(count > 1 and re.search(r"[.,!?]$", inner))


def find_quoted(text: str) -> list[Quoted]:
    """The quoted passages of one paragraph; one left open runs to its end.

    Double marks of any shape pair with each other, as newspapers mix them; single
    ones count only as an opening ``‘`` and its ``’`` before a space or stop.
    """
    folded = fold(text)
    found, opened = [], -1
    for match in re.finditer('"', folded):
        at = match.start()
        if opened < 0:
            if not _is_measure(folded, at):
                opened = at + 1
        elif text[at] == "“" and re.match(r"\w", folded[at + 1 :]):
            found.append(Quoted(text[opened:at], opened, at, closed=False))
            opened = at + 1
        else:
            found.append(Quoted(text[opened:at], opened, at))
            opened = -1
    if opened >= 0 and opened < len(text):
        found.append(Quoted(text[opened:], opened, len(text), closed=False))
    for match in re.finditer(r"(?<!\w)‘([^‘]{2,}?)’(?!\w)|(?<!\w)'(\w[^']{1,40}?)'(?!\w)", text):
        if not any(q.start <= match.start() < q.end for q in found):
            group = 1 if match[1] else 2
            found.append(Quoted(match[group], match.start(group), match.end(group)))
    return sorted(found, key=lambda q: q.start)


def _is_measure(text: str, at: int) -> bool:
    """Whether the mark at ``at`` stands for inches, as in ``6"``."""
    return at > 0 and text[at - 1].isdigit() and not re.match(r"\w", text[at + 1 : at + 2])
