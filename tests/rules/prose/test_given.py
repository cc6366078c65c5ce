"""What a fact gives besides the words of its statement: numbers in names, days read by a gloss, speech."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Name, Source
from sourced.chain.display import make_display
from sourced.chain.library import Library
from sourced.chain.views import views
from sourced.page.reading import read_page
from sourced.rules import checks_for

from ...bridge import MakeBook

KEEPER = "A 70-year-old keeper left the pier on Tuesday"
SPOKEN = "“The pier is a wreck for good,” Cora Holm said"
MORE = (
    "the quotation of “wreck” holds more than the direct speech of Cora Holm "
    "Cut `exact` to the words inside the marks: “The pier is a wreck for good”."
)
ENTRIES = (
    Name(id="pier", kind="place", name="Elm Pier"),
    Name(id="keeper", kind="person", name="a 70-year-old keeper", also=("the keeper",)),
    Name(id="cora", kind="person", name="Cora Holm"),
    Source(id="gazette", file="gazette.txt", sha256="0" * 64, published="1901-05-04"),
    Fact(
        id="left",
        about="keeper",
        property="state",
        statement="A 70-year-old keeper left the pier on Tuesday.",
        evidence=(Evidence(source="gazette", exact=KEEPER, gloss={"Tuesday": "1901-04-30"}),),
    ),
    Fact(
        id="wreck",
        about="pier",
        property="state",
        by="cora",
        statement="The pier is a wreck for good.",
        evidence=(Evidence(source="gazette", exact=SPOKEN),),
    ),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("A man of 70 left the pier. {evidence}`left`", [], id="a number of its name"),
        pytest.param("A man aged 70 left the pier. {evidence}`left`", [], id="the same as an age"),
        pytest.param(
            "A man aged 71 left the pier. {evidence}`left`",
            ["number-not-in-facts?: the fact “left” does not have 71, only 70"],
            id="another number",
        ),
        pytest.param(
            "A 71-year-old keeper left the pier. {evidence}`left`",
            ["number-not-in-facts: the fact “left” does not have 71, only 70"],
            id="another number in its place",
        ),
        pytest.param("On 30 April 1901 he left the pier. {evidence}`left`", [], id="a day read by a gloss"),
        pytest.param(
            "On 23 April 1901 he left the pier. {evidence}`left`",
            ["date-not-in-facts?: the fact “left” does not have 23 April 1901, only 30 April 1901, Tuesday"],
            id="another day",
        ),
        pytest.param(
            "Cora Holm said: {quote}`wreck` {evidence}`wreck`",
            [f"quote-not-speech?: {MORE}"],
            id="more than speech",
        ),
    ],
)
def test_what_a_fact_gives(make_book: MakeBook, text: str, found: list[str]) -> None:
    book = make_book(*ENTRIES, gazette=f"{KEEPER}. {SPOKEN}.")
    page = read_page(text, docname="pier", file="docs/pier.md", display=make_display(book))
    library = Library(book)
    told = [
        " ".join(filter(None, [f"{rule.code}{'?' * hit.doubt}: {hit.message}", hit.hint]))
        for view in views(library, page)
        for rule, check in checks_for("sentence")
        for hit in check(view)
        if rule.code in ("number-not-in-facts", "date-not-in-facts", "quote-not-speech")
    ]
    assert told == found


def test_a_statement_may_say_a_number_of_a_name_otherwise(make_book: MakeBook) -> None:
    fact = Fact(
        id="aged",
        about="keeper",
        property="state",
        statement="The keeper, aged 70, left the pier.",
        evidence=(Evidence(source="gazette", exact=KEEPER),),
    )
    library = Library(make_book(*ENTRIES, fact, gazette=f"{KEEPER}. {SPOKEN}."))
    checks = [check for rule, check in checks_for("fact") if rule.code == "statement-not-in-quotation"]
    assert [hit.message for check in checks for hit in check(library, fact)] == []
