"""``sourced scaffold``: names and facts proposed from a source, as drafts."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from ....account.drafting.datafile import change_data
from ....account.drafting.proposals import Proposals, propose
from ....book.loading import load_book
from ....book.yamledit import Add, Change, EditError, block
from ....chain.library import Library
from ....english.phrases import plural
from ..status import CLEAN, CallError
from ..streams import write_utf8
from .needs import need


def scaffold(options: argparse.Namespace, root: Path) -> int:
    """Propose, and print or write. Raises ``InputError`` and ``CallError``."""
    book = load_book(root)
    need(options.source, book.sources, "source")
    found = propose(Library(book), options.source)
    if not found.names and not found.facts:
        write_utf8(f"# Every sentence of “{options.source}” is used, set aside or proposed already.\n")
        return CLEAN
    if not options.write:
        write_utf8(_printed(found))
        return CLEAN
    try:
        line = change_data(book, list(_changes(found)))
    except EditError as error:
        raise CallError(f"{book.data_file} was left as it is: {error}") from None
    names, facts = plural(len(found.names), "name"), plural(len(found.facts), "fact")
    write_utf8(
        f"{book.data_file}:{line}: {names} and {facts} proposed as drafts; no page may cite them.\n"
        "Read each beside its quotation, name its property, and take out its line `draft: true`.\n"
    )
    return CLEAN


def _changes(found: Proposals) -> Iterator[Change]:
    yield from (Add(("names", id_), entry) for id_, entry in found.names.items())
    yield from (Add(("facts", id_), entry) for id_, entry in found.facts.items())


def _printed(found: Proposals) -> str:
    """Both sections, to be pasted entry by entry."""
    sections = (("names", found.names), ("facts", found.facts))
    return "".join(f"{name}:\n{block(dict(entries), 2)}" for name, entries in sections if entries)
