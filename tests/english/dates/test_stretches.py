"""Stretches of time that the day of writing bounds."""

from __future__ import annotations

import datetime as dt

import pytest

from sourced.english.dates.stretches import shift, stretches, tells_stretch

WRITTEN = dt.date(2021, 9, 8)  # a Wednesday

STRETCHES = [
    pytest.param("last week", ["2021-08-30/2021-09-05", "2021-08-29/2021-09-04"], id="weeks of two kinds"),
    pytest.param("this week", ["2021-09-06/2021-09-12", "2021-09-05/2021-09-11"], id="the running week"),
    pytest.param("Next week", ["2021-09-13/2021-09-19", "2021-09-12/2021-09-18"], id="the coming week"),
    pytest.param("last weekend", ["2021-09-04/2021-09-05"], id="the weekend before"),
    pytest.param("this weekend", ["2021-09-11/2021-09-12"], id="the weekend to come"),
    pytest.param("next weekend", ["2021-09-18/2021-09-19"], id="the one after it"),
    pytest.param("the previous month", ["2021-08-01/2021-08-31"], id="the month before"),
    pytest.param("this month", ["2021-09-01/2021-09-30"], id="the running month"),
    pytest.param("the coming month", ["2021-10-01/2021-10-31"], id="the month to come"),
    pytest.param("last year", ["2020-01-01/2020-12-31"], id="the year before"),
    pytest.param("this Summer", ["2021-01-01/2021-12-31"], id="a summer lies in its year"),
    pytest.param("next year", ["2022-01-01/2022-12-31"], id="the year to come"),
    pytest.param("the past few days", ["2021-09-06/2021-09-08", "2021-09-05/2021-09-08"], id="a few are two"),
    pytest.param("the past three days", ["2021-09-05/2021-09-08", "2021-09-04/2021-09-08"], id="three days"),
    pytest.param("the past 40 hours", ["2021-09-07/2021-09-08", "2021-09-06/2021-09-08"], id="hours begun"),
    pytest.param("recent weeks", ["2021-08-25/2021-09-08", "2021-08-24/2021-09-08"], id="weeks"),
    pytest.param("the last two months", ["2021-07-10/2021-09-08", "2021-07-09/2021-09-08"], id="months"),
    pytest.param("last 9999 years", ["1921-10-03/2021-09-08", "1921-10-02/2021-09-08"], id="at most"),
    pytest.param("in September", [], id="no stretch"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), STRETCHES)
def test_a_stretch_has_its_first_and_last_day(text: str, wanted: list[str]) -> None:
    assert [f"{first}/{last}" for first, last in stretches(text, WRITTEN)] == wanted
    assert tells_stretch(text) is bool(wanted)


def test_on_a_saturday_this_weekend_has_begun() -> None:
    saturday = dt.date(2021, 9, 11)
    assert stretches("this weekend", saturday) == [(saturday, dt.date(2021, 9, 12))]


def test_the_month_before_january_is_december() -> None:
    assert stretches("last month", dt.date(2021, 1, 31)) == [(dt.date(2020, 12, 1), dt.date(2020, 12, 31))]


SHIFTS = [
    pytest.param((2021, 9, 8), 3, "day", (2021, 9, 11), id="days"),
    pytest.param((2021, 9, 8), -2, "week", (2021, 8, 25), id="weeks before"),
    pytest.param((2021, 1, 31), 1, "month", (2021, 2, 28), id="a shorter month"),
    pytest.param((2021, 1, 8), -1, "month", (2020, 12, 8), id="the year before"),
    pytest.param((2021, 12, 8), 1, "month", (2022, 1, 8), id="the year after"),
    pytest.param((2021, 9, 8), 2, "year", (2023, 9, 8), id="years"),
    pytest.param((2021, 9, 8), -2, "decade", (2001, 9, 8), id="decades"),
    pytest.param((21, 9, 8), -3, "decade", (1, 9, 8), id="before the first year"),
    pytest.param((2021, 9, 8), 900, "decade", (9999, 9, 8), id="after the last year"),
]


@pytest.mark.parametrize(("day", "count", "unit", "wanted"), SHIFTS)
def test_a_day_is_shifted_by_units(
    day: tuple[int, int, int], count: int, unit: str, wanted: tuple[int, int, int]
) -> None:
    assert shift(dt.date(*day), count, unit) == dt.date(*wanted)
