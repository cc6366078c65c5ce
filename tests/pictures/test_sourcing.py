from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest

from sourced.book.book import Book
from sourced.chain.library import Library
from sourced.page.page import Page
from sourced.page.reading import read_page
from sourced.pictures.sourcing.data import Count, Sourcing, headline, sourcing, sourcing_twin
from sourced.pictures.sourcing.drawing import draw_sourcing
from sourced.pictures.twin import Listing, Table

from .conftest import Drawn, fact

BookOf = Callable[..., Book]
Reader = Callable[[str], Drawn]

SHARED = "The tower stood through nine great storms in a single winter without a crack"
FACTS = [
    fact("both", statement="The rock is small.", source="gazette mail", value="small", property="size"),
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
    assert rows == {"The gazette": (2, 1, 0, 1), "The herald": (1, 0, 0, 1), "The mail": (3, 1, 2, 0)}


def test_the_twin_has_the_figures_and_leads_to_the_pages(counted: Sourcing) -> None:
    tables = [part for part in sourcing_twin(counted) if isinstance(part, Table)]
    pages, sentences, sources = tables
    assert [run.text for run in pages.rows[0]] == ["The rock", "5", "1", "3", "1", "1", "2"]
    assert [run.text for run in sentences.rows[0]] == ["The rock", "5", "3", "1"]
    assert [run.text for run in sources.rows[0]] == ["The gazette", "2", "1", "1", "0", "0", "1"]
    assert pages.rows[0][0].page == sentences.rows[0][0].page == "rock"
    assert len(sources.rows) == 3
    assert all(len(row) == len(table.head) for table in tables for row in table.rows)


def test_every_head_that_is_short_for_something_is_explained(counted: Sourcing) -> None:
    *_, heads = sourcing_twin(counted)
    assert isinstance(heads, Listing)
    told = " ".join(run.text for item in heads.items for run in item.runs)
    short = ("Several", "One", "Missing", "Claims", "Disputed", "Elsewhere too", "Shared words")
    assert all(head in told for head in short)


@pytest.mark.parametrize("width", [300, 640])
def test_what_most_facts_rest_on_is_the_headline(counted: Sourcing, drawn: Reader, width: float) -> None:
    texts = drawn(draw_sourcing(counted, width, "p", str)).texts
    assert texts[0] == "3 of 5 facts rest on one source"
    assert {"1 on several independent sources", "1 on what all leave out"} <= set(texts)


def test_one_fact_rests(book_of: BookOf) -> None:
    alone = sourcing(Library(book_of(FACTS[2])), [])
    assert headline(alone) == "1 of 1 fact rests on one source"


@pytest.mark.parametrize("width", [300, 640])
def test_each_bar_has_its_figures(counted: Sourcing, drawn: Reader, width: float) -> None:
    texts = drawn(draw_sourcing(counted, width, "p", str)).texts
    shares = [text.removesuffix(" on several").removesuffix(" elsewhere") for text in texts if " of " in text]
    assert shares[1:] == ["1 of 5", "1 of 2", "0 of 1", "1 of 3"]
    row = texts.index("The rock")
    assert texts[row + 2 : row + 4] == ["1", "2"]  # a claim, and two that are disputed
    row = texts.index("The gazette")
    assert texts[row + 2 : row + 4] == ["–", "1"]


@pytest.mark.parametrize("width", [300, 640])
def test_bars_are_of_full_length_and_show_shares(counted: Sourcing, drawn: Reader, width: float) -> None:
    picture = drawn(draw_sourcing(counted, width, "p", str))
    rows: defaultdict[int, list[Element]] = defaultdict(list)
    for bar in picture.all("rect"):
        height = float(bar.attrib["height"])
        if height in {13, 14} and not {"rx", "transform"} & set(bar.attrib):
            rows[round(float(bar.attrib["y"]) / 10)].append(bar)
    ends = {
        max(float(each.attrib["x"]) + float(each.attrib["width"]) for each in bars) for bars in rows.values()
    }
    assert len(rows) == 4
    assert max(ends) - min(ends) <= 1


def test_bars_differ_in_their_tone_not_in_hue_alone(counted: Sourcing, drawn: Reader) -> None:
    parts = [
        bar for bar in drawn(draw_sourcing(counted, 300, "p", str)).all("rect") if "rx" not in bar.attrib
    ]
    tones = {(bar.attrib["fill"], bar.get("fill-opacity")) for bar in parts if "transform" not in bar.attrib}
    assert tones == {("currentColor", None), ("currentColor", "0.26"), ("none", None)}


def test_an_empty_book_can_be_drawn(book_of: BookOf, drawn: Reader) -> None:
    drawn(draw_sourcing(sourcing(Library(book_of()), []), 300, "p", str))
