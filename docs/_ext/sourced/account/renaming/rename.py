"""All files of a book as they are when something has another ID."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar, get_args

from msgspec import Struct

from ...book.book import Book, sections
from ...book.entries import read_entries
from ...book.model import Id
from ...book.signatures import Signatures, to_lines
from ...book.yamledit import EditError, edit
from ...chain.library import Library
from ...chain.reading import page_texts, read_file
from ...page.page import Page
from ...text.files import NOTHING_UNSAVED, Unsaved
from ..uses.resting import may_use, resting_facts
from ..uses.subject import Kind, entries
from .data import data_changes
from .pages import renamed_text
from .signatures import MeansElseError, carried_over, units_of

_OfSource = TypeVar("_OfSource")


class RenameError(Exception):
    """Why something cannot have another ID."""


class Renaming(Struct, frozen=True, kw_only=True):
    """What the files hold that change, by their names, and how many signatures were carried over."""

    files: dict[str, str]
    signatures: int


def renamed(book: Book, kind: Kind, old: str, new: str, unsaved: Unsaved = NOTHING_UNSAVED) -> Renaming:
    """The book with another ID for something. Raises ``RenameError``; writes nothing."""
    _agree(book, kind, old, new)
    after = _book_after(book, kind, old, new)
    library, moved = Library(book), Library(after)
    may = may_use(library, kind, old)
    texts = {file: text for file, text in page_texts(book, unsaved).items() if may(text)}
    pages = [read_file(library, file, text) for file, text in texts.items()]
    changed = {page.file: renamed_text(page, kind, old, new) for page in pages}
    others = [read_file(moved, page.file, changed[page.file]) for page in pages]
    signatures = _signatures((library, pages), (moved, others), kind, old)
    files = {page.file: _bom(texts[page.file]) + changed[page.file]
             for page in pages if changed[page.file] != page.text}  # fmt: skip
    files[book.data_file] = after.tree.text
    if signatures != book.signatures:
        files[book.settings.signed_file] = to_lines(signatures)
    return Renaming(files=files, signatures=len(signatures.keys() - book.signatures.keys()))


def _book_after(book: Book, kind: Kind, old: str, new: str) -> Book:
    """The book whose data file names it by the other ID."""
    try:
        _, tree = edit(book.tree.text, data_changes(book, kind, old, new), book.tree)
    except EditError as error:
        raise RenameError(f"{book.data_file} cannot be changed in place: {error}") from error
    data = read_entries(tree)
    if data is None:
        raise RenameError(f"{book.data_file} would not be valid")

    def moved(by_source: dict[str, _OfSource]) -> dict[str, _OfSource]:
        return {new if kind == "source" and id_ == old else id_: each for id_, each in by_source.items()}

    return replace(
        book,
        **sections(data),
        texts=moved(book.texts),
        kept=moved(book.kept),
        originals=moved(book.originals),
        tree=tree,
    )


def _bom(text: str) -> str:
    """The byte order mark of a file, which is no part of the text of a page."""
    return "\ufeff" if text.startswith("\ufeff") else ""


_Side = tuple[Library, Sequence[Page]]


def _signatures(before: _Side, after: _Side, kind: Kind, old: str) -> Signatures:
    """The signatures of the book, those carried over that have the ID in what they sign.

    For a source that may be any; for a name those on pages, where its facts are looked at to be sure.
    """
    book = before[0].book
    if kind not in ("name", "source"):
        return book.signatures
    facts = resting_facts(before[0], kind, old) if kind == "name" else None
    try:
        return carried_over(book.signatures, units_of(*before, facts), units_of(*after, facts))
    except (MeansElseError, ValueError) as error:  # ValueError: not as many units as before
        raise RenameError(f"with this ID something would be said otherwise: {error}") from error


def _agree(book: Book, kind: Kind, old: str, new: str) -> None:
    """Whether the other ID may be had."""
    meta = get_args(Id)[1]
    if not re.search(meta.pattern, new):
        raise RenameError(f"{new} is no ID: write {meta.extra['form']}")
    if new in entries(book, kind):
        raise RenameError(f"{new} is already the ID of a {kind}")
    taken = next((fact.id for fact in book.facts.values() if new in fact.formerly and fact.id != old), None)
    if kind == "fact" and taken:
        raise RenameError(f"{new} is a former ID of the fact {taken}, to which links with it lead")
    meant = {fact.value for fact in book.facts.values()}
    meant |= {
        value for fact in book.facts.values() for each in fact.evidence for value in each.gloss.values()
    }
    if kind == "name" and new in meant:
        raise RenameError(f"{new} stands in the data as a word or a date, and would be read as the name")
