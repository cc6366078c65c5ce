"""Support: whether every word of meaning of a unit is found in its evidence, tied in as it is there.

Nothing here refutes. What is found are doubts: a word that goes beyond the evidence, a limit of the
evidence that is left out, words that stand to each other otherwise. A person reads on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from ..english.closed import alike, limit_of
from ..english.dates.agreement import supports as date_supports
from ..english.meaning import Token
from ..english.quantities.numbers import supports as number_supports

BEYOND, LEFT_OUT = "goes beyond", "leaves out"
APART, TURNED = "does not stand together in the evidence", "stands the other way round"
"""The reasons for doubts."""

_NEAR = 3
"""So many words of meaning may part two in the evidence that stand side by side in the unit."""
_TIES = frozenset({"of", "for", "from", "to", "by", "with", "against", "in", "at", "on", "into"})
"""Small words that hang what follows on the word before them."""


class Doubt(Struct, frozen=True, order=True):
    """One reason why a unit is not supported as it stands; ``start`` and ``end`` are places in it."""

    start: int
    end: int
    why: str
    word: str


class Witness(Struct, frozen=True):
    """One text of the evidence, read."""

    text: str
    tokens: tuple[Token, ...]


def doubts(
    unit: Sequence[Token], witnesses: Sequence[Witness], known: frozenset[str] = frozenset()
) -> list[Doubt]:
    """Why ``unit`` is not supported by ``witnesses``, if so; it may name ``known`` all the same."""
    places = [_places(token, witnesses) for token in unit]
    found = [
        Doubt(token.start, token.end, BEYOND, token.text)
        for token, at in zip(unit, places, strict=True)
        if not at and not token.ids & known
    ]
    if found:
        return found
    found += _loose(unit, places, witnesses)
    found += _turned(unit, places, witnesses)
    found += _left_out(unit, places, witnesses)
    return sorted(set(found))


_Place = tuple[int, int]
"""Which witness, and which token of it."""
_Places = Sequence[Sequence[_Place]]
"""For each token of the unit, where the evidence has it."""


def _places(token: Token, witnesses: Sequence[Witness]) -> list[_Place]:
    return [
        (number, index)
        for number, witness in enumerate(witnesses)
        for index, other in enumerate(witness.tokens)
        if says(token, other)
    ]


def says(token: Token, other: Token) -> bool:
    """Whether ``other``, of the evidence, says what ``token`` does."""
    if token.ids & other.ids:
        return True
    if token.dates and other.dates:
        return any(date_supports(b, a) for a in token.dates for b in other.dates)
    if token.number and other.number:
        return number_supports(other.number, token.number)
    if token.kind != other.kind:
        return (
            token.kind == "word"
            and other.kind == "name"
            and any(alike(token.text, w) for w in other.text.split())
        )
    if token.kind == "limit":
        return limit_of(token.text.lower()) == limit_of(other.text.lower())
    if token.kind in ("denial", "hedge"):
        return True
    return token.kind == "word" and alike(token.text, other.text)


def _loose(
    unit: Sequence[Token], places: list[list[_Place]], witnesses: Sequence[Witness]
) -> Iterator[Doubt]:
    """Neighbours that stand side by side nowhere in the evidence."""
    for n in range(1, len(unit)):
        one, two = unit[n - 1], unit[n]
        if one.clause != two.clause or not places[n - 1] or not places[n]:
            continue
        near = any(a == b and i != j and abs(i - j) <= _NEAR for a, i in places[n - 1] for b, j in places[n])
        if not near:
            yield Doubt(
                one.start, two.end, "does not stand together in the evidence", f"{one.text} … {two.text}"
            )


def _turned(
    unit: Sequence[Token], places: list[list[_Place]], witnesses: Sequence[Witness]
) -> Iterator[Doubt]:
    """Two names, dates or numbers that stand in the other order."""
    marked = [n for n, t in enumerate(unit) if t.kind in ("name", "number", "date") or t.ids]
    for a, b in pairwise(marked):
        if unit[a].clause != unit[b].clause or unit[a].ids & unit[b].ids:
            continue
        orders = {
            i < j and True if not _passive(unit[b], witnesses[w].tokens[max(i, j)]) else i > j
            for w, i in places[a]
            for v, j in places[b]
            if w == v and i != j
        }
        if orders == {False}:
            yield Doubt(
                unit[a].start, unit[b].end, "stands the other way round", f"{unit[a].text} … {unit[b].text}"
            )


def _passive(token: Token, other: Token) -> bool:
    return ("by" in token.lead) != ("by" in other.lead)


def _left_out(
    unit: Sequence[Token], places: list[list[_Place]], witnesses: Sequence[Witness]
) -> Iterator[Doubt]:
    """Words of the evidence that limit one which the unit has, and are not in the unit."""
    for n, token in enumerate(unit):
        reasons = [list(_lost(unit, n, witnesses[w].tokens, i)) for w, i in places[n]]
        if reasons and all(reasons):
            word = min(reasons, key=len)[0]
            yield Doubt(token.start, token.end, LEFT_OUT, word)


def _lost(unit: Sequence[Token], n: int, tokens: Sequence[Token], i: int) -> Iterator[str]:
    token, other = unit[n], tokens[i]
    before = tokens[i - 1] if i and tokens[i - 1].clause == other.clause else None
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].clause == other.clause else None
    if before is not None and not any(says(t, before) for t in unit):
        if before.kind in ("limit", "denial", "hedge") or (other.joined and token.kind != "name"):
            yield before.text
        elif not token.lead and _TIES & set(other.lead):
            yield f"{before.text} {' '.join(other.lead)}"
    if after is not None and after.joined and after.kind == "word" and not any(says(t, after) for t in unit):
        yield after.text
    if other.lead[-1:] in (("a",), ("an",)) and token.lead[-1:] == ("the",):
        yield other.lead[-1]
