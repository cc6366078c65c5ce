"""Running the rules over a book: the one entry for every face."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct

from ..book.book import Book
from ..book.findings import Finding
from ..chain.library import Library
from ..chain.reading import read_pages
from ..page.page import Page
from ..text.pausing import without_collection
from . import checks_for
from .verdict.judging import Outcome, data_finding, judge_data, judge_page
from .verdict.verdicts import Judged

_Thing = TypeVar("_Thing")


class Checked(Struct, frozen=True, kw_only=True):
    """How much a run looked at. Zero of anything that a book must have is a finding."""

    sources: int = 0
    facts: int = 0
    quotations: int = 0
    pages: int = 0
    sentences: int = 0
    atoms: int = 0
    not_taken_in: int = 0
    """Pages of which nothing was looked at, as they are not part of the book yet."""
    drafts: int = 0
    """Facts that are only proposed; they are checked when somebody takes them over."""


class Verdicts(Struct, frozen=True, kw_only=True):
    """How many units there are of each verdict."""

    supported: int = 0
    reviewed: int = 0
    unreviewed: int = 0
    refuted: int = 0

    @property
    def units(self) -> int:
        """All of them."""
        return self.supported + self.reviewed + self.unreviewed + self.refuted


class Report(Struct, frozen=True, kw_only=True):
    """What a run checked and what it found, in the order of files and lines."""

    checked: Checked
    findings: list[Finding]
    judged: tuple[Judged, ...] = ()

    @property
    def verdicts(self) -> Verdicts:
        """The figures of the verdicts."""
        counted = Counter(each.verdict for each in self.judged)
        return Verdicts(**{str(verdict): number for verdict, number in counted.items()})


class Share(Struct, frozen=True, kw_only=True):
    """One of several parts of the work, ``number`` ``of`` all; the first has what is done once."""

    number: int = 1
    of: int = 1

    def part(self, things: Iterable[_Thing]) -> list[_Thing]:
        """Which of ``things`` fall to this part: each falls to one."""
        return [thing for place, thing in enumerate(things) if place % self.of == self.number - 1]


WHOLE = Share()


def check_book(book: Book, pages: list[Page] | None = None, library: Library | None = None) -> Report:
    """Check the data, every page and the book as a whole."""
    library = library or Library(book)
    pages = read_pages(book, library) if pages is None else pages
    with without_collection():
        outcomes = [judge_data(library), *(judge_page(library, page) for page in pages)]
        outcomes.append(Outcome(findings=check_whole(book, pages, library)))
    return Report(
        checked=count(book, pages, library),
        findings=sorted({finding for outcome in outcomes for finding in outcome.findings}),
        judged=tuple(judged for outcome in outcomes for judged in outcome.judged),
    )


def count(
    book: Book,
    pages: Iterable[Page],
    library: Library,
    facts: Iterable[str] | None = None,
    sources: int | None = None,
    atoms: int | None = None,
) -> Checked:
    """How much there is to check in ``book`` and ``pages``, or in some of it; atoms if not counted yet."""
    pages = list(pages)
    counted = [book.facts[id_] for id_ in (book.facts if facts is None else facts)]
    if atoms is None:
        texts = [fact.statement for fact in counted] + [text for page in pages for text in sentences(page)]
        atoms = sum(len(library.atoms(text)) for text in texts)
    return Checked(
        sources=len(book.sources) if sources is None else sources,
        facts=len(counted),
        quotations=sum(len(fact.evidence) for fact in counted),
        pages=sum(page.taken_in for page in pages),
        sentences=sum(len(sentences(page)) for page in pages),
        atoms=atoms,
        not_taken_in=sum(not page.taken_in for page in pages),
        drafts=0 if sources == 0 else len(book.drafts),
    )


def sentences(page: Page) -> list[str]:
    """The sentences of a page that have to rest on facts."""
    return [s.text for g in page.groups for s in g.sentences] if page.narrative else []


def check_whole(book: Book, pages: list[Page], library: Library | None = None) -> list[Finding]:
    """Findings that need every page: what is cited nowhere, and whether anything was checked at all."""
    library = library or Library(book)
    return [
        data_finding(book, rule, hit, hit.fact)
        for rule, check in checks_for("whole")
        for hit in check(library, pages)
    ]
