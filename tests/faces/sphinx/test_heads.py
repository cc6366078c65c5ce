"""The line under a chapter's title, and the chapters as cards."""

from __future__ import annotations

import re

import pytest

from sourced.book.book import DATA_FILE
from sourced.faces.sphinx.evidence.waiting import SIGN

from ...bridge import sign_all
from .conftest import TinyBook, find_nothing

FRONT = "---\nsourced: {narrative: false, why: made by the build}\n---\n\n"
SPACE = "\N{NO-BREAK SPACE}"
LINE = (
    f"<details><summary>Latest dated source: 4 May 1901</summary>\n<p>"
    f'<a href="#notes">1{SPACE}fact</a>{SPACE}· '
    f"1{SPACE}sentence: 1{SPACE}supported</p></details>"
)
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
    html = tiny_book.build().text("plain.html")
    line = f"<summary>Latest dated source: 4 May 1901</summary>\n<p>1{SPACE}sentence: 1{SPACE}reviewed</p>"
    assert line in html


def test_the_front_page_has_none_and_its_switch_follows_the_opening(tiny_book: TinyBook) -> None:
    tiny_book.edit("docs/index.md", "long.\n", "long.\n\n## More\n\nIt is short. {own}`about it`\n")
    sign_all(tiny_book.root)
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
        find_nothing(patch)
        assert "1\N{NO-BREAK SPACE}told differently" in tiny_book.build().text("opening.html")
    tiny_book.edit(DATA_FILE, "published: 1901-05-04", "published: 1901-05-06")
    with pytest.MonkeyPatch.context() as patch:
        find_nothing(patch)
        assert "Latest dated source: 6 May 1901" in tiny_book.build().text("plain.html")


def test_the_disputed_lead_to_where_the_sources_differ(tiny_book: TinyBook) -> None:
    tiny_book.edit(DATA_FILE, "  bridge-opened:\n", OTHER.replace("value: 1901\n", "value: 1900-01-01\n"))
    tiny_book.write("docs/differ.md", f"{FRONT}# Differ\n\n```{{disagreements}}\n```\n")
    tiny_book.edit("docs/index.md", "plain\n", "plain\ndiffer\n")
    with pytest.MonkeyPatch.context() as patch:
        find_nothing(patch)
        html = tiny_book.build().text("opening.html")
    assert '<a href="differ.html">1\N{NO-BREAK SPACE}told differently</a>' in html


def test_other_writers_print_it_as_a_paragraph(tiny_book: TinyBook) -> None:
    text = " ".join(tiny_book.build("text").text("opening.txt").split())
    line = "Latest dated source: 4 May 1901 · 1 fact · 1 sentence: 1 supported"
    assert line in text
    tiny_book.edit("docs/plain.md", "is short", "is very short")
    text = " ".join(tiny_book.build("text").text("plain.txt").split())
    assert "Latest dated source: 4 May 1901 · 1 of this page’s 2 things said is not yet reviewed" in text


def test_a_page_tells_what_is_not_yet_reviewed_as_long_as_there_is_any(tiny_book: TinyBook) -> None:
    """Whatever sort of page it is; and before the sentence stands a sign, which holds no words."""
    assert "not yet reviewed" not in tiny_book.build().text("plain.html")
    tiny_book.edit(
        "docs/plain.md",
        "This book",
        "*The book* is long. {own}`on it`\n(This one) is so. {own}`too`\nThis book",
    )
    tiny_book.edit("docs/index.md", "long.\n", "long, or nearly.\n")
    build = tiny_book.build()
    assert "2 of this page’s 4 things said are not yet reviewed.</p>" in build.text("plain.html")
    sign = re.escape(SIGN)
    assert re.search(
        f"<p>{sign}<em>The book</em> is long.\n{sign}\\(This one\\) is so.\nThis book is short.</p>",
        build.text("plain.html"),
    )
    assert "1 of this page’s 2 things said is not yet reviewed.</p>" in build.text("index.html")
    assert SIGN not in tiny_book.build("epub", warnings=["epub_copyright"]).text("plain.xhtml")
    sign_all(tiny_book.root)
    html = tiny_book.build().text("plain.html")
    assert "not yet reviewed" not in html
    assert SIGN not in html


def test_of_two_sentences_that_are_alike_the_one_that_waits_is_marked(tiny_book: TinyBook) -> None:
    """By its line, as each may be signed for what it says of another fact."""
    tiny_book.write("docs/plain.md", "# Plain\n\nIt is so. {own}`first`\n\nMore. {own}`more`\n")
    sign_all(tiny_book.root)
    tiny_book.edit("docs/plain.md", "{own}`more`\n", "{own}`more`\n\nIt is so. {own}`another`\n")
    html = tiny_book.build().text("plain.html")
    assert "<p>It is so.</p>" in html
    assert f"<p>{SIGN}It is so.</p>" in html
    assert html.index("<p>It is so.</p>") < html.index(f"<p>{SIGN}It is so.</p>")


def test_the_figures_lead_to_what_was_reviewed(tiny_book: TinyBook) -> None:
    checked = "```{figures}\n```\n\n```{checked} reviewed\n```\n"
    tiny_book.write("docs/checked.md", f"{FRONT}# Checked\n\n{checked}")
    tiny_book.edit("docs/index.md", "plain\n", "plain\nchecked\n")
    build = tiny_book.build()
    assert '<a href="checked.html#reviewed-plain">1' in build.text("plain.html")
    assert 'id="reviewed-plain"' in build.text("checked.html")
    assert f': <a href="checked.html">1{SPACE}supported' in build.text("opening.html")


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


def test_the_card_of_a_timeline_counts_what_that_gathers(carded: TinyBook) -> None:
    carded.edit("data/facts.yaml", "    value: 1901-05-03\n", "    value: 1901-05-03\n    when: 1901-05-03\n")
    carded.write("docs/plain.md", "# About this book\n\n```{timeline}\n```\n")
    html = carded.build().text("index.html")
    assert html.count('<p class="sourced-chapter-figures">1\N{NO-BREAK SPACE}fact</p>') == 2


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
