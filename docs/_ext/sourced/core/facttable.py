"""All facts as the rows of one table, those about one subject together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from .atoms.dates import say
from .book import Book
from .display import show_value
from .edtfdays import days
from .library import Library
from .model import Fact
from .quotations import Match


class FactRow(Struct, frozen=True, kw_only=True):
    """A fact, with everything in the words of the book."""

    id: str
    subject: str
    property: str
    value: str
    statement: str
    by: str
    as_of: str
    """In EDTF."""
    sources: tuple[tuple[str, int | None], ...]
    """Each source, and where its first quotation for the fact begins."""
    pages: tuple[str, ...]
    first: bool
    """Whether it is the first about its subject."""


def fact_rows(library: Library, used_on: Mapping[str, Sequence[str]]) -> tuple[FactRow, ...]:
    """A row for each fact, in the order of names and, for each, of the data file."""
    book = library.book
    order = {name: number for number, name in enumerate(book.names)}
    facts = sorted(book.facts.values(), key=lambda fact: order.get(fact.about, len(order)))
    subjects = [fact.about for fact in facts]
    return tuple(
        _row(
            library,
            fact,
            tuple(used_on.get(fact.id, ())),
            first=number == 0 or subjects[number - 1] != fact.about,
        )
        for number, fact in enumerate(facts)
    )


def _row(library: Library, fact: Fact, pages: tuple[str, ...], *, first: bool) -> FactRow:
    book = library.book
    kind = book.properties.get(fact.property)
    return FactRow(
        id=fact.id,
        subject=name_of(book, fact.about),
        property=kind.title if kind else fact.property,
        value=show_value(book, fact),
        statement=fact.statement,
        by=name_of(book, fact.by) if fact.by else "",
        as_of=fact.as_of or "",
        sources=tuple(_sources(library, fact).items()),
        pages=pages,
        first=first,
    )


def _sources(library: Library, fact: Fact) -> dict[str, int | None]:
    found: dict[str, int | None] = {}
    for evidence in fact.evidence:
        if evidence.source in library.book.sources and evidence.source not in found:
            match = library.locate(evidence)
            found[evidence.source] = match.start if isinstance(match, Match) else None
    return found


def name_of(book: Book, id_: str) -> str:
    """The spelling that the book prints; the ID where it has no such name."""
    return book.names[id_].name if id_ in book.names else id_


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


def date_key(edtf: str) -> str:
    """The first day of a date as eight digits, by which dates sort; "" if it is none."""
    span = days(edtf) if edtf else None
    return span[0].strftime("%Y%m%d") if span else ""
