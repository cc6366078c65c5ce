"""Who tells a fact, in words: the sources it rests on, and whoever they quote."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ..book.book import Book
from ..book.model import Fact


class Telling(Struct, frozen=True, kw_only=True):
    """Who says something."""

    by: str = ""
    """Whose claim it is, where it is not the reporter's own account."""
    sources: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Who says so: ``Told by the Gazette``, ``Claim by Edda Coyle, told by the Gazette``."""
        told = f"told by {joined(self.sources)}" if self.sources else ""
        claim = f"claim by {self.by}" if self.by else ""
        return capital(", ".join(part for part in (claim, told) if part))


def telling(book: Book, facts: Iterable[Fact]) -> Telling:
    """Who tells these facts, which say the same."""
    facts = list(facts)
    known = book.sources
    sources = dict.fromkeys(e.source for fact in facts for e in fact.evidence if e.source in known)
    by = facts[0].by if facts else None
    return Telling(by=name(book, by) if by else "", sources=tuple(known[id_].shown for id_ in sources))


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
