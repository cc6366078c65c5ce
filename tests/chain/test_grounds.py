"""What a fact rests on, and what it gives to the pages that cite it."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Name, Source
from sourced.chain.grounds import date_is_carried, given, grounds, read_value
from sourced.chain.library import Library

from ..bridge import MakeBook

TEXT = """\
At least nine men were on Tern Rock, Coyle said on Sunday.
Two days before 9 May 1911, the light of 41 candles failed.

Vane built it in March.
"""
NAMES = (
    Name(id="rock", kind="place", name="Tern Rock"),
    Name(id="coyle", kind="person", name="Edda Coyle"),
    Name(id="tobias", kind="person", name="Tobias Vane"),
    Name(id="marta", kind="person", name="Marta Vane"),
)
SOURCE = Source(
    id="wire", file="wire.txt", sha256="0" * 64, label="Oceanic Wire", published="2014-12-30/2015-01-02"
)


def fact(*exact: str, gloss: dict[str, str] | None = None, **more: str) -> Fact:
    evidence = tuple(Evidence(source="wire", exact=each, gloss=gloss or {}) for each in exact)
    fields = {"about": "rock", "property": "crew", "statement": "It is so.", **more}
    return Fact(id="f", evidence=evidence, **fields)  # type: ignore[arg-type]  # `more` are fields of text


@pytest.fixture
def library(make_book: MakeBook) -> Library:
    return Library(make_book(SOURCE, *NAMES, wire=TEXT))


NUMBERS = [
    pytest.param("At least nine men were on Tern Rock", ["at least 9"], id="with its bound"),
    pytest.param("nine men were on Tern Rock", ["9, its bound left outside the quotation"], id="cut off"),
    pytest.param("the light of 41 candles failed", ["41"], id="without one"),
    pytest.param("At least nine men … Coyle said", ["at least 9"], id="in a part"),
    pytest.param("nine women were on Tern Rock", ["9"], id="of a quotation that is not found"),
]


@pytest.mark.parametrize(("exact", "wanted"), NUMBERS)
def test_the_numbers_of_a_quotation(library: Library, exact: str, wanted: list[str]) -> None:
    assert [str(number) for number in grounds(library, fact(exact)).numbers] == wanted


DATES = [
    pytest.param("Coyle said on Sunday", {}, ["sunday"], [], id="stated"),
    pytest.param(
        "Coyle said on Sunday", {"Sunday": "2014-12-28"}, ["sunday", "2014-12-28"], [], id="glossed"
    ),
    pytest.param(
        "Two days before 9 May 1911",
        {"Two days before 9 May 1911": "1911-05-07"},
        ["1911-05-07"],
        ["1911-05-09"],
        id="counted from, with a gloss",
    ),
    pytest.param("Two days before 9 May 1911", {}, [], ["1911-05-09"], id="counted from"),
    pytest.param("Coyle said on Sunday", {"Coyle": "coyle"}, ["sunday"], [], id="beside a name"),
]


@pytest.mark.parametrize(("exact", "gloss", "dates", "anchors"), DATES)
def test_the_dates_of_a_quotation(
    library: Library, exact: str, gloss: dict[str, str], dates: list[str], anchors: list[str]
) -> None:
    ground = grounds(library, fact(exact, gloss=gloss))
    assert list(ground.dates) == dates
    assert list(ground.anchors) == anchors


IDS = [
    pytest.param("nine men were on Tern Rock", {}, {"rock"}, id="a name"),
    pytest.param("Vane built it in March", {}, set(), id="not one that two share"),
    pytest.param("Vane built it in March", {"Vane": "tobias"}, {"tobias"}, id="unless it is glossed"),
    pytest.param("nine men were on Tern Rock", {"Tern Rock": "marta"}, {"marta"}, id="a gloss instead of it"),
]


@pytest.mark.parametrize(("exact", "gloss", "ids"), IDS)
def test_the_names_of_a_quotation(library: Library, exact: str, gloss: dict[str, str], ids: set[str]) -> None:
    assert grounds(library, fact(exact, gloss=gloss)).ids == ids


def test_a_date_without_a_year_lies_in_the_one_next_to_its_source(library: Library) -> None:
    assert grounds(library, fact("Vane built it in March")).completed == {"2014-03"}


def test_without_a_source_there_are_none(library: Library) -> None:
    assert grounds(library, fact()).completed == set()


def test_a_fact_gives_what_it_says_and_what_it_rests_on(library: Library) -> None:
    made = given(
        library,
        fact(
            "Coyle said on Sunday",
            statement="Tobias Vane had 41 men in 1911.",
            value="nine",
            by="coyle",
            when="1911-05",
        ),
    )
    assert sorted(int(number.value) for number in made.numbers) == [9, 41]
    assert made.dates == ("1911", "1911-05")
    assert made.ids == {"rock", "coyle", "tobias", "@Oceanic Wire"}
    assert made.quotations == ("Coyle said on Sunday",)


def test_whoever_speaks_there_may_be_named(library: Library) -> None:
    assert "coyle" in given(library, fact("At least nine men were on Tern Rock")).ids


def test_whoever_speaks_elsewhere_may_not(library: Library) -> None:
    assert "coyle" not in given(library, fact("Vane built it in March")).ids


VALUES = [
    pytest.param("2001", "2001", [], id="four digits are a year"),
    pytest.param("1500 m", None, ["1,500 m"], id="but not with a unit"),
    pytest.param("2500", None, ["2,500"], id="nor beyond our time"),
    pytest.param("198X", "198X", [], id="a decade"),
    pytest.param("115 km", None, ["115 km"], id="a number"),
    pytest.param("nine of forty", None, ["9", "40"], id="two numbers"),
    pytest.param("granite", None, [], id="words"),
]


@pytest.mark.parametrize(("text", "date", "numbers"), VALUES)
def test_a_value_is_read(text: str, date: str | None, numbers: list[str]) -> None:
    value = read_value(text)
    assert value.date == date
    assert [str(number) for number in value.numbers] == numbers


def test_a_mark_of_doubt_is_no_other_date() -> None:
    assert date_is_carried(("2001",), "2001~", frozenset())
    assert not date_is_carried(("2001",), "2002~", frozenset())
