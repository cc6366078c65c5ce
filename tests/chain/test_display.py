"""What roles print."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Name, Source
from sourced.chain.display import in_marks, make_display, show_figure, show_quotation

from ..bridge import MakeBook

TOWER = Name(id="tower", kind="place", name="The Tower")


def fact(value: str | None, *exact: str, by: str | None = None, absent: tuple[str, ...] = ()) -> Fact:
    evidence = tuple(Evidence(source="s", exact=each) for each in exact)
    return Fact(
        id="f",
        about="tower",
        property="p",
        value=value,
        statement="S.",
        evidence=evidence,
        by=by,
        absent=absent,
    )


SHOWN = [
    pytest.param("fact", fact("41 m"), "41 m", id="a number as it is written"),
    pytest.param("fact", fact("2001-09-09"), "9 September 2001", id="a date in words"),
    pytest.param("fact", fact("198X"), "the 1980s", id="a decade in words"),
    pytest.param("fact", fact("1,500"), "1,500", id="a number that is no year"),
    pytest.param("fact", fact("2001-13-01"), "2001-13-01", id="what only looks like a date"),
    pytest.param("fact", fact("tower"), "The Tower", id="a name by its spelling"),
    pytest.param("fact", fact(None), "", id="no value"),
    pytest.param("quote", fact(None, "it was dark"), "“it was dark”", id="a quotation in marks"),
    pytest.param("quote", fact(None, "“it was dark,”"), "“it was dark,”", id="its own marks once"),
    pytest.param("quote", fact(None, "one", "two"), "“one”", id="the first of several"),
    pytest.param("quote", fact(None), "", id="no quotation"),
]


@pytest.mark.parametrize(("role", "fact", "wanted"), SHOWN)
def test_what_a_role_prints(make_book: MakeBook, role: str, fact: Fact, wanted: str) -> None:
    assert make_display(make_book(TOWER, fact, s=""))(role, "f") == wanted


@pytest.mark.parametrize("role", ["fact", "quote", "name", "figure"])
def test_what_is_not_there_prints_nothing(make_book: MakeBook, role: str) -> None:
    assert make_display(make_book())(role, "nothing") == ""


def test_a_name_is_printed_by_its_spelling(make_book: MakeBook) -> None:
    assert make_display(make_book(TOWER))("name", "tower") == "The Tower"


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        pytest.param("“five lions”", "five lions", id="around all of it"),
        pytest.param("which means “five lions”", "which means “five lions”", id="at its end"),
        pytest.param("“five” and “lions”", "“five” and “lions”", id="at both ends"),
        pytest.param("“five lions", "five lions", id="begun"),
        pytest.param("five lions”", "five lions", id="ended"),
        pytest.param('means “five lions"', 'means “five lions"', id="of two kinds"),
        pytest.param('"five" lions', '"five" lions', id="plain"),
        pytest.param("of “five lions", "of “five lions …”", id="cut short"),
    ],
)
def test_marks_within_a_quotation_are_whole(exact: str, shown: str) -> None:
    assert show_quotation(Evidence(source="s", exact=exact)) == shown


def test_marks_within_marks_are_single() -> None:
    assert in_marks("which means “five lions”") == "“which means ‘five lions’”"


def test_an_ellipsis_is_printed_in_one_way() -> None:
    assert show_quotation(Evidence(source="s", exact="it was [...] dark")) == "it was … dark"


FIGURES = [
    ("sources", "one"),
    ("names", "one"),
    ("facts", "one"),
    ("quotations", "two"),
    ("claims", "one"),
    ("absences", "no"),
]


@pytest.mark.parametrize(("what", "wanted"), FIGURES)
def test_figures_are_counted(make_book: MakeBook, what: str, wanted: str) -> None:
    assert show_figure(make_book(TOWER, fact(None, "a", "b", by="tower"), s=""), what) == wanted


def test_large_figures_are_digits(make_book: MakeBook) -> None:
    evidence = ("a",) * 1300
    assert show_figure(make_book(fact(None, *evidence)), "quotations") == "1,300"
    assert show_figure(make_book(fact(None, *evidence[:13])), "quotations") == "13"
    assert show_figure(make_book(fact(None, *evidence[:12])), "quotations") == "twelve"


DATED = [
    pytest.param(["2001-09-09", "2001-09-10"], "10 September 2001", id="the latest"),
    pytest.param(["2001-09-08/2001-09-12", "2001-09-10"], "12 September 2001", id="the end of an interval"),
    pytest.param(["2001-09", "2001"], "2001", id="a year, as no day of it was named"),
    pytest.param(["2001-09-08/.."], "8 September 2001", id="the beginning, where there is no end"),
    pytest.param(["2001-09-08/", "2001-09-09"], "9 September 2001", id="an end that nobody knows"),
    pytest.param(["../2001-09"], "September 2001", id="the end, where there is no beginning"),
    pytest.param([None, "2001-09-09"], "9 September 2001", id="one without a date"),
    pytest.param([None], "", id="none with a date"),
    pytest.param([], "", id="no source"),
]


@pytest.mark.parametrize(("published", "wanted"), DATED)
def test_the_latest_day_is_that_of_the_sources(
    make_book: MakeBook, published: list[str | None], wanted: str
) -> None:
    sources = (
        Source(id=f"s{number}", file=f"{number}.txt", sha256="0" * 64, published=date)
        for number, date in enumerate(published)
    )
    assert show_figure(make_book(*sources), "latest") == wanted
