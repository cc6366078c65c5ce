"""What two facts tell, each of its own, told as one; and what may be told together."""

from __future__ import annotations

import pytest
from msgspec import structs

from sourced.rules.support.doubts import Doubt, doubts
from sourced.rules.support.witness import Witness

from .evidence import GRANTED, tokens

LED = ("Bob Oak led the search", {"bob"})
GAVE = ("Ann Ames gave up her bonus of 240 pounds on 3 May 1901", {"ann"})
MAYOR = ("Ann Ames was mayor", {"ann"})
BOILED = ("9,000 households in Aske must boil water", set[str]())
TOLD = ("46,000 households were told to boil water", set[str]())

TOGETHER = [
    ("Ann Ames gave up her bonus, and Bob Oak led the search.", GAVE, LED),
    ("Ann Ames, who was mayor, gave up her bonus.", GAVE, MAYOR),
    ("Ann Ames, the mayor, gave up her bonus.", GAVE, MAYOR),
    ("Ann Ames was mayor and gave up her bonus.", GAVE, MAYOR),
    ("9,000 households in Aske must boil water.", BOILED, TOLD),
    ("Ann Ames gave up her bonus; she was mayor.", GAVE, MAYOR),
    ("In Aske, Bob Oak led the search.", BOILED, LED),
]
SPLICED = [
    ("Ann Ames gave up her bonus and *led* the search.", GAVE, LED),
    ("Ann Ames, who *led* the search, gave up her bonus.", GAVE, LED),
    ("Bob Oak, the *mayor*, led the search.", LED, MAYOR),
    ("Bob Oak led the search on *3 May 1901*.", GAVE, LED),
    ("Bob Oak and Ann Ames *led* the search.", GAVE, LED),
    ("Bob Oak led the search and the *bonus*.", GAVE, LED),
    ("46,000 households in Aske must *boil* water.", BOILED, TOLD),
]


def why(unit: str, *facts: tuple[str, set[str]]) -> list[Doubt]:
    """Why a unit is not supported by the words of as many facts, each about somebody."""
    abouts = [frozenset(ids) for _, ids in facts]
    granted = structs.replace(
        GRANTED, facts=range(len(facts)), abouts=abouts, known=frozenset().union(*abouts)
    )
    return doubts(tokens(unit), [Witness(text, tokens(text)) for text, _ in facts], granted)


@pytest.mark.parametrize(("unit", "one", "two"), TOGETHER)
def test_facts_may_be_told_together(unit: str, one: tuple[str, set[str]], two: tuple[str, set[str]]) -> None:
    assert why(unit, one, two) == []


@pytest.mark.parametrize(("unit", "one", "two"), SPLICED)
def test_what_one_tells_is_not_told_of_the_other(
    unit: str, one: tuple[str, set[str]], two: tuple[str, set[str]]
) -> None:
    assert why(unit.replace("*", ""), one, two)
