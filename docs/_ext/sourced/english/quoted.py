"""Words in quotation marks."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from ..text.fold import WORD, fold
from ..text.taken import Taken

_SPEECH_WORDS = 5
"""Fewer words than this, without a sentence's end, are a term (``“inclusive” government``), not speech."""
_ENDS_SENTENCE = re.compile(r"[.,!?]$")
_SINGLE = re.compile(r"(?<!\w)‘([^‘]{2,}?)’(?!\w)|(?<!\w)'(\w[^']{1,40}?)'(?!\w)")


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
        return count >= _SPEECH_WORDS or (count > 1 and _ENDS_SENTENCE.search(inner) is not None)


@lru_cache(maxsize=65536)
def find_quoted(text: str) -> tuple[Quoted, ...]:
    """The quoted passages of one paragraph; one left open runs to its end.

    Double marks of any shape pair with each other, as newspapers mix them; single
    ones count only as an opening ``‘`` and its ``’`` before a space or stop.
    """
    found = _double(text)
    singles = list(_SINGLE.finditer(text)) if "'" in text or "‘" in text else []
    if not singles:
        return tuple(found)
    double = Taken(len(text), ((q.start, q.end) for q in found))
    for match in singles:
        if not double.at(match.start()):
            group = 1 if match[1] else 2
            found.append(Quoted(match[group], *match.span(group)))
    return tuple(sorted(found, key=lambda q: q.start))


def _double(text: str) -> list[Quoted]:
    folded = fold(text)
    found: list[Quoted] = []
    opened = -1
    at = folded.find('"')
    while at >= 0:
        reopens = text[at] == "“" and folded[at + 1 : at + 2].isalnum()
        if opened >= 0:
            found.append(Quoted(text[opened:at], opened, at, closed=not reopens))
            opened = at + 1 if reopens else -1
        elif not _is_measure(folded, at):
            opened = at + 1
        at = folded.find('"', at + 1)
    if 0 <= opened < len(text):
        found.append(Quoted(text[opened:], opened, len(text), closed=False))
    return found


def _is_measure(text: str, at: int) -> bool:
    """Whether the mark at ``at`` stands for inches, as in ``6"``."""
    return at > 0 and text[at - 1].isdigit() and not text[at + 1 : at + 2].isalnum()
