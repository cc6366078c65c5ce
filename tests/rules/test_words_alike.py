"""Words of a unit that say what other words of its evidence do, and near ones that do not."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Name
from sourced.chain.library import Library
from sourced.english.atoms import read_atoms
from sourced.english.meaning import read_tokens
from sourced.english.names import NameIndex
from sourced.english.quantities.numbers import find_numbers
from sourced.rules import checks_for
from sourced.rules.support.doubts import BEYOND, doubts
from sourced.rules.support.witness import Witness

from ..bridge import MakeBook
from .evidence import GRANTED, found


@pytest.mark.parametrize(
    ("unit", "evidence", "beyond"),
    [
        pytest.param("No one left.", "nobody left", [], id="no one, and nobody"),
        pytest.param("No one left.", "one left", ["No one"], id="no one, and one"),
        pytest.param("She did not know it.", "she had not known it", [], id="a denial in another tense"),
        pytest.param("It is not known.", "she had not known it", ["not known"], id="what nobody knows"),
        pytest.param("It is said to be lost.", "it has been claimed that it is lost", [], id="hearsay"),
        pytest.param("It has been claimed that it sank.", "reportedly it sank", [], id="hearsay before it"),
        pytest.param("It is said to be lost.", "it may be lost", ["It is said"], id="hearsay for a guess"),
        pytest.param("March", "not painted since March", [], id="a month that a date has"),
        pytest.param("April", "not painted since March", ["April"], id="another month"),
        pytest.param("The keeper said it.", "Ann Ames said it", ["keeper"], id="no word of a name"),
    ],
)
def test_what_says_the_same(unit: str, evidence: str, beyond: list[str]) -> None:
    assert [each.word for each in found(unit, evidence) if each.why == BEYOND] == beyond


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("30 g of salt", "g"),
        ("30 gold coins", ""),
        ("12 oz of tea", "ounce"),
        ("5 m/s", "m/s"),
        ("5 m", "m"),
        ("40 m²", "sq m"),
        ("20 ml", "ml"),
    ],
)
def test_common_units_are_read(text: str, unit: str) -> None:
    assert [number.unit for number in find_numbers(text)] == [unit]


RACE = NameIndex({"race": Name(id="race", kind="event", name="the regatta", also=["Great Regatta"])})


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The regatta was long.", ["regatta"]),
        ("its regatta", ["regatta"]),
        ("Ann's regatta", ["regatta"]),
        ("a regatta", []),
        ("the last regatta", []),
        ("a Great Regatta", ["Great Regatta"]),
    ],
)
def test_a_common_noun_is_a_name_only_where_something_says_which(text: str, named: list[str]) -> None:
    assert [mention.text for mention in RACE.find(text)] == named


def test_a_common_noun_that_is_a_name_may_stand_in_the_evidence_without_its_article() -> None:
    unit, evidence = (
        tuple(read_tokens(text, read_atoms(text, RACE))) for text in ("The regatta sank.", "a regatta sank")
    )
    assert doubts(unit, [Witness("a regatta sank", evidence)], GRANTED) == []


@pytest.mark.parametrize(
    ("key", "value", "doubt"),
    [
        pytest.param("the Frisian", "ann", True, id="a person, by the name of a place"),
        pytest.param("the Frisian", "pier", False, id="a place, by the name of another"),
        pytest.param("Bob Oak", "ann", False, id="a person, by the name of another"),
    ],
)
def test_a_person_may_be_called_by_the_name_of_a_place(
    make_book: MakeBook, key: str, value: str, *, doubt: bool
) -> None:
    fact = Fact(
        id="fact",
        about="pier",
        property="state",
        statement="It sank.",
        evidence=(Evidence(source="gazette", exact=f"then {key} left it", gloss={key: value}),),
    )
    names = [
        Name(id="ann", kind="person", name="Ann Ames"),
        Name(id="bob", kind="person", name="Bob Oak"),
        Name(id="pier", kind="place", name="Elm Pier"),
        Name(id="frisia", kind="place", name="Frisia", also=["the Frisian"]),
    ]
    library = Library(make_book(*names, fact, gazette=f"At noon then {key} left it."))
    hits = [
        hit
        for rule, check in checks_for("fact")
        if rule.code == "gloss-disagrees"
        for hit in check(library, fact)
    ]
    assert [hit.doubt for hit in hits] == [doubt]
    assert all("published" not in hit.hint for hit in hits)
