"""What a unit is supported by, and what is said of one that is not."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Name
from sourced.chain.library import Library
from sourced.chain.units import Kind, Unit
from sourced.rules.verdict.support import BEYOND, Doubt
from sourced.rules.verdict.verdicts import Judged, support

from ..bridge import MakeBook


@pytest.mark.parametrize(
    ("by", "heading", "supported"),
    [
        pytest.param(None, "The pier was lost", True, id="a fact that is no claim"),
        pytest.param("ann", "The pier was lost", False, id="somebody's claim, told flatly"),
        pytest.param("ann", "Ann Ames: the pier was lost", True, id="a claim with who makes it"),
        pytest.param(None, "The pier was saved", False, id="other words"),
    ],
)
def test_a_heading_rests_on_no_claim_that_it_tells_flatly(
    make_book: MakeBook, by: str | None, heading: str, supported: bool
) -> None:
    fact = Fact(
        id="fact",
        about="pier",
        property="state",
        by=by,
        statement="The pier was lost.",
        evidence=(Evidence(source="gazette", exact="the pier was lost"),),
    )
    names = Name(id="ann", kind="person", name="Ann Ames"), Name(id="pier", kind="place", name="Elm Pier")
    library = Library(make_book(*names, fact, gazette="Ann Ames said the pier was lost."))
    unit = Unit(kind="heading", text=heading, facts=("fact",), rests=(), path=(), page="index.md")
    assert (support(library, unit) == []) is supported


@pytest.mark.parametrize("number", [5, 6])
def test_of_many_words_that_go_beyond_the_evidence_five_are_told(number: int) -> None:
    words = ["big", "cold", "dark", "old", "tall", "wet"][:number]
    unit = Unit(kind="statement", text="", facts=(), rests=(), path=("facts", "fact", "statement"))
    doubts = tuple(Doubt(0, 0, BEYOND, word) for word in words)
    listed = ", ".join(f"“{word}”" for word in words[:5])
    told = Judged(unit=unit, verdict="unreviewed", doubts=doubts).reasons
    assert told == [f"{BEYOND} {listed}" + (" …" if number > 5 else "")]


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        pytest.param("statement", "The ferry does not sail in fog.", [], id="all that is denied"),
        pytest.param("statement", "The ferry does not sail.", ["fog"], id="more is denied"),
        pytest.param("value", "not sail", [], id="a value is no clause"),
        pytest.param("statement", "Ann Ames does not sail in fog.", ["Ann Ames"], id="another one"),
    ],
)
def test_what_a_unit_denies_is_all_that_its_evidence_denies(
    make_book: MakeBook, kind: Kind, text: str, words: list[str]
) -> None:
    fact = Fact(
        id="fact",
        about="ferry",
        property="state",
        statement="The ferry does not sail in fog.",
        evidence=(Evidence(source="gazette", exact="The ferry does not sail in fog"),),
    )
    names = Name(id="ann", kind="person", name="Ann Ames"), Name(id="ferry", kind="work", name="ferry")
    library = Library(make_book(*names, fact, gazette="The ferry does not sail in fog."))
    unit = Unit(kind=kind, text=text, facts=("fact",), rests=(), path=("facts", "fact", kind))
    assert [each.word for each in support(library, unit)] == words
