from __future__ import annotations

import datetime as dt

import pytest

from sourced.pictures.timeline.scale import Scale
from sourced.pictures.timeline.spans import one_of, span


@pytest.mark.parametrize(
    ("edtf", "shape", "precision"),
    [
        pytest.param("2001-09-09", "day", "", id="day"),
        pytest.param("2001-09", "within", "some time in it", id="month"),
        pytest.param("198X", "within", "some time in it", id="decade"),
        pytest.param("1996~", "within", "some time in it, uncertain", id="uncertain year"),
        pytest.param("2001-09-09~", "day", "uncertain", id="uncertain day"),
        pytest.param("1996/2001", "interval", "or some time between", id="years"),
        pytest.param("2001/..", "interval", "or some time after it; no end is given", id="open end"),
        pytest.param(
            "../2001-09", "interval", "or some time before it; no beginning is given", id="open start"
        ),
    ],
)
def test_precision_is_kept_and_said(edtf: str, shape: str, precision: str) -> None:
    found = span(edtf)
    assert found is not None
    assert (found.shape, found.precision) == (shape, precision)


@pytest.mark.parametrize(
    ("edtf", "words", "told"),
    [
        ("1996/2001", "from 1996 to 2001", ""),
        ("1996/2001", "between 1996 and 2001", "or some time between"),
        ("1996/2001", "", "or some time between"),
        ("1996/..", "from 1996 on", "or some time after it; no end is given"),
        ("../1996", "by 1996", "or some time before it"),
        ("../1996", "until 1996", "or some time before it; no beginning is given"),
    ],
)
def test_what_was_so_from_one_date_to_another_lasted(edtf: str, words: str, told: str) -> None:
    found = span(edtf, words)
    assert found is not None
    assert found.precision == told


@pytest.mark.parametrize(
    ("edtf", "words", "first", "last", "label"),
    [
        pytest.param(
            "2021-08", "late August 2021", "2021-08-21", "2021-08-31", "late August 2021", id="late"
        ),
        pytest.param(
            "2021-08", "early August 2021", "2021-08-01", "2021-08-11", "early August 2021", id="early"
        ),
        pytest.param("2021-08", "August 2021", "2021-08-01", "2021-08-31", "August 2021", id="all of it"),
        pytest.param("2021-08-30", "late", "2021-08-30", "2021-08-30", "30 August 2021", id="a day"),
    ],
)
def test_a_part_of_a_month_is_not_all_of_it(edtf: str, words: str, first: str, last: str, label: str) -> None:
    found = span(edtf, words)
    assert found is not None
    assert (found.first.isoformat(), found.last.isoformat(), found.label) == (first, last, label)


@pytest.mark.parametrize(
    ("days", "label"),
    [
        (("2021-08-22", "2021-08-29"), "22 or 29 August 2021"),
        (("2021-08-29", "2021-09-05"), "29 August or 5 September 2021"),
        (("2021-12-27", "2022-01-03"), "27 December 2021 or 3 January 2022"),
        (("2021-08-15", "2021-08-22", "2021-08-29"), "15, 22 or 29 August 2021"),
    ],
)
def test_one_of_several_days_is_no_stretch(days: tuple[str, ...], label: str) -> None:
    found = one_of(days)
    assert (found.label, found.shape) == (label, "either")
    assert "between" not in found.precision
    assert [day.isoformat() for day in found.days] == list(days)


def test_what_is_no_date_has_no_span() -> None:
    assert span("late August") is None


def scale(edtf: str, first: dt.date, last: dt.date) -> Scale:
    return Scale(edtf=edtf, first=first, last=last)


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        pytest.param("1980-01-01", "2021-12-31", ["1980", "1990", "2000", "2010", "2020"], id="decades"),
        pytest.param(
            "1996-06-01",
            "2001-12-31",
            ["1997", "1998", "1999", "2000", "2001"],
            id="years, none before it begins",
        ),
        pytest.param("1996-06-01", "2004-12-31", ["1998", "2000", "2002", "2004"], id="every second year"),
        pytest.param(
            "2021-01-01", "2021-12-31", ["Jan 2021", "April 2021", "July 2021", "Oct 2021"], id="months"
        ),
        pytest.param("2021-08-15", "2021-09-05", ["15 Aug", "22 Aug", "29 Aug", "5 Sept"], id="weeks"),
        pytest.param("2021-08-15", "2021-08-15", ["15 Aug"], id="one day"),
    ],
)
def test_ticks(first: str, last: str, labels: list[str]) -> None:
    ticks = scale("", dt.date.fromisoformat(first), dt.date.fromisoformat(last)).ticks(5)
    assert [label for _, label in ticks] == labels


def test_days_stand_where_they_belong() -> None:
    week = scale("2021-08-01/2021-08-10", dt.date(2021, 8, 1), dt.date(2021, 8, 10))
    assert week.at(dt.date(2021, 8, 1), 100) == 0
    assert week.at(dt.date(2021, 8, 6), 100) == 50
    assert week.at(dt.date(2021, 8, 10), 100, 1) == 100
    assert week.at(dt.date(1990, 1, 1), 100) == 0
    assert week.at(dt.date.max, 100) == 100
