"""What the checks looked at and what they let pass: the account that a book gives of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from ..book.book import DATA_FILE, Book
from ..chain.library import Library
from ..page.page import Page
from ..rules.check import Checked, count


class Excepted(Struct, frozen=True, kw_only=True):
    """An exception to a rule, where it is stated."""

    code: str
    reason: str
    file: str
    line: int
    docname: str = ""
    """The page that states it; empty where a fact does."""
    fact: str = ""
    words: str
    """The sentence or the statement that it is for."""


class Own(Struct, frozen=True, kw_only=True):
    """A sentence that is the editor's own."""

    docname: str
    line: int
    text: str
    reason: str


class Unread(Struct, frozen=True, kw_only=True):
    """A page that is not narrative, whose sentences no rule reads."""

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
    excepted: tuple[Excepted, ...]
    own: tuple[Own, ...]
    unread: tuple[Unread, ...]
    absences: tuple[Absence, ...]


def account(book: Book, pages: Iterable[Page], library: Library) -> Account:
    """The account of a book."""
    pages = list(pages)
    return Account(
        checked=count(book, pages, library),
        excepted=(*_in_data(book), *_on_pages(pages)),
        own=tuple(_own(pages)),
        unread=tuple(Unread(docname=page.docname, why=page.why) for page in pages if not page.narrative),
        absences=tuple(
            Absence(fact=fact.id, statement=fact.statement, words=fact.absent)
            for fact in book.facts.values()
            if fact.absent
        ),
    )


def _in_data(book: Book) -> Iterator[Excepted]:
    for fact in book.facts.values():
        for code, reason in fact.except_.items():
            line, _ = book.place(("facts", fact.id, "except", code))
            yield Excepted(
                code=code, reason=reason, file=DATA_FILE, line=line, fact=fact.id, words=fact.statement
            )


def _on_pages(pages: list[Page]) -> Iterator[Excepted]:
    for page in pages:
        for group in page.groups if page.narrative else ():
            for sentence in group.sentences:
                for code, reason, at in sentence.exceptions:
                    line, _ = page.place(at)
                    words = sentence.text.strip()
                    yield Excepted(
                        code=code, reason=reason, file=page.file, line=line, docname=page.docname, words=words
                    )


def _own(pages: list[Page]) -> Iterator[Own]:
    for page in pages:
        for group in page.groups if page.narrative else ():
            for sentence in group.sentences:
                if sentence.own is not None and not sentence.cites:
                    line, _ = page.place(sentence.start)
                    yield Own(
                        docname=page.docname, line=line, text=sentence.text.strip(), reason=sentence.own
                    )
