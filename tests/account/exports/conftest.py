"""What the tests of exports share: books exported, and their files read back."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from rdflib import Graph, Namespace

from sourced.account.exports import exports, read_imprint
from sourced.book.book import Book
from sourced.book.loading import load_book
from sourced.chain.reading import read_pages

ROOT = Path(__file__).parents[3]
BASE = "https://book.example/facts.jsonld"
SHAPES = Path(__file__).parent / "shapes.ttl"
SCHEMA, OA = Namespace("https://schema.org/"), Namespace("http://www.w3.org/ns/oa#")


def exported(root: Path) -> tuple[Book, dict[str, str]]:
    book = load_book(root)
    pages = read_pages(book)
    return book, exports(book, pages, read_imprint(root, pages))


def written(files: dict[str, str], folder: Path) -> Path:
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())
    return folder


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def graph_of(files: dict[str, str]) -> Graph:
    return Graph().parse(data=files["facts.jsonld"], format="json-ld", publicID=BASE)


def edit(root: Path, old: str, new: str) -> None:
    file = root / "data/facts.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def real() -> tuple[Book, dict[str, str]]:
    """The real book, and all files of its data."""
    return exported(ROOT)


@pytest.fixture(scope="module")
def graph(real: tuple[Book, dict[str, str]]) -> Graph:
    return graph_of(real[1])
