"""What a unit is supported by, and what is said of one that is not."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Name
from sourced.chain.library import Library
from sourced.chain.units import Unit
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
