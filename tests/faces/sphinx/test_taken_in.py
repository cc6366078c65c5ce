"""A project that takes its pages in one by one: each page that is not says so, and is counted."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sourced.book.findings import Finding
from sourced.book.loading import load_book
from sourced.book.settings import SETTINGS_FILE
from sourced.faces.command.main import main
from sourced.faces.sphinx.evidence.heads import NOT_TAKEN_IN
from sourced.rules.check import check_book
from sourced.testing import book_cases

from .conftest import TinyBook

ONE_BY_ONE = "taken-in = false\n"
TAKEN_IN = "---\nsourced: {taken-in: true}\n---\n\n"
TOLD = f'<p class="sourced-waiting">{NOT_TAKEN_IN}.</p>'
FREE = """\
---
myst: {enable_extensions: [dollarmath]}
---

# The bridge in the fog

<b>It fell</b> in 1950, said no one. {nothing}`at all`
"""


HOOK = """\
def setup(app):
    app.connect("source-read", longer)


def longer(app, docname, source):
    source[0] = source[0].replace("long.", "long, or longer.")


"""


@pytest.fixture
def project(tiny_book: TinyBook) -> TinyBook:
    """Two pages that are not taken in, one of them in another language than Markdown, and two that are."""
    tiny_book.write(SETTINGS_FILE, ONE_BY_ONE)
    for name in ("index", "opening"):
        text = (tiny_book.root / f"docs/{name}.md").read_text(encoding="utf-8")
        tiny_book.write(f"docs/{name}.md", TAKEN_IN + text)
    tiny_book.write("docs/plain.md", FREE.replace(" {nothing}`at all`", ""))
    tiny_book.write("docs/old.rst", "The old bridge\n==============\n\nIt was 50 metres long.\n")
    tiny_book.edit("docs/index.md", "plain\n", "plain\nold\n")
    return tiny_book


def errors(root: Path) -> list[Finding]:
    return [each for each in check_book(load_book(root)).findings if each.severity == "error"]


def codes(root: Path) -> list[str]:
    return [finding.code for finding in check_book(load_book(root)).findings]


def test_a_page_that_is_not_taken_in_says_so_and_nothing_of_it_is_judged(project: TinyBook) -> None:
    built = project.build()
    for name in ("plain", "old"):
        assert re.search(r"</h1>\s*<div class=\"sourced-head\">\s*" + TOLD, built.text(f"{name}.html"))
    for name in ("index", "opening"):
        assert NOT_TAKEN_IN not in built.text(f"{name}.html")
    assert codes(project.root) == []


def test_every_writer_says_so(project: TinyBook) -> None:
    assert NOT_TAKEN_IN in " ".join(project.build("text").text("old.txt").split())
    built = project.build("epub", warnings=["epub_copyright"])
    assert TOLD in built.text("plain.xhtml")


def test_a_page_without_a_title_and_a_front_page_say_so(project: TinyBook) -> None:
    project.write("docs/plain.md", "It fell in 1950.\n")
    project.edit("docs/index.md", "taken-in: true", "taken-in: false")
    project.edit("docs/index.md", "The Elm Bridge is {fact}`bridge-length` long.", "It is long.")
    built = project.build(warnings=["fact-unused", "toc"])
    assert TOLD in built.text("plain.html")
    assert TOLD in built.text("index.html")


def test_pages_are_counted_apart(project: TinyBook, capsys: pytest.CaptureFixture[str]) -> None:
    root = str(project.root)
    assert main(["check", "--root", root]) == 0
    told = capsys.readouterr().out
    assert " 2 pages, " in told
    assert "\n2 pages are not yet taken in, and not checked.\n" in told
    assert main(["check", "--root", root, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["not_taken_in"] == 2
    main(["coverage", "--root", root])
    told = capsys.readouterr().out
    assert "Not yet taken in:\ndocs/plain.md\ndocs/old.rst\n" in told
    assert "2 pages are not yet taken in" in told
    main(["coverage", "--root", root, "--format", "json"])
    assert json.loads(capsys.readouterr().out)["prose"]["pagesNotTakenIn"] == [
        "docs/plain.md",
        "docs/old.rst",
    ]
    assert book_cases(project.root).checked.not_taken_in == 2


def test_the_book_counts_them_in_its_own_account(project: TinyBook) -> None:
    front = "---\nsourced: {narrative: false, why: an account}\n---\n\n"
    project.write("docs/plain.md", f"{front}# Figures\n\n```{{figures}}\n```\n\n```{{checked}} pages\n```\n")
    html = project.build().text("plain.html")
    print(html[html.index("<main") if "<main" in html else 0 :])
    assert NOT_TAKEN_IN not in html, "a page that says that it is not narrative has been looked at"
    assert re.search(r"Pages not yet taken in</p></td>\s*<td[^>]*><p>1</p>", html)
    assert "The old bridge</a>: not yet taken in</p>" in html


def test_a_page_is_taken_in_by_its_own_word(project: TinyBook) -> None:
    """Then everything on it is judged, in a build that goes on from the last one as well."""
    project.build()
    project.edit("docs/plain.md", "---\nmyst", "---\nsourced: {taken-in: true}\nmyst")
    found = set(codes(project.root))
    assert {"content-unchecked", "sentence-without-fact"} <= found
    built = project.build(warnings=[".*"] * len(errors(project.root)))
    assert NOT_TAKEN_IN not in built.text("plain.html")


def test_what_the_settings_say_of_all_pages_is_followed_at_once(project: TinyBook) -> None:
    project.build()
    project.write(SETTINGS_FILE, "taken-in = true\n")
    found = [
        finding for finding in check_book(load_book(project.root)).findings if finding.severity == "error"
    ]
    assert {finding.file for finding in found} == {"docs/plain.md", "docs/old.rst"}
    built = project.build(warnings=[".*"] * len(found))
    assert NOT_TAKEN_IN not in built.text("plain.html")


def test_a_draft_in_a_book_of_its_own(tiny_book: TinyBook) -> None:
    tiny_book.write(
        "docs/plain.md", "---\nsourced: {taken-in: false}\n---\n\n# The fall\n\nIt fell in 1950.\n"
    )
    assert codes(tiny_book.root) == []
    assert TOLD in tiny_book.build().text("plain.html")


@pytest.mark.parametrize(
    ("front", "text", "code"),
    [
        pytest.param("", "It is {fact}`bridge-length` long.", "cited-in-passing", id="cites a fact"),
        pytest.param(
            "---\nsourced: {taken-in: yes}\n---\n", "It fell.", "content-unchecked", id="no such word"
        ),
        pytest.param("---\nsourced: taken-in\n---\n", "It fell.", "content-unchecked", id="no mapping"),
        pytest.param("---\nsourced: {taken-in: false}\n---\n", "It fell.", "", id="says so"),
        pytest.param("---\n{\n---\n", "It fell.", "", id="what concerns others alone"),
    ],
)
def test_what_a_page_may_not_do_before_it_is_taken_in(
    project: TinyBook, front: str, text: str, code: str
) -> None:
    project.write("docs/plain.md", f"{front}\n# The fall\n\n{text}\n")
    assert codes(project.root) == ([code] if code else [])


def test_an_adopted_project_builds_before_any_page_is_taken_in(tiny_book: TinyBook) -> None:
    """It proves nothing, and says so: it passes no check, and is no fault either."""
    tiny_book.write(SETTINGS_FILE, ONE_BY_ONE)
    tiny_book.write("data/facts.yaml", "sources: {}\nfacts: {}\n")
    (tiny_book.root / "seeds/gazette.txt").unlink()
    for name in ("index", "opening", "plain"):
        tiny_book.write(f"docs/{name}.md", "---\norphan: true\n---\n\n# Some page\n")
    report = check_book(load_book(tiny_book.root))
    assert [(each.code, each.severity) for each in report.findings] == [("nothing-checked", "review")]
    assert main(["check", "--root", str(tiny_book.root)]) == 3
    assert "no page is taken in yet, so nothing is checked (3 are waiting)" in tiny_book.build().told


@pytest.mark.parametrize("builder", ["html", "singlehtml"])
def test_what_is_shown_is_held_against_what_was_read_beside_pages_that_wait(
    project: TinyBook, builder: str
) -> None:
    """Though all stand on one page, and the first of them waits."""
    project.edit("docs/opening.md", "taken-in: true", "taken-in: false")
    project.edit("docs/opening.md", "{fact}`bridge-opened`", "no day")
    project.edit("docs/index.md", "long.\n", "long.\nIt was opened on {fact}`bridge-opened`.\n")
    project.build(builder)
    project.edit("conf.py", "smartquotes", HOOK + "smartquotes")
    project.build(builder, out="again", warnings=["or longer.*shown-not-read"])
