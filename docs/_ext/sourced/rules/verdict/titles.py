"""The title that a fact is told under: what it says, and which facts say it."""

from __future__ import annotations

from collections.abc import Sequence

from ...book.model import Fact
from ...chain.display import show_value
from ...chain.library import Library
from ...english.meaning import Token
from ..support.doubts import Doubt, beyond
from ..support.witness import Witness, quoted, tokens_of, witness_of


def title_of(library: Library, fact: Fact) -> Sequence[Token]:
    """The words of the title of a fact's property."""
    told = library.book.properties.get(fact.property)
    return tokens_of(library, told.title) if told else ()


def untold(library: Library, fact: Fact) -> list[Doubt]:
    """The words of a fact's title that neither its statement nor its quotations have."""
    return library.once(untold, fact.id, lambda: beyond(title_of(library, fact), witnesses_of(library, fact)))


def witnesses_of(library: Library, fact: Fact) -> list[Witness]:
    """What a fact says, and what it rests on."""
    return [witness_of(library, fact.statement), *(quoted(library, each) for each in fact.evidence)]


def needs_others(library: Library, fact: Fact) -> bool:
    """Whether it matters to the value of a fact what other facts tell of its title."""
    shown = show_value(library.book, fact)
    return bool(shown and untold(library, fact))


def is_told_elsewhere(library: Library, property_: str) -> bool:
    """Whether any fact of a property tells what its title says."""

    def read() -> tuple[bool, ...]:
        alike = (each for each in library.book.facts.values() if each.property == property_)
        return (any(not untold(library, each) for each in alike),)

    return library.once(is_told_elsewhere, property_, read)[0]
