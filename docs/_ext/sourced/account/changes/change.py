"""A change, as data: what became of one thing that a reader is shown, or that this rests on."""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256
from typing import Literal

from msgspec import Struct

from ...book.book import Book
from ...chain.library import Library
from ...chain.reading import page_texts, read_file
from ...page.page import Page

What = Literal["new", "gone", "changed", "renamed", "moved"]


class Row(Struct, frozen=True, kw_only=True):
    """One part of what changed: before and after, in words; empty where it was not there."""

    label: str
    before: str = ""
    after: str = ""


class Change(Struct, frozen=True, kw_only=True):
    """What became of one thing. Its place is that in the state after, or before where it is gone."""

    what: What
    kind: str
    """What it is: a fact, a source, a sentence, a heading, …"""
    id: str = ""
    verdict: str = ""
    """How it is judged, where it is this that changed."""
    text: str
    """What it says, or is called; of what is gone, what it said."""
    before: str = ""
    """What it said before, where that is something else."""
    rows: tuple[Row, ...] = ()
    file: str
    line: int
    column: int


class State:
    """A book at one time, with what is worked out of it once."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.library = Library(book)

    @cached_property
    def texts(self) -> str:
        """All texts of its sources, as one digest."""
        told = "\0".join(f"{id_}\0{text}" for id_, text in sorted(self.book.texts.items()))
        return sha256(told.encode("utf-8", "surrogateescape")).hexdigest()

    @cached_property
    def page_texts(self) -> dict[str, str]:
        """The text of each of its pages by its file."""
        return page_texts(self.book)

    def page(self, file: str) -> Page:
        """One of its pages, read."""
        return read_file(self.library, file, self.page_texts[file])
