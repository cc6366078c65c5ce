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
]


@pytest.mark.parametrize(("text", "wanted"), BOUNDS)
def test_a_bound_stands_before_or_behind(text: str, wanted: Bound) -> None:
    at = text.index("9")
    assert bound_of(text, at, at + 1) == wanted
