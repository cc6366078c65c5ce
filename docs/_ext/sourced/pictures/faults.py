"""What keeps the pictures of a book from being drawn, told as the rules tell what they find."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from ..book.book import Book
from ..book.findings import Finding
from ..chain.library import Library
from ..chain.reading import read_pages
from ..page.page import Generated, Page
from ..rules.check import WHOLE, Report, Share, check_book
from ..rules.keeping.known import Known
from ..rules.keeping.summary import Summary, sum_up
from ..rules.registry import Hit
from ..rules.shown import PICTURE_IMPOSSIBLE
from ..rules.verdict.judging import Outcome, judge_page, page_finding
from .request import BadLineError, request_of

_ID = re.compile(r"`([^`]+)`")


def check_with_pictures(
    book: Book, pages: list[Page] | None = None, library: Library | None = None
) -> Report:
    """The check of a book, with what is wrong with the pictures that its pages ask for."""
    library = library or Library(book)
    pages = read_pages(book, library) if pages is None else pages
    report = check_book(book, pages, library)
    found = [finding for page in pages for finding in picture_findings(library, page)]
    return structs.replace(report, findings=sorted({*report.findings, *found})) if found else report


def sum_up_with_pictures(
    library: Library, pages: list[Page], share: Share = WHOLE, known: Known | None = None
) -> Summary:
    """The check of a book or of a share of it, of which nothing but figures and findings is kept."""
    summary = sum_up(library, pages, share, known)
    found = [finding for page in share.part(pages) for finding in picture_findings(library, page)]
    return structs.replace(summary, findings=sorted({*summary.findings, *found})) if found else summary


def judge_with_pictures(library: Library, page: Page) -> Outcome:
    """The units of one page judged, and what is wrong with the pictures that it asks for."""
    outcome = judge_page(library, page)
    found = [*picture_findings(library, page)]
    return structs.replace(outcome, findings=[*outcome.findings, *found]) if found else outcome


def picture_findings(library: Library, page: Page) -> Iterator[Finding]:
    """What is wrong with the pictures of a page; a fact that there is not is another rule's concern."""
    for part in page.generated:
        for message in _faults(library, part):
            yield page_finding(page, PICTURE_IMPOSSIBLE, Hit(message=message, at=_place(part, message)))


def _faults(library: Library, part: Generated) -> list[str]:
    try:
        request = request_of(part)
    except BadLineError as error:
        return [str(error)]
    if request is None or request.unknown(library.book):
        return []
    return list(request.problems(library))


def _place(part: Generated, message: str) -> int:
    """Where the ID stands that a message names; else where the part begins."""
    named = set(_ID.findall(message))
    return next((each.start for each in part.ids if each.id in named), part.start)
