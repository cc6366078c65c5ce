"""Marks and notes, as each writer prints them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sourced.account.sources.sourceorder import by_date
from sourced.book.book import DATA_FILE
from sourced.book.inputs import INPUT_CODES
from sourced.book.loading import load_book
from sourced.chain.library import Library
from sourced.faces.sphinx.evidence.making import NoteMaker
from sourced.faces.sphinx.evidence.marks import Mark
from sourced.rules import RULES
from sourced.rules.verdict.judging import Outcome

from .conftest import TinyBook, find_nothing


class Links(HTMLParser):
    """The IDs, links and landmarks of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.local: list[str] = []
        self.roles: list[str] = []
        self.elsewhere: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect."""
        values = {name: value or "" for name, value in attrs}
        self.ids += [values["id"]] if "id" in values else []
        self.roles += [values["role"]] if "role" in values else []
        href = values.get("href", "")
        self.local += [href[1:]] if href.startswith("#") and len(href) > 1 else []
        loaded = values.get("src", "") if tag != "a" else ""
        loaded += href if tag == "link" else ""
        self.elsewhere += [loaded] if re.match(r"(https?:)?//", loaded) else []


def page(book: TinyBook, text: str) -> str:
    """A page of this text, built. What is wrong with it as prose does not matter here."""
    book.write("docs/opening.md", text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sourced.rules.keeping.judging.judge_page", lambda *_: Outcome())
        return book.build().text("opening.html")


def test_each_mark_leads_to_its_note_and_back(tiny_book: TinyBook) -> None:
    text = """\
# The opening

It was opened on {fact}`bridge-opened`, and {fact}`on that day <bridge-opened>` it was new.
The Elm Bridge is long. {evidence}`bridge-length, bridge-opened`
"""
    html = page(tiny_book, text)
    links = Links(html)
    assert len(links.ids) == len(set(links.ids))
    assert set(links.local) <= set(links.ids)
    assert links.roles.count("doc-noteref") == 3
    assert links.roles.count("doc-backlink") == 4
    assert links.roles.count("doc-endnotes") == 1
    assert [id_ for id_ in links.ids if id_.startswith("fact-")] == [
        "fact-bridge-opened",
        "fact-bridge-length",
    ]


def test_no_page_asks_another_host(tiny_book: TinyBook) -> None:
    build = tiny_book.build()
    loaded = {
        file.name: Links(file.read_text(encoding="utf-8")).elsewhere for file in build.out.glob("*.html")
    }
    assert loaded.keys() >= {"index.html", "opening.html", "plain.html", "search.html"}
    assert not any(loaded.values()), loaded


def test_a_note_says_what_the_fact_rests_on(tiny_book: TinyBook) -> None:
    html = tiny_book.build().text("opening.html")
    note = re.sub(r"<[^>]+>", "", html[html.index('id="fact-bridge-opened"') :].split("</li>")[0])
    assert "The Elm Bridge was opened on 3 May 1901." in note
    assert "\nIt was opened on 3 May 1901\n" in note
    assert "Gazette\xa0· 4 May 1901\xa0· line\xa01" in note
    assert "Here “It” means Elm Bridge." in note


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        pytest.param(
            "## It is {fact}`bridge-length` long",
            '<h2>It is 40 metres long<a class="headerlink"',
            id="heading",
        ),
        pytest.param(
            "It is [as long as {fact}`bridge-length`](plain.md).",
            '<span id="mark-1">40 metres</span>',
            id="link",
        ),
    ],
)
def test_a_mark_is_no_link_inside_a_heading_or_a_link(tiny_book: TinyBook, text: str, mark: str) -> None:
    html = page(tiny_book, f"# The opening\n\n{text}\n\nOpened on {{fact}}`bridge-opened`.\n")
    links = Links(html)
    assert mark in html
    assert "fact-bridge-length" in links.ids
    assert set(links.local) <= set(links.ids)


def test_a_heading_that_takes_the_anchor_of_a_note_keeps_it(tiny_book: TinyBook) -> None:
    text = "# The opening\n\n## Fact bridge opened\n\nIt was opened on {fact}`bridge-opened`.\n\n## Notes\n"
    links = Links(page(tiny_book, text))
    assert len(links.ids) == len(set(links.ids))
    assert {"fact-bridge-opened", "fact-bridge-opened-note", "notes", "notes-note"} <= set(links.ids)


def test_roles_that_print_nothing_leave_nothing(tiny_book: TinyBook) -> None:
    html = tiny_book.build().text("plain.html")
    assert "<p>This book is short.</p>" in html
    assert "sourced-notes" not in html


def test_a_mark_knows_its_own_line(tiny_book: TinyBook) -> None:
    text = "It is long.\nIt was opened\non {fact}`bridge-opened`. It is long. {evidence}`bridge-length`"
    page(tiny_book, f"# The opening\n\nIt is a bridge.\n\n{text}\n")
    doctree = tiny_book.build().app.env.get_doctree("opening")
    assert [mark.line for mark in doctree.findall(Mark)] == [7, 7]
    assert {mark.source for mark in doctree.findall(Mark)} == {str(tiny_book.root / "docs/opening.md")}


@pytest.mark.parametrize("role", ["fact", "evidence", "quote", "name", "figure"])
def test_what_is_unknown_is_shown_as_such(tiny_book: TinyBook, role: str) -> None:
    html = page(
        tiny_book, f"# The opening\n\nThe Elm Bridge is {{{role}}}`no-such-thing`, {{fact}}`bridge-opened`.\n"
    )
    assert '<span class="sourced-unknown">[?no-such-thing]</span>' in html


def test_every_code_has_its_place_in_the_reference(tiny_book: TinyBook) -> None:
    reference = Path(__file__).parents[3] / "docs/reference/codes.md"
    tiny_book.write("docs/codes.md", reference.read_text(encoding="utf-8"))
    tiny_book.edit("docs/index.md", "plain\n", "plain\ncodes\n")
    links = Links(tiny_book.build().text("codes.html"))
    assert {f"code-{code}" for code in (*RULES, *INPUT_CODES)} <= set(links.ids)
    assert len(links.ids) == len(set(links.ids))


HOSTILE = "</p><script>alert(1)</script> & \"'`*_<b>"


def test_hostile_text_in_the_data_stays_text(tiny_book: TinyBook) -> None:
    quoted = HOSTILE.replace("'", "''")
    tiny_book.edit(DATA_FILE, "publisher: Gazette", f"publisher: '{quoted}'")
    tiny_book.edit(DATA_FILE, "name: Elm Bridge}", f"name: '{quoted}'}}")
    tiny_book.edit(DATA_FILE, "statement: The Elm Bridge is 40 metres long.", f"statement: '{quoted}'")
    with pytest.MonkeyPatch.context() as patch:
        find_nothing(patch)
        html = tiny_book.build().text("index.html")
    assert "<script>alert" not in html
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;&#x27;`*_&lt;b&gt;") >= 2


DOT = r"[~\\ \xa0]+(@w\{ \})?(·|\\\(\\cdot\\\)|\\\[u00B7\]|\\textperiodcentered\{\}|@U\{B7\}) "
GAZETTE = rf"Gazette{DOT}4 May 1901{DOT}line[~\\ \xa0]*(@w{{ }})?1{DOT}seeds/gazette.txt"
"""A place, as each writer prints it."""


@pytest.mark.parametrize(
    ("builder", "file"),
    [
        pytest.param("text", "opening.txt", id="text"),
        pytest.param("latex", "thebridge.tex", id="latex"),
        pytest.param("man", "thebridge.1", id="man"),
        pytest.param("texinfo", "thebridge.texi", id="texinfo"),
        pytest.param("xml", "opening.xml", id="xml"),
    ],
)
def test_every_writer_prints_the_notes(tiny_book: TinyBook, builder: str, file: str) -> None:
    tiny_book.edit(
        "conf.py", 'version = "1"', 'version = "1"\nman_pages = [("index", "thebridge", "", [], 1)]'
    )
    text = re.sub("[ \n]+", " ", tiny_book.build(builder).text(file))
    assert "What this page rests on" in text
    assert "It was opened on 3 May 1901" in text
    assert re.search(GAZETTE, text)


def test_the_epub_holds_the_notes_and_not_the_data(tiny_book: TinyBook) -> None:
    tiny_book.edit("conf.py", 'version = "1"', 'version = "1"\nepub_show_urls = "no"\ncopyright = "none"')
    build = tiny_book.build("epub")
    assert "doc-endnotes" in build.text("opening.xhtml")
    assert not (build.out / "facts.json").exists()


def test_a_note_tells_what_contradicts_it_apart_from_what_is_less_exact(tiny_book: TinyBook) -> None:
    more = "  bridge-length-{}:\n    about: elm-bridge\n    property: length\n    value: {} metres\n"
    more += "    statement: The Elm Bridge is {} metres long.\n    unused: it is one of two\n"
    more += "    evidence:\n      - {{source: gazette, exact: The Elm Bridge is 40 metres long}}\n"
    added = more.format("less", "about 40", "about 40") + more.format("other", "41", "41")
    tiny_book.edit(DATA_FILE, "facts:\n", f"facts:\n{added}")
    with pytest.MonkeyPatch.context() as patch:
        find_nothing(patch)
        html = tiny_book.build().text("index.html")
    differently = html.index("Told differently:"), html.index("The Elm Bridge is 41 metres long.")
    also = html.index("Also told:"), html.index("The Elm Bridge is about 40 metres long.")
    assert list(differently) == sorted(differently)
    assert list(also) == sorted(also)
    assert differently[1] < also[0]


def test_other_accounts_name_their_sources_by_date() -> None:
    book = load_book(Path(__file__).parents[3])
    notes = NoteMaker(Library(book))
    named = [other.sources for id_ in book.facts for other in notes.note(id_).others]
    order = [book.sources[id_].shown for id_ in by_date(book)]
    assert any(len(sources) > 1 for sources in named)
    assert all(list(sources) == sorted(sources, key=order.index) for sources in named)


@pytest.mark.parametrize(
    ("meaning", "told"),
    [("1901-05-05/1901-05-12", "5 or 12 May 1901"), ("1901-05-05/1901-05-11", "5–11 May 1901")],
)
def test_a_weekday_that_may_be_one_of_two_days_is_no_stretch(
    tiny_book: TinyBook, meaning: str, told: str
) -> None:
    tiny_book.edit(DATA_FILE, "gloss: {It: elm-bridge}", f"gloss: {{It: elm-bridge, Sunday: {meaning}}}")
    (quoted,) = NoteMaker(Library(load_book(tiny_book.root))).note("bridge-opened").quotations
    assert dict(quoted.readings)["Sunday"] == told


def test_late_in_a_month_is_not_read_as_all_of_it(tiny_book: TinyBook) -> None:
    tiny_book.edit(
        DATA_FILE, "gloss: {It: elm-bridge}", "gloss: {It: elm-bridge, late May: 1901-05, May: 1901-05}"
    )
    (quoted,) = NoteMaker(Library(load_book(tiny_book.root))).note("bridge-opened").quotations
    assert dict(quoted.readings) == {"It": "Elm Bridge", "late May": "late May 1901", "May": "May 1901"}
