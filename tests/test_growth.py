"""Time grows as the input does: four times as much takes about four times as long, whatever it is.

Each case is a few words that are repeated, and where they stand. What once took a time that grew with the
square, or worse, took ten times as long and more.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from sourced.account.exports import exports, read_imprint
from sourced.account.sources.coverage import cover
from sourced.account.sources.source import source_view
from sourced.book.loading import load_book
from sourced.chain.library import Library
from sourced.chain.reading import read_pages
from sourced.chain.sharing.sharedtext import shared_text
from sourced.faces.command.reports import NOTHING_CHECKED, render_text
from sourced.rules.check import check_book

SMALL, TIMES, MOST = 3_000, 4, 9.0
"""So many characters at first, so many times as many then, and so many times the time at most."""
SHORT = 0.15
"""So many seconds are nothing, whatever they are compared with."""

SOURCE = "The Elm Bridge is 40 metres long. {} It was opened on 3 May 1901 by the mayor.\n"
PAGE = "# The bridge\n\nThe Elm Bridge is {{fact}}`bridge-length` long.\n\n{}\n"
DATA = """\
sources:
  gazette: {{file: gazette.txt, sha256: {sha256}, publisher: Gazette, published: 1901-05-04}}
  herald: {{file: herald.txt, sha256: {sha256}, publisher: Herald, published: 1901-05-04}}
names:
  elm-bridge: {{kind: place, name: Elm Bridge, about: {about}}}
  ames: {{kind: person, name: Berit Ames}}
properties:
  length: {{title: Length, single: true}}
facts:
  bridge-length:
    about: elm-bridge
    property: length
    value: {value}
    when: {when}
    statement: {statement}
    evidence:
      - {{source: gazette, exact: {exact}, gloss: {{Elm: elm-bridge}}}}
  bridge-again:
    about: elm-bridge
    property: length
    value: 40 metres
    by: ames
    statement: The Elm Bridge is 40 metres long.
    evidence:
      - {{source: herald, exact: {exact}}}
"""


def write_book(root: Path, place: str, text: str) -> None:
    """A book with a text at one place: on the page, in the fact and its quotation, or in one field."""
    inside = text if place == "fact" else ""
    quoted = f"The Elm Bridge is 40 metres long. {inside}".strip()
    fields = {
        "about": "a bridge", "value": "40 metres", "when": "1901-05-03", "statement": quoted, "exact": quoted,
    }  # fmt: skip
    fields |= {place: text} if place in fields else {}
    source = SOURCE.format(text if place in ("fact", "source") else "")
    digest = hashlib.sha256(source.encode()).hexdigest()
    data = DATA.format(sha256=digest, **{field: json.dumps(value) for field, value in fields.items()})
    page = PAGE.format(text if place == "page" else "")
    files = {"data/facts.yaml": data, "docs/index.md": page}
    files |= {f"seeds/{name}.txt": source for name in ("gazette", "herald")}
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8", newline="")


def seconds(root: Path) -> float:
    """How long it takes to read, check, report and export a book."""
    began = time.process_time()
    book = load_book(root)
    library, pages = Library(book), read_pages(book)
    render_text(NOTHING_CHECKED, check_book(book, pages).findings, root)
    cover(book, pages, library)
    exports(book, pages, read_imprint(root, pages), library)
    source_view(library, "gazette")
    shared_text(library, "gazette", "herald")
    return time.process_time() - began


def repeated(words: str) -> Callable[[int], str]:
    return lambda size: words * (size // len(words))


def counted(words: str) -> Callable[[int], str]:
    """The same words with another number each time."""
    return lambda size: " ".join(words.format(n) for n in range(size // (len(words) + 4)))


_FACT = "{fact}`bridge-length`"
GROWING = [
    pytest.param("fact", repeated("not never no "), id="denials"),
    pytest.param("page", repeated(f"It is not never no {_FACT} "), id="denials and roles on a page"),
    pytest.param("page", repeated("$a$"), id="formulas"),
    pytest.param("page", repeated("U.S. "), id="abbreviations"),
    pytest.param("fact", repeated("Abcd "), id="capitalised words"),
    pytest.param("page", repeated("Abcd "), id="capitalised words on a page"),
    pytest.param("when", repeated("2021-08-15/"), id="a date with many parts"),
    pytest.param("value", repeated("X"), id="a date without an end"),
    pytest.param("page", repeated(f"It is {_FACT} long. "), id="a role in each of many sentences"),
    pytest.param("page", repeated("It is short. {own}`why`\n"), id="many sentences of the editor"),
    pytest.param("fact", repeated("Ames said that "), id="verbs of speech"),
    pytest.param("fact", repeated("He said so. "), id="pronouns that speak"),
    pytest.param("page", repeated('"Ames said," '), id="quotation marks"),
    pytest.param("page", repeated("mill, "), id="commas"),
    pytest.param("page", counted("{} metres"), id="another number each time"),
    pytest.param("page", repeated("4 May 2021 "), id="dates"),
    pytest.param("fact", repeated("north of Elm Bridge "), id="names and directions"),
    pytest.param("exact", repeated("The Elm Bridge … "), id="a quotation of many parts"),
    pytest.param("about", counted("{} metres"), id="numbers told of a name"),
    pytest.param("page", repeated("```\nx = 1\n```\n\n"), id="blocks of code"),
    pytest.param("page", repeated("[a]("), id="links that are not closed"),
    pytest.param("page", repeated("{quote}`bridge-length` "), id="many quotations in one sentence"),
    pytest.param("page", repeated("{evidence}`a, b` "), id="unknown facts"),
    pytest.param("page", repeated("_a"), id="letters with underscores"),
    pytest.param("page", repeated("é"), id="one long word that is not ASCII"),
    pytest.param("page", repeated("three of the five reports "), id="counted sources"),
    pytest.param("source", repeated("The mill is old. "), id="text that two sources share"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "text"), GROWING)
def test_time_grows_no_faster_than_the_input(tmp_path: Path, place: str, text: Callable[[int], str]) -> None:
    write_book(tmp_path / "small", place, text(SMALL))
    write_book(tmp_path / "large", place, text(SMALL * TIMES))
    for attempt in count(1):  # a busy machine may disturb one measurement
        small, large = seconds(tmp_path / "small"), seconds(tmp_path / "large")
        if large < max(SHORT, MOST * small):
            return
        assert attempt < 3, f"{small:.2f} s for {SMALL} characters, {large:.2f} s for {TIMES} times as many"
