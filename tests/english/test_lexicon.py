"""Pairs of words that are related, mean the same or are opposite, and near ones that are not."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from sourced.english.lexis import lexicon

RELATED = """
    resisted/resistance destroyed/destruction assassin/assassinated led/leaders died/death dead/died
    lost/loss sold/sale invaded/invasion fighters/fought strong/strength nation/national northern/north
    organised/organize defence/defense tries/tried swift/swiftly building/built state/states
"""
UNRELATED = """
    form/former commit/committee appear/apparent hard/hardly general/generally short/shortly arm/army
    large/larger larger/largest number/numb late/later evening/even employ/employee use/useless
    power/powerless captive/capture happy/unhappy strong/strengthened achieve/achievable
    scholar/scholarship party/part heat/heater last/lasted moral/more universe/university
"""
SYNONYMS = """
    began/started began/commenced attacked/assaulted cars/automobiles purchased/bought
    founded/established biggest/largest doctor/physician help/aid around/approximately nearly/almost
    mostly/chiefly ex-/former
"""
NO_SYNONYMS = """
    take/get found/established bigger/large province/state kill/murder nearly/about most/mostly
    not/never commission/committee frog/toad may/will clash/crash government/regime
"""
OPPOSITES = """
    won/lost happy/unhappy begins/ended joined/left attacked/defended rose/fell accepted/refused
    allowed/banned larger/smaller legal/illegal armed/unarmed before/after all/some early/late most/few
    alive/dead arrived/left
"""
NO_OPPOSITES = """
    flammable/inflammable valuable/invaluable covered/discovered large/smaller left/right man/woman
    north/south sons/daughters ionized/unionized any/no like/unlike some/several before/early
    bought/sold famous/infamous close/near form/inform
"""


def split(pairs: str) -> list[list[str]]:
    return [pair.split("/") for pair in pairs.split()]


@pytest.mark.parametrize(("first", "second"), split(RELATED))
def test_words_of_one_family(first: str, second: str) -> None:
    assert lexicon.related(first, second)
    assert lexicon.related(second, first)


@pytest.mark.parametrize(("first", "second"), split(UNRELATED))
def test_words_that_only_look_like_a_family(first: str, second: str) -> None:
    assert not lexicon.related(first, second)
    assert not lexicon.related(second, first)


@pytest.mark.parametrize(("first", "second"), split(SYNONYMS))
def test_words_of_one_meaning(first: str, second: str) -> None:
    assert lexicon.synonyms(first, second)
    assert lexicon.synonyms(second, first)


@pytest.mark.parametrize(("first", "second"), split(NO_SYNONYMS))
def test_words_of_near_meaning(first: str, second: str) -> None:
    assert not lexicon.synonyms(first, second)


@pytest.mark.parametrize(("first", "second"), split(OPPOSITES))
def test_words_that_contradict(first: str, second: str) -> None:
    assert lexicon.opposites(first, second)
    assert lexicon.opposites(second, first)


@pytest.mark.parametrize(("first", "second"), split(NO_OPPOSITES))
def test_words_that_only_look_opposite(first: str, second: str) -> None:
    assert not lexicon.opposites(first, second)


def test_contraries_and_converses_are_kept_apart() -> None:
    assert lexicon.contraries("sons", "daughter")
    assert lexicon.contraries("northern", "southern")
    assert not lexicon.contraries("won", "lost")
    assert lexicon.converses("bought", "sold")
    assert lexicon.converses("parents", "child")
    assert not lexicon.converses("bought", "purchased")


@pytest.mark.parametrize("relation", [lexicon.synonyms, lexicon.related])
def test_nothing_stands_for_its_opposite(relation: Callable[[str, str], bool]) -> None:
    words = sorted({word for pair in split(OPPOSITES) for word in pair})
    pairs = [pair for pair in itertools.combinations(words, 2) if lexicon.opposites(*pair)]
    assert len(pairs) >= len(split(OPPOSITES))
    assert not [pair for pair in pairs if relation(*pair)]
