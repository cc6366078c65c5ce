"""The data of the book, loaded at most once in a build and only when something needs them."""

from __future__ import annotations

import logging
import os.path
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path, PurePosixPath

from sphinx.util.logging import getLogger

from ...account.introducing import Introductions
from ...book.book import Book
from ...book.findings import Finding, InputError
from ...book.loading import find_root, load_book
from ...book.settings import SETTINGS_FILE, Settings, load_settings
from ...chain.display import make_display
from ...chain.library import Library
from ...english.phrases import plural
from ...page.page import Display
from .changed.digests import Digests, digest
from .changed.fingerprint import Watched
from .evidence.making import NoteMaker

logger = getLogger(__name__)

UNREADABLE = 2
"""The exit status for input that cannot be read, as of the command line."""


class DataError(SystemExit):
    """The book's data could not be read; nothing was checked and nothing written.

    No SphinxError: Sphinx would print its stack for a mere slip in the data,
    and throw away what it knows of all pages.
    """


class BookInput:
    """What one build knows of the book's data.

    It belongs to one application and is never stored: a second application in
    the same process has its own.
    """

    def __init__(self, srcdir: Path) -> None:
        self._srcdir = srcdir

    @cached_property
    def root(self) -> Path:
        """The folder that holds the book."""
        try:
            return find_root(self._srcdir)
        except InputError as error:
            raise stopped(error, self._srcdir) from None

    @cached_property
    def pages(self) -> str:
        """Where its pages are, as findings name the folder."""
        return Path(os.path.relpath(self._srcdir, self.root)).as_posix()

    @cached_property
    def settings(self) -> Settings:
        """Where everything is; read long before the book."""
        try:
            return load_settings(self.root)
        except InputError as error:
            raise stopped(error, self.root) from None

    @property
    def watched(self) -> Watched:
        """Where its data come from."""
        root, settings = self.root, self.settings
        return Watched(
            settings=root / SETTINGS_FILE,
            data=root / settings.data_file,
            signed=root / settings.signed_file,
            seeds=root / settings.seeds,
        )

    def file(self, name: str) -> str:
        """The file of a page, as findings name it, by its path among the pages."""
        return (PurePosixPath(self.pages) / name).as_posix()

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
        return NoteMaker(self.library)


def stopped(error: InputError, root: Path) -> DataError:
    """Log every problem at its place; what stops the build then only counts them."""
    for finding in error.findings:
        log_finding(finding, root, logging.ERROR)
    count = len(error.findings)
    logger.error("%s in what the book is made of; nothing was built", plural(count, "problem"))
    return DataError(UNREADABLE)


def log_finding(finding: Finding, root: Path, level: int = logging.WARNING) -> None:
    """Log a finding at its place; Sphinx has no place for the column, so the message names it."""
    lines = "\n" in finding.message  # what stands on a line of its own is to be copied
    stop = "\n" if lines else "" if finding.message.endswith((".", "?", "!")) else "."
    words = f"column {finding.column}: {finding.message}{stop}{' ' * (not lines)}{finding.hint}".rstrip()
    place = f"{root / finding.file}:{finding.line}"
    logger.log(level, "%s", words, location=place, type="sourced", subtype=finding.code)
