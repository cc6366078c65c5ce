"""What is told of a source and of a whole book: asides that nobody finds, and that nothing was checked."""

from __future__ import annotations

import pytest

from sourced.book.model import Aside, Evidence, Fact, Source
from sourced.chain.library import Library
from sourced.page.reading import read_page
from sourced.rules import checks_for

from ..bridge import MakeBook

TEXT = "The pier burned. The old pier burned again."
FACT = Fact(
    id="fact",
    about="pier",
    property="state",
    statement="The pier burned.",
    evidence=(Evidence(source="gazette", exact="The pier burned"),),
)


@pytest.mark.parametrize(
    ("aside", "told"),
    [
        pytest.param(Aside(from_="The old pier", why="x"), [], id="once"),
        pytest.param(
            Aside(from_="pier burned", why="x"),
            [("from", "these words stand more than once in seeds/gazette.txt")],
            id="twice",
        ),
        pytest.param(
            Aside(from_="The old pier", to="The pier", why="x"),
            [("to", "these words do not stand behind “The old pier” in seeds/gazette.txt")],
            id="an end before its beginning",
        ),
        pytest.param(
            Aside(from_="the keeper left by noon", why="x"),
            [("from", "these words do not stand in seeds/gazette.txt")],
            id="nowhere",
        ),
    ],
)
def test_an_aside_is_one_passage(make_book: MakeBook, aside: Aside, told: list[tuple[str, str]]) -> None:
    source = Source(id="gazette", file="gazette.txt", sha256="0" * 64, aside=(aside,))
    library = Library(make_book(source, gazette=TEXT))
    checks = [check for rule, check in checks_for("source") if rule.code == "aside-not-found"]
    found = [hit for check in checks for hit in check(library, source)]
    assert [(hit.path[-1], hit.message) for hit in found] == told


@pytest.mark.parametrize(
    ("facts", "pages", "taken_in", "told"),
    [
        pytest.param([FACT], ["The pier burned. {evidence}`fact`"], True, [], id="a page on a fact"),
        pytest.param(
            [],
            [],
            True,
            [
                "sources",
                "facts",
                "quotations",
                "pages",
                "sentences on narrative pages",
            ],
            id="nothing at all",
        ),
        pytest.param([FACT], [], True, ["pages", "sentences on narrative pages"], id="a fact alone"),
        pytest.param(
            [],
            ["The pier.", "The pier."],
            False,
            ["waiting"],
            id="pages that wait",
        ),
        pytest.param(
            [FACT],
            ["The pier."],
            False,
            ["pages", "sentences on narrative pages"],
            id="a fact, and pages that wait",
        ),
    ],
)
def test_it_is_told_that_nothing_was_checked(
    make_book: MakeBook, facts: list[Fact], pages: list[str], told: list[str], *, taken_in: bool
) -> None:
    book = make_book(*facts, **({"gazette": TEXT} if facts else {}))
    read = [
        read_page(text, docname="a", file="docs/a.md", display=lambda role, target: "", taken_in=taken_in)
        for text in pages
    ]
    checks = [check for rule, check in checks_for("whole") if rule.code == "nothing-checked"]
    found = [hit for check in checks for hit in check(Library(book), read)]
    assert [hit.path for hit in found] == [("sources",) if each == "sources" else ("facts",) for each in told]
    assert [hit.doubt for hit in found] == [each == "waiting" for each in told]
    hits = [hit.message for hit in found]
    waiting = f"no page is taken in yet, so nothing is checked ({len(pages)} are waiting)"
    assert hits == [waiting if each == "waiting" else f"there are no {each} to check" for each in told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("The pier burned.", [], id="no fact"),
        pytest.param(
            "The pier burned. {evidence}`fact`",
            ["the fact “fact” is cited on a page that is not yet taken in"],
            id="a fact",
        ),
    ],
)
def test_a_page_that_waits_lends_no_proof(make_book: MakeBook, text: str, told: list[str]) -> None:
    page = read_page(text, docname="a", file="docs/a.md", display=lambda role, target: "", taken_in=False)
    library = Library(make_book(FACT, gazette=TEXT))
    assert [hit.message for _, check in checks_for("waiting-page") for hit in check(library, page)] == told


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        pytest.param({"published": "1901-05-04", "retrieved": "2021"}, [], id="two dates"),
        pytest.param({"published": "1901-15-04"}, [("published", "“1901-15-04”")], id="no day"),
        pytest.param({"retrieved": "in May"}, [("retrieved", "“in May”")], id="no date"),
    ],
)
def test_the_dates_of_a_source_are_dates(
    make_book: MakeBook, dates: dict[str, str], told: list[tuple[str, str]]
) -> None:
    source = Source(id="gazette", file="gazette.txt", sha256="0" * 64, **dates)
    checks = [check for rule, check in checks_for("source") if rule.code == "date-invalid"]
    hits = [hit for check in checks for hit in check(Library(make_book(source)), source)]
    assert [(hit.path[-1], hit.message) for hit in hits] == [
        (field, f"{value} is not a date in EDTF") for field, value in told
    ]
