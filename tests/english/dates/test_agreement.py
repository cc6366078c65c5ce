"""Which dates of the evidence carry a claimed one."""

from __future__ import annotations

import pytest

from sourced.english.dates.agreement import in_same_part, refines, supported, supports
from sourced.english.dates.dates import WEEKDAYS

SUPPORTS = [
    pytest.param("2021-09-08", "2021-09-08", True, id="the same day"),
    pytest.param("2021-09-08", "2021-09", True, id="the month of a day"),
    pytest.param("2021-09-08", "2021-10", False, id="another month"),
    pytest.param("2021-09", "2021-09-08", False, id="a day of a month"),
    pytest.param("2021-09-08", "wednesday", True, id="the weekday of a day"),
    pytest.param("2021-09-08", "thursday", False, id="another weekday"),
    pytest.param("2021-09", "wednesday", False, id="a month has no weekday"),
    pytest.param("wednesday", "2021-09-08", False, id="a weekday is no day"),
    pytest.param("wednesday", "wednesday", True, id="a weekday"),
    pytest.param("2021-09-08", "XXXX-09-08", True, id="the day without its year"),
    pytest.param("2021-09-08", "XXXX-09", True, id="the month without its year"),
    pytest.param("2021-09-08", "XXXX-09-07", False, id="another day without a year"),
    pytest.param("2021-09-08/2021-09-10", "XXXX-09-08", False, id="a stretch for its first day"),
    pytest.param("2021-09-08/2021-09-10", "2021-09-10", True, id="an end of a stretch"),
    pytest.param("2021-09-08/2021-09-10", "2021-09-09", False, id="a day within a stretch"),
    pytest.param("2021-09-08/..", "2021-09-08", True, id="the end that an open stretch has"),
    pytest.param("2021-09-08", "2021-09-08/2021-09-10", False, id="a stretch for a day"),
    pytest.param("2021-09-08~", "2021-09-08", True, id="about a day, bare"),
]


def weekday(value: str) -> str:
    """A weekday as the dates of a text give it; any other date as it is."""
    return next((each for each in WEEKDAYS if each.lower().endswith(value)), value)


@pytest.mark.parametrize(("evidence", "claim", "wanted"), SUPPORTS)
def test_a_date_carries_what_is_no_finer(evidence: str, claim: str, wanted: bool) -> None:
    assert supports(weekday(evidence), weekday(claim)) is wanted
    assert supported([weekday(evidence)], weekday(claim)) is wanted


def test_a_day_without_its_year_carries_what_it_was_completed_to() -> None:
    whole = frozenset({"2021-09-08", "2020-09-07"})
    assert supports("XXXX-09-08", "2021-09-08", whole)
    assert not supports("XXXX-09-08", "2020-09-08", whole)
    assert not supports("XXXX-09-08", "2020-09-07", whole), "another day was completed to that"
    assert not supports("XXXX-09-08", "2021-09-08")


STRETCHES = [
    pytest.param(["2021-09-08", "2021-09-10"], "2021-09-08/2021-09-10", True, id="both ends"),
    pytest.param(["2021-09-08"], "2021-09-08/2021-09-10", False, id="one of two ends"),
    pytest.param(["2021-09-08"], "2021-09-08/..", True, id="the only end"),
    pytest.param(["2021-09-08"], "../..", False, id="no end at all"),
    pytest.param([], "2021-09-08", False, id="no evidence"),
]


@pytest.mark.parametrize(("evidence", "claim", "wanted"), STRETCHES)
def test_an_interval_is_carried_by_its_ends(evidence: list[str], claim: str, wanted: bool) -> None:
    assert supported(evidence, claim) is wanted


REFINES = [
    pytest.param("2021-09-08", "2021-09", True, id="a day of the month"),
    pytest.param("2021-10-08", "2021-09", False, id="a day of another month"),
    pytest.param("2021-09", "2021-09", False, id="as fine"),
    pytest.param("2021", "2021-09", False, id="coarser"),
    pytest.param("2021-09-08", "XXXX-09", True, id="a day of a month without its year"),
    pytest.param("2021-10-08", "XXXX-09", False, id="of another month without its year"),
]


@pytest.mark.parametrize(("claim", "evidence", "wanted"), REFINES)
def test_a_finer_date_lies_within_a_coarser(claim: str, evidence: str, wanted: bool) -> None:
    assert refines(claim, evidence) is wanted


PARTS = [
    pytest.param("late May", "2021-05", "late May", True, id="the same part"),
    pytest.param("late May", "2021-05", "early May", False, id="another part"),
    pytest.param("May", "2021-05", "early May", False, id="a part of a whole month"),
    pytest.param("3 May", "2021-05-03", "early May", True, id="a day"),
    pytest.param("late May", "2021-05", "May", True, id="the month of a part"),
]


@pytest.mark.parametrize(("evidence", "date", "claim", "wanted"), PARTS)
def test_a_part_of_a_month_is_kept(evidence: str, date: str, claim: str, wanted: bool) -> None:
    assert in_same_part(evidence, [date], claim) is wanted
