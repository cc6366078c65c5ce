"""What the checks looked at and what they let pass: the account that a book gives of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from ..book.book import Book
from ..book.kept import Kept, together
from ..chain.library import Library
from ..page.page import Page
from ..rules.check import Checked, Verdicts, count
from ..rules.keeping.judging import Judging
from ..text.pausing import without_collection

NOT_TAKEN_IN = "not yet taken in"
"""What is told of a page that is not part of the book yet."""


class Reviewed(Struct, frozen=True, kw_only=True):
    """Something that an editor set beside its evidence and signed."""

    docname: str
    """The page that shows it; empty for the data."""
    line: int
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


def account(book: Book, pages: Iterable[Page], library: Library, judging: Judging | None = None) -> Account:
    """The account of a book; ``judging`` tells what its parts came to."""
    pages, judging = list(pages), judging or Judging(library)
    with without_collection():
        in_data = together([*judging.entries, *judging.each_part()])
        on_pages = [judging.page(page) for page in pages]
    whole = together([in_data, *on_pages])
    told = [*_reviewed(book, "", in_data)]
    for page, kept in zip(pages, on_pages, strict=True):
        told += _reviewed(book, page.docname, kept)
    return Account(
        checked=count(book, pages, library, atoms=whole.atoms),
        verdicts=Verdicts(**whole.verdicts),
        reviewed=tuple(told),
        own=tuple(_own(pages)),
        unread=tuple(_unread(pages)),
        absences=tuple(
            Absence(fact=fact.id, statement=fact.statement, words=fact.absent)
            for fact in book.facts.values()
            if fact.absent
        ),
    )


def _reviewed(book: Book, docname: str, kept: Kept) -> Iterator[Reviewed]:
    for each in kept.unsure:
        if each.on:
            yield Reviewed(
                docname=docname,
                line=each.line,
                text=each.text,
                beyond=each.beyond,
                on=each.on,
                note=book.signatures[each.digest].note,
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
