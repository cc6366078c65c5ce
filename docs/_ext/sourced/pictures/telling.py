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
    by = next((fact.by for fact in facts if fact.by), None)
    hearsay = "hearsay" if all(is_hearsay(library, fact) for fact in facts) else ""
    claim = f"claim by {book.name_of(by)}" if by else hearsay
    sources = _sources(book, facts)
    told = f"told by {joined(sources)}" if sources else ""
    return capital(", ".join(filter(None, [claim, told])))


def also(book: Book, facts: Iterable[Fact]) -> tuple[str, ...]:
    """Who tells each fact behind the first that says the same, in words: ``told also by the Herald``."""
    first, *more = facts
    heard, found = set(_sources(book, [first])), list[str]()
    for fact in more:
        sources = _sources(book, [fact])
        found.append(
            f"told {'again' if heard.issuperset(sources) else 'also'} by {joined(sources)}"
            if sources
            else "told again"
        )
        heard.update(sources)
    return tuple(found)


def _sources(book: Book, facts: Iterable[Fact]) -> list[str]:
    """What the sources are called that facts rest on, each once."""
    ids = dict.fromkeys(e.source for fact in facts for e in fact.evidence if e.source in book.sources)
    return [book.sources[id_].shown for id_ in ids]
