"""How much longer work takes on four times as much: measured by processor time, in one process."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from sourced.account.drafting.proposals import propose
from sourced.account.exports import exports, read_imprint
from sourced.account.sources.coverage import cover
from sourced.account.sources.source import source_view
from sourced.account.tally import tally
from sourced.book.findings import InputError
from sourced.book.loading import load_book
from sourced.chain.disagreements import disagreements
from sourced.chain.library import Library
from sourced.chain.reading import read_pages
from sourced.chain.sharing.sharedtext import shared_text
from sourced.faces.command.reports import NOTHING_CHECKED, render_text
from sourced.rules.check import check_book

MOST = 6.0
"""So many times the time at most for four times as much."""
SHORT = 0.15
"""So many seconds are nothing, whatever they are compared with."""


def holds(small: Callable[[], float], large: Callable[[], float]) -> None:
    """Hold that the one does not take much more than four times as long as the other."""
    gc.collect()
    gc.freeze()  # or what other tests have left in memory is looked through as well
    try:
        for attempt in count(1):  # a busy machine may disturb one measurement
            once, then = small(), large()
            if then < max(SHORT, MOST * once):
                return
            assert attempt < 4, f"{once:.2f} s, and {then:.2f} s for four times as much"
    finally:
        gc.unfreeze()


def seconds(root: Path) -> float:
    """How long it takes to read, check, report and export a book, or to say why it cannot be read."""
    began = time.process_time()
    try:
        book = load_book(root)
    except InputError as error:
        render_text(NOTHING_CHECKED, error.findings, root)
        return time.process_time() - began
    library, pages = Library(book), read_pages(book)
    render_text(NOTHING_CHECKED, check_book(book, pages).findings, root)
    cover(book, pages, library)
    exports(book, pages, read_imprint(root, pages), library)
    disagreements(library)
    tally(library, list(book.facts))
    source_view(library, "gazette")
    if "herald" in book.texts:
        shared_text(library, "gazette", "herald")
    return time.process_time() - began


def seconds_to_propose(root: Path) -> float:
    """How long it takes to read a book and to propose what its source offers."""
    began = time.process_time()
    propose(Library(load_book(root)), "gazette")
    return time.process_time() - began
