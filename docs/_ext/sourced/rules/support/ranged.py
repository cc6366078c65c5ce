"""A range that a unit tells by its two ends: `from 5 to 12` for `5-12`."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from ...english.meaning import Token
from .witness import Witness


def ranged(unit: Sequence[Token], witnesses: Sequence[Witness]) -> Sequence[Token]:
    """The unit with `from 5 to 12` as the one range that the evidence has, in whatever words."""
    given = {(n.value, n.high) for w in witnesses for t in w.tokens if (n := t.number) and n.high is not None}
    if not given:
        return unit
    made: list[Token] = []
    for token in unit:
        last = made[-1] if made else token
        one, two = last.number, token.number
        is_end = token.lead == ("to",) and last.lead[-1:] == ("from",)
        if is_end and one and two and not (one.bound or two.bound) and (one.value, two.value) in given:
            ranged = structs.replace(two, value=one.value, high=two.value)
            made[-1] = structs.replace(token, start=last.start, number=ranged, lead=last.lead[:-1])
        else:
            made.append(token)
    return made
