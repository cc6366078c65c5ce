"""Where IDs stand: the one at the cursor, all others that mean the same, and where each is entered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ....account.renaming.data import naming
from ....account.uses.subject import KIND_IN, KINDS, Kind
from ....book.book import Book
from ....book.model import Evidence, Fact
from ....book.quotations import Match
from ....book.yamledit.local import scalar_span
from ....chain.library import Library
from ....page.page import Page
from ..completion import kind_in_data
from ..shifting import entry_at, entry_lines
from .datafile import Place, place_in_data
from .roles import spot_on_page


class Id(NamedTuple):
    """An ID, and where in a text it stands."""

    kind: Kind
    id: str
    start: int
    end: int


class Spot(NamedTuple):
    """Some characters of a file."""

    file: str
    start: int
    end: int


def id_on_page(book: Book, text: str, offset: int) -> Id | None:
    """The ID at an offset of a page."""
    spot = spot_on_page(text, offset)
    if spot is None or not spot.id or spot.kind == "role":
        return None
    if spot.kind == "against":
        return Id("property" if spot.id in book.properties else "fact", spot.id, spot.start, spot.end)
    return Id(spot.kind, spot.id, spot.start, spot.end)


def id_in_data(book: Book, text: str, offset: int) -> Id | None:
    """The ID at an offset of the data file, be it the key of its entry or a value."""
    place = place_in_data(text, offset)
    if place is None:
        return None
    if place.is_key:
        kind = KIND_IN.get(place.keys[0]) if len(place.keys) == 1 else None
    else:
        kind = kind_in_data(place)
        if place.keys[-1:] == ("value",) and place.text not in book.names:
            kind = None
    return Id(kind, place.text, place.start, place.end) if kind and place.text else None


def entry_of(book: Book, wanted: Id) -> Spot | None:
    """Where an ID is entered in the data file."""
    path = (KINDS[wanted.kind], wanted.id)
    if book.tree.node(path) is None:
        return None
    start = book.tree.offset(path, key=True)
    return Spot(book.data_file, start, start + len(wanted.id))


def evidence_at(book: Book, offset: int) -> tuple[Fact, Evidence, Place] | None:
    """The quotation whose entry stands at an offset of the data file."""
    tree = book.tree
    place = place_in_data(tree.text, offset)
    if place is None or "evidence" not in place.keys:
        return None
    found = entry_at(entry_lines(tree), tree.line_column(offset)[0])
    fact = book.facts.get(found[1][1]) if found and found[1][0] == "facts" else None
    if fact is None or not fact.evidence:
        return None
    path = ("facts", fact.id, "evidence")
    starts = [_line_start(tree.text, tree.offset((*path, n))) for n in range(len(fact.evidence))]
    index = sum(start <= offset for start in starts) - 1
    return (fact, fact.evidence[index], place) if index >= 0 else None


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def quotation_of(library: Library, evidence: Evidence) -> Spot | None:
    """Where a quotation stands in its source."""
    source, match = library.book.sources.get(evidence.source), library.locate(evidence)
    if source is None or not isinstance(match, Match):
        return None
    return Spot(
        library.book.settings.seed(source.file), *library.text(source.id).in_file(match.start, match.end)
    )


def uses_on_page(page: Page, wanted: Id) -> Iterator[Spot]:
    """Where a page names an ID."""
    for each in page.ids:
        meant = each.kind == wanted.kind or (each.kind == "against" and wanted.kind in ("fact", "property"))
        if meant and each.id == wanted.id:
            yield Spot(page.file, each.start, each.start + len(each.id))


def uses_in_data(book: Book, wanted: Id) -> Iterator[Spot]:
    """Where the data file names an ID, its own entry left out."""
    for path in naming(book, wanted.kind, wanted.id):
        if span := scalar_span(book.tree, path):
            start = book.tree.text.find(wanted.id, *span)
            yield Spot(book.data_file, start, start + len(wanted.id))
    for each in book.properties.values() if wanted.kind == "name" else ():
        if wanted.id in each.says:
            start = book.tree.offset(("properties", each.id, "says", wanted.id), key=True)
            yield Spot(book.data_file, start, start + len(wanted.id))
