"""What an ID stands for, and which IDs are like one that the book does not have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from rapidfuzz import process

from ...book.book import Book
from ...book.model import Entry

Kind = Literal["fact", "name", "property", "source"]
KINDS: dict[Kind, str] = {"fact": "facts", "name": "names", "property": "properties", "source": "sources"}
"""What has an ID, with the section of the data file that holds it."""
KIND_IN: dict[str, Kind] = {section: kind for kind, section in KINDS.items()}
"""The other way round."""
_LIKE = 60
"""A known ID as like as this (of 100) is proposed."""
_PROPOSED = 5


class Subject(Struct, frozen=True, kw_only=True):
    """What an ID stands for, and where it is declared."""

    id: str
    kind: Kind
    title: str
    """What it says or is called."""
    file: str
    line: int
    column: int


def kinds_of(book: Book, id_: str) -> list[Kind]:
    """What in the book has an ID: seldom more than one thing."""
    return [kind for kind in KINDS if id_ in entries(book, kind)]


def entries(book: Book, kind: Kind) -> Mapping[str, Entry]:
    """All that is of a kind, by its ID."""
    found: dict[Kind, Mapping[str, Entry]] = {
        "fact": book.facts,
        "name": book.names,
        "property": book.properties,
        "source": book.sources,
    }
    return found[kind]


def title_of(book: Book, kind: Kind, id_: str) -> str:
    """What a fact says, or what anything else is called."""
    if kind == "fact":
        return book.facts[id_].statement
    if kind == "name":
        return book.names[id_].name
    return book.properties[id_].title if kind == "property" else book.sources[id_].shown


def nearest_ids(book: Book, id_: str) -> list[str]:
    """The IDs most like one that nothing has, the likest first; what a fact was called counts too."""
    known = dict.fromkeys(each for kind in KINDS for each in entries(book, kind))
    renamed = [fact.id for fact in book.facts.values() if id_ in fact.formerly]
    found = process.extract(id_, list(known), score_cutoff=_LIKE, limit=_PROPOSED)
    return [*renamed, *(each for each, _, _ in found if each not in renamed)]
