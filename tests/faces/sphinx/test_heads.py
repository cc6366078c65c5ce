"""The line under a chapter's title, and the chapters as cards."""

from __future__ import annotations

import re

import pytest

from sourced.book.book import DATA_FILE
from sourced.rules.judging import Outcome

from .conftest import TinyBook

FRONT = "---\nsourced: {narrative: false, why: made by the build}\n---\n\n"
LINE = '<p>As of 4 May 1901 · <a href="#notes">1\N{NO-BREAK SPACE}fact</a></p>'
OTHER = """\
  opened-earlier:
    about: elm-bridge
    property: opened
    value: 1901
    statement: The Elm Bridge was opened in 1901.
    unused: for the tests
    evidence:
      - {source: gazette, exact: It was opened on 3 May 1901, gloss: {It: elm-bridge}}
  bridge-opened:
"""


def test_the_line_stands_under_the_title(tiny_book: TinyBook) -> None:
    html = tiny_book.build().text("opening.html")
    assert re.search(r"</h1>\s*<div class=\"sourced-head\">\s*" + re.escape(LINE), html)
    assert html.count('class="sourced-head"') == 1
    head = html.partition('class="sourced-head"')[2].partition("</div>\n</div>")[0]
    assert "Show what this rests on" in head


def test_a_page_without_facts_has_only_its_date(tiny_book: TinyBook) -> None:
    assert "<p>As of 4 May 1901</p>" in tiny_book.build().text("plain.html")


def test_the_front_page_has_none_and_its_switch_follows_the_opening(tiny_book: TinyBook) -> None:
    tiny_book.edit("docs/index.md", "long.\n", "long.\n\n## More\n\nIt is short. {own}`about it`\n")
    html = tiny_book.build().text("index.html")
    assert "sourced-head" not in html.partition("</head>")[2]
    places = ["</h1>", "The Elm Bridge is", 'class="sourced-switch"', "<h2>More"]
    assert sorted(places, key=html.index) == places


def test_a_page_that_is_not_narrative_has_none(tiny_book: TinyBook) -> None:
    tiny_book.write("docs/plain.md", f"{FRONT}# Plain\n\nIt was opened on {{fact}}`bridge-opened`.\n")
    built = tiny_book.build(warnings=["cited-in-passing"])
    assert "sourced-head" not in built.text("plain.html").partition("</head>")[2]


def test_the_line_follows_the_data(tiny_book: TinyBook) -> None:
    """Those of other facts that contradict its own, and the date of the latest source."""
    tiny_book.build()
    tiny_book.edit(DATA_FILE, "  bridge-opened:\n", OTHER.replace("value: 1901\n", "value: 1900-01-01\n"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sourced.faces.sphinx.checking.judge_page", lambda *_: Outcome())
        patch.setattr("sourced.faces.sphinx.checking.check_fact", lambda *_: [])
        assert "1\N{NO-BREAK SPACE}disputed" in tiny_book.build().text("opening.html")
    tiny_book.edit(DATA_FILE, "published: 1901-05-04", "published: 1901-05-06")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sourced.faces.sphinx.checking.judge_page", lambda *_: Outcome())
        patch.setattr("sourced.faces.sphinx.checking.check_fact", lambda *_: [])
        assert "As of 6 May 1901" in tiny_book.build().text("plain.html")


def test_the_disputed_lead_to_where_the_sources_differ(tiny_book: TinyBook) -> None:
    tiny_book.edit(DATA_FILE, "  bridge-opened:\n", OTHER.replace("value: 1901\n", "value: 1900-01-01\n"))
    tiny_book.write("docs/differ.md", f"{FRONT}# Differ\n\n```{{disagreements}}\n```\n")
    tiny_book.edit("docs/index.md", "plain\n", "plain\ndiffer\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sourced.faces.sphinx.checking.judge_page", lambda *_: Outcome())
        patch.setattr("sourced.faces.sphinx.checking.check_fact", lambda *_: [])
        html = tiny_book.build().text("opening.html")
    assert '<a href="differ.html">1\N{NO-BREAK SPACE}disputed</a>' in html


def test_other_writers_print_it_as_a_paragraph(tiny_book: TinyBook) -> None:
    assert "As of 4 May 1901 · 1\N{NO-BREAK SPACE}fact\n" in tiny_book.build("text").text("opening.txt")


CHAPTERS = "```{chapters}\nopening\nplain\n```\n\n```{toctree}"


@pytest.fixture
def carded(tiny_book: TinyBook) -> TinyBook:
    """The tiny book with its chapters as cards."""
    tiny_book.edit("docs/index.md", "```{toctree}", CHAPTERS)
    tiny_book.edit(
        "docs/opening.md", "# The opening", "---\ndescription: How it <b>opened</b>.\n---\n# Opening"
    )
    return tiny_book


def test_a_card_has_title_description_and_figures(carded: TinyBook) -> None:
    html = carded.build().text("index.html")
    cards = html.partition('class="sourced-chapters')[2].partition("</ul>")[0]
    assert re.search(r'<strong class="sourced-chapter"><a [^>]*href="opening.html">.*?Opening', cards)
    assert "</strong> How it &lt;b&gt;opened&lt;/b&gt;.</p>" in cards
    assert '<p class="sourced-chapter-figures">1\N{NO-BREAK SPACE}fact</p>' in cards
    assert cards.count("<li>") == 2
    assert cards.count("sourced-chapter-figures") == 1


def test_cards_do_not_go_stale(carded: TinyBook) -> None:
    carded.build()
    carded.edit("docs/opening.md", "How it <b>opened</b>.", "How it was opened.")
    carded.edit("docs/plain.md", "# About this book", "# About all this")
    build = carded.build()
    assert "index" not in build.read
    html = build.text("index.html").partition('class="sourced-chapters')[2].partition("</ul>")[0]
    assert "How it was opened." in html
    assert "About all this" in html


def test_a_card_of_no_page_is_refused(carded: TinyBook) -> None:
    carded.edit("docs/index.md", "opening\nplain\n```\n\n", "opening\nopenning\n```\n\n")
    carded.build(warnings=[r"index.md:5: .*There is no page openning\."])
