from __future__ import annotations

from collections.abc import Callable

import pytest

from sourced.core.book import Book
from sourced.core.library import Library
from sourced.core.pages import Page, read_page
from sourced.core.pictures.sourcing import Count, Sourcing, sourcing, sourcing_twin
from sourced.core.pictures.sourcing_svg import draw_sourcing

from .conftest import Drawn, fact

BookOf = Callable[..., Book]
Reader = Callable[[str], Drawn]

SHARED = "The tower stood through nine great storms in a single winter without a crack"
FACTS = [
    fact("both", statement="The rock is small.", source="gazette herald", value="small", property="size"),
    fact("copied", statement=SHARED, source="gazette herald"),
    fact("alone", statement="The rock is wide.", source="mail", value="wide", property="size"),
    fact("claimed", statement="Birds nest there.", source="mail", by="edda"),
    fact("missing", source="none", absent=("harbour",)),
]
PAGE = """\
# The rock

The rock is small {evidence}`both`, and it stood {evidence}`copied`.
It is wide, and birds nest there. {evidence}`alone, claimed`
This page is short. {own}`about the page`
This sentence says nothing.

| What | How |
| --- | --- |
| Harbour | none {evidence}`missing` |
"""


def page(text: str, docname: str = "rock") -> Page:
    return read_page(text, docname=docname, file=f"docs/{docname}.md", display=lambda role, target: "shown")


@pytest.fixture
def counted(book_of: BookOf) -> Sourcing:
    """A page and three sources, counted."""
    quiet = page(
        "---\nsourced: {narrative: false, why: a list}\n---\n# List\n\nText. {evidence}`both`\n", "list"
    )
    return sourcing(
        Library(book_of(*FACTS)), [page(PAGE), quiet, page("# Empty\n\nNothing. {own}`x`\n", "empty")]
    )


def test_pages_that_tell_and_cite_are_counted(counted: Sourcing) -> None:
    (row,) = counted.pages
    assert (row.docname, row.title) == ("rock", "The rock")
    assert (row.sentences, row.citing, row.own) == (5, 3, 1)
    assert row.count == Count(facts=5, several=1, one=3, absent=1, claims=1, disputed=2)


def test_sources_that_share_their_words_are_not_independent(counted: Sourcing) -> None:
    rows = {row.label: (row.count.facts, row.count.several, row.alone, row.shared) for row in counted.sources}
    assert rows == {"The gazette": (2, 1, 0, 1), "The herald": (2, 1, 0, 1), "The mail": (2, 0, 2, 0)}


def test_the_twin_has_the_figures_and_leads_to_the_pages(counted: Sourcing) -> None:
    pages, sources = sourcing_twin(counted)
    assert [run.text for run in pages.rows[0]] == ["The rock", "5", "3", "1", "5", "1", "3", "1", "1", "2"]
    assert pages.rows[0][0].page == "rock"
    assert len(sources.rows) == 3
    assert all(len(row) == len(table.head) for table in (pages, sources) for row in table.rows)


@pytest.mark.parametrize("width", [300, 640])
def test_each_bar_has_its_figures_in_words(counted: Sourcing, drawn: Reader, width: float) -> None:
    texts = " ".join(drawn(draw_sourcing(counted, width, "p", str)).texts)
    assert (
        "5 facts: 1 on several independent sources, 3 on one and 1 on what is missing. 1 claim, 2 disputed."
        in texts
    )
    assert (
        "2 facts: 1 also told independently, 0 by it alone and 1 in shared words. No claims, 1 disputed."
        in texts
    )


def test_bars_differ_in_their_filling_not_in_colour_alone(counted: Sourcing, drawn: Reader) -> None:
    bars = drawn(draw_sourcing(counted, 300, "p", str)).all("rect")
    assert {bar.attrib["fill"] for bar in bars} == {"currentColor", "none", "url(#p-hatch)"}


def test_an_empty_book_can_be_drawn(book_of: BookOf, drawn: Reader) -> None:
    drawn(draw_sourcing(sourcing(Library(book_of()), []), 300, "p", str))
