"""Who tells a fact, in words: the sources it rests on, and whoever they quote."""

from __future__ import annotations

from collections.abc import Iterable

from ..book.book import Book
from ..book.model import Fact


def telling(book: Book, facts: Iterable[Fact]) -> str:
    """Who tells facts that say the same: ``Claim by Edda Coyle, told by the Gazette``."""
    facts, known = list(facts), book.sources
    sources = dict.fromkeys(e.source for fact in facts for e in fact.evidence if e.source in known)
    by = next((fact.by for fact in facts if fact.by), None)
    claim = f"claim by {name(book, by)}" if by else ""
    told = f"told by {joined(known[id_].shown for id_ in sources)}" if sources else ""
    return capital(", ".join(filter(None, [claim, told])))


def name(book: Book, id_: str) -> str:
    """What the book calls a name, or its ID if it has no such name."""
    known = book.names.get(id_)
    return known.name if known else id_


def joined(words: Iterable[str], last: str = "and") -> str:
    """``a, b and c``."""
    *rest, end = [*words] or [""]
    return f"{', '.join(rest)} {last} {end}" if rest else end


def capital(text: str) -> str:
    """``text`` as a sentence begins."""
    return text[:1].upper() + text[1:]


def plural(count: int, one: str, many: str = "") -> str:
    """``1 fact``, ``2 facts``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
