"""What waits for a signature in one book, and the signing of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from rapidfuzz import process

from ....account.reviewing import Item, idle_signatures, sign, to_review
from ....account.writing import write_whole
from ....book.book import Book
from ....book.loading import load_book
from ....book.signatures import Signatures, load_signatures, to_lines
from ....chain.library import Library
from ....chain.reading import read_pages
from ....pictures.faults import check_with_pictures
from ....rules.check import Report
from ..reports import plain
from ..status import CallError


class Desk:
    """The units of a book that are to be reviewed. What is signed is written at once."""

    def __init__(self, root: Path, by: str = "") -> None:
        self.by = by
        """Whose signatures are made here; without it they bear no name."""
        self.book: Book = load_book(root)
        library = Library(self.book)
        pages = read_pages(self.book, library)
        self.report: Report = check_with_pictures(self.book, pages, library)
        self.items: list[Item] = to_review(library, pages, self.report)
        self.signed: set[str] = set()
        """The digests of what was signed here."""

    def at(self, places: Sequence[str]) -> list[Item]:
        """The items at ``places``, in their order in the book. Raises ``CallError`` if one has none."""
        for place in places:
            if not any(is_at(item, place) for item in self.items):
                raise CallError(self._nothing_at(place))
        return [item for item in self.items if any(is_at(item, place) for place in places)]

    def sign(self, items: Iterable[Item], *, note: str = "") -> None:
        """Sign ``items``."""
        today = dt.date.today().isoformat()
        made = {item.digest: sign(item.judged, on=today, note=note, by=self.by) for item in items}
        self.signed |= made.keys()
        self._write(self._kept() | made)

    def withdraw(self, item: Item) -> None:
        """Take a signature back that was made here."""
        self.signed.discard(item.digest)
        self._write({digest: each for digest, each in self._kept().items() if digest != item.digest})

    def _kept(self) -> Signatures:
        """The file's signatures, without those that stood for nothing when the book was read.

        Of those, the ones that show a reviewer what has changed are kept until that is signed. The file is
        read again, as somebody else may have signed meanwhile.
        """
        waiting = (item.former for item in self.items if item.digest not in self.signed)
        needed = {former.signature.unit for former in waiting if former}
        dropped = idle_signatures(self.book.signatures, self.report).keys() - needed
        now = load_signatures(self.book.root)
        return {digest: each for digest, each in now.items() if digest not in dropped}

    def _write(self, signatures: Signatures) -> None:
        write_whole(self.book.root / self.book.settings.signed_file, to_lines(signatures))

    def _nothing_at(self, place: str) -> str:
        near = nearest(place, self.items)
        return f"nothing at {plain(place)} is to be reviewed" + (f"; nearest: {plain(near)}" if near else "")


def is_at(item: Item, place: str) -> bool:
    """Whether an item stands at ``place``: a file, ``file:line[:column]``, a fact's ID, or its own digest."""
    places = (item.file, item.place, f"{item.place}:{item.column}", item.digest)
    return place in places or place == _fact(item)


def _fact(item: Item) -> str | None:
    path = item.judged.unit.path
    return str(path[1]) if path[:1] == ("facts",) else None


def nearest(place: str, items: Sequence[Item]) -> str:
    """The place of an item that was most likely meant, if there is any."""
    file, _, line = place.partition(":")
    line = line.partition(":")[0]
    same = [item for item in items if item.file == file]
    if same and line.isdecimal():
        return min(same, key=lambda item: abs(item.line - int(line[:9]))).place
    known = {each for item in items for each in (item.file, item.place, _fact(item)) if each}
    best = process.extractOne(place, sorted(known), score_cutoff=50)
    return best[0] if best else ""
