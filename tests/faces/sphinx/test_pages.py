"""Generated pages: they show what the data say now, whoever writes them, and cost no page that has none."""

from __future__ import annotations

import re

import pytest

from sourced.book.book import DATA_FILE

from .conftest import FRONT, TinyBook


def test_a_fact_stands_with_everything_it_rests_on(full_book: TinyBook) -> None:
    html = full_book.build().text("facts.html")
    entry = html[html.index('id="fact-bridge-length-by-herald"') :].split('class="sourced-entry"')[0]
    for words in (
        "The Elm Bridge is 41 metres long.",
        ">Claim · The mayor<",
        ">Told differently<",
        "“The Elm Bridge is 41 metres long”",
        "5–6 May 1901 (inferred)\N{NO-BREAK SPACE}· line\N{NO-BREAK SPACE}1",
        'href="herald.html#passage-herald-0"',
        'href="#fact-bridge-length"',
        'href="index.html"',
    ):
        assert words in entry
    other = html[html.index('id="fact-bridge-opened"') :].split('class="sourced-entry"')[0]
    assert ">Report<" in other
    assert "sourced-is-disputed" not in other


def test_a_link_with_a_former_id_leads_to_the_fact(full_book: TinyBook) -> None:
    full_book.edit(DATA_FILE, "  bridge-length:\n", "  bridge-length:\n    formerly: [elm-length]\n")
    html = full_book.build().text("facts.html")
    entry = html[html.index('id="fact-bridge-length"') :].split('class="sourced-entry"')[0]
    assert '<span id="fact-elm-length"></span>' in entry


def test_facts_stand_under_their_subjects_and_these_under_headings(full_book: TinyBook) -> None:
    heads = "```{facts-table}\nWhere it is: place\n```"
    full_book.edit("docs/facts.md", "```{facts-table}\n```", heads)
    html = full_book.build().text("facts.html")
    assert html.index('id="where-it-is"') < html.index("<summary><h4>Elm Bridge</h4>")
    assert '<li><a class="reference internal" href="#about-elm-bridge">Elm Bridge</a></li>' in html
    assert 'href="facts.html#about-elm-bridge"' in full_book.build().text("names.html")


def test_sources_stand_in_the_order_of_their_dates(full_book: TinyBook) -> None:
    before = _after(full_book.build().text("sources.html"), "sourced-all-sources")
    assert before.index('href="gazette.html"') < before.index('href="herald.html"')
    full_book.edit(DATA_FILE, "published: 1901-05-04", "published: 1902-05-04")
    now = _after(full_book.build().text("sources.html"), "sourced-all-sources")
    assert now.index('href="herald.html"') < now.index('href="gazette.html"')


def _after(html: str, words: str) -> str:
    return html[html.index(words) :]


def test_what_is_folded_on_the_screen_stands_open_in_an_e_book(full_book: TinyBook) -> None:
    conf = full_book.root / "conf.py"
    conf.write_text(f"{conf.read_text(encoding='utf-8')}copyright = 'nobody'\n", encoding="utf-8")
    assert "<details>" in full_book.build().text("facts.html")
    book = full_book.build("epub").text("facts.xhtml")
    assert "<details" not in book
    assert "The Elm Bridge is 41 metres long." in book


def test_every_link_of_a_generated_page_has_its_place(full_book: TinyBook) -> None:
    build = full_book.build()
    assert 'id="fact-bridge-length-by-herald"' in build.text("facts.html")
    assert 'href="herald.html#passage-herald-0"' in build.text("facts.html")
    assert 'id="passage-herald-0"' in build.text("herald.html")
    assert 'href="names.html#name-elm-bridge"' in build.text("facts.html")
    assert 'id="name-elm-bridge"' in build.text("names.html")
    assert 'href="facts.html#fact-bridge-opened"' in build.text("gazette.html")


def test_a_source_is_never_shown_beyond_its_quotations(full_book: TinyBook) -> None:
    html = full_book.build().text("herald.html")
    assert "The Elm Bridge is 41 metres long" in html
    assert "opened on" not in html
    assert "Not quoted." in html


def test_figures_are_those_of_this_build(full_book: TinyBook) -> None:
    html = full_book.build().text("checked.html")
    assert "Atoms" not in html
    assert '<p>Facts</p></td>\n<td class="sourced-count"><p>3</p>' in html
    assert "This book is short." in html
    assert "made by the build" in html


def test_hostile_words_are_words(full_book: TinyBook) -> None:
    hostile = '<script>alert(1)</script> & \\"</td>'
    full_book.edit(DATA_FILE, "title: Length", f"title: '{hostile}'")
    full_book.edit(
        DATA_FILE,
        "{kind: place, name: Elm Bridge}",
        "{kind: '<i>place', name: Elm Bridge, about: 'a; <b>bridge'}",
    )
    build = full_book.build()
    for page in ("differences", "facts", "names"):
        html = build.text(f"{page}.html")
        assert "<script>alert" not in html
        assert "<b>" not in html
        assert "<i>place" not in html
    assert "The book prints &lt;b&gt;both&lt;/b&gt;." in build.text("differences.html")


def test_what_does_not_exist_is_said(full_book: TinyBook) -> None:
    full_book.write(
        "docs/herald.md", f"{FRONT}# Herald\n\n```{{source}} herold\n```\n\n```{{checked}} nothing\n```\n"
    )
    full_book.write("docs/names.md", f"{FRONT}# Names\n\n```{{disagreements}} quarrel\n```\n")
    build = full_book.build(
        warnings=["herald.md:7: .*herold.*source-unknown", "list-unknown", "kind-unknown"]
    )
    assert "herald.html" not in build.text("facts.html")


def test_names_stand_in_the_index(full_book: TinyBook) -> None:
    build = full_book.build()
    index = build.text("genindex.html")
    assert '<li><a href="opening.html#the-opening">The opening</a>' in index
    assert "mayor, The" in index
    assert "Elm Bridge" in index


def test_what_speaks_of_others_together_stands_in_no_index(full_book: TinyBook) -> None:
    full_book.edit(DATA_FILE, "name: Elm Bridge}", "name: all three bridges, also: [Elm Bridge]}")
    assert "all three bridges" in full_book.build().text("names.html")
    assert "all three bridges" not in full_book.build().text("genindex.html")


def test_a_file_of_data_is_a_link_where_it_stands_beside_the_pages(full_book: TinyBook) -> None:
    conf = full_book.root / "conf.py"
    conf.write_text(f"{conf.read_text(encoding='utf-8')}copyright = 'nobody'\n", encoding="utf-8")
    full_book.write("docs/part/data.md", f"{FRONT}# Data\n\nAll of it: {{data-file}}`facts.json`.\n")
    full_book.edit("docs/index.md", "plain\n", "plain\npart/data\n")
    build = full_book.build()
    assert 'href="../facts.json"><code' in build.text("part/data.html")
    assert (build.out / "facts.json").is_file()
    assert "facts.json</span></code>." in full_book.build("epub").text("part/data.xhtml")
    assert '"facts.json"' in full_book.build("text").text("part/data.txt")


@pytest.mark.parametrize(
    ("page", "loaded"),
    [
        pytest.param("plain", set(), id="prose"),
        pytest.param("facts", {"sourced-folds.css", "sourced-folds.js"}, id="facts"),
        pytest.param("names", {"sourced-folds.css", "sourced-folds.js"}, id="names"),
        pytest.param("differences", {"sourced-folds.css", "sourced-folds.js"}, id="differences"),
        pytest.param("herald", {"sourced-pages.css"}, id="a source"),
        pytest.param("checked", {"sourced-folds.css", "sourced-folds.js", "sourced-pages.css"}, id="account"),
    ],
)
def test_a_page_loads_what_its_parts_need(full_book: TinyBook, page: str, loaded: set[str]) -> None:
    html = full_book.build().text(f"{page}.html")
    assert set(re.findall(r"sourced-(?:folds|pages)\.(?:css|js)", html)) == loaded


@pytest.mark.parametrize(
    ("page", "before"),
    [
        pytest.param("facts", r"<ul class=\"sourced-entries|<section class=\"sourced-folded", id="entries"),
        pytest.param("checked", r"<section id=\"part-", id="folds of several sections"),
        pytest.param("differences", None, id="one fold alone"),
        pytest.param("plain", None, id="neither"),
    ],
)
def test_what_finds_and_opens_has_its_place_before_all_that_it_finds(
    full_book: TinyBook, page: str, before: str | None
) -> None:
    html = full_book.build().text(f"{page}.html")
    tools = '<p class="sourced-tools"></p>'
    assert html.count(tools) == (before is not None)
    if before is not None:
        at = html.index(tools)
        assert re.match(before, html[at + len(tools) :].lstrip())
        assert "sourced-folded" not in html[html.index("</head>") : at]


def test_a_book_without_a_table_of_facts_links_to_none(full_book: TinyBook) -> None:
    for name in ("facts", "names", "gazette", "herald"):
        (full_book.root / f"docs/{name}.md").unlink()
        full_book.edit("docs/index.md", f"\n{name}\n", "\n")
    html = full_book.build().text("differences.html")
    assert "facts.html" not in html
    assert "The Elm Bridge is 41 metres long." in html
