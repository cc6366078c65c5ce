"""Dates in running text, at the precision that the words have."""

from __future__ import annotations

import pytest

from sourced.english.dates.agreement import refines, supported, supports
from sourced.english.dates.dates import find_dates, say, third

FOUND = [
    pytest.param("on 9 September 2001", ["2001-09-09"], id="day, month, year"),
    pytest.param("on September 9, 2001", ["2001-09-09"], id="month, day, year"),
    pytest.param("on the 9th of Sept. 2001", ["2001-09-09"], id="an ordinal and a short month"),
    pytest.param("on 2001-09-09", ["2001-09-09"], id="ISO"),
    pytest.param("on 31 February 2001", ["2001-02"], id="no day of the calendar: the month"),
    pytest.param("in September 2001", ["2001-09"], id="month and year"),
    pytest.param("on 9 September", ["XXXX-09-09"], id="without a year"),
    pytest.param("in September", ["XXXX-09"], id="a month alone"),
    pytest.param("since May", ["XXXX-05"], id="May with a preposition"),
    pytest.param("They may march in", [], id="may and march are verbs"),
    pytest.param("in 2001", ["2001"], id="a year"),
    pytest.param("2001 metres", [], id="a length is no year"),
    pytest.param("a peak of 2001 m", [], id="nor is one in short"),
    pytest.param("the 2001-acre park", ["2001"], id="a unit in the singular may belong to the next noun"),
    pytest.param("in 1996 second-hand cars", ["1996"], id="and need not be a unit"),
    pytest.param("2,001 men", [], id="a count is no year"),
    pytest.param("It cost $1999", [], id="a price is no year"),
    pytest.param("from 1996 to 2001", ["1996/2001"], id="years from and to"),
    pytest.param("1996-2001", ["1996/2001"], id="years joined"),
    pytest.param("1996-99", ["1996/1999"], id="a short second year"),
    pytest.param("2001-1996", ["2001"], id="years that run backwards are no interval"),
    pytest.param("in the 1980s", ["198X"], id="a decade"),
    pytest.param("in the '80s", ["198X"], id="a short decade"),
    pytest.param("a 19th-century tower", ["18XX"], id="a century"),
    pytest.param("in the nineteenth century", ["18XX"], id="a century in words"),
    pytest.param("in summer 2001", ["2001-22"], id="a season"),
    pytest.param("on New Year’s Day 2021", ["2021-01-01"], id="a feast and its year"),
    pytest.param("on NEW YEAR'S EVE", ["XXXX-12-31"], id="a feast without a year"),
    pytest.param("Christmas Day of 1901", ["1901-12-25"], id="a feast of a year"),
    pytest.param("in Dec. 1901", ["1901-12"], id="a short month"),
    pytest.param("on Sunday", ["sunday"], id="a day of the week"),
    pytest.param("4 and 5 September 2021", ["2021-09-04", "2021-09-05"], id="two days of one month"),
    pytest.param("41 and 5 September 2021", ["2021-09-05"], id="a number and a day"),
    pytest.param("30 and 31 September 2021", ["2021-09"], id="two days, one of no calendar"),
    pytest.param("before 9/11", ["2001-09-11"], id="the idiom"),
    pytest.param("19/11 and 9/110", [], id="not the idiom"),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_dates_are_found(text: str, wanted: list[str]) -> None:
    assert [date.value for date in find_dates(text)] == wanted


SUPPORT = [
    pytest.param("2001-09-09", "2001-09-09", True, id="the same day"),
    pytest.param("2001-09-09", "2001-09", True, id="a day carries its month"),
    pytest.param("2001", "2001-09-09", False, id="a year carries no day"),
    pytest.param("2001-09-09", "2001-09-10", False, id="another day"),
    pytest.param("2001-09-09", "XXXX-09-09", True, id="a claim without a year"),
    pytest.param("2001-09-09", "XXXX-09", True, id="a claim of the month alone"),
    pytest.param("2001-09-09", "XXXX-10", False, id="of another month"),
    pytest.param("2021-08-22", "sunday", True, id="a day carries its weekday"),
    pytest.param("2021-08-22", "monday", False, id="and no other"),
    pytest.param("sunday", "2021-08-22", False, id="a weekday carries no day"),
    pytest.param("1996/2001", "1996", True, id="an interval carries its ends"),
    pytest.param("1996/2001", "1998", False, id="and nothing between"),
    pytest.param("2001~", "2001", True, id="a mark of doubt aside"),
]


@pytest.mark.parametrize(("evidence", "claim", "carried"), SUPPORT)
def test_a_date_carries_another(evidence: str, claim: str, carried: bool) -> None:
    assert supports(evidence, claim) is carried


COMPLETED = frozenset({"2014-10-11"})


def test_a_date_without_a_year_is_one_of_the_whole_dates_that_it_may_mean() -> None:
    assert supports("XXXX-10-11", "2014-10-11", COMPLETED)
    assert not supports("XXXX-10-11", "2015-10-11", COMPLETED)
    assert not supports("XXXX-10-12", "2014-10-11", COMPLETED)
    assert not supports("XXXX-10-11", "2014-10-11")


def test_two_dates_carry_the_interval_between_them() -> None:
    assert supported(["1996", "2001"], "1996/2001")
    assert supported(["1996"], "1996/..")
    assert not supported(["1996"], "1996/2001")


REFINED = [
    pytest.param("2001-09-09", "2001", True, id="a day of the year"),
    pytest.param("2002-09-09", "2001", False, id="a day of another year"),
    pytest.param("2001", "2001", False, id="no finer"),
    pytest.param("2001-09-09", "XXXX-09-09", True, id="with a year that was left out"),
    pytest.param("2001", "2001-09-09", False, id="coarser"),
]


@pytest.mark.parametrize(("claim", "evidence", "finer"), REFINED)
def test_a_claim_is_finer(claim: str, evidence: str, finer: bool) -> None:
    assert refines(claim, evidence) is finer


SAID = [
    pytest.param("2001-09-09", "9 September 2001", id="a day"),
    pytest.param("2001-09", "September 2001", id="a month"),
    pytest.param("2001", "2001", id="a year"),
    pytest.param("XXXX-09-09", "9 September", id="without a year"),
    pytest.param("198X", "the 1980s", id="a decade"),
    pytest.param("18XX", "the 19th century", id="a century"),
    pytest.param("20XX", "the 21st century", id="the 21st, not the 21th"),
    pytest.param("2001-22", "summer 2001", id="a season"),
    pytest.param("1996/2001", "1996 to 2001", id="an interval"),
    pytest.param("1996/..", "from 1996 on", id="an open end"),
    pytest.param("../2001", "until 2001", id="an open beginning"),
    pytest.param("2001~", "about 2001", id="about"),
    pytest.param("2001?", "2001 (uncertain)", id="uncertain"),
    pytest.param("sunday", "Sunday", id="a weekday"),
    pytest.param("1996/2001/2004", "1996/2001/2004", id="what is no date, as it is"),
]


@pytest.mark.parametrize(("value", "wanted"), SAID)
def test_a_date_in_english(value: str, wanted: str) -> None:
    assert say(value) == wanted


@pytest.mark.parametrize(
    ("words", "part"),
    [
        pytest.param("early August 2021", 0, id="early"),
        pytest.param("mid-August 2021", 1, id="mid"),
        pytest.param("Late August 2021", 2, id="late"),
        pytest.param("end of August 2021", 2, id="end of"),
        pytest.param("lately in August", None, id="another word"),
        pytest.param("August 2021", None, id="all of it"),
    ],
)
def test_words_before_a_month_say_which_third_of_it_is_meant(words: str, part: int | None) -> None:
    assert third(words) == part
