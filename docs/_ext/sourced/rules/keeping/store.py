"""What was found in a large book, as a file that is kept for the next check or build."""

from __future__ import annotations

from contextlib import suppress

from msgspec import DecodeError, msgpack

from ...book import cache
from ...book.book import Book
from ...book.yaml.kept import keep_tree
from .known import Entries, Known

_FILE = "verdicts"


def load_known(book: Book) -> Known | None:
    """What was kept of a book; None if it is too small for that."""
    if len(book.facts) < cache.WORTH:
        return None
    kept = cache.read_cached(book.root, _FILE)
    if kept is None:
        return Known()
    try:
        return Known(msgpack.decode(kept, type=Entries))
    except DecodeError:
        return Known()


def save_known(book: Book, known: Known) -> None:
    """Keep what was found and read, if that is anything new and can be written."""
    if known.is_new:
        with suppress(UnicodeEncodeError):
            cache.write_cached(book.root, _FILE, msgpack.encode(known.now))
    keep_tree(book.root, book.tree)
