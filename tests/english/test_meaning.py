"""The words of a text that carry its meaning, each with what it is and how it is tied in."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sourced.book.model import Name
from sourced.english.atoms import read_atoms
from sourced.english.meaning import Token, read_tokens
from sourced.english.names import NameIndex

NAMES = {
    "ann": Name(id="ann", kind="person", name="Ann Ames"),
    "ben": Name(id="ben", kind="person", name="Ben Ames"),
    "pier": Name(id="pier", kind="place", name="Elm Pier"),
}


def tokens(text: str, gloss: Mapping[str, str] | None = None) -> list[Token]:
    found = read_tokens(text, read_atoms(text, NameIndex(NAMES)), gloss)
    assert [text[token.start : token.end] for token in found] == [token.text for token in found]
    return found


TEXTS = [
    pytest.param("The old tower fell.", ["old", "tower", "fell"], id="words without small ones"),
    pytest.param("Ann Ames left the Elm Pier.", ["Ann Ames", "left", "Elm Pier"], id="names"),
    pytest.param("It opened on 3 May 1901.", ["opened", "3 May 1901"], id="a date"),
    pytest.param("It has 40 metres of rail.", ["40 metres", "rail"], id="a number with its unit"),
    pytest.param("A well-known, full-rigged ship", ["well-known", "full-rigged", "ship"], id="hyphens"),
    pytest.param("The Elm Pier's lamp", ["Elm Pier", "lamp"], id="an owner without its mark"),
    pytest.param("The keepers' lamps", ["keepers", "lamps"], id="several owners"),
    pytest.param("It never fell", ["never", "fell"], id="a denial"),
    pytest.param("The old well by the mine lies dry.", ["old", "well", "mine", "dry"], id="small nouns"),
    pytest.param("His lies, as well as hers", ["lies", "as well"], id="a noun by its owner"),
    pytest.param("To the north lies a town, well inland", ["north", "town", "inland"], id="no noun"),
    pytest.param("", [], id="nothing"),
]


@pytest.mark.parametrize(("text", "wanted"), TEXTS)
def test_the_words_of_meaning_stand_in_order(text: str, wanted: list[str]) -> None:
    assert [token.text for token in tokens(text)] == wanted


def test_each_says_what_it_is() -> None:
    name, denial, word, number, date = tokens("Ann Ames never rebuilt 40 metres by 3 May 1901")
    assert (name.named, name.ids) == (True, {"ann"})
    assert denial.denial
    assert word.is_word
    assert number.number is not None
    assert date.dates == ("1901-05-03",)
    assert not any(each.is_word for each in (name, denial, number, date))


def test_each_says_how_it_is_tied_in() -> None:
    tall, tower, at, _, stood, still = tokens("The tall tower of the Elm Pier fell, and stood still")
    assert (tall.lead, tall.joined) == (("the",), False)
    assert (tower.lead, tower.joined) == ((), True)
    assert (at.lead, at.joined) == (("of", "the"), False)
    assert stood.lead == ("and",)
    assert still.joined
    assert tall.clause == at.clause == 0
    assert stood.clause == still.clause == 2, "the comma and the `and` begin one each"


def test_a_comma_within_a_number_ends_no_clause() -> None:
    assert {token.clause for token in tokens("some 46,000 boats came at 12:30")} == {0}
    assert [token.clause for token in tokens("boats, 46 of them")] == [0, 1]


def test_what_follows_an_owner_belongs_to_it() -> None:
    pier, lamp = tokens("The Elm Pier's lamp")
    assert (pier.owner, lamp.owner) == (True, False)
    pier, _ = tokens("The Elm Pier lamp")
    assert not pier.owner


@pytest.mark.parametrize(
    "owner", ["The keeper's", "The keeper’s", "The keepers'", "Ann Ames's", "The light-keeper's", "Her"]
)
def test_an_owner_may_be_any_word(owner: str) -> None:
    text = f"{owner} lamp"
    found = read_tokens(text, read_atoms(text, NameIndex(NAMES)), {"Her": "ann"})
    assert [token.owner for token in found] == [True, False]


@pytest.mark.parametrize(
    "text", ["The keeper", "The keepers", "It's", "There's", "What's", "Our light-keeper"]
)
def test_a_word_without_the_mark_of_an_owner_owns_nothing(text: str) -> None:
    assert not any(token.owner for token in tokens(f"{text} late"))


def test_a_gloss_says_whom_and_when_a_word_means() -> None:
    she, left, sunday = tokens("She left on Sunday", {"She": "ann", "Sunday": "1901-05-05"})
    assert she.ids == {"ann"}
    assert not left.ids
    assert "1901-05-05" in sunday.dates
    (ames, _) = tokens("Ames left", {"Ames": "ben"})
    assert ames.ids == {"ben"}, "of two who share a name, the one"


def test_of_two_glosses_of_a_word_the_first_given_comes_first() -> None:
    gloss = {"that Sunday": "1901-05-12", "Sunday": "1901-05-05"}
    *_, sunday = tokens("She left that Sunday", gloss)
    assert sunday.dates[-2:] == ("1901-05-12", "1901-05-05")
    *_, sunday = tokens("She left that Sunday", dict(reversed(gloss.items())))
    assert sunday.dates[-2:] == ("1901-05-05", "1901-05-12")


def test_a_gloss_ends_with_its_word() -> None:
    *_, sunday, pounds = tokens("She left on Sunday£40 in debt", {"Sunday": "1901-05-05"})[:-1]
    assert "1901-05-05" in sunday.dates
    assert pounds.number
    assert not pounds.dates, "though no space parts the two"
