from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec import structs

from sourced.book.model import Fact, Name
from sourced.chain.library import Library
from sourced.pictures.people import Side, people, people_twin
from sourced.pictures.twin import Item, Listing

from .conftest import fact

LibraryOf = Callable[..., Library]

AGAINST = ("fought",)
LEADS = fact(
    "leads",
    about="league",
    property="led-by",
    value="edda",
    statement="Edda Coyle leads the Keepers’ League.",
)
CHILD = fact(
    "child",
    about="edda",
    property="father",
    value="osric",
    statement="Edda Coyle is the child of Osric Vane.",
)
JOINS = fact(
    "joins",
    about="osric",
    property="member",
    value="league",
    statement="Osric Vane has joined the Keepers’ League.",
)
FIGHTS = fact(
    "fights",
    about="edda",
    property="fought",
    value="for years",
    statement="For years Edda Coyle fought the Harbour Board.",
)


def cast(sides: list[Side]) -> list[list[str]]:
    return [[node.id for node in side] for side in sides]


def told(library: Library, **more: tuple[str, ...]) -> dict[str, list[str]]:
    """What is told with each, in words."""
    twin = people_twin(library.book, people(library, **more), "p")
    cards = [card for part in twin if isinstance(part, Listing) for card in part.items]
    return {card.runs[0].text: [text(row) for row in card.items] for card in cards}


def text(item: Item) -> str:
    return "".join(run.text for run in item.runs)


@pytest.mark.parametrize(
    ("other", "tied"),
    [
        pytest.param(LEADS, True, id="a group and a person"),
        pytest.param(
            {"value": "rock", "statement": "The Keepers’ League is led by Tern Rock."}, False, id="a place"
        ),
        pytest.param({"value": "few", "statement": "The Keepers’ League is led by few."}, False, id="words"),
        pytest.param({"property": "event", "value": "edda"}, False, id="a property that ties nobody"),
        pytest.param(
            {"value": "few", "statement": "The Keepers’ League is led by Edda Coyle."}, True, id="in words"
        ),
        pytest.param(
            {"value": "league", "statement": "The Keepers’ League leads itself."}, False, id="oneself"
        ),
    ],
)
def test_a_tie_is_told_of_two_who_have_names(
    library_of: LibraryOf, other: Fact | dict[str, str], tied: bool
) -> None:
    one = (
        other if isinstance(other, Fact) else fact("x", **({"about": "league", "property": "led-by"} | other))
    )
    assert bool(people(library_of(one))) == tied


@pytest.mark.parametrize(
    ("statement", "holder", "words"),
    [
        pytest.param(
            "Edda Coyle leads the Keepers’ League.", "edda", "leads the Keepers’ League.", id="begins it"
        ),
        pytest.param(
            "The Keepers’ League obeys Edda Coyle.", "league", "obeys Edda Coyle.", id="with an article"
        ),
        pytest.param(
            "In 1901 Edda Coyle led the Keepers’ League.",
            "edda",
            "In 1901 led the Keepers’ League.",
            id="a date begins it",
        ),
        pytest.param(
            "In 1901 the Keepers’ League fought Edda Coyle.",
            "league",
            "In 1901 fought Edda Coyle.",
            id="a date and an article",
        ),
        pytest.param(
            "In 1901 rumours had it that Edda Coyle led the Keepers’ League.",
            "league",
            "In 1901 rumours had it that Edda Coyle led the Keepers’ League.",
            id="does not begin it",
        ),
    ],
)
def test_a_tie_says_what_its_statement_says(
    library_of: LibraryOf, statement: str, holder: str, words: str
) -> None:
    (side,) = people(
        library_of(fact("x", about="league", property="led-by", value="edda", statement=statement))
    )
    (tie,) = (tie for node in side for tie in node.ties)
    assert tie.words == words
    assert [node.id for node in side if node.ties] == [holder]
    assert [node.tied for node in side if not node.ties] == [(holder,)]


def test_who_is_named_in_ones_own_ties_is_not_named_again(library_of: LibraryOf) -> None:
    meets = fact("meets", about="osric", property="met", value="edda", statement="Osric Vane met Edda Coyle.")
    (osric,) = (node for side in people(library_of(CHILD, meets)) for node in side if node.id == "osric")
    assert [len(osric.ties), osric.tied, osric.others] == [1, (), ()]
    obeys = structs.replace(LEADS, value="osric", statement="The Keepers’ League obeys Osric Vane.")
    sides = people(library_of(CHILD, meets, obeys))
    (osric,) = (node for side in sides for node in side if node.id == "osric")
    assert (osric.tied, osric.others) == (("league",), ())


def test_everybody_stands_once(library_of: LibraryOf) -> None:
    meets = fact("meets", about="osric", property="met", value="edda", statement="Osric Vane met Edda Coyle.")
    found = cast(people(library_of(CHILD, LEADS, JOINS, FIGHTS, meets), against=AGAINST))
    everybody = [id_ for side in found for id_ in side]
    assert sorted(everybody) == ["board", "edda", "league", "osric"]


def test_sources_and_claims_are_told(library_of: LibraryOf) -> None:
    again = fact(
        "again",
        about="edda",
        property="father",
        value="osric",
        source="herald",
        statement="The child of Osric Vane is Edda Coyle.",
    )
    claim = fact(
        "claim",
        about="osric",
        property="member",
        value="board",
        by="edda",
        statement="Osric Vane has joined the Harbour Board.",
    )
    found = told(library_of(again, CHILD, claim))
    assert found["Edda Coyle"] == [
        "is the child of Osric Vane. Told by the gazette · told also by the herald."
    ]
    assert found["Osric Vane"] == [
        "has joined the Harbour Board. Claim by Edda Coyle, told by the gazette.",
        "Tied to: Edda Coyle",
    ]
    sides = people(library_of(claim))
    assert [tie.claim for side in sides for node in side for tie in node.ties] == [True]


def test_a_name_before_a_comma_is_not_cut_off(library_of: LibraryOf) -> None:
    joins = structs.replace(JOINS, statement="Osric Vane, a keeper, has joined the Keepers’ League.")
    assert told(library_of(joins))["Osric Vane"][0].startswith("Osric Vane, a keeper, has joined")
    assert told(library_of(JOINS))["Osric Vane"][0].startswith("has joined")


def test_a_disputed_tie_says_so(library_of: LibraryOf) -> None:
    other = fact(
        "other",
        about="edda",
        property="father",
        value="league",
        statement="Edda Coyle is the child of the Keepers’ League.",
    )
    rows = told(library_of(CHILD, other, JOINS))
    assert [row.endswith("≠ Accounts differ.") for row in rows["Edda Coyle"]] == [True, True]
    assert not rows["Osric Vane"][0].endswith("differ.")


def test_a_card_says_who_somebody_is_and_can_be_led_to(library_of: LibraryOf) -> None:
    names = {"edda": Name(kind="person", name="Edda Coyle", about="a keeper")}
    library = library_of(CHILD, LEADS, names=names)
    (listing,) = people_twin(library.book, people(library), "p")
    assert isinstance(listing, Listing)
    cards = {card.ident: card for card in listing.items}
    assert text(cards["p-edda"]) == "Edda Coyle, a keeper"
    assert (cards["p-edda"].kind, cards["p-league"].kind) == ("person", "group")
    places = [run.place for card in listing.items for row in card.items for run in row.runs if run.place]
    assert places
    assert set(places) <= set(cards)


def test_a_book_without_ties_has_an_empty_picture(library_of: LibraryOf) -> None:
    assert people(library_of()) == []


def test_what_is_left_out_is_left_out(library_of: LibraryOf) -> None:
    (side,) = people(library_of(CHILD, LEADS), without=("child",))
    assert sorted(node.id for node in side) == ["edda", "league"]


FOUGHT = fact(
    "fought",
    about="edda",
    property="fought",
    value="board",
    statement="Edda Coyle fought the Harbour Board beside the Keepers’ League.",
)


def test_a_party_of_which_nothing_is_told_has_its_ties(library_of: LibraryOf) -> None:
    """Whoever a tie only mentions is neither tied nor opposed by it."""
    found = told(library_of(CHILD, FOUGHT), against=["fought"])
    assert found["Harbour Board"] == ["Against: Edda Coyle"]
    assert found["Osric Vane"] == ["Tied to: Edda Coyle"]
    assert found["Keepers’ League"] == ["Also named with: Edda Coyle"]
    assert [tie for tie in found["Edda Coyle"] if ":" in tie] == []


def test_no_tie_is_told_twice_with_the_same_person(library_of: LibraryOf) -> None:
    """But one that is of another kind is."""
    met = fact("met", about="osric", property="met", value="edda", statement="Osric Vane met Edda Coyle.")
    found = told(library_of(CHILD, met))
    assert not any("Edda Coyle" in tie for tie in found["Osric Vane"][1:])
    foes = told(library_of(CHILD, met), against=["met"])
    assert foes["Osric Vane"] == ["met Edda Coyle. Told by the gazette.", "Tied to: Edda Coyle"]
    assert foes["Edda Coyle"][-1] == "Against: Osric Vane"
