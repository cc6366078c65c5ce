"""Which dates of a fact no article states."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Source
from sourced.chain.inference import inferred_dates, is_inferred
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
    assert not is_inferred(Library(make_book(INFERRED, case, gazette=TEXT)), case)


@pytest.mark.parametrize("case", WORKED_OUT)
def test_a_date_is_as_sure_as_that_of_its_article(make_book: MakeBook, case: Fact) -> None:
    assert is_inferred(Library(make_book(INFERRED, case, gazette=TEXT)), case)


@pytest.mark.parametrize("case", WORKED_OUT[:2])
def test_nothing_is_inferred_from_an_article_that_bears_its_date(make_book: MakeBook, case: Fact) -> None:
    assert not is_inferred(Library(make_book(DATED, case, gazette=TEXT)), case)


def test_a_year_that_stands_nowhere_is_a_reading(make_book: MakeBook) -> None:
    case = fact("In August it was mended", when="2013-08")
    assert inferred_dates(Library(make_book(DATED, case, gazette=TEXT)), case) == ["2013-08"]
