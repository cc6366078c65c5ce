"""Which dates of a fact no article states."""

from __future__ import annotations

import pytest
from msgspec import structs

from sourced.book.model import Evidence, Fact, Source
from sourced.chain.inference import inferred_dates, is_counted, possible_days
from sourced.chain.library import Library

from ..bridge import MakeBook

TEXT = "The light failed on Sunday. It was first lit on 3 May 1897. In August it was mended."


def fact(exact: str, *, value: str | None = None, when: str | None = None, as_of: str | None = None) -> Fact:
    evidence = (Evidence(source="gazette", exact=exact),)
    return Fact(
        id="f",
        about="light",
        property="p",
        value=value,
        when=when,
        as_of=as_of,
        statement="So.",
        evidence=evidence,
    )


INFERRED = Source(
    id="gazette",
    file="gazette.txt",
    sha256="0" * 64,
    published="2014-10-12/2014-10-16",
    dated_by="It tells of a Sunday.",
)
DATED = Source(id="gazette", file="gazette.txt", sha256="0" * 64, published="2014-10-14")

STATED = [
    pytest.param(fact("It was first lit on 3 May 1897", value="1897-05-03"), id="in the quotation"),
    pytest.param(fact("It was first lit", when="1897-05"), id="in its sentence"),
    pytest.param(fact("The light failed", value="40 m"), id="no date at all"),
]
WORKED_OUT = [
    pytest.param(fact("The light failed on Sunday", when="2014-10-12"), id="from a weekday"),
    pytest.param(fact("In August it was mended", when="2014-08"), id="a year from the article's date"),
    pytest.param(fact("The light failed", as_of="2014-10-12/2014-10-16"), id="the article's own date"),
]


@pytest.mark.parametrize("case", STATED)
def test_what_an_article_states_is_not_inferred(make_book: MakeBook, case: Fact) -> None:
    assert not inferred_dates(Library(make_book(INFERRED, case, gazette=TEXT)), case)


@pytest.mark.parametrize("case", WORKED_OUT)
def test_a_date_is_as_sure_as_that_of_its_article(make_book: MakeBook, case: Fact) -> None:
    assert inferred_dates(Library(make_book(INFERRED, case, gazette=TEXT)), case)


@pytest.mark.parametrize("case", WORKED_OUT[:2])
def test_nothing_is_inferred_from_an_article_that_bears_its_date(make_book: MakeBook, case: Fact) -> None:
    assert not inferred_dates(Library(make_book(DATED, case, gazette=TEXT)), case)


def test_a_year_that_stands_nowhere_is_a_reading(make_book: MakeBook) -> None:
    case = fact("In August it was mended", when="2013-08")
    assert inferred_dates(Library(make_book(DATED, case, gazette=TEXT)), case) == ["2013-08"]


@pytest.mark.parametrize(
    ("exact", "when", "counted"),
    [
        pytest.param("The light failed on Sunday", "2014-10-12", True, id="a weekday"),
        pytest.param("The light failed", "2014-10-12/2014-10-14", True, id="a stretch"),
        pytest.param("It was first lit on 3 May 1897", "1897-05-03", False, id="written out"),
        pytest.param("It was moved on 4 May", "2014-05-04", False, id="written out without its year"),
    ],
)
def test_a_day_that_no_article_writes_out_is_counted(
    make_book: MakeBook, exact: str, when: str, counted: bool
) -> None:
    case = fact(exact, when=when)
    library = Library(make_book(DATED, case, gazette=f"{TEXT} It was moved on 4 May."))
    assert is_counted(library, case, when) is counted


@pytest.mark.parametrize(
    ("words", "meaning", "when", "possible"),
    [
        pytest.param("Sunday", "2014-10-05/2014-10-12", "2014-10-05/2014-10-12", 2, id="one of two Sundays"),
        pytest.param("on Sunday", "2014-09-28/2014-10-12", "2014-09-28/2014-10-12", 3, id="one of three"),
        pytest.param("Sunday", "2014-10-12", "2014-10-12", 0, id="a known day"),
        pytest.param("Sunday", "2014-10-12", "2014-10-12/2014-10-14", 0, id="a stretch that begins with it"),
        pytest.param("Sunday", "2014-10-12/2014-10-14", "2014-10-12/2014-10-14", 0, id="ends on another day"),
        pytest.param("failed", "2014-10-05/2014-10-12", "2014-10-05/2014-10-12", 0, id="no day of the week"),
    ],
)
def test_a_weekday_that_may_be_several_days_is_one_of_them(
    words: str, meaning: str, when: str, possible: int
) -> None:
    evidence = (Evidence(source="gazette", exact="The light failed on Sunday", gloss={words: meaning}),)
    case = structs.replace(fact("", when=when), evidence=evidence)
    found = possible_days(case)
    assert len(found) == possible
    assert (found[0], found[-1]) == tuple(when.split("/")) if possible else not found
