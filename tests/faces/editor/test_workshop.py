"""What is open of a book and the verdicts on it, without a protocol."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sourced.book.book import DATA_FILE
from sourced.book.findings import Finding, InputError
from sourced.book.loading import load_book
from sourced.chain.reading import read_file
from sourced.faces.editor.answers import edits
from sourced.faces.editor.diagnostics import codes_page
from sourced.faces.editor.editions import judge_whole, read_edition
from sourced.faces.editor.files import stamps
from sourced.faces.editor.reading.positions import Positions
from sourced.faces.editor.shifting import shifted
from sourced.faces.editor.workshop import Workshop

from .talking import CODEC

PAGE = "docs/index.md"


def finding(line: int, fact: str | None = None) -> Finding:
    return Finding(file=DATA_FILE, line=line, column=3, code="some-code", message="m", fact=fact)


def test_a_finding_moves_with_its_entry(small_book: Path) -> None:
    old = load_book(small_book)
    text = old.tree.text.replace("names:\n", "names:\n  new: {kind: place, name: Oak Mill}\n")
    new = load_book(small_book, {DATA_FILE: text.replace("  bridge-length:", "  other-length:")})
    opened = old.place(("facts", "bridge-opened", "value"))[0]
    length = old.place(("facts", "bridge-length", "value"))[0]
    moved = list(shifted([finding(opened), finding(length), finding(2)], old, new, gone=()))
    assert [each.line for each in moved] == [opened + 1, 2]
    assert list(shifted([finding(opened, "bridge-opened")], old, new, gone=["bridge-opened"])) == []


def test_only_a_book_that_can_be_read_takes_the_place_of_the_last(small_book: Path) -> None:
    workshop = Workshop(small_book)
    workshop.take(read_edition(small_book, {}, {}, None))
    first = workshop.edition
    with pytest.raises(InputError) as caught:
        read_edition(small_book, {DATA_FILE: "facts: [\n  and: more"}, {}, first)
    workshop.refuse(caught.value)
    assert workshop.edition is first
    assert [each.code for each in workshop.findings()[DATA_FILE]] == ["yaml-syntax"]


@pytest.mark.parametrize(
    ("fact", "words", "codes"),
    [
        pytest.param("bridge-length", "40 metres long", ["picture-impossible"], id="without a date"),
        pytest.param("bridge-began", "opened", [], id="with one"),
    ],
)
def test_a_picture_that_cannot_be_drawn_is_told(
    small_book: Path, fact: str, words: str, codes: list[str]
) -> None:
    data = (small_book / DATA_FILE).read_text(encoding="utf-8")
    began = """\
  bridge-began:
    about: elm-bridge
    property: opened
    when: 1901-05-03
    statement: The Elm Bridge was opened on 3 May 1901.
    evidence:
      - {source: gazette, exact: It was opened on 3 May 1901, gloss: {It: elm-bridge}}
"""
    workshop = Workshop(small_book)
    workshop.take(read_edition(small_book, {DATA_FILE: data + began}, {}, None))
    workshop.type(PAGE, f"# Bridge\n\n```{{timeline}}\n{fact}: {words}\n```\n")
    workshop.judge(PAGE)
    told = [each.code for each in workshop.findings()[PAGE] if each.severity == "error"]
    assert told == codes


def test_a_signature_alone_makes_no_new_library(small_book: Path) -> None:
    first = read_edition(small_book, {}, {}, None)
    first.judge(read_file(first.library, PAGE, (small_book / PAGE).read_text(encoding="utf-8")))
    known = first.library.size
    (small_book / "data/reviewed.jsonl").write_text("", encoding="utf-8")
    second = read_edition(small_book, {}, {}, first)
    assert second.library.size >= known - 2
    assert second.library.book.signatures == {}
    other = first.book.tree.text.replace("40 metres long.", "40 metres, long.")
    third = read_edition(small_book, {DATA_FILE: other}, {}, first)
    assert third.facts.keys() == {"bridge-length"}
    assert third.library.size < known


def test_what_is_typed_over_is_forgotten(small_book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sourced.faces.editor.workshop._TYPED", 20)
    workshop = Workshop(small_book)
    workshop.take(read_edition(small_book, {}, {}, None))
    sizes = []
    for number in range(40):
        workshop.type(PAGE, f"# Bridge\n\nIt is {number} metres long. {{evidence}}`bridge-length`\n")
        workshop.judge(PAGE)
        assert workshop.edition
        sizes.append(workshop.edition.library.size)
    assert max(sizes) < sizes[0] + 60


def test_what_was_typed_meanwhile_keeps_its_verdict(small_book: Path) -> None:
    workshop = Workshop(small_book)
    workshop.take(edition := read_edition(small_book, {}, {}, None))
    whole = judge_whole(edition.book, {}, lambda: False)
    assert whole
    workshop.type(PAGE, "It is 41 metres long. {evidence}`bridge-length`\n")
    workshop.judge(PAGE)
    workshop.take_whole(whole)
    assert [each.code for each in workshop.findings()[PAGE]] == ["number-not-in-facts"]
    assert [each.code for each in workshop.findings()[DATA_FILE]] == ["fact-unused"]


def test_a_text_is_changed_by_lines() -> None:
    old, new = "a\nb 🌉\nc\n", "a\nb\nc\nd\n"
    (first, second) = edits(Positions(old, CODEC), new)
    assert (str(first.range), first.new_text) == ("1:0-2:0", "b\n")
    assert (str(second.range), second.new_text) == ("3:0-3:0", "d\n")


def test_a_code_leads_to_the_page_that_explains_it(tmp_path: Path) -> None:
    pages = [(PAGE, "# A\n"), ("docs/reference/codes.md", "# Codes\n\n```{codes} fact\n```\n")]
    assert codes_page(tmp_path, pages) == ""
    built = tmp_path / "build/html/reference/codes.html"
    built.parent.mkdir(parents=True)
    built.touch()
    assert codes_page(tmp_path, pages) == built.as_uri()
    assert (
        codes_page(tmp_path, pages, "https://book.example/codes.html#x") == "https://book.example/codes.html"
    )


@pytest.mark.parametrize("missing", ["pygls", "lsprotocol"])
def test_without_its_extra_the_server_says_what_to_install(missing: str) -> None:
    code = f"import sys; sys.modules['{missing}'] = None; from sourced.faces.command.main import main; "
    command = [sys.executable, "-c", f"{code}sys.exit(main(['lsp']))"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert result.stderr == "sourced: the language server needs pygls: pip install 'sourced-book[editor]'\n"
    assert result.stdout == ""


def test_a_book_keeps_its_files_where_its_settings_say(small_book: Path) -> None:
    for old, new in (("docs", "text"), ("seeds", "articles"), ("data", "facts")):
        (small_book / old).rename(small_book / new)
    settings = 'docs = "text"\nseeds = "articles"\ndata = "facts"\n'
    (small_book / "sourced.toml").write_text(settings, encoding="utf-8")
    workshop = Workshop(small_book)
    assert workshop.is_of_the_book("facts/facts.yaml")
    assert workshop.is_of_the_book("articles/gazette.txt")
    assert not workshop.is_of_the_book("docs/conf.py")
    workshop.take(read_edition(small_book, {}, {}, None))
    workshop.type("text/new.md", "It is 41 metres long. {evidence}`bridge-length`\n")
    assert workshop.is_page("text/new.md")
    workshop.judge("text/new.md")
    assert [each.code for each in workshop.findings()["text/new.md"]] == ["number-not-in-facts"]
    assert set(stamps(small_book, workshop.settings)) >= {"sourced.toml", "facts/facts.yaml", "text/index.md"}
