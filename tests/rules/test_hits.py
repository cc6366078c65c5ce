"""What a rule says of a fact, word for word, and of which part of its entry: editors show both there."""

from __future__ import annotations

from typing import Any

import pytest

from sourced.book.model import Evidence, Fact, Name, Property, Source
from sourced.chain.library import Library
from sourced.rules import checks_for
from sourced.rules.registry import Hit

from ..bridge import MakeBook

NAMES = (
    Name(id="pier", kind="place", name="Elm Pier"),
    Name(id="ann", kind="person", name="Ann Ames"),
    Name(id="ben", kind="person", name="Ben Ames"),
    Name(id="cora", kind="person", name="Cora Holm"),
)
GAZETTE = (
    "Early on Monday, in the last hours before the tide, the Elm Pier reportedly caught fire, "
    "while all who might have seen it were fast asleep. "
    "The keeper never left the Elm Pier. Cora Holm said the Elm Pier was lost. She left at noon. "
    "Ames rebuilt the Elm Pier. “The Elm Pier is a wreck for good,” Cora Holm said. "
    "The Elm Pier is still closed. Ann Ames declared herself keeper of the Elm Pier."
)


def hits(
    make_book: MakeBook, code: str, exact: str, statement: str, gazette: str = GAZETTE, **more: Any
) -> list[Hit]:
    """What a rule finds in a fact that rests on some words of the gazette."""
    gloss = more.pop("gloss", {})
    given = {"about": "pier", "property": "state", **more}
    evidence = (Evidence(source="gazette", exact=exact, gloss=gloss),)
    fact = Fact(id="fact", statement=statement, evidence=evidence, **given)
    book = make_book(*NAMES, Property(id="state", title="State"), fact, gazette=gazette)
    checks = [check for rule, check in checks_for("fact") if rule.code == code]
    return [hit for check in checks for hit in check(Library(book), fact)]


STATEMENT = ("statement",)
EXACT = ("evidence", 0, "exact")
HEDGED = (
    "the source says “reportedly” of this: “…before the tide, the Elm Pier reportedly caught fire, "
    "while all who might have seen…”"
)
ALIKE = "“о” in “clоsed” is U+043E cyrillic small letter o, a look-alike of a Latin letter"
FOUND = [
    pytest.param(
        "hedge-not-carried", "the Elm Pier reportedly caught fire", "The Elm Pier caught fire.", {},
        (STATEMENT, True, HEDGED, ""), id="a hedge, with the words around it",
    ),
    pytest.param(
        "negation-not-in-quotation", "The Elm Pier is still closed", "The Elm Pier is not painted.", {},
        (STATEMENT, True, "nothing in the quotation says “not”",
         "Take “not” out; or quote the words that say it."), id="a denial more",
    ),
    pytest.param(
        "speech-without-by", "the Elm Pier was lost", "The Elm Pier was lost.", {},
        (EXACT, True, "these are the words of Cora Holm", ""), id="reported speech",
    ),
    pytest.param(
        "speech-without-by", "The Elm Pier is a wreck for good", "The Elm Pier is a wreck.", {},
        (EXACT, False, "these are the words of Cora Holm", ""), id="direct speech",
    ),
    pytest.param(
        "speech-without-by", "herself keeper of the Elm Pier",
        "Ann Ames declared herself keeper of the Elm Pier.", {},
        (EXACT, True, "these are the words of Ann Ames", ""), id="an act of speech without its verb",
    ),
    pytest.param(
        "speech-without-by", "Ann Ames declared herself keeper of the Elm Pier",
        "Ann Ames is keeper of the Elm Pier.", {},
        (EXACT, True, "these are the words of Ann Ames", ""), id="an act of speech told as if it were so",
    ),
    pytest.param(
        "by-not-the-speaker", "The Elm Pier is a wreck for good", "The Elm Pier is a wreck.", {"by": "ann"},
        (("by",), False, "in the source these are the words of Cora Holm", ""), id="another speaker",
    ),
    pytest.param(
        "gloss-missing", "Ames rebuilt the Elm Pier", "Ann Ames rebuilt the Elm Pier.", {},
        (EXACT, False, "“Ames” may be ann or ben", ""), id="a name that two bear",
    ),
    pytest.param(
        "gloss-missing", "She left at noon", "Cora Holm left at noon.", {"about": "cora"},
        (EXACT, True, "nothing says that “She” is Cora Holm", ""), id="a pronoun",
    ),
    pytest.param(
        "as-of-missing", "The Elm Pier is still closed", "The Elm Pier is still closed.", {},
        (STATEMENT, True, "“still” is true only as of some day", ""), id="what changes with time",
    ),
    pytest.param(
        "look-alike-letter", "The Elm Pier is still closed", "The Elm Pier is clоsed.", {},
        (STATEMENT, False, ALIKE, ""), id="a letter of another script",
    ),
    pytest.param(
        "name-ambiguous", "Ames rebuilt the Elm Pier", "Ames rebuilt the Elm Pier.", {},
        (STATEMENT, True, "“Ames” may be ann or ben", ""), id="a name of two in a statement",
    ),
    pytest.param(
        "name-unlisted", "The Elm Pier is still closed", "The Elm Pierr is still closed.", {},
        (STATEMENT, False, "“Elm Pierr” is no name of the book. Did you mean “Elm Pier”?", ""),
        id="a name that is misspelt",
    ),
    pytest.param(
        "name-unlisted", "The Elm Pier is still closed", "Ormesund is still closed.", {},
        (STATEMENT, True, "“Ormesund” is no name of the book.", ""), id="a name from nowhere",
    ),
    pytest.param(
        "value-not-in-quotation", "The Elm Pier is still closed", "The Elm Pier is still closed.",
        {"value": "wide, tall, new and grey"},
        (("value",), True, "the quotation does not hold “grey…”, “new…”, “tall…”", ""),
        id="of four words of a value the first three",
    ),
    pytest.param(
        "statement-not-in-quotation", "The Elm Pier is still closed", "The Elm Pier has 40 boats.", {},
        (STATEMENT, False, "the quotation does not give 40; it gives no number", ""), id="a number",
    ),
    pytest.param(
        "as-of-not-from-source", "The Elm Pier is still closed", "The Elm Pier is still closed.",
        {"as_of": "2020-05-03"},
        (("as-of",), False, "no source of this fact is dated 2020-05-03 or says so", ""), id="a day",
    ),
    pytest.param(
        "date-invalid", "The Elm Pier is still closed", "The Elm Pier is still closed.",
        {"as_of": "2020-15-03"}, (("as-of",), False, "“2020-15-03” is not a date in EDTF", ""), id="no day",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("code", "exact", "statement", "more", "wanted"), FOUND)
def test_a_rule_says_what_and_where(
    make_book: MakeBook, code: str, exact: str, statement: str, more: dict[str, Any], wanted: tuple[Any, ...]
) -> None:
    (hit,) = hits(make_book, code, exact, statement, **more)
    assert (hit.path[2:], hit.doubt, hit.message, hit.hint) == wanted
    assert hit.path[:2] == ("facts", "fact")


PASSED = [
    pytest.param("hedge-not-carried", "the Elm Pier reportedly caught fire",
                 "The Elm Pier reportedly caught fire.", {}, id="a hedge that is carried"),
    pytest.param("negation-not-in-quotation", "The keeper never left the Elm Pier",
                 "The keeper never left the Elm Pier.", {}, id="the same denial"),
    pytest.param("speech-without-by", "She left at noon", "Cora Holm left at noon.", {}, id="nobody's words"),
    pytest.param("speech-without-by", "Ann Ames declared herself keeper of the Elm Pier",
                 "Ann Ames declared herself keeper of the Elm Pier.", {}, id="an act, with its verb"),
    pytest.param("by-not-the-speaker", "The Elm Pier is a wreck for good", "The Elm Pier is a wreck.",
                 {"by": "cora"}, id="the speaker"),
    pytest.param("gloss-missing", "Ames rebuilt the Elm Pier", "Ann Ames rebuilt the Elm Pier.",
                 {"gloss": {"Ames": "ann"}}, id="who is meant"),
    pytest.param("gloss-missing", "She left at noon", "Cora Holm left at noon.",
                 {"about": "cora", "gloss": {"She": "cora"}}, id="whom a pronoun means"),
    pytest.param("as-of-missing", "The Elm Pier is still closed", "The Elm Pier is still closed.",
                 {"as_of": "2021-09-08"}, id="as of a day"),
    pytest.param("look-alike-letter", "The Elm Pier is still closed", "The Elm Pier is closed.", {},
                 id="letters of one script"),
    pytest.param("name-ambiguous", "Ames rebuilt the Elm Pier", "Ann Ames rebuilt the Elm Pier.", {},
                 id="the full name of one"),
    pytest.param("name-unlisted", "The Elm Pier is still closed", "The Elm Pier is “Ormesund, closed”.", {},
                 id="a name within a quotation"),
    pytest.param("value-not-in-quotation", "The Elm Pier is still closed", "The Elm Pier is still closed.",
                 {"value": "closed"}, id="a word of the quotation"),
    pytest.param("date-invalid", "The Elm Pier is still closed", "The Elm Pier is still closed.",
                 {"as_of": "2020-05-03"}, id="a day that there is"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "exact", "statement", "more"), PASSED)
def test_its_neighbour_passes(
    make_book: MakeBook, code: str, exact: str, statement: str, more: dict[str, Any]
) -> None:
    assert hits(make_book, code, exact, statement, **more) == []


@pytest.mark.parametrize(
    ("day", "said"),
    [
        pytest.param("4 May 1901", [], id="the day of a source"),
        pytest.param("9 May 1901", [], id="the day as of which it is told"),
        pytest.param(
            "8 May 1901", ["the quotation does not give 8 May 1901; it gives no date"], id="neither"
        ),
    ],
)
def test_what_no_source_says_is_dated_by_them_all(make_book: MakeBook, day: str, said: list[str]) -> None:
    fact = Fact(
        id="fact",
        about="pier",
        property="state",
        statement=f"No report up to {day} names the keeper.",
        as_of="1901-05-09",
        absent=("keeper",),
    )
    source = Source(id="gazette", file="gazette.txt", sha256="0" * 64, published="1901-05-04")
    library = Library(make_book(*NAMES, Property(id="state", title="State"), source, fact, gazette=GAZETTE))
    checks = [check for rule, check in checks_for("fact") if rule.code == "statement-not-in-quotation"]
    assert [hit.message for check in checks for hit in check(library, fact)] == said
