"""Disagreement is found, not declared."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Name, Property
from sourced.chain.disagreements import (
    MOST_COMPARED,
    akin,
    are_too_many,
    compare,
    disagreements,
    others,
)
from sourced.chain.library import Library
from sourced.chain.sides import sides

from ..bridge import MakeBook

LENGTH = Property(id="length", title="Length", single=True)
NAMES = (Name(id="ann", kind="person", name="Ann"), Name(id="ben", kind="person", name="Ben"))


def fact(
    id_: str, value: str | None, *, as_of: str | None = None, about: str = "pier", of: str = "length"
) -> Fact:
    return Fact(id=id_, about=about, property=of, value=value, statement="It is so.", as_of=as_of)


COMPARED = [
    pytest.param("40 m", "40 m", "none", id="the same"),
    pytest.param("The Old Pier", "the old pier", "none", id="in another case"),
    pytest.param("40 m", "forty metres", "none", id="in words"),
    pytest.param("40 m", "41 m", "contradiction", id="another number"),
    pytest.param("40 m", "40 km", "contradiction", id="another unit"),
    pytest.param("38 m", "125 feet", "wording", id="the same in feet"),
    pytest.param("38 m", "130 feet", "contradiction", id="another height in feet"),
    pytest.param("150 km", "about 93 miles", "precision", id="the same in miles, with a bound"),
    pytest.param("at least eighteen", "18 miles", "none", id="a count and a distance"),
    pytest.param("115 km", "3,500 sq km", "none", id="a length and an area"),
    pytest.param("30–35 m", "32 m", "precision", id="an amount within a range"),
    pytest.param("30–35 m", "36 m", "contradiction", id="an amount beyond it"),
    pytest.param("40 m", "about 40 m", "precision", id="a bound"),
    pytest.param("2001", "2001-09-09", "precision", id="a day of the year"),
    pytest.param("198X", "1985", "precision", id="a year of the decade"),
    pytest.param("2001", "2001~", "none", id="about the same year"),
    pytest.param("2001", "2002-09-09", "contradiction", id="a day of another year"),
    pytest.param("ann", "ben", "contradiction", id="another name"),
    pytest.param("red granite", "granite", "precision", id="more words"),
    pytest.param("walled", "walls", "none", id="words of one stem"),
    pytest.param("granite", "slate", "contradiction", id="other words"),
]


def test_one_figure_may_be_told_of_two_things(make_book: MakeBook) -> None:
    library = Library(make_book(Property(id="length", title="Length", single=True, difference="wording")))
    assert compare(library, fact("a", "40 m"), fact("b", "about 40 m")) == "wording"
    assert compare(library, fact("a", "40 m"), fact("b", "41 m")) == "contradiction"


@pytest.mark.parametrize(("one", "other", "wanted"), COMPARED)
def test_values_are_compared(make_book: MakeBook, one: str, other: str, wanted: str) -> None:
    library = Library(make_book(LENGTH, *NAMES))
    assert compare(library, fact("a", one), fact("b", other)) == wanted
    assert compare(library, fact("b", other), fact("a", one)) == wanted


def test_both_may_have_been_true_on_different_days(make_book: MakeBook) -> None:
    library = Library(make_book(LENGTH))
    old, new = fact("a", "40 m", as_of="1990"), fact("b", "50 m", as_of="2001-09")
    assert compare(library, old, new) == "time"
    assert compare(library, old, fact("b", "50 m", as_of="1990-05-01")) == "contradiction"
    assert compare(library, old, fact("b", "50 m")) == "contradiction"


def test_a_property_may_say_how_its_words_differ(make_book: MakeBook) -> None:
    library = Library(make_book(Property(id="length", title="Length", single=True, difference="wording")))
    assert compare(library, fact("a", "granite"), fact("b", "slate")) == "wording"
    assert compare(library, fact("a", "40 m"), fact("b", "41 m")) == "contradiction"


WIRE = (
    "Skirmishes were told of along the wall, and the fighting is going on. There were no shots by noon. "
    "The gate is shut or it is broken."
)


def told(id_: str, value: str, exact: str, source: str = "wire", by: str | None = None) -> Fact:
    return Fact(
        id=id_,
        about="pier",
        property="length",
        value=value,
        statement="It is so.",
        by=by,
        evidence=(Evidence(source=source, exact=exact),),
    )


SKIRMISHES = told("skirmishes", "skirmishes", "Skirmishes were told of along the wall")
GOING_ON = told("going-on", "fighting is going on", "the fighting is going on")
NO_SHOTS = told("no-shots", "no shots", "There were no shots by noon")


def test_a_voice_does_not_contradict_itself_within_one_sentence(make_book: MakeBook) -> None:
    """Facts of one sentence agree; both are against another sentence."""
    library = Library(make_book(LENGTH, SKIRMISHES, GOING_ON, NO_SHOTS, wire=WIRE))
    assert compare(library, SKIRMISHES, GOING_ON) == "wording"
    assert [each.id for each in others(library, SKIRMISHES)] == ["no-shots"]
    assert [each.id for each in akin(library, SKIRMISHES)] == ["going-on"]
    assert [each.id for each in others(library, NO_SHOTS)] == ["skirmishes", "going-on"]


def test_answers_that_agree_stand_on_one_side(make_book: MakeBook) -> None:
    """Here the first and the last agree, in whatever order they are told."""
    library = Library(make_book(LENGTH, SKIRMISHES, NO_SHOTS, GOING_ON, wire=WIRE))
    (found,) = disagreements(library)
    parted = [[position[0].id for position in side] for side in sides(library, found)]
    assert parted == [["skirmishes", "going-on"], ["no-shots"]]


def test_without_a_contradiction_each_answer_stands_by_itself(make_book: MakeBook) -> None:
    library = Library(make_book(LENGTH, SKIRMISHES, GOING_ON, wire=WIRE))
    (found,) = disagreements(library)
    assert [len(side) for side in sides(library, found)] == [1, 1]


APART = [
    pytest.param(
        told("b", "fighting is going on", "the fighting is going on", by="ann"), id="another speaker"
    ),
    pytest.param(told("b", "no shots", "There were no shots by noon"), id="another sentence"),
    pytest.param(
        told("b", "fighting is going on", "the fighting is going on", "herald"), id="another source"
    ),
    pytest.param(told("b", "fighting is going on", "the fighting is over"), id="words not found"),
    pytest.param(fact("b", "fighting is going on"), id="no evidence"),
]


@pytest.mark.parametrize("other", APART)
def test_what_is_not_said_in_one_breath_may_contradict(make_book: MakeBook, other: Fact) -> None:
    library = Library(make_book(LENGTH, *NAMES, wire=WIRE, herald=WIRE))
    assert compare(library, SKIRMISHES, other) == compare(library, other, SKIRMISHES) == "contradiction"


def test_one_thing_or_another_leaves_it_open(make_book: MakeBook) -> None:
    shut, broken = told("a", "shut", "The gate is shut"), told("b", "broken", "it is broken")
    assert compare(Library(make_book(LENGTH, wire=WIRE)), shut, broken) == "contradiction"


def test_figures_and_what_the_editors_say_differ_also_within_one_sentence(make_book: MakeBook) -> None:
    text = "It is 40 m long in summer, grey, and 41 m in winter, white."
    one, other = told("a", "40 m", "It is 40 m long in summer"), told("b", "41 m", "and 41 m in winter")
    assert compare(Library(make_book(LENGTH, wire=text)), one, other) == "contradiction"
    grey, white = told("a", "grey", "grey, and 41 m"), told("b", "white", "in winter, white")
    declared = Property(id="length", title="Length", single=True, difference="contradiction")
    assert compare(Library(make_book(declared, wire=text)), grey, white) == "contradiction"
    assert compare(Library(make_book(LENGTH, wire=text)), grey, white) == "wording"


def test_another_report_of_the_same_does_not_share_the_breath(make_book: MakeBook) -> None:
    """A value that a second source gives as well is set against what the first says beside it."""
    second = told("second", "fighting is going on", "the fighting is going on", "herald")
    for facts in ((SKIRMISHES, GOING_ON, second), (SKIRMISHES, second, GOING_ON)):
        library = Library(make_book(LENGTH, *facts, wire=WIRE, herald=WIRE))
        assert {each.id for each in others(library, SKIRMISHES)} == {"going-on", "second"}
        assert [each.id for each in others(library, GOING_ON)] == ["skirmishes"]
        assert [each.kind for each in disagreements(library)] == ["contradiction"]


FACTS = (
    fact("a", "40 m"),
    fact("b", "41 m"),
    fact("c", "forty metres"),
    fact("d", "about 40 m"),
    fact("e", None),
    fact("f", "42 m", about="quay"),
    fact("g", "43 m", of="width"),
)


def test_the_rivals_of_a_fact_are_those_that_contradict_it(make_book: MakeBook) -> None:
    library = Library(make_book(LENGTH, Property(id="width", title="Width"), *FACTS))
    assert [rival.id for rival in others(library, FACTS[0])] == ["b"]
    assert others(library, FACTS[4]) == []
    assert others(library, FACTS[6]) == []


def test_the_kin_of_a_fact_are_those_that_are_more_or_less_exact(make_book: MakeBook) -> None:
    library = Library(make_book(LENGTH, Property(id="width", title="Width"), *FACTS))
    assert [each.id for each in akin(library, FACTS[0])] == ["d"]
    assert akin(library, FACTS[1]) == []
    assert akin(library, FACTS[4]) == []


def test_disagreements_are_grouped_by_position_the_worst_first(make_book: MakeBook) -> None:
    rest = (fact("x", "2001", of="opened"), fact("y", "2001-09", of="opened"))
    opened = Property(id="opened", title="Opened", single=True)
    found = disagreements(Library(make_book(opened, LENGTH, *rest, *FACTS)))
    shown = [(d.property, d.kind, [[f.id for f in position] for position in d.positions]) for d in found]
    assert shown == [
        ("length", "contradiction", [["a", "c"], ["b"], ["d"]]),
        ("opened", "precision", [["x"], ["y"]]),
    ]


def test_amounts_of_different_things_hide_no_contradiction(make_book: MakeBook) -> None:
    facts = (fact("a", "3,500 sq km"), fact("b", "115 km"), fact("c", "150 km"))
    (found,) = disagreements(Library(make_book(LENGTH, *facts)))
    assert found.kind == "contradiction"
    assert [[f.id for f in position] for position in found.positions] == [["a", "b"], ["c"]]


def test_of_too_many_values_the_first_are_compared(make_book: MakeBook) -> None:
    """The value after the last that is compared with all still joins one of them, and contradicts them."""
    most = [fact(f"f{n}", f"{n} m") for n in range(MOST_COMPARED)]
    library = Library(make_book(LENGTH, *most, fact("same", "two metres"), fact("new", "2000 m")))
    assert are_too_many(library, most[0])
    assert not are_too_many(Library(make_book(LENGTH, *most)), most[0])
    assert [each.id for each in others(library, fact("new", "2000 m"))] == [each.id for each in most]
    assert "new" not in [each.id for each in others(library, most[0])]
    (found,) = disagreements(library)
    assert (found.kind, len(found.positions)) == ("contradiction", MOST_COMPARED + 1)
    assert [each.id for each in found.positions[2]] == ["f2", "same"]


def test_a_value_that_many_facts_give_is_compared_once(
    make_book: MakeBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []

    def count(library: Library, one: Fact, other: Fact) -> object:
        compared.append(one.id)
        return compare(library, one, other)

    monkeypatch.setattr("sourced.chain.disagreements.compare", count)
    facts = [fact(f"f{n}", f"{n % 2} m") for n in range(100)]
    library = Library(make_book(LENGTH, *facts))
    assert all(len(others(library, each)) == 50 for each in facts)
    assert len(disagreements(library)) == 1
    assert len(compared) < 10
