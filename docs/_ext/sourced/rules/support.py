"""Support: whether every word of meaning of a unit is found in its evidence, tied in as it is there.

What is found are doubts: a word that goes beyond the evidence, a limit of the evidence that is left out,
words that stand to each other otherwise. A person reads on. Only an opposite in the same place refutes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from ..english.dates.agreement import supports as date_supports
from ..english.lexicon import opposites, related, synonyms
from ..english.meaning import Token
from ..english.quantities.numbers import supports as number_supports
from ..english.speech.verbs import is_plain_verb

BEYOND, LEFT_OUT = "goes beyond", "leaves out"
APART, TURNED = "does not stand together in the evidence", "stands the other way round"
OPPOSITE = "says the opposite of"
"""The reasons for doubts."""

_NEAR = 3
"""So many words of meaning may part two in the evidence that stand side by side in the unit."""
_TIES = frozenset({"of", "for", "from", "to", "by", "with", "against", "in", "at", "on", "into"})
"""Small words that hang what follows on the word before them."""
_PRESUPPOSED = frozenset({"after", "until", "since", "during", "also"})
"""Limits whose clause holds without them: `after the light failed` says that it failed."""


class Doubt(Struct, frozen=True, order=True):
    """One reason why a unit is not supported as it stands; ``start`` and ``end`` are places in it."""

    start: int
    end: int
    why: str
    word: str

    @property
    def refutes(self) -> bool:
        """Whether this is certain enough to say that the unit is wrong."""
        return self.why == OPPOSITE


class Witness(Struct, frozen=True):
    """One text of the evidence, read."""

    text: str
    tokens: tuple[Token, ...]


_Place = tuple[int, int]
"""Which witness, and which token of it."""
_Places = Sequence[Sequence[_Place]]
"""For each token of the unit, where the evidence has it."""


def doubts(
    unit: Sequence[Token],
    witnesses: Sequence[Witness],
    known: frozenset[str] = frozenset(),
    subject: frozenset[str] = frozenset(),
) -> list[Doubt]:
    """Why ``unit`` is not supported by ``witnesses``, if so.

    It may name those who are ``known`` all the same, and call its subject by one of the ``subject`` words.
    """
    places = [_places(token, witnesses) for token in unit]
    told = any(token.ids & known for token in unit)

    def is_granted(token: Token) -> bool:
        if token.ids & known:
            return True
        return token.text.lower() in subject or (told and is_plain_verb(token.text))

    missing = [n for n, token in enumerate(unit) if not places[n] and not is_granted(token)]
    if missing:
        turned = {n: word for n in missing if (word := _opposite(unit, n, places, witnesses))}
        return [
            Doubt(unit[n].start, unit[n].end, OPPOSITE, turned[n])
            if n in turned
            else Doubt(unit[n].start, unit[n].end, BEYOND, unit[n].text)
            for n in missing
        ]
    lost = (each for each in _left_out(unit, places, witnesses) if each.word.lower() not in subject)
    return sorted({*_apart(unit, places), *_turned(unit, places, witnesses), *lost})


def beyond(unit: Sequence[Token], witnesses: Sequence[Witness]) -> list[Doubt]:
    """The words of ``unit`` that no witness has; how they stand to each other is not asked."""
    return [
        Doubt(token.start, token.end, BEYOND, token.text) for token in unit if not _places(token, witnesses)
    ]


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
    if token.number or other.number:
        both = token.number and other.number
        return bool(both) and number_supports(other.number, token.number)  # type: ignore[arg-type]  # both are
    if token.denial or token.hedge:
        return (token.denial, token.hedge) == (other.denial, other.hedge)
    if token.limits or other.limits:
        return bool(set(token.limits) & set(other.limits))
    if other.named and not token.named:
        return any(_alike(token.text.lower(), word) for word in other.text.lower().split())
    if token.named or other.denial or other.hedge:
        return False
    return _alike(token.text.lower(), other.text.lower())


@lru_cache(maxsize=262144)
def _alike(one: str, other: str) -> bool:
    """Whether one word says what another does."""
    return related(one, other) or synonyms(one, other)


def _opposite(unit: Sequence[Token], n: int, places: _Places, witnesses: Sequence[Witness]) -> str:
    """The word of the evidence that contradicts token ``n``, in an otherwise same place; or nothing."""
    token = unit[n]
    if any(each.denial for each in unit if each.clause == token.clause):
        return ""
    for w, witness in enumerate(witnesses):
        for i, other in enumerate(witness.tokens):
            if not _against(token.text.lower(), other.text.lower()):
                continue
            if any(each.denial or each.hedge for each in witness.tokens if each.clause == other.clause):
                continue
            before = _same(places, n - 1, (w, i - 1), at_edge=n == 0 and i == 0)
            after = _same(
                places, n + 1, (w, i + 1), at_edge=n + 1 == len(unit) and i + 1 == len(witness.tokens)
            )
            if before and after and (n or n + 1 < len(unit)):
                return other.text
    return ""


@lru_cache(maxsize=262144)
def _against(one: str, other: str) -> bool:
    return opposites(one, other)


def _same(places: _Places, n: int, place: _Place, *, at_edge: bool) -> bool:
    """Whether token ``n`` of the unit stands at this place of the evidence, or both are beyond the edge."""
    return at_edge or (0 <= n < len(places) and place in places[n])


def _apart(unit: Sequence[Token], places: _Places) -> Iterator[Doubt]:
    """Neighbours that stand side by side nowhere in the evidence."""
    for n, (one, two) in enumerate(pairwise(unit)):
        if one.clause != two.clause or not places[n] or not places[n + 1]:
            continue
        if not any(a == b and 0 < abs(i - j) <= _NEAR for a, i in places[n] for b, j in places[n + 1]):
            yield Doubt(one.start, two.end, APART, f"{one.text} … {two.text}")


def _turned(unit: Sequence[Token], places: _Places, witnesses: Sequence[Witness]) -> Iterator[Doubt]:
    """Two names, dates or numbers that stand in the other order."""
    marked = [n for n, token in enumerate(unit) if token.ids or token.number or token.dates]
    for a, b in pairwise(marked):
        if unit[a].clause != unit[b].clause or unit[a].ids & unit[b].ids:
            continue
        orders = {
            (i < j) != _passive(unit[b], witnesses[w].tokens[max(i, j)])
            for w, i in places[a]
            for v, j in places[b]
            if w == v and i != j
        }
        if orders == {False}:
            yield Doubt(unit[a].start, unit[b].end, TURNED, f"{unit[a].text} … {unit[b].text}")


def _passive(token: Token, other: Token) -> bool:
    """Whether one of two tells the deed by its doer, `by her`, and the other does not."""
    return ("by" in token.lead) != ("by" in other.lead)


def _left_out(unit: Sequence[Token], places: _Places, witnesses: Sequence[Witness]) -> Iterator[Doubt]:
    """Words of the evidence that limit one which the unit has, and are not in the unit."""
    for n, token in enumerate(unit):
        reasons = [list(_lost(unit, n, witnesses[w].tokens, i)) for w, i in places[n]]
        if reasons and all(reasons):
            word = min(reasons, key=len)[0]
            yield Doubt(token.start, token.end, LEFT_OUT, word)


def _lost(unit: Sequence[Token], n: int, tokens: Sequence[Token], i: int) -> Iterator[str]:
    """What the evidence has beside its token ``i``, and the unit nowhere."""
    token, other = unit[n], tokens[i]
    if i and tokens[i - 1].clause == other.clause:
        before = tokens[i - 1]
        if not any(says(each, before) for each in unit):
            if (
                before.denial
                or before.hedge
                or any(m.meaning not in _PRESUPPOSED for m in before.limits)
                or (before.is_word and other.joined and not token.named)
            ):
                yield before.text
            elif before.is_word and not token.lead and _TIES & set(other.lead):
                yield f"{before.text} {' '.join(other.lead)}"
    if i + 1 < len(tokens) and tokens[i + 1].clause == other.clause:
        after = tokens[i + 1]
        if after.joined and after.is_word and not any(says(each, after) for each in unit):
            yield after.text
    if other.lead[-1:] in (("a",), ("an",)) and token.lead[-1:] == ("the",):
        yield other.lead[-1]
