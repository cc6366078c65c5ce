"""Names and notes lead to the pages of names, sources and facts, where the book has such pages."""

from __future__ import annotations

import pytest

from .conftest import TinyBook

FRONT = "---\nsourced: {narrative: false, why: made by the build}\n---\n\n"
NAMED = f"{FRONT}# Plain\n\nHere stands the {{name}}`bridge <elm-bridge>`.\n"
PAGES = {
    "names": ["{names-table}"],
    "facts": ["{facts-table}"],
    "paper": ["{source} gazette", "{source-passages} gazette"],
}


@pytest.fixture
def named(tiny_book: TinyBook) -> TinyBook:
    """The tiny book with a name on a page, and pages of names, of facts and of its source."""
    tiny_book.edit(
        "data/facts.yaml", "name: Elm Bridge}", "name: Elm Bridge, also: [bridge, Elmbridge], about: a <b>}"
    )
    tiny_book.write("docs/plain.md", NAMED)
    for name, directives in PAGES.items():
        parts = "".join(f"```{directive}\n```\n\n" for directive in directives)
        tiny_book.write(f"docs/{name}.md", f"{FRONT}# {name.capitalize()}\n\n{parts}")
    tiny_book.edit("docs/index.md", "plain\n", "plain\nnames\nfacts\npaper\n")
    return tiny_book


def without(book: TinyBook, page: str) -> TinyBook:
    """A book without a page."""
    (book.root / f"docs/{page}.md").unlink()
    book.edit("docs/index.md", f"{page}\n", "")
    return book


def test_a_name_leads_to_the_list_of_names(named: TinyBook) -> None:
    html = named.build().text("plain.html")
    card = 'data-name="Elm Bridge" data-kind="place" data-about="a &lt;b&gt;" data-also="Elmbridge"'
    assert f'<a class="sourced-name" href="names.html#name-elm-bridge" {card}>bridge</a>' in html
    assert "sourced-cards.js" in html
    assert "sourced-switch" not in html.partition("</head>")[2]


def test_a_name_is_plain_words_where_there_is_no_list(named: TinyBook) -> None:
    html = without(named, "names").build().text("plain.html")
    assert "stands the bridge." in html
    assert "sourced-cards.js" not in html


def test_a_name_is_words_for_other_writers(named: TinyBook) -> None:
    assert "stands the bridge." in named.build("text").text("plain.txt")
    assert "bridge" in named.build("latex").text("thebridge.tex")


def test_a_note_leads_to_its_passage_and_its_fact(named: TinyBook) -> None:
    html = named.build().text("opening.html")
    assert '<a href="paper.html#passage-gazette-34"><cite>Gazette</cite>' in html
    assert '<a href="facts.html#fact-bridge-opened">Permalink</a>' in html
    assert 'id="passage-gazette-34"' in named.build().text("paper.html")


def test_links_of_notes_follow_when_a_page_goes(named: TinyBook) -> None:
    named.build()
    build = without(named, "paper").build()
    assert "opening" not in build.read
    html = build.text("opening.html")
    assert "<cite>Gazette</cite>" in html
    assert "paper.html" not in html


def test_all_links_lead_to_the_first_of_two_lists_in_the_order_of_the_book(named: TinyBook) -> None:
    for name in ("aaa", "zzz"):
        named.write(f"docs/{name}.md", f"{FRONT}# {name}\n\n```{{facts-table}}\n```\n")
    without(named, "facts").edit("docs/index.md", "plain\n", "plain\nzzz\naaa\n")
    build = named.build()
    for page in ("opening", "paper"):  # a note, and a generated part
        assert 'href="zzz.html#fact-bridge-opened"' in build.text(f"{page}.html")
        assert "aaa.html#fact" not in build.text(f"{page}.html")
    named.edit("docs/index.md", "zzz\naaa\n", "aaa\nzzz\n")
    build = named.build()
    assert {"opening", "paper"}.isdisjoint(build.read)
    for page in ("opening", "paper"):
        assert 'href="aaa.html#fact-bridge-opened"' in build.text(f"{page}.html")


def test_only_pages_with_notes_load_what_shows_them(tiny_book: TinyBook) -> None:
    build = tiny_book.build()
    opening, plain = build.text("opening.html"), build.text("plain.html")
    for name in ("sourced-cards.js", "sourced-notes.js", "sourced-switch.js", "sourced-cards.css"):
        assert name in opening
        assert name not in plain
    assert (
        opening.index("</h1>")
        < opening.index("Show what this rests on")
        < opening.index("The Elm Bridge was")
    )
