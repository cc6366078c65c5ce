"""Disagreement is found, not declared: different values of what can have only one."""

from __future__ import annotations

from itertools import combinations
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


class Disagreement(Struct, frozen=True):
    """A property of one subject that its facts value differently, with the facts by position."""

    about: str
    property: str
    positions: tuple[tuple[Fact, ...], ...]
    kind: Comparison


def compare(library: Library, one: Fact, other: Fact) -> Comparison:
    """How the values of two facts about the same thing differ.

    One finer than the other is no contradiction, nor are amounts of different things; amounts are converted
    before they are compared. Two known as of different days may both have been true.
    """
    a, b = one.value or "", other.value or ""
    if squeeze(a).lower() == squeeze(b).lower():
        return "none"
    first, second = read_value(a), read_value(b)
    if first.date and second.date:
        found = _compare_dates(first.date, second.date)
    elif first.numbers and second.numbers:
        found = _compare_numbers(first, second)
    else:
        found = library.book.properties[one.property].difference or _compare_words(library, a, b)
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


def others(library: Library, fact: Fact) -> list[Fact]:
    """The facts whose value contradicts that of ``fact``; a difference of precision is none."""
    return _differing(library, fact, "contradiction", "time")


def akin(library: Library, fact: Fact) -> list[Fact]:
    """The facts that tell the same as ``fact``, more or less exactly or in other words."""
    return _differing(library, fact, "precision", "wording")


def _differing(library: Library, fact: Fact, *how: Comparison) -> list[Fact]:
    if fact.value is None:
        return []
    rivals = library.positions.get((fact.about, fact.property), [])
    return [rival for rival in rivals if rival.id != fact.id and compare(library, fact, rival) in how]


def disagreements(library: Library) -> list[Disagreement]:
    """Every disagreement of the book, plain contradictions first."""
    found = []
    for (about, name), facts in library.positions.items():
        positions: list[list[Fact]] = []
        for fact in facts:
            home = next((p for p in positions if all(compare(library, f, fact) == "none" for f in p)), None)
            if home is None:
                positions.append([fact])
            else:
                home.append(fact)
        if len(positions) > 1:
            kinds = (compare(library, a, b) for a, b in combinations(facts, 2))
            worst = min(kinds, key=_ORDER.__getitem__)
            found.append(Disagreement(about, name, tuple(map(tuple, positions)), worst))
    return sorted(found, key=lambda d: (_ORDER[d.kind], d.about, d.property))
