"""Words in quotation marks that stop short of what turns them, and words that stop where they may."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact
from sourced.chain.display import make_display
from sourced.chain.library import Library
from sourced.chain.views import views
from sourced.page.reading import read_page
from sourced.rules.prose.marks import quotation_cut

from ...bridge import MakeBook

TIDES = "The tides were low."


def cut_off(make_book: MakeBook, source: str, page: str) -> list[str]:
    """What the marks of a sentence of a page cut off from the sentence of its source."""
    fact = Fact(
        id="pier",
        about="pier",
        property="state",
        statement="So it was.",
        evidence=(Evidence(source="gazette", exact=source),),
    )
    book = make_book(fact, gazette=f"{source}. {TIDES}")
    read = read_page(
        f"{page} {{evidence}}`pier`", docname="pier", file="docs/pier.md", display=make_display(book)
    )
    return [
        hit.message.split("“")[2].split("”")[0]
        for view in views(Library(book), read)
        for hit in quotation_cut(view)
    ]


@pytest.mark.parametrize(
    ("source", "page", "cut"),
    [
        pytest.param("The pier is open if it is dry", "The “pier is open”.", "if", id="a condition behind"),
        pytest.param("The pier is open, unless it rains", "The “pier is open”.", "unless", id="and a comma"),
        pytest.param("The pier is open again", "The “pier is open”.", "", id="what turns nothing behind"),
        pytest.param("The pier is open and dry if so", "The “pier is open”.", "", id="farther behind"),
        pytest.param("The pier should be open", "It was to “be open”.", "should", id="what is meant to be"),
        pytest.param("The pier might soon be open", "It was “open”.", "", id="a word of meaning between"),
        pytest.param("The pier must be as it was", "It was “as it was”.", "must", id="a small one between"),
        pytest.param("The pier should, for now, be open", "It was “open”.", "", id="a mark between"),
        pytest.param("The pier is at last open", "It was “open”.", "", id="what turns nothing before"),
        pytest.param("The pier is shut or open", "It was “open”.", "or", id="one of two"),
        pytest.param("The pier is open, but wet", "The “pier is open”.", "but", id="the other side"),
        pytest.param(
            "The pier should be open", "It should “be open”.", "", id="what is said before the marks"
        ),
        pytest.param("The pier should be open", "“Be open”, it read.", "should", id="a first letter, large"),
        pytest.param("The pier should be open", "It was “Be open”.", "should", id="a large one within"),
        pytest.param("The pier is open. It should be open", "It was “open”.", "", id="whole elsewhere"),
    ],
)
def test_marks_cut_off_nothing_that_turns(make_book: MakeBook, source: str, page: str, cut: str) -> None:
    assert cut_off(make_book, source, page) == ([cut] if cut else [])


@pytest.mark.parametrize(("mark", "cut"), [("", ["should"]), ("{own}`a lead`", [])])
def test_in_a_row_what_is_the_books_own_cuts_nothing_off(
    make_book: MakeBook, mark: str, cut: list[str]
) -> None:
    row = f"| What | Whence |\n| - | - |\n| It is “open”. {mark} | "
    assert cut_off(make_book, "The pier should be open", row) == cut
