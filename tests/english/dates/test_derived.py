"""Dates that a text gives only in relation to something, counted again."""

from __future__ import annotations

import pytest

from sourced.english.dates.derived import agrees, counts_from_text, derive

TUESDAY = "2014-10-14"

COUNTED = [
    pytest.param("Sunday", TUESDAY, [], "2014-10-12", id="the last Sunday"),
    pytest.param("Tuesday", TUESDAY, [], "2014-10-14", id="the day of writing itself"),
    pytest.param("last Sunday", TUESDAY, [], "2014-10-05", id="or the one before, with last"),
    pytest.param("Sunday of the previous week", TUESDAY, [], "2014-10-05", id="or the one before, with week"),
    pytest.param("next Sunday", TUESDAY, [], "2014-10-19", id="the coming one"),
    pytest.param("yesterday", TUESDAY, [], "2014-10-13", id="yesterday"),
    pytest.param("tonight", TUESDAY, [], "2014-10-14", id="tonight"),
    pytest.param("two days before 9/11", None, [], "2001-09-09", id="from a stated day"),
    pytest.param("a week after 4 March 1897", None, [], "1897-03-11", id="forward, a week"),
    pytest.param("three years ago", TUESDAY, [], "2011-10-14", id="from the day of writing"),
    pytest.param("the next day", TUESDAY, ["2014-10-11"], "2014-10-12", id="from the date before it"),
    pytest.param("the previous day", TUESDAY, ["2014-10-11"], "2014-10-10", id="backward from it"),
    pytest.param("the same day", TUESDAY, ["saturday"], "2014-10-11", id="from a weekday before it"),
    pytest.param("then", TUESDAY, ["1996"], "1996", id="then"),
    pytest.param("last week", TUESDAY, [], "2014-10-06/2014-10-12", id="last week"),
    pytest.param("this month", TUESDAY, [], "2014-10", id="this month"),
    pytest.param("last year", TUESDAY, [], "2013", id="last year"),
    pytest.param("the past two days", TUESDAY, [], "2014-10-12/2014-10-14", id="the past days"),
    pytest.param("15 August", TUESDAY, [], "2014-08-15", id="a day without a year"),
    pytest.param("Sunday", "2014-10-12/2014-10-16", [], "2014-10-12", id="any day of an interval may be it"),
    pytest.param(
        "two days later", TUESDAY, ["1911-08-10"], "1911-08-12", id="later than the text last dated"
    ),
    pytest.param(
        "two days later", TUESDAY, ["XXXX-08-10"], "2014-08-12", id="later than a day of the year of writing"
    ),
    pytest.param("a week earlier", TUESDAY, ["1911-08-10"], "1911-08-03", id="earlier than that"),
    pytest.param("the following Sunday", TUESDAY, ["2014-10-02"], "2014-10-05", id="the following Sunday"),
    pytest.param("the following Sunday", TUESDAY, ["2014-10-05"], "2014-10-12", id="never the day itself"),
    pytest.param("the previous Sunday", TUESDAY, ["2014-10-02"], "2014-09-28", id="the previous Sunday"),
    pytest.param("that December", TUESDAY, ["1961-11-18"], "1961-12", id="a month of the same year"),
    pytest.param("the following March", TUESDAY, ["1961-11-18"], "1962-03", id="a month of the next year"),
    pytest.param("May", TUESDAY, ["2022-03-01"], "2022-05", id="a month of the year before it"),
    pytest.param("the 12th inst.", TUESDAY, [], "2014-10-12", id="of the month of writing"),
    pytest.param("the 12th ult.", TUESDAY, [], "2014-09-12", id="of the month before"),
]


@pytest.mark.parametrize(("phrase", "published", "before", "wanted"), COUNTED)
def test_a_phrase_is_counted(phrase: str, published: str | None, before: list[str], wanted: str) -> None:
    derived = derive(phrase, published, before)
    assert derived
    assert agrees(wanted, derived)


NEIGHBOURS = [
    pytest.param("Sunday", TUESDAY, [], "2014-10-13", id="a Monday"),
    pytest.param("Sunday", TUESDAY, [], "2014-10-19", id="a Sunday to come"),
    pytest.param("Tuesday", TUESDAY, [], "2014-10-07", id="a week too early"),
    pytest.param("two days before 9/11", None, [], "2001-09-10", id="one day before"),
    pytest.param("two days before 9/11", None, [], "2001-09-13", id="counted forward"),
    pytest.param("the next day", TUESDAY, ["2014-10-11"], "2014-10-11", id="the day itself"),
    pytest.param("last year", TUESDAY, [], "2014", id="this year"),
    pytest.param("last year", TUESDAY, [], "2013-05-01", id="finer than was counted"),
    pytest.param("two days later", TUESDAY, ["1911-08-10"], "2014-10-16", id="later than the day of writing"),
    pytest.param("two days later", TUESDAY, ["XXXX-08-10"], "2014-08-13", id="three days later"),
    pytest.param("the following Sunday", TUESDAY, ["2014-10-02"], "2014-10-12", id="a Sunday too late"),
    pytest.param("the 12th inst.", TUESDAY, [], "2014-09-12", id="of another month"),
]


@pytest.mark.parametrize(("phrase", "published", "before", "wrong"), NEIGHBOURS)
def test_another_date_does_not_agree(
    phrase: str, published: str | None, before: list[str], wrong: str
) -> None:
    derived = derive(phrase, published, before)
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
