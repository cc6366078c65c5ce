"""A share of a check in another process, which has the book from this one where it can, or reads it again."""

from __future__ import annotations

import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from msgspec import msgpack

from ...book.loading import load_book
from ...chain.library import Library
from ...chain.reading import read_pages
from ...page.page import Page
from ...pictures.faults import sum_up_with_pictures
from ...rules.check import Share
from ...rules.keeping.known import Entries, Known
from ...rules.keeping.store import load_known
from ...rules.keeping.summary import Summary


class Read(NamedTuple):
    """A book that has been read, and what is known of it."""

    library: Library
    pages: list[Page]
    known: Known | None


Answer = tuple[Summary, Entries]
"""What a share came to, and what is to be kept of it."""
_ANSWER = msgpack.Decoder(Answer)
_given: list[Read] = []
"""In another process: the book of which it judges a share."""


def processes(number: int, read: Read) -> ProcessPoolExecutor:
    """So many other processes, each with the book."""
    # Elsewhere system libraries, and here other threads, may be left in a state that a copy cannot leave.
    if sys.platform == "linux" and threading.active_count() == 1:
        return ProcessPoolExecutor(number, get_context("fork"), initializer=_given.append, initargs=(read,))
    again = (read.library.book.root, read.known is not None)
    return ProcessPoolExecutor(number, initializer=_read_again, initargs=again)


def _read_again(root: Path, keep: bool) -> None:
    library = Library(load_book(root, cached=keep))
    _given.append(
        Read(library, read_pages(library.book, library), load_known(library.book) if keep else None)
    )


def judge_there(share: Share) -> bytes | Answer:
    """What a share comes to; in bytes, which pass far faster, unless there is half a character in it."""
    library, pages, known = _given[-1]
    summary = sum_up_with_pictures(library, pages, share, known)
    answer = summary, known.now if known is not None else {}
    try:
        return msgpack.encode(answer)
    except UnicodeEncodeError:
        return answer


def received(answer: bytes | Answer) -> Answer:
    """The answer that has come from another process."""
    return _ANSWER.decode(answer) if isinstance(answer, bytes) else answer
