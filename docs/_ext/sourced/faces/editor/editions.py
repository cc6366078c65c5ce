"""A book as it was last read, and the judging of all of it: work that takes long, done beside the typing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import Struct

from ...book.book import Book
from ...book.findings import Finding
from ...book.loading import load_book
from ...chain.library import Library
from ...chain.reading import read_file, read_pages
from ...page.page import Page
from ...pictures.faults import judge_with_pictures
from ...rules.verdict.judging import Outcome, each_entry, judge_fact, resigned
from ...rules.verdict.verdicts import Judged

_KEPT = 60_000
"""So many answers are kept while the whole book is judged; the rest is worked out again where need be."""
_FIRST = 50
"""Of so many facts that have changed the verdicts come at once, of more with those of all others."""


class Verdicts(Struct, frozen=True, kw_only=True):
    """What was found in some text, and the units of it that wait for a signature, by digest."""

    findings: tuple[Finding, ...] = ()
    waiting: dict[str, Judged] = {}


def verdicts(outcomes: Iterable[Outcome]) -> Verdicts:
    """The verdicts of outcomes together."""
    outcomes = list(outcomes)
    waiting = (each for outcome in outcomes for each in outcome.judged if each.verdict == "unreviewed")
    return Verdicts(
        findings=tuple(sorted({each for outcome in outcomes for each in outcome.findings})),
        waiting={each.unit.digest: each for each in waiting},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A book that could be read, with what is worked out from it while its pages are edited."""

    book: Book
    library: Library
    facts: Mapping[str, Verdicts] = field(default_factory=dict)
    """The verdicts on the facts that have changed since the edition before."""

    def judge(self, page: Page) -> Verdicts:
        """The verdicts on a page."""
        return verdicts([judge_with_pictures(self.library, page)])


def read_edition(
    root: Path, unsaved: Mapping[str, str], open_pages: Mapping[str, str], before: Edition | None
) -> Edition:
    """The book as it is now, what is open judged already. Raises ``InputError``."""
    book = load_book(root, unsaved)
    library = Library(book)
    if before is not None and _same_but_for_signatures(book, before.book):
        library = resigned(before.library, book.signatures)
    edition = Edition(book=library.book, library=library)
    for file, text in open_pages.items():
        edition.judge(read_file(library, file, text))
    facts = {} if before is None else _changed(edition, before.book)
    return Edition(book=library.book, library=library, facts=facts)


def _same_but_for_signatures(book: Book, other: Book) -> bool:
    same = book.tree.text == other.tree.text and book.originals == other.originals
    return same and all(book.file_text(id_) == other.file_text(id_) for id_ in book.texts)


def _changed(edition: Edition, before: Book) -> dict[str, Verdicts]:
    facts = edition.book.facts.items()
    changed = [id_ for id_, fact in facts if before.facts.get(id_) != fact]
    if len(changed) > _FIRST:
        return {}
    return {id_: verdicts([judge_fact(edition.library, id_)]) for id_ in changed}


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What judging all of a book found."""

    data: Verdicts
    pages: dict[str, tuple[Page, Verdicts]]


class _StoppedError(Exception):
    """Something newer has to be judged."""


def judge_whole(book: Book, unsaved: Mapping[str, str], stopped: Callable[[], bool]) -> Whole | None:
    """Judge all of a book; None if it was stopped. It has a library of its own, which goes with it."""
    library = Library(book)
    try:
        data = verdicts(_each(library, stopped))
        pages = {}
        for page in read_pages(book, library, unsaved):
            pages[page.file] = (page, verdicts([judge_with_pictures(library, page)]))
            _pause(library, stopped)
    except _StoppedError:
        return None
    return Whole(data=data, pages=pages)


def _each(library: Library, stopped: Callable[[], bool]) -> Iterator[Outcome]:
    for outcome in each_entry(library):
        yield outcome
        _pause(library, stopped)
    for fact in library.book.facts:
        yield judge_fact(library, fact)
        _pause(library, stopped)


def _pause(library: Library, stopped: Callable[[], bool]) -> None:
    if stopped():
        raise _StoppedError
    if library.size > _KEPT:
        library.shrink(_KEPT // 2)
