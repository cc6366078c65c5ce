"""Runs of words that a page has in common with a source."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact
from sourced.chain.display import make_display
from sourced.chain.library import Library
from sourced.chain.sharing import copying
from sourced.chain.sharing.copying import Copy, copied
from sourced.chain.views import views
from sourced.page.reading import read_page

from ..bridge import MakeBook

SOURCE = (
    "The old tower on the rock stood dark for 1,200 nights, and the keepers left it as it had been on it."
)
FACT = Fact(
    id="dark",
    about="tower",
    property="state",
    value="dark",
    statement="It was dark.",
    evidence=(Evidence(source="gazette", exact="The old tower on the rock stood dark for 1,200 nights"),),
)

PAGES = [
    pytest.param("The old tower on the rock stood dark.", "The old tower on the rock stood dark", id="eight"),
    pytest.param("Whoever left it as it had been on the day was new.", None, id="small words alone"),
    pytest.param("An old tower on the rock stood dark.", None, id="seven"),
    pytest.param(
        "THE OLD TOWER, on the rock, stood dark!", "THE OLD TOWER, on the rock, stood dark", id="as typed"
    ),
    pytest.param(
        "Then the rock stood dark for 1200 nights, and the keepers.",
        "the rock stood dark for 1200 nights, and the keepers",
        id="a number joins the words beside it",
    ),
    pytest.param("Then the rock stood dark for 1200 nights, and the.", None, id="and does not count"),
    pytest.param("“The old tower on the rock stood dark.”", None, id="in quotation marks"),
    pytest.param("An old tower on the rock stood {fact}`dark` for 1200 nights.", None, id="a value is given"),
    pytest.param("It was {quote}`dark`.", None, id="printed as a quotation"),
    pytest.param("The old tower on the rock “stood” dark.", None, id="marks within the run"),
    pytest.param("The old tower on the rock was dark for 1,200 nights.", None, id="another word in between"),
    pytest.param("Dark.", None, id="a short sentence"),
]


def first_copy(make_book: MakeBook, text: str) -> Copy | None:
    book = make_book(FACT, gazette=SOURCE)
    page = read_page(text, docname="index", file="docs/index.md", display=make_display(book))
    found = [copied(view) for view in views(Library(book), page)]
    return next((copy for copy in found if copy), None)


@pytest.mark.parametrize(("text", "words"), PAGES)
def test_copied_runs_are_found(make_book: MakeBook, text: str, words: str | None) -> None:
    copy = first_copy(make_book, text)
    assert (copy and copy.words) == words
    if copy:
        assert copy.source == "gazette"
        assert text[copy.start :].startswith(copy.words)


@pytest.mark.parametrize(("text", "words"), PAGES)
def test_a_large_book_is_searched_for_the_runs_of_each_page(
    make_book: MakeBook, monkeypatch: pytest.MonkeyPatch, text: str, words: str | None
) -> None:
    monkeypatch.setattr(copying, "_WHOLE", 0)
    copy = first_copy(make_book, text)
    assert (copy and copy.words) == words


def test_a_value_joins_the_words_beside_it(make_book: MakeBook) -> None:
    copy = first_copy(make_book, "Old tower on the rock stood {fact}`dark` for 1200 nights, and the keepers.")
    assert copy
    assert copy.words == "Old tower on the rock stood dark for 1200 nights, and"


def test_words_that_the_editor_chose_for_a_value_count(make_book: MakeBook) -> None:
    copy = first_copy(make_book, "An old tower on the rock {fact}`stood dark <dark>` for 1200 nights.")
    assert copy
    assert first_copy(make_book, "An old tower on the rock stood {fact}`dark` for 1200 nights.") is None
