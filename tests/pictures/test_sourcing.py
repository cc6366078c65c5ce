from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from sourced.book.book import Book
from sourced.chain.library import Library
from sourced.page.page import Page
from sourced.page.reading import read_page
from sourced.pictures.sourcing import Row, Sourcing, draw_bar, draw_sample, headline, sourcing, sourcing_twin
from sourced.pictures.twin import Listing, Table

from .conftest import SVG, fact

BookOf = Callable[..., Book]

SHARED = "The tower stood through nine great storms in a single winter without a crack"
FACTS = [
    fact(
        "both", statement="The rock is small.", source="gazette herald mail", value="small", property="size"
    ),
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
    assert row == Row(title="The rock", page="rock", statements=5, parts=(1, 3, 1), claims=1, disputed=2)


def test_sources_that_share_their_words_are_not_independent(counted: Sourcing) -> None:
    rows = {row.title: (row.statements, row.parts) for row in counted.sources}
    assert rows == {"The gazette": (2, (1, 0, 1)), "The herald": (2, (1, 0, 1)), "The mail": (3, (1, 2, 0))}


def test_the_tables_have_the_figures_and_lead_to_the_pages(counted: Sourcing) -> None:
    pages, sources = (part for part in sourcing_twin(counted) if isinstance(part, Table))
    assert [[run.text for run in row] for row in pages.rows] == [
        ["The whole book", "5", "1", "3", "1", "1", "2"],
        ["The rock", "5", "1", "3", "1", "1", "2"],
    ]
    assert [run.text for run in sources.rows[0]] == ["The gazette", "2", "1", "0", "1", "0", "1"]
    assert [row[0].page for row in pages.rows] == ["", "rock"]
    assert len(sources.rows) == 3
    for table in (pages, sources):
        assert all(len(row) == len(table.head) for row in table.rows)
        assert set(table.parts) < set(table.head)


def test_every_head_that_is_short_for_something_is_explained(counted: Sourcing) -> None:
    *_, heads = sourcing_twin(counted)
    assert isinstance(heads, Listing)
    told = " ".join(run.text for item in heads.items for run in item.runs)
    short = (
        "Statements",
        "Several",
        "One",
        "Missing",
        "Claims",
        "Differing",
        "Elsewhere too",
        "Shared words",
    )
    assert all(head in told for head in short)


SMALL = fact("small", statement="The rock is small.", value="small", property="size")


@pytest.mark.parametrize(
    ("second", "told"),
    [
        pytest.param({}, (1, (1, 0, 0)), id="the same from another source"),
        pytest.param({"statement": "A small rock it is."}, (1, (1, 0, 0)), id="in other words"),
        pytest.param({"value": "tiny"}, (2, (0, 2, 0)), id="another value"),
        pytest.param({"about": "port"}, (2, (0, 2, 0)), id="another subject"),
        pytest.param({"by": "edda"}, (2, (0, 2, 0)), id="somebody's claim"),
        pytest.param({"when": "2001"}, (2, (0, 2, 0)), id="of another time"),
        pytest.param({"source": "gazette"}, (2, (0, 2, 0)), id="from the same source"),
    ],
)
def test_what_several_facts_tell_alike_counts_once_with_all_their_sources(
    book_of: BookOf, second: dict[str, str], told: tuple[int, tuple[int, ...]]
) -> None:
    given = {"statement": "Small is the rock.", "value": "Small", "property": "size", "source": "mail"}
    found = sourcing(Library(book_of(SMALL, fact("again", **(given | second)))), [])
    assert (found.whole.statements, found.whole.parts) == told


def test_what_most_facts_rest_on_is_the_headline(book_of: BookOf, counted: Sourcing) -> None:
    assert headline(counted) == "3 of 5 statements rest on one source"
    assert headline(sourcing(Library(book_of(FACTS[2])), [])) == "1 of 1 statement rests on one source"


@pytest.mark.parametrize(
    ("parts", "widths"),
    [
        pytest.param((1, 2, 1), [74, 149, 73], id="shares"),
        pytest.param((0, 5, 0), [299], id="one alone"),
        pytest.param((1, 9999, 0), [0.8, 299], id="one too small to be seen"),
        pytest.param((0, 0, 0), [], id="nothing"),
    ],
)
def test_bars_are_of_full_length_and_show_shares(parts: tuple[int, ...], widths: list[float]) -> None:
    bar = ElementTree.fromstring(draw_bar(parts, 300))
    assert [float(rect.attrib["width"]) for rect in bar.iter(f"{SVG}rect")] == widths
    assert bar.attrib["aria-hidden"] == "true"


def test_bars_differ_in_their_tone_not_in_hue_alone() -> None:
    samples = [next(ElementTree.fromstring(draw_sample(part)).iter(f"{SVG}rect")) for part in range(3)]
    tones = [(rect.attrib["fill"], rect.get("fill-opacity")) for rect in samples]
    assert tones == [("currentColor", None), ("currentColor", "0.26"), ("none", None)]


def test_an_empty_book_has_empty_tables(book_of: BookOf) -> None:
    pages, sources, _ = sourcing_twin(sourcing(Library(book_of()), []))
    assert isinstance(pages, Table)
    assert [run.text for run in pages.rows[0]] == ["The whole book", *["0"] * 6]
    assert isinstance(sources, Table)
    assert len(sources.rows) == 3
