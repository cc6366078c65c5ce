"""Glosses that give a day: counted again from the day of writing, or from what the text last dated."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Source
from sourced.chain.library import Library
from sourced.rules import checks_for

from ..bridge import MakeBook

UNSAID = "“15 August” may be 1914-08-15 or 1915-08-15: the words do not say whether it had passed"
BOTH = "“Sunday” may be 1914-10-11 or 1914-10-18: say both, as an interval"
ONE = "“15 August” is 1914-08-15 by the source's own date, not 1915-08-15"
MAY = "“May” is 1901-05-01/1901-05-31 or 1914-05-01/1914-05-31 by the source's own date, not 1913-05"
COMES = "“15 August” may be 1915-08-15 or 1914-08-15: the words do not say whether it had passed"
GONE = "“Sunday” may be 1914-10-11 or 1914-10-18: the words do not say whether it had passed"
NEXT = "“Sunday” is 1914-10-18 by the source's own date, not 1914-10-11"
LAST = "“Sunday” is 1914-10-11 by the source's own date, not 1914-10-18"
FAR = "“15 August” is 1914-08-15 by the source's own date, not 1913-08-15"
OTHER = "“15 August” is 1914-08-15, if it is not of the other year that its sentence tells of"
WRITTEN, WEEK = "1914-10-14", "1914-10-12/1914-10-19"


@pytest.mark.parametrize(
    ("text", "key", "value", "published", "said"),
    [
        pytest.param(
            "The fire of 15 August", "15 August", "1914-08-15", WRITTEN, [(UNSAID, True)], id="unsaid"
        ),
        pytest.param("The fire of 15 August", "15 August", "1914-08-15/1915-08-15", WRITTEN, [], id="both"),
        pytest.param("It burned on 15 August", "15 August", "1914-08-15", WRITTEN, [], id="it had passed"),
        pytest.param(
            "It burned on 15 August", "15 August", "1915-08-15", WRITTEN, [(ONE, False)], id="wrong"
        ),
        pytest.param(
            "It burned on 15 August last year",
            "15 August",
            "1913-08-15",
            WRITTEN,
            [(FAR, True)],
            id="last year",
        ),
        pytest.param(
            "It burned on 15 August last year",
            "15 August",
            "1914-08-15",
            WRITTEN,
            [(OTHER, True)],
            id="or not",
        ),
        pytest.param(
            "They will ask him about the fire on 15 August",
            "15 August",
            "1914-08-15",
            WRITTEN,
            [(COMES, True)],
            id="perhaps what they ask about",
        ),
        pytest.param("It sank from 9 on 15 August", "15 August", "1914-08-15", WRITTEN, [], id="from, on"),
        pytest.param("They will meet on Sunday", "Sunday", "1914-10-18", WRITTEN, [], id="the next Sunday"),
        pytest.param(
            "They will meet on Sunday", "Sunday", "1914-10-11", WRITTEN, [(NEXT, False)], id="will, the last"
        ),
        pytest.param(
            "They met on Sunday", "Sunday", "1914-10-18", WRITTEN, [(LAST, False)], id="met, the next"
        ),
        pytest.param(
            "They will ask about the fire on Sunday",
            "Sunday",
            "1914-10-18",
            WRITTEN,
            [(GONE, True)],
            id="perhaps the next Sunday",
        ),
        pytest.param(
            "It burned on Sunday", "Sunday", "1914-10-11", WEEK, [(BOTH, False)], id="a week of writing"
        ),
        pytest.param("It opened on 1 March 1901, burned in May", "May", "1914-05", WRITTEN, [], id="a month"),
        pytest.param(
            "It opened on 1 March 1901, burned in May",
            "May",
            "1913-05",
            WRITTEN,
            [(MAY, False)],
            id="neither",
        ),
    ],
)
def test_a_day_that_a_gloss_gives_is_counted_again(
    make_book: MakeBook, text: str, key: str, value: str, published: str, said: list[tuple[str, bool]]
) -> None:
    source = Source(id="gazette", file="gazette.txt", sha256="0" * 64, published=published)
    fact = Fact(
        id="fact",
        about="pier",
        property="state",
        statement="The pier burned.",
        evidence=(Evidence(source="gazette", exact=text, gloss={key: value}),),
    )
    library = Library(make_book(source, fact, gazette=f"{text}. It is cold."))
    checks = [check for rule, check in checks_for("fact") if rule.code == "gloss-disagrees"]
    assert [(hit.message, hit.doubt) for check in checks for hit in check(library, fact)] == said
