"""What days a date in EDTF covers."""

from __future__ import annotations

import datetime as dt

import pytest
from edtf import parse_edtf

from sourced.text.edtf import bare, contains, days, looks_like_date, overlap

DAYS = [
    pytest.param("2001-09-09", "2001-09-09", "2001-09-09", id="a day"),
    pytest.param("2001-09", "2001-09-01", "2001-09-30", id="a month"),
    pytest.param("2000-02", "2000-02-01", "2000-02-29", id="a month of a leap year"),
    pytest.param("2001", "2001-01-01", "2001-12-31", id="a year"),
    pytest.param("198X", "1980-01-01", "1989-12-31", id="a decade"),
    pytest.param("19XX", "1900-01-01", "1999-12-31", id="a century"),
    pytest.param("2001~", "2001-01-01", "2001-12-31", id="about a year"),
    pytest.param("2001-09?", "2001-09-01", "2001-09-30", id="perhaps a month"),
    pytest.param("198X%", "1980-01-01", "1989-12-31", id="a doubtful decade"),
    pytest.param("2001-22", "2001-06-01", "2001-08-31", id="a summer"),
    pytest.param("2001-24", "2001-12-01", "2001-12-31", id="a winter"),
    pytest.param("2001-XX", "2001-01-01", "2001-12-31", id="some month of a year"),
    pytest.param("2001-09-XX", "2001-09-01", "2001-09-30", id="some day of a month"),
]


@pytest.mark.parametrize(("text", "first", "last"), DAYS)
def test_a_date_covers_its_days(text: str, first: str, last: str) -> None:
    assert days(text) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize("text", [case.values[0] for case in DAYS])
def test_the_edtf_package_says_so_too(text: object) -> None:
    """What is read without it, for speed, is what it would say."""
    parsed = parse_edtf(str(text))
    low, high = parsed.lower_strict(), parsed.upper_strict()
    assert days(str(text)) == (dt.date(*low[:3]), dt.date(*high[:3]))


INTERVALS = [
    pytest.param("1996/2001", dt.date(1996, 1, 1), dt.date(2001, 12, 31), id="of years"),
    pytest.param("2001-09-09/2001-09", dt.date(2001, 9, 9), dt.date(2001, 9, 30), id="of mixed precision"),
    pytest.param("1996/..", dt.date(1996, 1, 1), dt.date.max, id="without an end"),
    pytest.param("/2001", dt.date.min, dt.date(2001, 12, 31), id="without a beginning"),
]


@pytest.mark.parametrize(("text", "first", "last"), INTERVALS)
def test_an_interval_covers_what_lies_between(text: str, first: dt.date, last: dt.date) -> None:
    assert days(text) == (first, last)


NO_DATES = [
    pytest.param("", id="nothing"),
    pytest.param("soon", id="a word"),
    pytest.param("2001-13-01", id="a month too many"),
    pytest.param("2001-25", id="a season too many"),
    pytest.param("2001-22-01", id="a day of a season"),
    pytest.param("2001-02-30", id="a day too many"),
    pytest.param("2001-00", id="month zero"),
    pytest.param("2001-09-00", id="day zero"),
    pytest.param("0000", id="year zero"),
    pytest.param("00XX", id="a century that holds year zero"),
    pytest.param("2001-9-9", id="digits too few"),
    pytest.param("20010909", id="without hyphens"),
    pytest.param("2001-0X", id="half a month left open"),
    pytest.param("2001/1996", id="running backwards"),
    pytest.param("../..", id="open on both sides"),
    pytest.param("2001/soon", id="an end that is none"),
    pytest.param("1996/2001/2003", id="three of them"),
    pytest.param("2001-09-09\n", id="a line break"),
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_covers_nothing(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert days(text) is None
    assert capsys.readouterr().out == ""


CONTAINED = [
    pytest.param("2001", "2001-09-09", True, True, id="a day of the year"),
    pytest.param("2001-09-09", "2001", False, True, id="the year of the day"),
    pytest.param("2001", "2002-01-01", False, False, id="the day after"),
    pytest.param("1996/2001", "2001/2003", False, True, id="intervals that share a year"),
    pytest.param("2001", "soon", False, False, id="no date"),
]


@pytest.mark.parametrize(("outer", "inner", "contained", "shared"), CONTAINED)
def test_dates_contain_and_overlap(outer: str, inner: str, contained: bool, shared: bool) -> None:
    assert contains(outer, inner) is contained
    assert overlap(outer, inner) is overlap(inner, outer) is shared


def test_marks_of_doubt_can_be_taken_off() -> None:
    assert bare("2001-09~/2003?") == "2001-09/2003"


@pytest.mark.parametrize("text", ["2001", "198X", "2001-22", "../2001", "2001-99"])
def test_what_looks_like_a_date(text: str) -> None:
    assert looks_like_date(text)


@pytest.mark.parametrize("text", ["", "XXXX", "41 m", "20011", "..", "2001 m"])
def test_what_does_not(text: str) -> None:
    assert not looks_like_date(text)
