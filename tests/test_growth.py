"""Time grows as the input does: four times as much takes about four times as long, whatever it is.

Each case is a few words that are repeated, and where they stand. What once took a time that grew with the
square took seven times as long and more.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .growth import holds, seconds, seconds_to_propose

SMALL, TIMES = 8_000, 4
"""So many characters at first, and so many times as many then."""

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
    pytest.param("fact", repeated("1,"), id="figures and commas"),
    pytest.param("fact", repeated("10-20-"), id="figures and dashes"),
    pytest.param("fact", repeated("no other bridge, "), id="denials of others"),
    pytest.param("fact", repeated("perhaps 5 metres or more, "), id="hedges and bounds"),
    pytest.param("fact", repeated("two weeks before 9/11, "), id="dates that are counted"),
    pytest.param("fact", repeated("“a” ‘b’ "), id="terms in quotation marks"),
    pytest.param("fact", repeated("Berit Ames, son of Ames, "), id="kinship"),
    pytest.param("page", repeated("- a\n"), id="items of a list"),
    pytest.param("page", repeated(f"| 40 m | {_FACT} |\n"), id="rows of a table"),
    pytest.param("page", repeated("# Elm Bridge\n\n"), id="headings"),
    pytest.param("page", counted("a[^{0}]\n\n[^{0}]: b\n\n"), id="footnotes"),
    pytest.param("page", repeated(":::{note}\n"), id="notes that are not closed"),
    pytest.param("page", repeated("<!-- a -->\n\n"), id="comments"),
    pytest.param("source", repeated("-\n"), id="broken words"),
    pytest.param("source", repeated('"It is," he said. '), id="speech in a source"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "text"), GROWING)
def test_time_grows_no_faster_than_the_input(tmp_path: Path, place: str, text: Callable[[int], str]) -> None:
    small, large = tmp_path / "small", tmp_path / "large"
    write_book(small, place, text(SMALL))
    write_book(large, place, text(SMALL * TIMES))
    holds(lambda: seconds(small), lambda: seconds(large))


PROPOSED = [
    pytest.param(counted("The mill{} is old.\n"), id="sentences that begin alike"),
    pytest.param(counted("Jon Elm{} came. "), id="names"),
]


@pytest.mark.parametrize("text", PROPOSED)
def test_proposing_grows_no_faster_than_the_source(tmp_path: Path, text: Callable[[int], str]) -> None:
    small, large = tmp_path / "small", tmp_path / "large"
    write_book(small, "source", text(SMALL))
    write_book(large, "source", text(SMALL * TIMES))
    holds(lambda: seconds_to_propose(small), lambda: seconds_to_propose(large))
