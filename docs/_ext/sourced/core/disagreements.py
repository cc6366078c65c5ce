"""Disagreement is found, not declared: different values of what can have only one."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from .atoms.amounts import Number
from .atoms.datelogic import supports
from .edtfdays import bare, contains, overlap
from .folding import squeeze
from .grounds import content_words, read_value
from .library import Library
from .model import Fact

Comparison = Literal["none", "wording", "precision", "time", "contradiction"]


_ORDER: dict[Comparison, int] = {"contradiction": 0, "time": 1, "precision": 2, "wording": 3, "none": 4}


class Disagreement(Struct, frozen=True):
    """A property of one subject that its facts value differently, with the facts by position."""

    about: str
    property: str
    positions: tuple[tuple[Fact, ...], ...]
    kind: Comparison


def compare(library: Library, one: Fact, other: Fact) -> Comparison:
    """How the values of two facts about the same thing differ.

    One finer than the other is no contradiction; two known as of different days may both have been true.
    """
    a, b = one.value or "", other.value or ""
    if squeeze(a).lower() == squeeze(b).lower():
        return "none"
    first, second = read_value(a), read_value(b)
    if first.date and second.date:
        if bare(first.date) == bare(second.date):
            return "none"
        finer = supports(first.date, second.date) or supports(second.date, first.date)
        return (
            "precision"
            if finer or contains(first.date, second.date) or contains(second.date, first.date)
            else _kind(one, other)
        )
    if first.numbers and second.numbers:
        return _compare_numbers(first.numbers, second.numbers, one, other)
    return _compare_words(library, one, other)


def _compare_words(library: Library, one: Fact, other: Fact) -> Comparison:
    a, b = one.value or "", other.value or ""
    declared = library.book.properties[one.property].difference
    if declared is not None:
        return declared
    if a not in library.book.names and b not in library.book.names:
        first, second = content_words(a), content_words(b)
        if first == second:
            return "none"
        if first <= second or second <= first:
            return "precision"
    return _kind(one, other)


def _compare_numbers(
    first: tuple[Number, ...], second: tuple[Number, ...], one: Fact, other: Fact
) -> Comparison:
    if [(n.value, n.unit) for n in first] == [(n.value, n.unit) for n in second]:
        return "none" if [n.bound for n in first] == [n.bound for n in second] else "precision"
    return _kind(one, other)


def _kind(one: Fact, other: Fact) -> Comparison:
    if one.as_of and other.as_of and not overlap(one.as_of, other.as_of):
        return "time"
    return "contradiction"


def others(library: Library, fact: Fact) -> list[Fact]:
    """The facts whose value contradicts that of ``fact``; a difference of precision is none."""
    rivals = library.positions.get((fact.about, fact.property), [])
    return [
        o
        for o in rivals
        if o.id != fact.id
        and fact.value is not None
        and compare(library, fact, o) in ("contradiction", "time")
    ]


def disagreements(library: Library) -> list[Disagreement]:
    """Every disagreement of the book, plain contradictions first."""
    found = []
    for (about, kind), facts in library.positions.items():
        positions: list[list[Fact]] = []
        for fact in facts:
            home = next((p for p in positions if compare(library, p[0], fact) == "none"), None)
            if home is None:
                positions.append([fact])
            else:
                home.append(fact)
        if len(positions) > 1:
            kinds = {
                compare(library, a[0], b[0]) for i, a in enumerate(positions) for b in positions[i + 1 :]
            }
            worst = min(kinds, key=_ORDER.__getitem__)
            found.append(Disagreement(about, kind, tuple(tuple(p) for p in positions), worst))
    return sorted(found, key=lambda d: (_ORDER[d.kind], d.about, d.property))
