"""A value that is a name: not one that its evidence only denies, nor what the fact is about; and `none`."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Name, Property
from sourced.chain.library import Library
from sourced.rules.verdict.named import DENIED, ELSEWHERE, ITSELF
from sourced.rules.verdict.values import misplaced

from ..bridge import MakeBook

NAMES = (
    Name(id="pier", kind="place", name="Elm Pier"),
    Name(id="council", kind="group", name="Elm Council"),
    Name(id="guard", kind="group", name="Harbour Guard"),
)


@pytest.mark.parametrize(
    ("value", "exact", "doubts"),
    [
        pytest.param("council", "the Elm Council, not the Harbour Guard, owns it", [], id="affirmed"),
        pytest.param(
            "guard",
            "the Elm Council, not the Harbour Guard, owns it",
            [(DENIED, "not the Harbour Guard")],
            id="denied",
        ),
        pytest.param(
            "guard",
            "it was sold by the Elm Council rather than by the Harbour Guard",
            [(DENIED, "rather than by the Harbour Guard")],
            id="denied by a contrast",
        ),
        pytest.param(
            "guard", "the Elm Council, not they", [(DENIED, "not they")], id="denied where it is glossed"
        ),
        pytest.param(
            "guard", "not the Harbour Guard then; now the Harbour Guard owns it", [], id="affirmed as well"
        ),
        pytest.param("guard", "it was not sold; the Harbour Guard owns it", [], id="beside another denial"),
        pytest.param("council", "the Elm Council owns it", [], id="the only name"),
        pytest.param("pier", "the Elm Pier is so called", [], id="what it is about, alone"),
        pytest.param(
            "pier",
            "the Elm Pier is owned by the Elm Council",
            [(ITSELF, "Elm Council")],
            id="what it is about, beside another",
        ),
        pytest.param("none", "it has no owner", [], id="none of the title"),
        pytest.param(
            "none", "the owner is ill, and nobody came", [(ELSEWHERE, "none")], id="none of another"
        ),
        pytest.param("wood", "it is not of wood", [], id="no name"),
    ],
)
def test_a_name_is_what_its_evidence_says_that_it_is(
    make_book: MakeBook, value: str, exact: str, doubts: list[tuple[str, str]]
) -> None:
    gloss = {"they": "guard"} if "they" in exact else {}
    evidence = (Evidence(source="gazette", exact=exact, gloss=gloss),)
    fact = Fact(
        id="fact", about="pier", property="owner", value=value, statement="It is old.", evidence=evidence
    )
    book = make_book(*NAMES, Property(id="owner", title="Owner"), fact, gazette=f"{exact}.")
    library = Library(book)
    shown = library.name(value)
    assert [(each.why, each.word) for each in misplaced(library, fact, shown)] == doubts
