"""Who tells a fact, in words: the sources it rests on, and whoever they quote."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ..book.book import Book
from ..book.model import Fact
from ..english.phrases import capital, joined


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
    return Telling(by=book.name_of(by) if by else "", sources=tuple(known[id_].shown for id_ in sources))
