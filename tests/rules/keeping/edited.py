"""A small book to be checked, edited and checked again."""

from __future__ import annotations

from pathlib import Path

from sourced.book.findings import InputError
from sourced.book.loading import load_book
from sourced.chain.library import Library
from sourced.chain.reading import read_pages
from sourced.pictures.faults import sum_up_with_pictures
from sourced.rules.keeping.known import Known
from sourced.rules.keeping.summary import Summary

from ...fuzz.book import BOOK
from ...fuzz.mutations import rehash

DATA = "data/facts.yaml"
BLOCK = """\
  measured-again:
    about: elm-bridge
    property: length
    value: 40 metres
    statement: The Elm Bridge is 40 metres long.
    formerly: [old-length]
    unused: It says the same.
    evidence:
      - {source: gazette, exact: The Elm Bridge is 40 metres long}
  nine-boats:
    about: elm-bridge
    property: opened
    by: ames
    statement: Berit Ames said that at least nine boats had passed.
    unused: It is told elsewhere.
    evidence:
      - source: gazette
        exact: at least nine boats had passed
  not-yet:
    draft: true
    about: elm-bridge
    property: opened
    statement: It was closed twice.
    evidence:
      - {source: gazette, exact: It was closed twice}
"""


def write(root: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def book_files() -> dict[str, bytes]:
    files = {name: text.encode() for name, text in BOOK.items()}
    files[DATA] += BLOCK.encode()
    rehash(files)
    return files


def summed(root: Path, known: Known | None = None) -> Summary | list[object]:
    """What a check finds, or why the book cannot be read."""
    try:
        book = load_book(root)
        library = Library(book)
        return sum_up_with_pictures(library, read_pages(book, library), known=known)
    except InputError as error:
        return list(error.findings)


def again(root: Path, known: Known, judged: list[str]) -> Known:
    """The next check after ``known``; ``judged`` has then what it judged."""
    judged.clear()
    after = Known(known.now)
    summed(root, after)
    return after


def replace(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")
