"""A book small enough to read at a glance, to be broken in every way, and how it is then refused."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from sourced.book.book import DATA_FILE, Book
from sourced.book.findings import Finding, InputError
from sourced.book.inputs import INPUT_CODES
from sourced.book.loading import load_book
from sourced.book.model import Entry, Fact, Name, Property, Source
from sourced.book.yaml.tree import Tree
from sourced.faces.command.review.desk import Desk

SOURCE = "The Elm Bridge is 40 metres long.\r\nIt was opened on 3 May 1901 by the mayor.\n"
DATA = f"""\
sources:
  gazette:
    file: gazette.txt
    sha256: {hashlib.sha256(b"").hexdigest()}
    published: 1901-05-04
    aside:
      - {{from: by the mayor, why: not needed}}
names:
  elm-bridge: {{kind: place, name: Elm Bridge, also: [the bridge]}}
properties:
  length: {{title: Length, single: true}}
facts:
  bridge-length:
    about: elm-bridge
    property: length
    value: 40
    statement: The Elm Bridge is 40 metres long.
    as-of: 1901
    evidence:
      - source: gazette
        exact: The Elm Bridge is 40 metres long
        gloss: {{It: elm-bridge}}
  no-mayor:
    about: elm-bridge
    property: length
    statement: No one names the mayor.
    absent: [named, called]
"""


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    """The root of a book in which nothing is wrong."""
    for name, text in {"seeds/gazette.txt": SOURCE, DATA_FILE: DATA, "docs/index.md": "# Bridge\n"}.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


@pytest.fixture
def refused() -> Callable[[Path], list[Finding]]:
    """Loads a book that cannot be loaded; what is wrong with it. Holds that loading changes no file."""

    def load(root: Path) -> list[Finding]:
        before = _files(root)
        with pytest.raises(InputError) as caught:
            load_book(root)
        assert _files(root) == before
        for finding in caught.value.findings:
            assert finding.code in INPUT_CODES
            assert finding.severity == "error"
            assert finding.message
            assert finding.hint
            assert not Path(finding.file).is_absolute()
        return caught.value.findings

    return load


def _files(root: Path) -> dict[str, bytes | None]:
    """Every path below a folder, with the bytes of each ordinary file."""
    return {str(path): path.read_bytes() if path.is_file() else None for path in root.rglob("*")}


class MakeBook(Protocol):
    """Makes a book of entries, without files; a source may be its text alone."""

    def __call__(self, *entries: Entry, **texts: str) -> Book: ...


def book_of(*entries: Entry, **texts: str) -> Book:
    """A book of entries, without files; a source may be its text alone."""
    sources = {e.id: e for e in entries if isinstance(e, Source)}
    for id_ in texts.keys() - sources.keys():
        sources[id_] = Source(id=id_, file=f"{id_}.txt", sha256="0" * 64)
    return Book(
        root=Path(),
        sources=sources,
        names={e.id: e for e in entries if isinstance(e, Name)},
        properties={e.id: e for e in entries if isinstance(e, Property)},
        facts={e.id: e for e in entries if isinstance(e, Fact)},
        texts=texts,
        tree=Tree("", {}, array("I"), frozenset()),
    )


@pytest.fixture
def make_book() -> MakeBook:
    return book_of


def sign_all(root: Path) -> None:
    """Sign whatever is to be reviewed in a book of the tests, as if somebody had read it."""
    desk = Desk(root)
    desk.sign(desk.items)
