"""Two linked numbers: what the first takes from the second, and when they are the ends of a range."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sourced.english.quantities.amounts import is_span_of_years
from sourced.english.quantities.numbers import Number, find_numbers, same_amount, supports
from sourced.english.quantities.ranges import has_both_ends, is_bound_of, is_range_of

LINKED = [
    pytest.param("2 to 3 million", ["2,000,000 to 3,000,000"], id="the scale of the second"),
    pytest.param("2 and 3 million", ["2", "3,000,000"], id="`and` shares no scale"),
    pytest.param("2-3 to 5 million", ["2 to 3", "5,000,000"], id="a range takes none"),
    pytest.param("600 to 4,000 km", ["600 to 4,000 km"], id="written out"),
    pytest.param("3 and 5 km", ["3 km", "5 km"], id="one unit for both, and no range"),
    pytest.param("between 4 and 6 people", ["4 to 6"], id="between"),
    pytest.param("9 to 10 am", ["9", "10:00"], id="a time of day lends nothing"),
    pytest.param("5 to 3 km", ["5 km", "3 km"], id="downwards"),
    pytest.param("3 to 3 km", ["3 km", "3 km"], id="from one to the same"),
    pytest.param("12 to at least 15 men", ["12", "at least 15"], id="an end with a bound"),
]


@pytest.mark.parametrize(("text", "wanted"), LINKED)
def test_linked_numbers(text: str, wanted: list[str]) -> None:
    assert [str(number) for number in find_numbers(text)] == wanted


def number(text: str) -> Number:
    (found,) = find_numbers(text)
    return found


def numbers(text: str) -> list[Number]:
    return find_numbers(text)


SHARED = [
    pytest.param("It fell from 5 km in 1901 to 3 in 1902.", "3 km", True, id="from one to another"),
    pytest.param("It grew from 2.2 million crowns to 1.8 million.", "1.8 million crowns", True, id="a scale"),
    pytest.param("It was offered for 95 euros, not 140.", "140 euros", True, id="and not another"),
    pytest.param("It was between 43 km in May and 48 in June.", "48 km", True, id="between"),
    pytest.param("It fell from 5 km in 1901 to 3 in 1902.", "3 miles", False, id="another unit"),
    pytest.param("It went from 5 km to 3 boats.", "3 km", False, id="something else is counted"),
    pytest.param("It sailed 5 km to 3 of them.", "3 km", False, id="no change from one to the other"),
    pytest.param("It fell from the 5th to 3 in May.", "3 km", False, id="no unit to be shared"),
]


@pytest.mark.parametrize(("text", "claim", "same"), SHARED)
def test_a_unit_may_be_said_once_for_two_amounts(text: str, claim: str, *, same: bool) -> None:
    dates = [(at, at + 4) for at in (text.find("1901"), text.find("1902")) if at >= 0]
    last = find_numbers(text, dates)[-1]
    (claimed,) = find_numbers(claim)
    assert same_amount(last, claimed) is same
    assert supports(last, replace(last, elided=""))


ENDS = [
    pytest.param("30 to 35 km", "30 km, 35 km", True, id="both ends"),
    pytest.param("30 to 35 km", "30 km, 36 km", False, id="another upper end"),
    pytest.param("30 to 35 km", "29 km, 35 km", False, id="another lower end"),
    pytest.param("30 km", "30 km, 35 km", False, id="no range"),
]


@pytest.mark.parametrize(("one", "known", "wanted"), ENDS)
def test_a_range_is_given_by_its_ends(one: str, known: str, wanted: bool) -> None:
    assert is_range_of(number(one), numbers(known)) is wanted


BOUNDS = [
    pytest.param("at least 5 km", "5 to 12 km", True, id="the lower end"),
    pytest.param("at least 4 km", "5 to 12 km", True, id="below it"),
    pytest.param("at least 6 km", "5 to 12 km", False, id="within"),
    pytest.param("more than 5 km", "5 to 12 km", False, id="more than the lower end"),
    pytest.param("more than 4 km", "5 to 12 km", True, id="more than less"),
    pytest.param("at most 12 km", "5 to 12 km", True, id="the upper end"),
    pytest.param("at most 11 km", "5 to 12 km", False, id="within, from above"),
    pytest.param("less than 12 km", "5 to 12 km", False, id="less than the upper end"),
    pytest.param("less than 13 km", "5 to 12 km", True, id="less than more"),
    pytest.param("about 5 km", "5 to 12 km", False, id="about"),
    pytest.param("at least 5 miles", "5 to 12 km", False, id="another unit"),
    pytest.param("at least 5 km", "12 km", False, id="no range"),
]


@pytest.mark.parametrize(("bound", "known", "wanted"), BOUNDS)
def test_a_bound_follows_from_a_range(bound: str, known: str, wanted: bool) -> None:
    assert is_bound_of(number(bound), number(known)) is wanted


def test_one_end_of_a_range_needs_the_other() -> None:
    known = numbers("5 to 12 km")
    assert has_both_ends(number("5 km"), numbers("5 km, 12 km"), known)
    assert has_both_ends(number("12 km"), numbers("5 km, 12 km"), known)
    assert not has_both_ends(number("5 km"), numbers("5 km, 11 km"), known)
    assert not has_both_ends(number("7 km"), numbers("5 km, 7 km, 12 km"), known), "it lies within"


SPANS = [
    pytest.param("20 years", ["1901-05-03", "1921"], True, id="from year to year"),
    pytest.param("21 years", ["1901-05-03", "1921"], True, id="one is begun"),
    pytest.param("19 years", ["1901-05-03", "1921"], True, id="one is not full"),
    pytest.param("22 years", ["1901-05-03", "1921"], False, id="too many"),
    pytest.param("18 years", ["1901-05-03", "1921"], False, id="too few"),
    pytest.param("1 year", ["1901-05-03", "1901-06-01"], False, id="within a year"),
    pytest.param("20 km", ["1901", "1921"], False, id="no years"),
    pytest.param("150 years", ["1801", "1951"], False, id="longer than a life"),
    pytest.param("149 years", ["1801", "1950"], True, id="as long as one"),
]


@pytest.mark.parametrize(("span", "dates", "wanted"), SPANS)
def test_a_span_of_years_lies_between_two_dates(span: str, dates: list[str], wanted: bool) -> None:
    assert is_span_of_years(number(span), dates) is wanted
