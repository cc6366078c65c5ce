"""What a fact is filed under: the thing, the place or the group that its words tell of, and no other."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Name, Source
from sourced.chain.library import Library
from sourced.rules.subjects import subject_not_named

from ..bridge import MakeBook

NAMES = (
    Name(id="council", kind="group", name="Elm Council", also=("the council",), about="a body of nine"),
    Name(id="guard", kind="company", name="Guard", about="the company that keeps the pier"),
    Name(id="pier", kind="place", name="Elm Pier"),
    Name(id="bay", kind="place", name="Rock Bay"),
    Name(id="ship", kind="ship", name="Almira"),
    Name(id="fire", kind="event", name="Great Fire"),
    Name(id="ann", kind="person", name="Ann Ames"),
)


def _hits(
    make_book: MakeBook, about: str, statement: str, exact: str = "", gloss: str = "", by: str = ""
) -> list[bool]:
    """Whether each hit is a doubt; a gloss is told as ``they=council``."""
    word, _, meant = gloss.partition("=")
    evidence = (Evidence(source="gazette", exact=exact or statement, gloss={word: meant} if word else {}),)
    fact = Fact(
        id="fact", about=about, property="state", by=by or None, statement=statement, evidence=evidence
    )
    source = Source(id="gazette", file="gazette.txt", sha256="0" * 64, publisher="Gazette")
    library = Library(make_book(*NAMES, source, fact, gazette=f"{exact or statement}."))
    return [hit.doubt for hit in subject_not_named(library, fact)]


@pytest.mark.parametrize(
    ("about", "statement"),
    [
        pytest.param("council", "The Guard has not replied.", id="another begins"),
        pytest.param("council", "Guard men have not replied.", id="another before a noun"),
        pytest.param("pier", "Boats to Rock Bay were late.", id="another of its kind"),
    ],
)
def test_a_fact_that_tells_of_another_is_doubted(make_book: MakeBook, about: str, statement: str) -> None:
    assert _hits(make_book, about, statement) == [True]


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(("council", "The council has not replied."), id="its own"),
        pytest.param(("council", "Ann Ames fined the Elm Council."), id="behind another"),
        pytest.param(("council", "The Guard was fined.", "they fined it", "they=council"), id="glossed"),
        pytest.param(("council", "The Guard was fined.", "the body fined it"), id="what it is"),
        pytest.param(("council", "The keeper has not replied."), id="no other name"),
        pytest.param(("council", "The Guard’s boat sank."), id="of another"),
        pytest.param(("pier", "Boats of the Guard were late."), id="another of another kind"),
        pytest.param(("pier", "The place by Rock Bay was grey."), id="its kind"),
        pytest.param(("pier", "The roof by Rock Bay was grey."), id="a thing that it may be"),
        pytest.param(("pier", "It lies near Rock Bay."), id="a pronoun that may mean it"),
        pytest.param(("pier", "Rock Bay is grey.", "the old Elm is grey"), id="a word of its name"),
        pytest.param(("guard", "The council was late.", "the company was late"), id="a noun for it"),
        pytest.param(("ship", "Ann Ames saw a lamp."), id="a person"),
        pytest.param(("ship", "The Guard saw a lamp.", "", "", "guard"), id="who says so"),
        pytest.param(("ship", "The Gazette saw a lamp."), id="the source"),
        pytest.param(("ship", "The Guard saw a lamp.", "we saw a lamp", "we=guard", "ann"), id="for whom"),
        pytest.param(("guard", "The council was late.", "", "", "guard"), id="it says so itself"),
        pytest.param(("fire", "The Guard came."), id="that in which it happened"),
    ],
)
def test_a_fact_may_tell_of_its_own_in_other_words(make_book: MakeBook, told: tuple[str, ...]) -> None:
    assert _hits(make_book, *told) == []
