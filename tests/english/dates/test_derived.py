"""Dates that a text gives only in relation to something, counted again."""

from __future__ import annotations

import pytest

from sourced.english.dates.derived import agrees, counts_from_text, derive

TUESDAY = "2014-10-14"

COUNTED = [
    pytest.param("Sunday", TUESDAY, [], ["2014-10-12"], id="the last Sunday"),
    pytest.param("Tuesday", TUESDAY, [], ["2014-10-14"], id="the day of writing itself"),
    pytest.param("last Sunday", TUESDAY, [], ["2014-10-05", "2014-10-12"], id="or the one before, with last"),
    pytest.param("Sunday of the previous week", TUESDAY, [], ["2014-10-05", "2014-10-12"], id="with week"),
    pytest.param("next Sunday", TUESDAY, [], ["2014-10-19"], id="the coming one"),
    pytest.param("this coming Tuesday", TUESDAY, [], ["2014-10-21"], id="never the day of writing"),
    pytest.param("yesterday", TUESDAY, [], ["2014-10-13"], id="yesterday"),
    pytest.param("Tonight", TUESDAY, [], ["2014-10-14"], id="tonight"),
    pytest.param("last night", TUESDAY, [], ["2014-10-13"], id="last night"),
    pytest.param("tomorrow", TUESDAY, [], ["2014-10-15"], id="tomorrow"),
    pytest.param("two days before 9/11", None, [], ["2001-09-09"], id="from a stated day"),
    pytest.param("two days prior to 9/11", None, [], ["2001-09-09"], id="in other words"),
    pytest.param("a week after 4 March 1897", None, [], ["1897-03-11"], id="forward, a week"),
    pytest.param("two days after 2014", None, [], ["2014-01-03/2015-01-02"], id="from each day of a year"),
    pytest.param("Three years ago", TUESDAY, [], ["2011-10-14"], id="from the day of writing"),
    pytest.param("two days ago, on 12 October", TUESDAY, [], ["2014-10-12"], id="and never from another"),
    pytest.param("the next day", TUESDAY, ["2014-10-11"], ["2014-10-12"], id="from the date before it"),
    pytest.param("the previous day", TUESDAY, ["2014-10-11"], ["2014-10-10"], id="backward from it"),
    pytest.param("the next day of 9/11", TUESDAY, ["2014-10-11"], ["2001-09-12"], id="from a date beside it"),
    pytest.param("the next day", TUESDAY, ["2014-10"], ["2014-10-02/2014-11-01"], id="from each of a month"),
    pytest.param("the same day", TUESDAY, ["saturday"], ["2014-10-11"], id="from a weekday before it"),
    pytest.param("that day", TUESDAY, ["saturday", "1996"], ["1996-01-01/1996-12-31"], id="a date first"),
    pytest.param("that day", TUESDAY, ["saturday"], ["2014-10-11"], id="a weekday, where there is no date"),
    pytest.param("then", TUESDAY, ["1996"], ["1996-01-01/1996-12-31"], id="then"),
    pytest.param(
        "last week", TUESDAY, [], ["2014-10-06/2014-10-12", "2014-10-05/2014-10-11"], id="last week"
    ),
    pytest.param(
        "this month", TUESDAY, ["1996"], ["2014-10-01/2014-10-31"], id="of writing, not of the text"
    ),
    pytest.param("last year", TUESDAY, [], ["2013-01-01/2013-12-31"], id="last year"),
    pytest.param("15 August", TUESDAY, [], ["2014-08-15", "2015-08-15"], id="a day without a year"),
    pytest.param("Sunday", "2014-10-12/2014-10-16", [], ["2014-10-12"], id="the same for all of an interval"),
    pytest.param("Sunday", "2014-10-11/2014-10-12", [], ["2014-10-05", "2014-10-12"], id="or any day of it"),
    pytest.param(
        "two days later", TUESDAY, ["1911-08-10"], ["1911-08-12"], id="later than the text last dated"
    ),
    pytest.param(
        "two days later",
        TUESDAY,
        ["XXXX-08-10"],
        ["2014-08-12", "2015-08-12"],
        id="later than one of no year",
    ),
    pytest.param("a week earlier", TUESDAY, ["1911-08-10"], ["1911-08-03"], id="earlier than that"),
    pytest.param("the following Sunday", TUESDAY, ["2014-10-02"], ["2014-10-05"], id="the following Sunday"),
    pytest.param("the following Sunday", TUESDAY, ["2014-10-05"], ["2014-10-12"], id="never the day itself"),
    pytest.param("that Sunday", TUESDAY, ["2014-10-05"], ["2014-10-05"], id="which that Sunday may be"),
    pytest.param("the previous Sunday", TUESDAY, ["2014-10-02"], ["2014-09-28"], id="the previous Sunday"),
    pytest.param("the previous Sunday", TUESDAY, ["2014-10-05"], ["2014-09-28"], id="never the day, either"),
    pytest.param("that December", TUESDAY, ["1961-11-18"], ["1961-12-01/1961-12-31"], id="of the same year"),
    pytest.param("that November", TUESDAY, ["1961-11-18"], ["1961-11-01/1961-11-30"], id="of the same month"),
    pytest.param("the following March", TUESDAY, ["1961-11-18"], ["1962-03-01/1962-03-31"], id="of the next"),
    pytest.param("the following May", TUESDAY, ["1961-05-18"], ["1962-05-01/1962-05-31"], id="not the month"),
    pytest.param("the following May", TUESDAY, ["9999-05-18"], [], id="behind the last year"),
    pytest.param(
        "May",
        TUESDAY,
        ["2022-03-01"],
        ["2014-05-01/2014-05-31", "2015-05-01/2015-05-31", "2022-05-01/2022-05-31"],
        id="a month of the year before it, or next to the day of writing",
    ),
    pytest.param("the 12th inst.", TUESDAY, [], ["2014-10-12"], id="of the month of writing"),
    pytest.param("the 12th ult.", TUESDAY, [], ["2014-09-12"], id="of the month before"),
    pytest.param("the 12th prox.", TUESDAY, [], ["2014-11-12"], id="of the month to come"),
    pytest.param("the 31st ult.", TUESDAY, [], [], id="a day that its month has not"),
]


@pytest.mark.parametrize(("phrase", "published", "before", "wanted"), COUNTED)
def test_a_phrase_is_counted(
    phrase: str, published: str | None, before: list[str], wanted: list[str]
) -> None:
    """Each day or stretch that the words may mean, and no other."""
    spans = derive(phrase, published, before) or []
    assert [str(first) if first == last else f"{first}/{last}" for first, last in spans] == wanted


NEIGHBOURS = [
    pytest.param("Sunday", "2014-10-13", id="a Monday"),
    pytest.param("last year", "2014", id="this year"),
    pytest.param("last year", "2013-05-01", id="finer than was counted"),
    pytest.param("last year", "soon", id="no date"),
]


@pytest.mark.parametrize(("phrase", "wrong"), NEIGHBOURS)
def test_another_date_does_not_agree(phrase: str, wrong: str) -> None:
    derived = derive(phrase, TUESDAY, [])
    assert derived
    assert not agrees(wrong, derived)


def test_words_that_tell_no_date_cannot_be_counted() -> None:
    assert derive("the storm", TUESDAY, []) is None
    assert derive("some days before the storm", TUESDAY, []) is None


def test_without_a_date_of_the_source_nothing_comes_of_it() -> None:
    assert derive("Sunday", None, []) == []
    assert not agrees("2014-10-12", [])


def test_what_counts_from_the_text_needs_a_date_in_it() -> None:
    assert derive("two days later", TUESDAY, []) == []
    assert derive("the following Sunday", TUESDAY, []) == []
    assert counts_from_text("two days later")
    assert counts_from_text("the following Sunday")
    assert not counts_from_text("two days ago")
    assert not counts_from_text("this week")


def test_a_coarser_date_agrees() -> None:
    assert agrees("2014-10", derive("yesterday", TUESDAY, []) or [])


def test_a_count_of_very_many_digits_is_as_long_as_any() -> None:
    assert derive(f"the past {'9' * 5000} weeks", TUESDAY, []) == derive("the past 90000 weeks", TUESDAY, [])


def test_a_day_before_the_first_of_the_calendar_is_not_computed() -> None:
    assert derive("9999 weeks ago", "0001-01-05", []) is None
    assert derive("a week ago", "0001-01-15", []) is not None
