"""Short forms with ``n't``, read as the ``not`` that they are: ``wasn't clear`` as ``was not clear``."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

NOT = "n't"
_SHORT = re.compile(r"\b(?:(?P<verb>wo|sha|ca)|[a-z]+?)n't(?!\w)", re.IGNORECASE)
_VERBS = {"wo": "will", "sha": "shall", "ca": "can"}
"""Verbs that are shortened themselves."""


class Spelled(Struct, frozen=True):
    """A text with its short forms written out, and for each place in it the one in the text as it was."""

    text: str
    places: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of it stands in the text as it was."""
        return (start, end) if self.places is None else (self.places[start], self.places[end])


@lru_cache(maxsize=16384)
def spelled_out(folded: str) -> Spelled:
    """A folded text with each ``n't`` as a word of its own; ``can't`` is ``cannot``."""
    if NOT not in folded.lower():
        return Spelled(folded, None)
    text: list[str] = []
    places: list[int] = []
    last = 0
    for match in _SHORT.finditer(folded):
        at = match.end() - len(NOT)
        begins = match.start() if match["verb"] else at
        text.append(folded[last:begins])
        places.extend(range(last, begins))
        verb = whole_verb(folded[begins:at])
        text.append(f"{verb}not" if verb.lower() == "can" else f"{verb} not")
        places.extend(_verb_places(begins, at, verb))
        places.extend([at] * (len("not") + (verb.lower() != "can")))
        last = match.end()
    text.append(folded[last:])
    places.extend(range(last, len(folded) + 1))
    return Spelled("".join(text), tuple(places))


def _verb_places(start: int, end: int, verb: str) -> list[int]:
    """The places of the letters of a verb; those that are left out stand where it ends."""
    return [min(start + n, end) for n in range(len(verb))]


def whole_verb(short: str) -> str:
    """The verb before an ``n't``, whole: ``will`` for ``wo``."""
    verb = _VERBS.get(short.lower(), short)
    return verb.capitalize() if short[:1].isupper() else verb
