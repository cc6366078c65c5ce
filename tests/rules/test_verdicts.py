"""What a unit is supported by, and what is said of one that is not."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Name, Source
from sourced.chain.library import Library
from sourced.chain.units import Kind, Unit
from sourced.rules.support.doubts import BEYOND, Doubt
from sourced.rules.support.setting import ANY, LEFT_OUT, TOLD
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


@pytest.mark.parametrize(
    ("by", "statement", "exact", "left_out"),
    [
        pytest.param("ann", "The pier was lost.", "Ann Ames claimed that the pier was lost", [],
                     id="by whom"),
        pytest.param(None, "The pier was lost.", "Ann Ames claimed that the pier was lost", ["claimed"],
                     id="by nobody"),
        pytest.param("ann", "The pier was lost.", "Ann Ames denied that the pier was lost", ["denied"],
                     id="denied"),
        pytest.param(None, "The pier was lost.", "a pier was lost", [], id="a name of the book"),
        pytest.param(None, "The boat was lost.", "a boat was lost", ["a boat"], id="one of several boats"),
    ],
)  # fmt: skip
def test_what_the_data_say_beside_a_statement_is_not_left_out(
    make_book: MakeBook, by: str | None, statement: str, exact: str, left_out: list[str]
) -> None:
    fact = Fact(
        id="fact",
        about="pier",
        property="state",
        by=by,
        statement=statement,
        evidence=(Evidence(source="gazette", exact=exact),),
    )
    pier = Name(id="pier", kind="place", name="the pier", also=("pier",))
    ann = Name(id="ann", kind="person", name="Ann Ames")
    library = Library(make_book(ann, pier, fact, gazette=f"{exact}."))
    unit = Unit(
        kind="statement", text=statement, facts=("fact",), rests=(), path=("facts", "fact", "statement")
    )
    assert (
        sorted({doubt.word for doubt in support(library, unit) if doubt.why in (LEFT_OUT, ANY)}) == left_out
    )


@pytest.mark.parametrize(
    ("statement", "left_out"),
    [
        pytest.param("This looks like a wreck.", [], id="the glossed word itself"),
        pytest.param("It looks like a wreck.", ["This"], id="another"),
    ],
)
def test_a_glossed_word_that_is_kept_is_not_left_out(
    make_book: MakeBook, statement: str, left_out: list[str]
) -> None:
    exact = "This looks like a wreck"
    fact = Fact(
        id="fact",
        about="pier",
        property="state",
        statement=statement,
        evidence=(Evidence(source="gazette", exact=exact, gloss={"This": "pier"}),),
    )
    library = Library(make_book(Name(id="pier", kind="place", name="Elm Pier"), fact, gazette=f"{exact}."))
    unit = Unit(
        kind="statement", text=statement, facts=("fact",), rests=(), path=("facts", "fact", "statement")
    )
    assert sorted({doubt.word for doubt in support(library, unit) if doubt.why == LEFT_OUT}) == left_out


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        pytest.param("The Gazette says the pier sank.", set(), id="the source that tells it"),
        pytest.param("The Herald says the pier sank.", {(TOLD, "Herald")}, id="another"),
        pytest.param("The Courier says the pier sank.", {(TOLD, "Courier")}, id="by its publisher"),
        pytest.param("Ann Ames left.", set(), id="who is told of"),
        pytest.param("Bob Oak said that the pier sank.", {(BEYOND, "Bob Oak")}, id="nobody"),
        pytest.param("The harbour sank.", set(), id="a word of the name that it is about"),
        pytest.param("The keeper drowned.", {(BEYOND, "drowned")}, id="an adjective that is left out"),
    ],
)
def test_a_sentence_may_name_what_its_facts_rest_on(
    make_book: MakeBook, text: str, doubts: set[tuple[str, str]]
) -> None:
    entries = (
        Source(id="gazette", file="gazette.txt", sha256="0" * 64, publisher="Gazette"),
        Source(id="herald", file="herald.txt", sha256="0" * 64, label="the Herald", publisher="Courier"),
        Name(id="pier", kind="place", name="Harbour Pier", also=("the pier",)),
        Name(id="ann", kind="person", name="Ann Ames"),
        Name(id="bob", kind="person", name="Bob Oak"),
        Fact(
            id="sank",
            about="pier",
            property="state",
            statement="The pier sank.",
            evidence=(Evidence(source="gazette", exact="The pier sank"),),
        ),
        Fact(
            id="left",
            about="ann",
            property="state",
            statement="The keeper Ann Ames left.",
            evidence=(Evidence(source="herald", exact="The keeper Ann Ames left"),),
        ),
    )
    library = Library(make_book(*entries, gazette="The pier sank.", herald="The keeper Ann Ames left."))
    unit = Unit(kind="sentence", text=text, facts=("sank", "left"), rests=(), path=(), page="index.md")
    assert {(each.why, each.word) for each in support(library, unit)} == doubts
