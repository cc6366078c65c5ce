"""What messages say of numbers, dates, facts and slips of the pen."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from sourced.english.lexis.inflection import means_several
from sourced.english.quantities.numbers import Number, find_numbers
from sourced.rules.messages import lack, listed, near, nearest, short, told, whose


def numbers(*values: int) -> list[Number]:
    return [Number(Decimal(value)) for value in values]


def citing(*ids: str) -> Any:
    """A sentence that cites facts, as far as messages ask for them."""
    return SimpleNamespace(facts=[SimpleNamespace(id=each) for each in ids])


@pytest.mark.parametrize(
    ("values", "said"),
    [((), "no number"), ((3,), "3"), ((3, 4, 3), "3, 4")],
)
def test_numbers_are_listed_once(values: tuple[int, ...], said: str) -> None:
    assert listed(numbers(*values)) == said


def test_directions_are_listed_beside_directions_only() -> None:
    east, five = Number(Decimal(4), "direction"), Number(Decimal(5))
    assert listed([east], five) == "no number"
    assert listed([east], east) == listed([east])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("at least two weeks", "at least 2 weeks"),
        ("one week", "1 week"),
        ("3 square miles", "3 sq miles"),
        ("5 feet", "5 feet"),
        ("5 km", "5 km"),
        ("40 km/h", "40 km/h"),
        ("two to three days", "2 to 3 days"),
    ],
)
def test_a_unit_is_told_in_the_plural(text: str, said: str) -> None:
    assert [str(number) for number in find_numbers(text)] == [said]


def test_of_many_numbers_the_first_are_listed() -> None:
    twenty = ", ".join(map(str, range(20)))
    assert listed(numbers(*range(20))) == twenty
    assert listed(numbers(*range(21))) == f"{twenty}, …"


def test_dates_are_told_in_order() -> None:
    assert told([]) == "no date"
    assert told(["1901-05-03", "1901-05-03"]) == "3 May 1901"
    assert told(["1901-05-04", "1901-05-03"]) == "3 May 1901, 4 May 1901"


def test_a_slip_of_the_pen_is_named() -> None:
    known = ["bridge-length", "bridge-opened"]
    assert near("brige-length", known) == "bridge-length"
    assert near("weir", known) == ""
    assert near("x" * 201, ["x" * 201]) == "", "no slip of the pen is as long"
    assert near("x" * 200, ["x" * 200]) == "x" * 200
    assert nearest("brige-length", known) == " Did you mean “bridge-length”?"
    assert nearest("weir", known) == ""


def test_a_very_long_text_loses_its_middle() -> None:
    whole = "a " * 300 + "b " * 300
    assert short(whole) == whole
    assert short(f"{whole[:600]}c{whole[600:]}") == f"{whole[:600]} … {whole[600:]}"


def test_a_number_of_thousands_of_digits_loses_its_middle() -> None:
    assert short(f"no fact has {'9' * 5000} m") == f"no fact has {'9' * 40}…{'9' * 40} m"
    assert short("a" * 64) == "a" * 64, "the sum of a file"


@pytest.mark.parametrize(
    ("name", "several"),
    [
        ("two people who were in the tent", True),
        ("the organisers", True),
        ("the police", True),
        ("the riders of Brisk", True),
        ("the League of Sailors", False),
        ("the jury", False),
        ("Team Halvorsen", False),
    ],
)
def test_a_name_may_mean_several(name: str, *, several: bool) -> None:
    assert means_several(name) is several


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        ((), "no fact"),
        (("a",), "the fact “a”"),
        (("a", "b", "c"), "the facts a, b, c"),
        (("a", "b", "c", "d"), "the facts a, b, c …"),
    ],
)
def test_the_facts_of_a_sentence_are_named(ids: tuple[str, ...], said: str) -> None:
    assert whose(citing(*ids)) == said


def test_what_no_fact_gives_is_said_with_what_they_give() -> None:
    assert lack(citing(), 41) == "no fact is cited that has 41"
    assert lack(citing("a"), 41, "40") == "the fact “a” does not have 41, only 40"
    assert lack(citing("a", "b"), 41, "40") == "the facts a, b do not have 41, only 40"
    assert lack(citing("a"), 41, "no number") == "the fact “a” does not have 41, and gives no number"
    assert lack(citing("a"), 41) == "the fact “a” does not have 41"
