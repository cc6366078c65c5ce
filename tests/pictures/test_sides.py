"""Who stands against whom, and who stands first."""

from __future__ import annotations

import pytest

from sourced.book.model import Name
from sourced.pictures.people import people, people_twin, problems
from sourced.pictures.twin import Listing

from .conftest import fact
from .test_people import AGAINST, CHILD, FIGHTS, JOINS, LEADS, LibraryOf, cast


def test_enmity_is_shown_and_makes_no_side(library_of: LibraryOf) -> None:
    library = library_of(CHILD, LEADS, FIGHTS)
    sides = people(library, against=AGAINST)
    assert [sorted(side) for side in cast(sides)] == [["edda", "league", "osric"], ["board"]]
    assert [
        tie.against for side in sides for node in side for tie in node.ties if tie.facts == ("fights",)
    ] == [True]
    listing = people_twin(library.book, sides, "p")[0]
    assert isinstance(listing, Listing)
    kinds = {row.runs[0].fact: row.kind for card in listing.items for row in card.items}
    assert (kinds["fights"], kinds["child"]) == ("against", "tie")


def test_whoever_is_only_mentioned_makes_no_side(library_of: LibraryOf) -> None:
    words = "Edda Coyle leads the Keepers’ League against the Harbour Board."
    leads = fact("leads", about="league", property="led-by", value="edda", statement=words)
    assert [sorted(side) for side in cast(people(library_of(leads)))] == [["edda", "league"], ["board"]]


def test_a_fact_can_be_named_as_enmity(library_of: LibraryOf) -> None:
    vow = fact(
        "vow",
        about="edda",
        property="event",
        value="vow",
        statement="Edda Coyle vowed to stop the Harbour Board.",
    )
    assert people(library_of(vow)) == []
    assert cast(people(library_of(vow), against=("vow",))) == [["edda"], ["board"]]


@pytest.mark.parametrize(
    ("against", "problem"),
    [
        pytest.param("fought", None, id="a property"),
        pytest.param("child", None, id="a fact"),
        pytest.param("fight", "`fight` is neither", id="neither"),
    ],
)
def test_what_sets_nobody_against_another_is_said(
    library_of: LibraryOf, against: str, problem: str | None
) -> None:
    found = problems(library_of(CHILD).book, [against])
    assert len(found) == (problem is not None)
    assert problem is None or problem in found[0]


def test_whoever_has_most_ties_stands_first(library_of: LibraryOf) -> None:
    names = {"ada": Name(kind="person", name="Ada Lind"), "club": Name(kind="group", name="Sailing Club")}
    ada = fact(
        "ada", about="ada", property="member", value="club", statement="Ada Lind has joined the Sailing Club."
    )
    both = fact(
        "both",
        about="osric",
        property="member",
        value="club",
        statement="Osric Vane joined the Sailing Club.",
    )
    (found,) = cast(people(library_of(ada, both, CHILD, LEADS, JOINS, names=names)))
    assert found == ["osric", "club", "edda", "league", "ada"]
