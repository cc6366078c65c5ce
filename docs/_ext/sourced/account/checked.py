"""What the checks looked at and what they let pass: the account that a book gives of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from ..book.book import Book
from ..chain.library import Library
from ..page.page import Page
from ..rules.check import Checked, Report, Verdicts, check_book

NOT_TAKEN_IN = "not yet taken in"
"""What is told of a page that is not part of the book yet."""


class Reviewed(Struct, frozen=True, kw_only=True):
    """Something that an editor set beside its evidence and signed."""

    docname: str
    """The page that shows it; empty for the data."""
    line: int
    kind: str
    text: str
    beyond: tuple[str, ...]
    on: str
    note: str


class Own(Struct, frozen=True, kw_only=True):
    """A sentence that is the editor's own."""

    docname: str
    line: int
    text: str
    reason: str


class Unread(Struct, frozen=True, kw_only=True):
    """A page whose sentences need no fact: it is not narrative, or not taken in."""

    docname: str
    why: str


class Absence(Struct, frozen=True, kw_only=True):
    """A fact that something is in no source, and the words that would show otherwise."""

    fact: str
    statement: str
    words: tuple[str, ...]


class Account(Struct, frozen=True, kw_only=True):
    """All of it."""

    checked: Checked
    verdicts: Verdicts
    reviewed: tuple[Reviewed, ...]
    own: tuple[Own, ...]
    unread: tuple[Unread, ...]
    absences: tuple[Absence, ...]


def account(book: Book, pages: Iterable[Page], library: Library) -> Account:
    """The account of a book."""
    pages = list(pages)
    report = check_book(book, pages, library)
    return Account(
        checked=report.checked,
        verdicts=report.verdicts,
        reviewed=tuple(_reviewed(report, pages)),
        own=tuple(_own(pages)),
        unread=tuple(_unread(pages)),
        absences=tuple(
            Absence(fact=fact.id, statement=fact.statement, words=fact.absent)
            for fact in book.facts.values()
            if fact.absent
        ),
    )


def _reviewed(report: Report, pages: list[Page]) -> Iterator[Reviewed]:
    by_file = {page.file: page for page in pages}
    for judged in report.judged:
        if judged.verdict != "reviewed" or judged.signature is None:
            continue
        page = by_file.get(judged.unit.page)
        yield Reviewed(
            docname=page.docname if page else "",
            line=page.place(judged.unit.at)[0] if page else 0,
            kind=judged.unit.kind,
            text=judged.unit.text,
            beyond=judged.beyond,
            on=judged.signature.on,
            note=judged.signature.note,
        )


def _unread(pages: list[Page]) -> Iterator[Unread]:
    for page in pages:
        if not page.narrative:
            yield Unread(docname=page.docname, why=page.why if page.taken_in else NOT_TAKEN_IN)


def _own(pages: list[Page]) -> Iterator[Own]:
    for page in pages:
        for group in page.groups if page.narrative else ():
            for sentence in group.sentences:
                if sentence.own is not None and not sentence.cites:
                    line, _ = page.place(sentence.start)
                    yield Own(
                        docname=page.docname, line=line, text=sentence.text.strip(), reason=sentence.own
                    )
