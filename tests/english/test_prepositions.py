"""Prepositions that say which way."""

from __future__ import annotations

import pytest

from sourced.english.lexis.prepositions import TIES, conflict
from sourced.english.lexis.small import ARTICLES, BEFORE_NOUNS, BEING, DETERMINERS, WHO
from sourced.english.limits import is_empty

WAYS = [
    pytest.param(["went", "to"], ["went", "from"], "from", id="another way"),
    pytest.param(["into"], ["towards"], "", id="the same way in other words"),
    pytest.param(["for"], ["against"], "against", id="on the other side"),
    pytest.param(["by"], ["with"], "", id="ways that do not exclude each other"),
    pytest.param(["at", "of"], ["from", "in"], "", id="the last one counts"),
    pytest.param(["to", "the"], ["from", "the"], "from", id="small words behind it"),
    pytest.param(["by"], ["of"], "of", id="who did it"),
    pytest.param(["by"], ["at"], "", id="by a river or at it"),
    pytest.param([], ["from"], "", id="none of ours"),
    pytest.param(["to"], ["the"], "", id="none of theirs"),
]


@pytest.mark.parametrize(("ours", "theirs", "wanted"), WAYS)
def test_two_ways_conflict(ours: list[str], theirs: list[str], wanted: str) -> None:
    assert conflict(ours, theirs) == wanted


def test_before_dates_a_last_day_is_another_than_the_day() -> None:
    assert conflict(["on"], ["by"], dated=True) == "by"
    assert conflict(["on"], ["in"], dated=True) == ""


@pytest.mark.parametrize("words", [ARTICLES, BEFORE_NOUNS, BEING, DETERMINERS, TIES, WHO])
def test_what_is_looked_for_before_a_word_may_stand_there(words: frozenset[str]) -> None:
    """A word of meaning, as a limit is one, is no small word that leads to another."""
    assert {word for word in words if not is_empty(word)} == set()
