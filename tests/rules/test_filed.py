"""Under what a fact is filed: kin, and the day that its value has; and whose words those are that say I."""

from __future__ import annotations

import pytest
from msgspec import structs

from sourced.book.model import Evidence, Fact, Name, Property
from sourced.chain.library import Library
from sourced.rules import checks_for
from sourced.rules.verdict.filed import OTHERWISE, TITLE, told_of_other_kin
from sourced.rules.verdict.values import misplaced

from ..bridge import MakeBook

FACT = Fact(id="fact", about="pier", property="state", statement="It sank.", evidence=())


@pytest.mark.parametrize(
    ("title", "exact", "doubts"),
    [
        pytest.param("Father", "her father was a smith", [], id="the same kin"),
        pytest.param("Father", "his son was a smith", [], id="told from the other side"),
        pytest.param("Father", "he was a smith", [], id="no kin"),
        pytest.param("Father", "her father, and her mother", [], id="both"),
        pytest.param("Mother", "her father was a smith", [(TITLE, "mother")], id="other kin"),
        pytest.param("Craft", "her father was a smith", [], id="another title"),
    ],
)
def test_a_title_of_kin_is_that_of_the_fact(
    make_book: MakeBook, title: str, exact: str, doubts: list[tuple[str, str]]
) -> None:
    fact = structs.replace(FACT, evidence=(Evidence(source="gazette", exact=exact),))
    library = Library(make_book(Property(id="state", title=title), fact, gazette=f"{exact}."))
    assert [(each.why, each.word) for each in told_of_other_kin(library, fact)] == doubts


@pytest.mark.parametrize(
    ("value", "when", "doubts"),
    [
        pytest.param("fourth", "1902", [], id="its own year"),
        pytest.param("fourth", "1901", [(OTHERWISE, "1902")], id="the year of another"),
        pytest.param("fourth", None, [], id="no year"),
        pytest.param("boat", "1901", [], id="a word that has no year beside it"),
    ],
)
def test_a_value_has_the_day_of_its_fact(
    make_book: MakeBook, value: str, when: str | None, doubts: list[tuple[str, str]]
) -> None:
    exact = "came second in 1901 and fourth in 1902, a boat"
    fact = structs.replace(FACT, value=value, when=when, evidence=(Evidence(source="gazette", exact=exact),))
    library = Library(make_book(Property(id="state", title="Rank"), fact, gazette=f"She {exact}."))
    found = [(each.why, each.word) for each in misplaced(library, fact, value) if each.why == OTHERWISE]
    assert found == doubts


@pytest.mark.parametrize(
    ("text", "by", "doubts"),
    [
        pytest.param("“I saw the pier sink,” Ann Ames said.", "ann", [], id="who says it"),
        pytest.param("“I saw the pier sink,” Bob Oak said.", "ann", [False], id="another"),
        pytest.param("Bob Oak waited. “I saw the pier sink,” she said.", "ann", [True], id="a pronoun"),
    ],
)
def test_who_says_i_is_told_by_the_source(
    make_book: MakeBook, text: str, by: str, doubts: list[bool]
) -> None:
    evidence = (Evidence(source="gazette", exact="I saw the pier sink", gloss={"I": by}),)
    fact = structs.replace(FACT, by=by, evidence=evidence)
    names = Name(id="ann", kind="person", name="Ann Ames"), Name(id="bob", kind="person", name="Bob Oak")
    library = Library(make_book(*names, Property(id="state", title="State"), fact, gazette=text))
    found = [
        hit
        for rule, check in checks_for("fact")
        if rule.code == "by-not-the-speaker"
        for hit in check(library, fact)
    ]
    assert [hit.doubt for hit in found] == doubts
