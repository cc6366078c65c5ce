"""The data of the book, loaded at most once in a build and only when something needs them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from ...account.introducing import Introductions
from ...book.book import Book
from ...book.findings import Finding, InputError
from ...book.kept import together
from ...book.loading import load_book
from ...chain.display import make_display
from ...chain.library import Library
from ...page.page import Display
from ...rules.keeping.judging import Judging
from ...rules.keeping.store import load_known
from .bookplace import BookPlace
from .changed.digests import Digests, digest
from .evidence.making import NoteMaker
from .logged import stopped


class BookInput(BookPlace):
    """What one build knows of the book's data.

    It belongs to one application and is never stored: a second application in
    the same process has its own.
    """

    @cached_property
    def book(self) -> Book:
        """The book, read from disk when first asked for."""
        try:
            return load_book(self.root)
        except InputError as error:
            raise stopped(error, self.root) from None

    @cached_property
    def display(self) -> Display:
        """What roles print."""
        return make_display(self.book)

    @cached_property
    def digests(self) -> Digests:
        """The digests of what pages use."""
        return Digests(self.library)

    @cached_property
    def library(self) -> Library:
        """What the core has worked out of it, shared by all checks of a build."""
        return Library(self.book)

    @cached_property
    def judging(self) -> Judging:
        """What its facts and pages come to, of which most may be known from an earlier build or check."""
        return Judging(self.library, load_known(self.book))

    @cached_property
    def in_entries(self) -> tuple[Finding, ...]:
        """What was found in sources and names. What is read for that, the library keeps for the pages."""
        return together(self.judging.entries).findings

    @cached_property
    def introductions(self) -> Introductions:
        """What there is to tell of its names."""
        return Introductions(self.library)

    def introduction(self, id_: str) -> str:
        """A digest of what there is to tell of a name; empty if there is no such name."""
        return digest(self.introductions.of(id_)) if id_ in self.library.called else ""

    def named(self, prose: Iterable[str]) -> tuple[str, ...]:
        """Whom blocks of text name, in order."""
        return tuple(named.id for text in prose for named in self.introductions.find(text))

    @cached_property
    def notes(self) -> NoteMaker:
        """The notes on its facts."""
        return NoteMaker(self.library, self.judging)
