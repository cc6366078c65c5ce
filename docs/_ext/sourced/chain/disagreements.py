"""Disagreement is found, not declared: different values of what can have only one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import Literal

from msgspec import Struct

from ..book.model import Difference, Fact
from ..english.dates.agreement import supports
from ..english.lexis.stems import content_words
from ..english.quantities.conversions import converts, dimension
from ..english.quantities.numbers import Number, same_amount
from ..text.edtf import bare, contains, overlap
from ..text.fold import squeeze
from .grounds import Value, read_value
from .library import Library

Comparison = Difference | Literal["none"]

_ORDER: dict[Comparison, int] = {"contradiction": 0, "time": 1, "precision": 2, "wording": 3, "none": 4}

_Value = tuple[str | None, str | None]

_OR = re.compile(r"\bor\b", re.IGNORECASE)

MOST_COMPARED = 50
"""So many different values of one thing are compared each with each; any further one only with these."""


class Disagreement(Struct, frozen=True):
    """A property of one subject that its facts value differently, with the facts by position."""

    about: str
    property: str
    positions: tuple[tuple[Fact, ...], ...]
    kind: Comparison


@lru_cache(maxsize=65536)
def _folded(value: str) -> str:
    return squeeze(value).lower()


def compare(library: Library, one: Fact, other: Fact) -> Comparison:
    """How the values of two facts about the same thing differ.

    One finer than the other is no contradiction, nor are amounts of different things; amounts are converted
    before they are compared. Two known as of different days may both have been true. Words alone do not show
    that a voice contradicts itself within one sentence.
    """
    a, b = one.value or "", other.value or ""
    if _folded(a) == _folded(b):
        return "none"
    first, second = read_value(a), read_value(b)
    declared = library.book.properties[one.property].difference
    if first.date and second.date:
        found = _compare_dates(first.date, second.date)
    elif first.numbers and second.numbers:
        found = _compare_numbers(first, second)
        if found == "precision" and declared == "wording":
            return "wording"  # one figure of two things, as the editors have found
    else:
        found = declared or _compare_words(library, a, b)
        if found == "contradiction" and not declared and _in_one_breath(library, one, other):
            return "wording"
    if found == "contradiction" and one.as_of and other.as_of and not overlap(one.as_of, other.as_of):
        return "time"
    return found


def _compare_dates(one: str, other: str) -> Comparison:
    if bare(one) == bare(other):
        return "none"
    pairs = ((one, other), (other, one))
    return "precision" if any(supports(*p) or contains(*p) for p in pairs) else "contradiction"


def _compare_numbers(one: Value, other: Value) -> Comparison:
    pairs = list(zip(one.numbers, other.numbers, strict=False))
    if any(_is_apart(a, b) for a, b in pairs):
        return "none"
    if len(one.numbers) != len(other.numbers):
        return "contradiction"
    found = [_compare_amounts(a, b) for a, b in pairs]
    return min(found, key=_ORDER.__getitem__, default="none")


def _is_apart(one: Number, other: Number) -> bool:
    """Whether two amounts are of different things, as 18 deaths and 18 miles are."""
    kinds = {dimension(one.unit) or one.unit, dimension(other.unit) or other.unit}
    return len(kinds) == 2 and not same_amount(one, other)


def _compare_amounts(one: Number, other: Number) -> Comparison:
    if same_amount(one, other):
        return "none" if one.bound == other.bound else "precision"
    if converts(one, other):
        return "wording" if one.bound == other.bound else "precision"
    return "precision" if _is_within(one, other) or _is_within(other, one) else "contradiction"


def _is_within(one: Number, other: Number) -> bool:
    """Whether an amount lies in a range in the same unit."""
    if other.high is None or one.unit != other.unit:
        return False
    return other.value <= one.value and (one.high or one.value) <= other.high


def _compare_words(library: Library, one: str, other: str) -> Comparison:
    if one in library.book.names or other in library.book.names:
        return "contradiction"
    first, second = content_words(one), content_words(other)
    if first == second:
        return "none"
    return "precision" if first <= second or second <= first else "contradiction"


def _in_one_breath(library: Library, one: Fact, other: Fact) -> bool:
    """Whether one voice says both in one sentence, and not the one *or* the other."""
    passages = [library.passage(each) for fact in (one, other) for each in fact.evidence]
    found = [passage for passage in passages if passage]
    places = {(passage.source, passage.start, passage.sentence) for passage in found}
    quoted = one.evidence and other.evidence and len(found) == len(passages)
    if one.by != other.by or not quoted or len(places) != 1:
        return False
    first, last = min(p.inner[0] for p in found), max(p.inner[1] for p in found)
    return not _OR.search(found[0].sentence[first:last])


def compare_groups(library: Library, ones: Sequence[Fact], rest: Sequence[Fact]) -> Comparison:
    """How two groups differ, each of facts of one value: what two say in one breath, others may not."""
    found = compare(library, ones[0], rest[0])
    if found == "wording" and not library.book.properties[ones[0].property].difference:
        pairs = [*((one, rest[0]) for one in ones[1:]), *((ones[0], each) for each in rest[1:])]
        found = min([found, *(compare(library, *pair) for pair in pairs)], key=_ORDER.__getitem__)
    return found


class _Valued(Struct, frozen=True):
    """The facts that give one thing a value, by value and the day as of which it was known, in order."""

    facts: dict[_Value, list[Fact]]
    compared: tuple[_Value, ...]
    """The first ``MOST_COMPARED`` of these: each is compared with them and with no other."""


def _valued(library: Library, about: str, name: str) -> _Valued:
    def group() -> _Valued:
        found: dict[_Value, list[Fact]] = {}
        for fact in library.positions.get((about, name), ()):
            found.setdefault((fact.value, fact.as_of), []).append(fact)
        return _Valued(found, tuple(found)[:MOST_COMPARED])

    return library.once(_valued, (about, name), group)


def are_too_many(library: Library, fact: Fact) -> bool:
    """Whether the values of the same thing are more than are compared with each other."""
    valued = _valued(library, fact.about, fact.property)
    return len(valued.facts) > len(valued.compared)


def others(library: Library, fact: Fact) -> list[Fact]:
    """The facts whose value contradicts that of ``fact``; a difference of precision is none."""
    return _differing(library, fact, ("contradiction", "time"))


def ids_of_others(library: Library, fact: Fact) -> frozenset[str]:
    """The IDs of those."""
    key = (fact.about, fact.property, fact.value, fact.as_of)
    return library.once(ids_of_others, key, lambda: frozenset(each.id for each in others(library, fact)))


def akin(library: Library, fact: Fact) -> list[Fact]:
    """The facts that tell the same as ``fact``, more or less exactly or in other words."""
    return _differing(library, fact, ("precision", "wording"))


def _differing(library: Library, fact: Fact, how: tuple[Comparison, ...]) -> list[Fact]:
    if fact.value is None:
        return []

    def find() -> list[Fact]:
        valued = _valued(library, fact.about, fact.property)
        own = valued.facts.get((fact.value, fact.as_of), [fact])
        rivals = [valued.facts[value] for value in valued.compared]
        return _in_order(library, [each for each in rivals if compare_groups(library, own, each) in how])

    return library.once(_differing, (fact.about, fact.property, fact.value, fact.as_of, how), find)


def _in_order(library: Library, groups: Iterable[list[Fact]]) -> list[Fact]:
    """The facts of several groups as they stand in the data."""
    places = library.once(_in_order, "", lambda: {id_: place for place, id_ in enumerate(library.book.facts)})
    return sorted((fact for group in groups for fact in group), key=lambda fact: places[fact.id])


def disagreements(library: Library) -> list[Disagreement]:
    """Every disagreement of the book, plain contradictions first."""
    found = []
    for about, name in library.positions:
        valued = _valued(library, about, name)
        positions = _positions(library, valued)
        if len(positions) > 1:
            worst = _worst(library, valued)
            told = tuple(tuple(_in_order(library, position)) for position in positions)
            found.append(Disagreement(about, name, told, worst))
    return sorted(found, key=lambda d: (_ORDER[d.kind], d.about, d.property))


def _positions(library: Library, valued: _Valued) -> list[list[list[Fact]]]:
    """The facts by position; a value that is not compared with all others joins only one that is."""
    positions: list[list[list[Fact]]] = []
    open_ = 0
    for place, facts in enumerate(valued.facts.values()):
        same = (
            p
            for p in positions[:open_]
            if all(compare(library, f[0], facts[0]) == "none" for f in p[:MOST_COMPARED])
        )
        home = next(same, None)
        if home is not None:
            home.append(facts)
        else:
            positions.append([facts])
            open_ += place < MOST_COMPARED
    return positions


def _worst(library: Library, valued: _Valued) -> Comparison:
    worst: Comparison = "none"
    for place, value in enumerate(valued.compared):
        for other in islice(valued.facts.values(), place + 1, None):
            kind = compare_groups(library, valued.facts[value], other)
            worst = min(worst, kind, key=_ORDER.__getitem__)
            if worst == "contradiction":
                return worst
    return worst
