"""A change re-reads the pages that use what changed, and no other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sourced.book.book import DATA_FILE
from sourced.book.signatures import SIGNED_FILE
from sourced.faces.sphinx.bookinput import BookInput

from ...bridge import sign_all
from .conftest import TinyBook


@pytest.mark.parametrize(
    ("file", "old", "new", "read"),
    [
        pytest.param(DATA_FILE, "sources:\n", "# A note.\nsources:\n", [], id="comment in the data file"),
        pytest.param(
            DATA_FILE,
            "statement: The Elm Bridge is 40 metres long.",
            "statement: The Elm Bridge has a length of 40 metres.",
            ["index"],
            id="changed statement",
        ),
        pytest.param(
            DATA_FILE,
            "publisher: Gazette",
            "publisher: Elm Gazette",
            ["index", "opening"],
            id="changed source",
        ),
        pytest.param(
            DATA_FILE,
            "name: Elm Bridge}",
            "name: Elm Bridge, also: [Bridge of Elms]}",
            ["index", "opening"],
            id="changed name",
        ),
        pytest.param(DATA_FILE, "title: Opened,", "title: Opening,", ["opening"], id="changed property"),
        pytest.param("docs/plain.md", "short", "very short", ["plain"], id="changed page"),
    ],
)
def test_an_edit_rereads_exactly_the_pages_concerned(
    tiny_book: TinyBook, file: str, old: str, new: str, read: list[str]
) -> None:
    tiny_book.build()
    tiny_book.edit(file, old, new)
    assert tiny_book.build().read == read
    assert tiny_book.build().read == []


def test_a_signature_that_goes_or_comes_rereads_the_pages_that_show_it(tiny_book: TinyBook) -> None:
    """Of a fact, those with its note; of a sentence, its own page."""
    tiny_book.edit(
        DATA_FILE, "statement: The Elm Bridge was opened", "statement: The Elm Bridge was inaugurated"
    )
    sign_all(tiny_book.root)
    assert (
        'Reviewed.<span class="sourced-own"> The book’s own words: “inaugurated”'
        in tiny_book.build().text("opening.html")
    )
    signed = (tiny_book.root / SIGNED_FILE).read_text(encoding="utf-8")

    def without(words: str) -> str:
        left = [line for line in signed.splitlines(keepends=True) if words not in line]
        assert len(left) == signed.count("\n") - 1
        return "".join(left)

    tiny_book.write(SIGNED_FILE, without("was inaugurated"))
    build = tiny_book.build()
    assert build.read == ["opening"]
    own = 'Not yet reviewed.<span class="sourced-own"> The book’s own words: “inaugurated”'
    assert own in build.text("opening.html")
    tiny_book.write(SIGNED_FILE, without("This book is short"))
    build = tiny_book.build()
    assert build.read == ["opening", "plain"]
    assert "Not yet reviewed" not in build.text("opening.html")
    assert "1 of this page’s 2 things said is not yet reviewed" in build.text("plain.html")
    tiny_book.write(SIGNED_FILE, signed)
    assert tiny_book.build().read == ["plain"]


def test_a_spelling_that_supports_a_statement_rereads_the_pages_that_show_it(tiny_book: TinyBook) -> None:
    """Though nothing else of the name is shown there."""
    tiny_book.edit(
        DATA_FILE, "was opened on 3 May 1901.", "was opened on 3 May 1901 by the head of the town."
    )
    tiny_book.edit(DATA_FILE, "opened on 3 May 1901, gloss", "opened on 3 May 1901 by the mayor, gloss")
    sign_all(tiny_book.root)
    assert (
        'Reviewed.<span class="sourced-own"> The book’s own words: “head”, “town”'
        in tiny_book.build().text("opening.html")
    )
    mayor = "  mayor: {kind: office, name: The mayor, also: [head of the town]}\n"
    tiny_book.edit(DATA_FILE, "names:\n", f"names:\n{mayor}")
    build = tiny_book.build()
    assert build.read == ["opening"]
    assert "Supported." in build.text("opening.html")


def test_a_new_value_beside_a_single_one_rereads_the_page_of_the_other(tiny_book: TinyBook) -> None:
    tiny_book.build()
    other = (
        "  bridge-length-too:\n    about: elm-bridge\n    property: length\n    value: 40 m\n"
        "    statement: The Elm Bridge is 40 m long.\n    unused: a second reading\n    evidence:\n"
        "      - {source: gazette, exact: The Elm Bridge is 40 metres long}\n  bridge-opened:\n"
    )
    tiny_book.edit(DATA_FILE, "  bridge-opened:\n", other)
    assert tiny_book.build().read == ["index"]


def test_an_unknown_fact_is_read_again_when_it_appears(tiny_book: TinyBook) -> None:
    tiny_book.edit(DATA_FILE, "  bridge-length:\n", "  bridge-span:\n")
    tiny_book.build(warnings=["fact-unused", "fact-unknown"])
    tiny_book.edit(DATA_FILE, "  bridge-span:\n", "  bridge-length:\n")
    build = tiny_book.build()
    assert build.read == ["index"]
    assert "[?" not in build.text("index.html")


def test_an_idle_build_does_not_load_the_data(tiny_book: TinyBook, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny_book.build()

    def refuse(root: Path) -> None:
        pytest.fail(f"{root} was loaded")

    monkeypatch.setattr("sourced.faces.sphinx.bookinput.load_book", refuse)
    assert tiny_book.build().read == []


def test_a_change_that_concerns_no_page_is_taken_in_once(
    tiny_book: TinyBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny_book.build()
    tiny_book.edit(DATA_FILE, "sources:\n", "# A note.\nsources:\n")
    tiny_book.build()
    monkeypatch.setattr(
        "sourced.faces.sphinx.bookinput.load_book", lambda root: pytest.fail(f"{root} was loaded")
    )
    tiny_book.build()


def test_pages_come_and_go(tiny_book: TinyBook) -> None:
    tiny_book.build()
    tiny_book.write("docs/opening.md", "# The opening\n\nThis page is short. {own}`about the book`\n")
    tiny_book.build(
        warnings=[r"facts\.yaml:\d+: WARNING: column 3: .*bridge-opened.*\[sourced\.fact-unused\]"]
    )
    tiny_book.edit("docs/plain.md", "This book", "It was opened on {fact}`bridge-opened`.\nThis book")
    tiny_book.build()
    (tiny_book.root / "docs/plain.md").unlink()
    tiny_book.edit("docs/index.md", "plain\n", "")
    build = tiny_book.build(warnings=["bridge-opened.*fact-unused"])
    assert build.read == ["index"]
    assert '"usedOn": []' in build.text("facts.json")


def test_findings_stay_until_they_are_mended(tiny_book: TinyBook) -> None:
    tiny_book.edit("docs/opening.md", "`bridge-opened`", "`bridge-opend`")
    expected = ["bridge-opened.*fact-unused", r"docs/opening\.md:3: WARNING: column \d+: .*fact-unknown"]
    tiny_book.build(warnings=expected)
    build = tiny_book.build(warnings=expected)
    assert build.read == []
    assert build.app.statuscode == 1, "what is refuted lets the build end as it lets `sourced check`"


def test_findings_follow_their_lines(tiny_book: TinyBook) -> None:
    tiny_book.edit(DATA_FILE, "value: 40 metres", "value: 50 metres")
    before = tiny_book.build(warnings=["facts.yaml:17: .*value-not-in-quotation"]).warnings[0]
    tiny_book.edit(DATA_FILE, "sources:\n", "# A note.\nsources:\n")
    after = tiny_book.build(warnings=["facts.yaml:18: .*value-not-in-quotation"]).warnings[0]
    assert before.replace(":17:", ":18:") == after


def test_a_new_name_is_looked_for_on_every_page(tiny_book: TinyBook) -> None:
    tiny_book.edit("docs/plain.md", "is short", "is as long as Mere")
    tiny_book.build()
    tiny_book.edit(DATA_FILE, "names:\n", "names:\n  mere: {kind: place, name: Mere}\n")
    assert tiny_book.build(warnings=[r"plain\.md:3: .*Mere.*own-with-atom"]).read == ["plain"]


def test_two_applications_in_one_process_keep_apart(tiny_book: TinyBook, tmp_path: Path) -> None:
    first = tiny_book.build()
    shutil.copytree(tiny_book.root, tmp_path / "copy", ignore=shutil.ignore_patterns("build"))
    other = TinyBook(tmp_path / "copy")
    other.edit("docs/index.md", "{fact}`bridge-length`", "{fact}`forty metres <bridge-length>`")
    second = other.build()
    inputs = [build.app.env.domains["sourced"].input for build in (first, second)]
    assert all(isinstance(each, BookInput) for each in inputs)
    assert inputs[0].book is not inputs[1].book
    assert inputs[0].root != inputs[1].root


@pytest.mark.parametrize("builder", ["html", "text"])
def test_four_processes_write_what_one_writes(tiny_book: TinyBook, builder: str) -> None:
    index = "# The bridge\n\n```{toctree}\n:glob:\n*\n```\n\nThe Elm Bridge is {fact}`bridge-length` long.\n"
    tiny_book.write("docs/index.md", index)
    for number in range(12):
        tiny_book.write(f"docs/page-{number}.md", "# Page\n\nThe Elm Bridge is {fact}`bridge-length` long.\n")
    trees = [
        _tree(tiny_book.build(builder, jobs=jobs, out=out).out)
        for jobs, out in ((1, "a"), (4, "b"), (1, "c"))
    ]
    assert trees[0] == trees[1] == trees[2]


def _tree(folder: Path) -> dict[str, bytes]:
    """Every built file."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
