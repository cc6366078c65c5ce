"""How a quotation stands in its note: its words, its place, and what its words mean there."""

from __future__ import annotations

import re

import pytest
from docutils import nodes
from msgspec import structs

from sourced.book.book import DATA_FILE
from sourced.faces.sphinx.evidence.content import Quoted
from sourced.faces.sphinx.evidence.htmlnotes import NoteWriter
from sourced.faces.sphinx.evidence.plainnotes import quotation_nodes

from .conftest import TinyBook, find_nothing
from .test_content import Nowhere, note, quoted


@pytest.mark.parametrize(
    ("quotation", "place"),
    [
        pytest.param(quoted(), "\xa0· 4 May 1901\xa0· line\xa07", id="dated"),
        pytest.param(quoted(inferred=True), "\xa0· 4 May 1901 (inferred)\xa0· line\xa07", id="inferred"),
        pytest.param(quoted(inferred=True, published=""), "\xa0· line\xa07", id="no date"),
    ],
)
def test_a_place_is_short(quotation: Quoted, place: str) -> None:
    assert quotation.place == place


@pytest.mark.parametrize(
    ("readings", "says"),
    [
        pytest.param([], "", id="none"),
        pytest.param([("It", "Elm Bridge")], "Here “It” means Elm Bridge.", id="one"),
        pytest.param(
            [("it", "Elm"), ("Sunday", "4 May 1901"), ("its", "Elm")],
            "Here “it” and “its” mean Elm; “Sunday” means 4 May 1901.",
            id="one meaning said once",
        ),
    ],
)
def test_a_reading_says_what_words_mean(readings: list[tuple[str, str]], says: str) -> None:
    assert quoted(*readings).reading == says


def test_our_own_marks_stand_around_no_others() -> None:
    assert quoted().marked == "“it is ‘40’ m”"
    html = NoteWriter(Nowhere()).html(note(quotations=(quoted(),)), 1, "fact-f", ["mark-1"])
    assert "<p>it is “40” m</p>" in html


def test_a_block_names_the_speaker_and_the_source(tiny_book: TinyBook) -> None:
    tiny_book.edit(DATA_FILE, "  elm-bridge:", "  ann-elm: {kind: person, name: Ann Elm}\n  elm-bridge:")
    tiny_book.edit(DATA_FILE, "property: opened\n", "property: opened\n    by: ann-elm\n")
    tiny_book.edit("docs/opening.md", "\n\nThe", "\n\n```{quote} bridge-opened\n```\n\nThe")
    with pytest.MonkeyPatch.context() as patch:
        find_nothing(patch)
        html = tiny_book.build().text("opening.html")
    assert re.search("—(<[^>]+>)?Ann Elm, in Gazette<sup", html)


def test_a_quotation_says_where_it_can_be_looked_up() -> None:
    found = structs.replace(
        quoted(),
        page="12",
        section="The <bridge>",
        address="https://gazette.example/a?b=1&c=2",
        retrieved="3 September 2021",
        archive="http://archive.example/a",
    )
    html = NoteWriter(Nowhere()).html(note(quotations=(found,)), 1, "n", [])
    assert "“The &lt;bridge&gt;”, p.\N{NO-BREAK SPACE}12" in html
    read = "gazette.example, read 3 September 2021"
    assert f'<a href="https://gazette.example/a?b=1&amp;c=2">{read}</a>' in html
    assert '<a href="http://archive.example/a">archived copy</a>' in html
    assert "line" not in found.place
    links = [node["refuri"] for node in quotation_nodes(found, "Gazette").findall(nodes.reference)]
    assert links == ["https://gazette.example/a?b=1&c=2", "http://archive.example/a"]
    assert structs.replace(found, retrieved="").origin[0][0] == "gazette.example"
    assert quoted().origin == ()
