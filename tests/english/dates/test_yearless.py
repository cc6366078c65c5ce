"""The year of a date without one: which clauses put it before the day of writing, and which after."""

import pytest

from sourced.english.dates.dates import find_dates
from sourced.english.dates.yearless import (
    Side,
    complete,
    may_be_of_another_year,
    nearest,
    possible,
    side_of,
    sure_side_of,
)

SIDES = [
    pytest.param("The licence that the agency granted on 4 December", "before", id="a past verb"),
    pytest.param("They left on 3 May", "before", id="an irregular one"),
    pytest.param("Seals have been seen since 4 December", "before", id="a perfect"),
    pytest.param("The board said on 4 December that the lamp will go out", "before", id="the day of speech"),
    pytest.param("The lamp, which will be lit on 15 October, cost 40 crowns", "after", id="another clause"),
    pytest.param("The work is now due to be finished by 15 October", "after", id="due"),
    pytest.param("The next meeting is on 4 December", "after", id="next"),
    pytest.param("The fee is charged from 4 December on", "after", id="from a day on"),
    pytest.param("The work was due to be finished by 15 October", "", id="was due"),
    pytest.param("The board said the lamp opens on 15 October", "", id="speech about what comes"),
    pytest.param("The board said that on 4 December the lamp would be lit", "", id="would"),
    pytest.param("The board raised the lamp to 65 feet on 4 December", "before", id="to an amount"),
    pytest.param("It had been sent to all keepers on 4 December", "before", id="to whom"),
    pytest.param("They voted to strike on 4 December", "", id="to do"),
    pytest.param("All trips have been postponed until at least 4 December", "after", id="has been, until"),
    pytest.param("The lane was closed until 4 December", "", id="until"),
    pytest.param("The meeting on 4 December", "", id="no verb"),
    pytest.param("From 4 December on the lane was closed", "", id="from a day on, in the past"),
    pytest.param("The lane is closed from 4 December onwards", "after", id="from a day onwards"),
    pytest.param("Catches fell, from 27 on 4 December", "", id="from an amount on a day"),
    pytest.param(
        "They said catches dropped from 80 tons on 4 December", "before", id="dropped from, on a day"
    ),
    pytest.param("The notice of 4 December will stay in place", "", id="a thing of a day, that will"),
    pytest.param("The next report will cover the storm of 4 December", "", id="will, a thing of a day"),
    pytest.param("A trial over the leak on 4 December is to begin soon", "", id="in the subject"),
    pytest.param("On 4 December the lamp will be lit", "after", id="first in its clause"),
]


@pytest.mark.parametrize(("text", "side"), SIDES)
def test_the_clause_puts_a_date_on_a_side(text: str, side: Side) -> None:
    date = find_dates(text)[0]
    assert side_of(text, date.start, date.end) == side


SURE = [
    pytest.param("It burned on 4 December", "before", id="next to its verb"),
    pytest.param("The lamp was finally lit on 4 December at dusk", "before", id="next to a passive"),
    pytest.param("It has been closed since 4 December", "before", id="since"),
    pytest.param("They banned the match on 4 December", "", id="what was banned may be dated"),
    pytest.param("Tickets bought on 4 December cost half", "", id="what is bought"),
    pytest.param("The board said the lamp was lit on 4 December", "", id="what is told in the past"),
    pytest.param("A vote was called for 4 December", "", id="for"),
    pytest.param("The council will vote on 4 December", "after", id="will, next to its verb"),
    pytest.param("The lamp is now due to be lit by 4 December", "after", id="due, next to its verb"),
    pytest.param("By 4 December the lamp will be lit", "after", id="first in its clause"),
    pytest.param("Police plan to ask him about the theft on 4 December", "", id="what is asked about"),
    pytest.param("The meeting on 4 December", "", id="no verb"),
]


@pytest.mark.parametrize(("text", "side"), SURE)
def test_a_side_is_sure_next_to_the_verb(text: str, side: Side) -> None:
    date = find_dates(text)[0]
    assert sure_side_of(text, date.start, date.end) == side


def test_a_date_that_is_not_sure_may_lie_on_either_side() -> None:
    text = "The lane closed on 4 December and they banned the match on 10 January"
    assert possible(text, "2024-03-01") == {"2023-12-04", "2024-01-10", "2025-01-10"}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("It burned on 10 January", {"2024-01-10"}, id="the nearest"),
        pytest.param("It burned on 10 January last year", set(), id="another, told in words"),
        pytest.param("A year earlier, on 10 January, it burned", set(), id="told before it"),
        pytest.param(
            "It burned last year. It opened on 10 January", {"2024-01-10"}, id="of another sentence"
        ),
    ],
)
def test_the_nearest_year_is_not_taken_where_another_is_told(text: str, whole: set[str]) -> None:
    assert complete(text, "2024-03-01") == whole
    assert complete(text, "2024-03-01", ["2019"]) == {*whole, "2019-01-10"}


@pytest.mark.parametrize(
    ("text", "value", "may"),
    [
        pytest.param("It burned on 10 January last year", "2023-01-10", True, id="told in words"),
        pytest.param("It burned on 10 January, after ten years", "1999-01-10", True, id="years are told of"),
        pytest.param("It burned on 10 January last year", "2023-01-11", False, id="another day"),
        pytest.param("It burned on 10 January", "2023-01-10", False, id="no word on years"),
        pytest.param("It burned on 10 January 2024, last year", "2023-01-10", False, id="with its year"),
    ],
)
def test_any_year_may_be_meant_where_years_are_told_of(text: str, value: str, *, may: bool) -> None:
    assert may_be_of_another_year(text, value) is may


NEAREST = [
    pytest.param("XXXX-12-04", "2024-03-01", "before", {"2023-12-04"}, id="before"),
    pytest.param("XXXX-12-04", "2024-03-01", "after", {"2024-12-04"}, id="after"),
    pytest.param("XXXX-12-04", "2024-03-01", "", {"2023-12-04", "2024-12-04"}, id="either"),
    pytest.param("XXXX-03-01", "2024-03-01", "before", {"2024-03-01"}, id="the day of writing"),
    pytest.param("XXXX-03", "2024-03-05", "before", {"2024-03"}, id="the month of writing"),
    pytest.param("XXXX-02-29", "2023-03-01", "before", {"2020-02-29"}, id="a day that few years have"),
    pytest.param(
        "XXXX-12-04", "2021-09-03/2021-12-20", "before", {"2020-12-04", "2021-12-04"}, id="each day counts"
    ),
    pytest.param("XXXX-01-02", "2021-09-03/2021-12-20", "before", {"2021-01-02"}, id="each day the same"),
    pytest.param("XXXX-05-04", "2015/..", "before", {"2014-05-04", "2015-05-04"}, id="an open end"),
    pytest.param("XXXX-05-04", "../2015", "before", {"2014-05-04", "2015-05-04"}, id="an open beginning"),
    pytest.param("XXXX-12-04", None, "", set(), id="undated"),
    pytest.param("XXXX-12-04", "soon", "", set(), id="no date"),
    pytest.param("XXXX-12-04", "9999-12-30", "after", set(), id="behind the last year"),
]


@pytest.mark.parametrize(("value", "published", "side", "whole"), NEAREST)
def test_the_nearest_year(value: str, published: str | None, side: Side, whole: set[str]) -> None:
    assert set(nearest(value, published, side)) == whole


def test_each_date_of_a_text_has_its_own_side() -> None:
    text = "The lane closed on 4 December and will open on 10 January 2025 or 11 January"
    assert complete(text, "2024-03-01") == {"2023-12-04", "2024-01-11", "2025-01-11"}
