"""Who tells a fact, in words: the sources it rests on, and whoever they quote."""

from __future__ import annotations

from collections.abc import Iterable

from ..account.facts import is_hearsay
from ..book.book import Book
from ..book.model import Fact
from ..chain.library import Library
from ..english.phrases import capital, joined


def telling(library: Library, facts: Iterable[Fact]) -> str:
    """Who tells facts that say the same: ``Claim by Edda Coyle, told by the Gazette``."""
    facts, book = list(facts), library.book
    known = book.sources
    sources = dict.fromkeys(e.source for fact in facts for e in fact.evidence if e.source in known)
    by = next((fact.by for fact in facts if fact.by), None)
    hearsay = "hearsay" if all(is_hearsay(library, fact) for fact in facts) else ""
    claim = f"claim by {name(book, by)}" if by else hearsay
    told = f"told by {joined(known[id_].shown for id_ in sources)}" if sources else ""
    return capital(", ".join(filter(None, [claim, told])))


def name(book: Book, id_: str) -> str:
    """What the book calls a name, or its ID if it has no such name."""
    known = book.names.get(id_)
    return known.name if known else id_
