"""Changing the data file of a book: all that is asked for, or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...book.book import Book
from ...book.entries import misfits, read_entries
from ...book.findings import InputError
from ...book.yamledit import Change, edit
from ...text.files import read_text
from ..writing import write_together


def change_data(book: Book, changes: Sequence[Change], files: Mapping[str, bytes] | None = None) -> int:
    """Write the changes into the data file, and say in which line the first one stands.

    First the new text is read as a book's data, and ``files`` are put into the folder of sources. Raises
    ``EditError`` and ``InputError``.
    """
    path = book.root / book.data_file
    old = read_text(path, book.data_file)
    new, tree = edit(old, changes, book.tree if old == book.tree.text else None)
    if read_entries(tree) is None:
        raise InputError(list(misfits(tree, book.data_file)))
    sources = {book.root / book.settings.seed(name): data for name, data in (files or {}).items()}
    write_together({**{file: data for file, data in sources.items() if not file.exists()}, path: new})
    pairs = zip(old.splitlines(), new.splitlines(), strict=False)
    return next((line for line, (was, now) in enumerate(pairs, 1) if was != now), old.count("\n") + 1)
