"""An ID that leads nowhere is a finding: nothing that reads the book ends in an error by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace as with_parts
from pathlib import Path

import pytest
from msgspec.structs import replace

from sourced.account.checked import account
from sourced.account.exports import exports
from sourced.account.exports.imprint import read_imprint
from sourced.account.facts import subjects
from sourced.account.introducing import Introductions
from sourced.account.names import name_rows
from sourced.account.sources.coverage import cover
from sourced.account.sources.source import source_view
from sourced.account.tally import tally
from sourced.book.book import Book
from sourced.book.loading import load_book
from sourced.book.model import Evidence, Fact
from sourced.chain.disagreements import disagreements
from sourced.chain.library import Library
from sourced.chain.reading import read_pages
from sourced.pictures import NARROW, make_picture
from sourced.pictures.request import LocatorRequest, PeopleRequest, SourcingRequest
from sourced.pictures.timeline.data import timeline
from sourced.rules.check import check_book

BOOK = Path(__file__).parents[1] / "books" / "tern-rock"
LOST = "no-such-id"
ROLES = {"centre": ("rock-distance",), "direction": ("rock-direction",), "nearby": (LOST,)}


def _evidence(change: Callable[[Evidence], Evidence]) -> Callable[[Fact], Fact]:
    return lambda fact: replace(fact, evidence=tuple(map(change, fact.evidence)))


FIELDS: dict[str, tuple[Callable[[Fact], Fact], str]] = {
    "about": (lambda fact: replace(fact, about=LOST), "name-unknown"),
    "by": (lambda fact: replace(fact, by=LOST if fact.by else None), "name-unknown"),
    "property": (lambda fact: replace(fact, property=LOST), "property-unknown"),
    "source": (_evidence(lambda each: replace(each, source=LOST)), "source-unknown"),
    "gloss": (_evidence(lambda each: replace(each, gloss=dict.fromkeys(each.gloss, LOST))), "gloss-unknown"),
    "value": (lambda fact: replace(fact, value=LOST), "unreviewed"),  # words, for a reader to judge
}


def read_all(book: Book) -> set[str]:
    """Read a book in every way that there is; the codes of what was found."""
    library, pages = Library(book), read_pages(book)
    report = check_book(book, pages)
    account(book, pages, library)
    cover(book, pages, library)
    disagreements(library)
    exports(book, pages, read_imprint(book.root, pages), library)
    subjects(library, {})
    name_rows(library, {})
    tally(library, [*book.facts, LOST])
    introductions = Introductions(library)
    for text in book.texts.values():
        for named in introductions.find(text):
            introductions.of(named.id)
    timeline(library, scales=("1900/2020",), without=(LOST,), labels={LOST: "lost"})
    for source in book.sources:
        source_view(library, source)
    for request in (
        PeopleRequest(ident="x", without=(LOST,), against=(LOST,)),
        LocatorRequest(ident="x", roles=ROLES),
        SourcingRequest(ident="x"),
    ):
        draw = make_picture(library, request, lambda: pages).draw
        assert draw is None or draw(NARROW, "x", lambda fact: f"#{fact}")
    return {finding.code for finding in report.findings}


@pytest.mark.parametrize("field", FIELDS)
def test_an_unknown_id_is_found_and_breaks_nothing(field: str) -> None:
    change, code = FIELDS[field]
    book = load_book(BOOK)
    assert code in read_all(with_parts(book, facts={id_: change(f) for id_, f in book.facts.items()}))


def test_known_ids_are_no_finding() -> None:
    assert read_all(load_book(BOOK)) <= {"unreviewed"}


@pytest.mark.parametrize("section", ["names", "properties", "facts"])
def test_a_section_without_entries_breaks_nothing(section: str) -> None:
    assert read_all(with_parts(load_book(BOOK), **{section: {}}))
