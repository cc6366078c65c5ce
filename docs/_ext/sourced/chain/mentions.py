"""Which names a fact mentions."""

from __future__ import annotations

from collections.abc import Mapping

from ..book.model import Fact
from ..text.fold import holds
from .library import Library


def names_in(fact: Fact, known: Mapping[str, object]) -> tuple[str, ...]:
    """The names that a fact mentions: subject, speaker, value, and what words of its quotations mean."""
    meanings = (meaning for evidence in fact.evidence for meaning in evidence.gloss.values())
    ids = (fact.about, fact.by, fact.value, *meanings)
    return tuple(dict.fromkeys(id_ for id_ in ids if id_ is not None and id_ in known))


def is_slip(library: Library, text: str) -> bool:
    """Whether capitalised words are a name of the book, misspelt: no source has them as they stand."""
    if any(holds(source, text) for source in library.book.texts.values()):
        return False
    return library.names.is_slip(text)
