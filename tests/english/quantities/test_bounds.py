"""The bounds of numbers: which of them cannot both be said of one."""

from __future__ import annotations

from typing import get_args

import pytest

from sourced.english.quantities.bounds import Bound, bound_of, clash

LEFT_OUT: dict[Bound, set[Bound]] = {
    "": set(),
    "at least": {"", "at most", "less than", "almost"},
    "more than": {"", "at most", "less than", "almost"},
    "at most": {"at least", "more than"},  # `as far as 9 km` is 9 km
    "less than": {"", "at least", "more than"},
    "about": {""},
    "almost": {"", "at least", "more than"},
    "many": set(),
    "cut": {""},
}


@pytest.mark.parametrize("one", get_args(Bound))
def test_a_bound_clashes_with_the_other_side_and_mostly_with_none(one: Bound) -> None:
    assert {other for other in get_args(Bound) if clash(one, other)} == LEFT_OUT[one]


BOUNDS = [
    pytest.param("at least 9 boats", "at least", id="before"),
    pytest.param("9 or more boats", "at least", id="behind"),
    pytest.param("9 or fewer", "at most", id="at most, behind"),
    pytest.param("9 or so", "about", id="about, behind"),
    pytest.param("It rose above 9", "more than", id="above"),
    pytest.param("It did not rise above 9", "at most", id="above, denied"),
    pytest.param("It did not fall below 9", "at least", id="below, denied"),
    pytest.param("nearly 9", "almost", id="nearly"),
    pytest.param("9 boats, at most", "at most", id="behind what is counted"),
    pytest.param("9 boats, at most 5 of them open", "", id="the bound of the next number"),
    pytest.param("9 boats, a minimum of five of them open", "", id="that of the next in words"),
    pytest.param("9 boats at least, 5 of them open", "at least", id="before a stop, and the next number"),
    pytest.param("the 9", "", id="none"),
    pytest.param("no less than 9 boats", "at least", id="no less"),
    pytest.param("not more than 9", "at most", id="not more"),
    pytest.param("no later than 9", "at most", id="no later"),
    pytest.param("as many as 9", "at most", id="as many as"),
    pytest.param("up to the 9", "at most", id="before an article"),
    pytest.param("within 9", "at most", id="within"),
    pytest.param("older than 9", "more than", id="older"),
    pytest.param("under the age of 9", "less than", id="under the age of"),
    pytest.param("over the age of 9", "more than", id="over the age of"),
    pytest.param("He was past 9", "more than", id="past it"),
    pytest.param("past 9", "", id="past a place"),
    pytest.param("circa 9", "about", id="circa"),
    pytest.param("~9", "about", id="a sign"),
    pytest.param("an estimated 9", "about", id="estimated"),
    pytest.param("in the region of 9", "about", id="in the region of"),
    pytest.param("He never had more than 9", "at most", id="denied from farther"),
    pytest.param("He has not been in the town for more than 9", "more than", id="not denied from so far"),
    pytest.param("9 and over", "at least", id="and over"),
    pytest.param("9+ boats", "at least", id="a plus"),
    pytest.param("9+5 boats", "", id="a sum"),
    pytest.param("9 boats at the very most", "at most", id="at the very most"),
    pytest.param("9 boats maximum", "at most", id="maximum"),
    pytest.param("9 boats, but no more", "at most", id="but no more"),
    pytest.param("9 boats, but no more than 5", "", id="but no more than another"),
    pytest.param("9-odd boats", "about", id="odd"),
    pytest.param("9 odd boats", "", id="odd ones"),
    pytest.param("9 and boats at most", "", id="behind an and"),
    pytest.param("9 at most $5", "", id="that of a sum of money"),
    pytest.param("9 at least half", "", id="that of a half"),
    pytest.param("9 at least halfway", "at least", id="and no half"),
    pytest.param("thunder 9", "", id="the end of a word"),
    pytest.param("fewer than the 9 of last year", "", id="beside a number that is known"),
    pytest.param("fewer than 9 of them", "less than", id="fewer of them"),
    pytest.param("about, 9", "", id="before a comma"),
]


@pytest.mark.parametrize(("text", "wanted"), BOUNDS)
def test_a_bound_stands_before_or_behind(text: str, wanted: Bound) -> None:
    at = text.index("9")
    assert bound_of(text, at, at + 1) == wanted
