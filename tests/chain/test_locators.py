"""Where a quotation stands as a reader looks it up, and what of that has to be reviewed."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Source
from sourced.chain.library import Library
from sourced.chain.locators import origin, page_of
from sourced.chain.units import Unit, fact_units, source_units

from ..bridge import MakeBook

TEXT = "The Tower\n\nIt is 40 m tall.\n\fIt was built in 1901.\n\f"


def units(make_book: MakeBook, text: str, **fields: str) -> tuple[str, dict[str, Unit]]:
    """The page of the quotation, and its locators."""
    evidence = Evidence(source="s", exact="It was built in 1901", **fields)
    fact = Fact(id="a", about="b", property="c", statement="It was built in 1901.", evidence=(evidence,))
    library = Library(make_book(fact, s=text))
    found = (unit for unit in fact_units(library, fact) if unit.kind == "locator")
    return page_of(library, evidence), {str(unit.path[-1]): unit for unit in found}


@pytest.mark.parametrize(
    ("text", "fields", "page", "read"),
    [
        pytest.param(TEXT, {}, "2", {}, id="counted"),
        pytest.param(TEXT, {"page": "2"}, "2", {"page": False}, id="said and counted"),
        pytest.param(TEXT.replace("\f", ""), {}, "", {}, id="no pages"),
        pytest.param(TEXT.replace("\f", ""), {"page": "7"}, "7", {"page": True}, id="said alone"),
        pytest.param(TEXT, {"section": "The tower"}, "2", {"section": False}, id="heading before the words"),
        pytest.param(TEXT, {"section": "The end"}, "2", {"section": True}, id="no such heading"),
    ],
)
def test_a_person_reads_what_the_text_does_not_show(
    make_book: MakeBook, text: str, fields: dict[str, str], page: str, read: dict[str, bool]
) -> None:
    found, locators = units(make_book, text, **fields)
    assert found == page
    assert {field: unit.is_reading for field, unit in locators.items()} == read


def test_the_first_page_may_have_another_number(make_book: MakeBook) -> None:
    evidence = Evidence(source="s", exact="It was built in 1901")
    source = Source(id="s", file="s.txt", sha256="0" * 64, first_page="45")
    assert page_of(Library(make_book(source, s=TEXT)), evidence) == "46"


def test_where_a_source_was_read_has_to_be_reviewed(make_book: MakeBook) -> None:
    source = Source(
        id="s",
        file="s.txt",
        sha256="0" * 64,
        address="https://a.example/b",
        retrieved="2021-09-03",
        archive="https://c.example",
    )
    assert origin(source) == (
        "read at https://a.example/b on 3 September 2021; a copy is kept at https://c.example"
    )
    (unit,) = source_units(Library(make_book(source, s=TEXT)), source)
    assert (unit.kind, unit.is_reading, unit.path) == ("origin", True, ("sources", "s", "address"))
    assert origin(Source(id="s", file="s.txt", sha256="0" * 64)) == ""
