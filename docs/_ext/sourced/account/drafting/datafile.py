"""Changing the data file of a book: all that is asked for, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from ...book.book import DATA_FILE, Book
from ...book.entries import misfits, read_entries
from ...book.findings import InputError
from ...book.yamledit import Change, edit
from ...text.files import read_text
from ..writing import write_whole


def change_data(book: Book, changes: Sequence[Change]) -> int:
    """Write the changes into the data file, and say in which line the first one stands.

    First the new text is read as a book's data. Raises ``EditError`` and ``InputError``.
    """
    path = book.root / DATA_FILE
    old = read_text(path, DATA_FILE)
    new, tree = edit(old, changes, book.tree if old == book.tree.text else None)
    if read_entries(tree) is None:
        raise InputError(list(misfits(tree, DATA_FILE)))
    write_whole(path, new)
    pairs = zip(old.splitlines(), new.splitlines(), strict=False)
    return next((line for line, (was, now) in enumerate(pairs, 1) if was != now), old.count("\n") + 1)
