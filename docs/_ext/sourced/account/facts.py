"""All facts by what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from msgspec import Struct

from ..book.model import Fact
from ..chain.library import Library
from ..english.dates.dates import say
from ..english.markers import has_hearsay, passes_on
from ..english.phrases import joined
from ..text.edtf import days
from ..text.fold import squeeze

RECKONED = "by the reckoning of this book"
"""Said of a date that no article states."""


UNNAMED = "passed on without naming who said it"
"""Said of hearsay."""


class Listed(Struct, frozen=True, kw_only=True):
    """A fact as the list has it."""

    fact: Fact
    property: str
    pages: tuple[str, ...]


class Subject(Struct, frozen=True, kw_only=True):
    """Who or what facts are about."""

    id: str
    name: str
    about: str
    kind: str
    facts: tuple[Listed, ...]


def subjects(library: Library, used_on: Mapping[str, Sequence[str]]) -> tuple[Subject, ...]:
    """Every subject with its facts, in the order of names and, for each, of the data file."""
    book = library.book
    found: dict[str, list[Fact]] = {name: [] for name in book.names}
    for fact in book.facts.values():
        found.setdefault(fact.about, []).append(fact)
    return tuple(
        Subject(
            id=about,
            name=book.name_of(about),
            about=(book.names[about].about or "") if about in book.names else "",
            kind=book.names[about].kind if about in book.names else "",
            facts=tuple(
                Listed(
                    fact=fact,
                    property=book.property_title(fact.property),
                    pages=tuple(used_on.get(fact.id, ())),
                )
                for fact in facts
            ),
        )
        for about, facts in found.items()
        if facts
    )


def told_alike(facts: Iterable[Fact]) -> tuple[tuple[Fact, ...], ...]:
    """Facts by what they state: those that say the same of the same thing, each from another source.

    What somebody says is another statement than a report's own; and what one source tells in two ways is two.
    """
    found: dict[tuple[str, ...], list[list[Fact]]] = {}
    for fact in facts:
        value = squeeze(fact.value or fact.statement).lower()
        alike = found.setdefault((fact.about, fact.property, value, fact.by or "", fact.when or ""), [])
        own = {each.source for each in fact.evidence}
        home = next((group for group in alike if own and not own <= _sources(group)), None)
        if home is None:
            alike.append([fact])
        else:
            home.append(fact)
    return tuple(tuple(group) for groups in found.values() for group in groups)


def _sources(facts: Iterable[Fact]) -> set[str]:
    return {each.source for fact in facts for each in fact.evidence}


def is_hearsay(library: Library, fact: Fact) -> bool:
    """Whether a fact is passed on by its sources without naming who said it.

    Its statement has to show it, and each sentence that it rests on; what somebody says is no hearsay.
    """
    if fact.by or not fact.evidence or not passes_on(fact.statement):
        return False
    passages = ((library.passage(each), each.exact) for each in fact.evidence)
    return all(has_hearsay(passage.sentence if passage else exact) for passage, exact in passages)


@cache
def either_day(possible: Sequence[str]) -> str:
    """One of several days, in their order: ``22 or 29 August 2021``."""
    *firsts, last = (say(each).split() for each in possible)
    shared = next(n for n in range(1, 4) if all(each[n:] == last[n:] for each in firsts))
    return joined([*(" ".join(each[:shared]) for each in firsts), " ".join(last)], "or")


def brief_date(edtf: str) -> str:
    """A date in words; an interval within a month or a year names that once: ``22–28 August 2021``."""
    if not days(edtf):
        return edtf
    first, slash, last = edtf.partition("/")
    if not slash or ".." in (first, last) or "" in (first, last):
        return say(edtf)
    one, other = say(first).split(), say(last).split()
    kept = next((n for n in range(1, len(one)) if len(one) == len(other) and one[n:] == other[n:]), 0)
    if not kept:
        return f"{say(first)} – {say(last)}"
    return f"{' '.join(one[:kept])}{'–' if kept == 1 else ' – '}{say(last)}"
