"""Findings as warnings, and input that cannot be read."""

from __future__ import annotations

import json

import pytest
from sphinx.errors import ConfigError

from sourced.account.exports.data import export
from sourced.book.book import DATA_FILE
from sourced.book.loading import load_book
from sourced.chain.reading import read_pages
from sourced.rules.check import check_book
from sourced.rules.verdict.judging import Outcome

from ...bridge import sign_all
from .conftest import TinyBook


def test_a_build_says_what_the_check_says(tiny_book: TinyBook) -> None:
    tiny_book.edit("docs/opening.md", "`bridge-opened`", "`bridge-opend`")
    tiny_book.edit(DATA_FILE, "value: 40 metres", "value: 50 metres")
    found = check_book(load_book(tiny_book.root)).findings
    wrong = [each for each in found if each.severity != "review"]
    assert len(wrong) >= 2
    patterns = [
        rf"/{each.file}:{each.line}: WARNING: column {each.column}: .*\[sourced\.{each.code}\]"
        for each in wrong
    ]
    build = tiny_book.build(warnings=patterns)
    assert f"\n{len(found) - len(wrong)} units to be reviewed: sourced review\n" in build.told


def test_what_waits_for_a_reviewer_is_told_in_one_line_and_is_no_warning(tiny_book: TinyBook) -> None:
    sign_all(tiny_book.root)
    assert "to be reviewed" not in tiny_book.build().told
    tiny_book.edit("docs/index.md", "is {fact}", "is hardly {fact}")
    assert tiny_book.build().told.count("\n1 unit to be reviewed: sourced review\n") == 1
    assert (
        tiny_book.build().told.count("\n1 unit to be reviewed: sourced review\n") == 1
    )  # until it is signed


def test_the_json_is_what_the_command_exports(tiny_book: TinyBook) -> None:
    built = json.loads(tiny_book.build().text("facts.json"))
    book = load_book(tiny_book.root)
    assert built == json.loads(json.dumps(export(book, read_pages(book))))
    assert [fact["usedOn"] for fact in built["facts"]] == [["index"], ["opening"]]


def test_the_json_is_written_when_it_has_changed(tiny_book: TinyBook) -> None:
    file = tiny_book.build().out / "facts.json"
    before = file.stat()
    tiny_book.edit("docs/plain.md", "short", "brief")
    tiny_book.build()
    assert file.stat().st_ino == before.st_ino
    tiny_book.edit("docs/plain.md", "This book", "The Elm Bridge is {fact}`bridge-length` long.\nThis book")
    tiny_book.build()
    assert "plain" in file.read_text()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "names:\n",
            "names: {\n",
            [r"facts\.yaml:\d+: ERROR: column \d+: .*\[sourced\.yaml-syntax\]"],
            id="yaml",
        ),
        pytest.param(
            "    about: elm-bridge\n    property: length\n",
            "    about: elm-bridge\n    about: elm-bridge\n    proprety: length\n    property: length\n",
            [r"facts\.yaml:16: .*yaml-duplicate-key", r"facts\.yaml:17: .*unknown-key"],
            id="several problems",
        ),
    ],
)
def test_unreadable_data_stop_the_build(tiny_book: TinyBook, old: str, new: str, expected: list[str]) -> None:
    tiny_book.edit(DATA_FILE, old, new)
    build = tiny_book.build(warnings=[*expected, r"ERROR: \d problems? .* nothing was built"])
    assert build.exit == 2
    assert not list(build.out.glob("*.html"))
    assert not list((tiny_book.root / "build").rglob("environment.pickle"))


def test_a_slip_in_the_data_does_not_cost_the_pages(tiny_book: TinyBook) -> None:
    tiny_book.build()
    tiny_book.edit(DATA_FILE, "names:\n", "names: {\n")
    assert tiny_book.build(warnings=["yaml-syntax", "1 problem"]).exit == 2
    tiny_book.edit(DATA_FILE, "names: {\n", "names:\n")
    assert tiny_book.build().read == []


def test_a_page_that_is_no_text_stops_the_build(tiny_book: TinyBook) -> None:
    (tiny_book.root / "docs/plain.md").write_bytes(b"# Caf\xe9\n")
    build = tiny_book.build(warnings=[r"docs/plain\.md:1: ERROR: column 6: .*encoding\]", "1 problem"])
    assert build.exit == 2


def test_findings_cannot_be_hidden_wholesale(tiny_book: TinyBook) -> None:
    tiny_book.edit("conf.py", 'version = "1"', 'suppress_warnings = ["sourced.fact-unused"]')
    with pytest.raises(ConfigError, match=r"sourced\.fact-unused"):
        tiny_book.build()


def test_figures_follow_the_book(tiny_book: TinyBook) -> None:
    tiny_book.write(
        "docs/plain.md",
        "# About this book\n\nThis book states {figure}`facts` facts. {own}`about the book`\n",
    )
    assert "states two facts." in tiny_book.build().text("plain.html")
    other = (
        "  bridge-opener:\n    about: elm-bridge\n    property: opened\n    value: 1901\n"
        "    statement: The Elm Bridge was opened in 1901.\n    unused: less precise\n    evidence:\n"
        "      - {source: gazette, exact: It was opened on 3 May 1901, gloss: {It: elm-bridge}}\n"
        "  bridge-opened:\n"
    )
    tiny_book.edit(DATA_FILE, "  bridge-opened:\n", other)
    build = tiny_book.build()
    assert build.read == ["opening", "plain"]
    assert "states three facts." in build.text("plain.html")


def test_a_quotation_stands_in_quotation_marks(tiny_book: TinyBook) -> None:
    tiny_book.edit("docs/opening.md", "\n\nThe", "\n\n```{quote} bridge-opened\n```\n\nThe")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sourced.rules.keeping.judging.judge_page", lambda *_: Outcome())
        html = tiny_book.build().text("opening.html")
    assert "“It was opened on 3 May 1901”" in html.split('<section class="sourced-notes"')[0]


PARTS = ("facts-table", "names-table", "timeline", "people", "sourcing", "disagreements", "sources-table")
PARTS += ("source} gazette", "source-passages} gazette", "checked} absences", "figures")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param(
            DATA_FILE,
            "    about: elm-bridge\n    property: length",
            "    about: no-such-id\n    property: length",
            id="about",
        ),
        pytest.param(DATA_FILE, "    property: opened\n", "    property: no-such-id\n", id="property"),
        pytest.param(DATA_FILE, "value: 40 metres\n", "value: 40 metres\n    by: no-such-id\n", id="by"),
        pytest.param(DATA_FILE, "value: 40 metres\n", "value: no-such-id\n", id="value"),
        pytest.param(DATA_FILE, "{source: gazette, exact: The", "{source: lost, exact: The", id="source"),
        pytest.param(DATA_FILE, "gloss: {It: elm-bridge}", "gloss: {It: no-such-id}", id="gloss"),
        pytest.param(
            DATA_FILE,
            "gloss: {It: elm-bridge}}\n",
            "gloss: {It: no-such-id}}\n    by: elm-bridge\n",
            id="gloss of a claim",
        ),
        pytest.param("docs/opening.md", "`bridge-opened`", "`no-such-id`", id="fact"),
        pytest.param("docs/opening.md", "The Elm Bridge", "The {name}`no-such-id`", id="name"),
        pytest.param("docs/opening.md", "{fact}`bridge-opened`", "{quote}`no-such-id`", id="quote"),
        pytest.param("docs/opening.md", "The Elm Bridge", "The {figure}`no-such-id`", id="figure"),
        pytest.param("docs/opening.md", "opening\n", "opening\n\n```{quote} no-such-id\n```\n", id="block"),
    ],
)
def test_an_id_that_leads_nowhere_is_a_finding_of_the_build(
    tiny_book: TinyBook, file: str, old: str, new: str
) -> None:
    tiny_book.edit(file, old, new)
    parts = "".join(f"```{{{part}{'' if '}' in part else '}'}\n```\n\n" for part in PARTS)
    tiny_book.write(
        "docs/plain.md", f"---\nsourced: {{narrative: false, why: lists}}\n---\n\n# Lists\n\n{parts}"
    )
    found = check_book(load_book(tiny_book.root)).findings
    assert found
    found = [each for each in found if each.severity != "review"]
    tiny_book.build(warnings=[rf"/{each.file}:{each.line}: .*\[sourced\.{each.code}\]" for each in found])
    tiny_book.build("text", warnings=[rf"\[sourced\.{each.code}\]" for each in found])
