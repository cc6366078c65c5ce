"""How much a page rests on, in figures that a reader can check against its notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from ..chain.disagreements import others
from ..chain.library import Library


class Tally(Struct, frozen=True, kw_only=True):
    """The facts that a page cites, each counted once."""

    facts: int = 0
    claims: int = 0
    """Those that somebody says, where the source only passes the words on."""
    disputed: int = 0
    """Those that another fact of the book contradicts, as their notes say."""

    def told(self) -> Iterator[tuple[str, str]]:
        """Each figure that is not nought: what it counts, and in words, as in ``9 claims``."""
        for kind, one, many in (
            ("facts", "fact", "facts"),
            ("claims", "claim", "claims"),
            ("disputed", "told differently", "told differently"),
        ):
            count: int = getattr(self, kind)
            if count:
                yield kind, f"{count:,}\N{NO-BREAK SPACE}{one if count == 1 else many}"


def tally(library: Library, cited: Iterable[str]) -> Tally:
    """Count the facts with these IDs; one that does not exist counts nothing."""
    known = library.book.facts
    facts = [known[id_] for id_ in dict.fromkeys(cited) if id_ in known]
    return Tally(
        facts=len(facts),
        claims=sum(fact.by is not None for fact in facts),
        disputed=sum(bool(others(library, fact)) for fact in facts),
    )
