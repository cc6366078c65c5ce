"""Digests: what a page shows or is judged by, so that a change of it re-reads the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from hashlib import sha256

import msgspec

from ....book.model import Entry, Fact
from ....chain.library import Library
from ....chain.units import fact_units

_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def digest(content: object) -> str:
    """A short digest of anything made of entries, strings and sequences."""
    return sha256(_encode(content)).hexdigest()[:32]


class Digests:
    """The digests of one loaded book, made on demand."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._book = book = library.book
        self._own = Entries(book.facts)
        self._names = Entries(book.names)
        self._properties = Entries(book.properties)
        self._facts: dict[str, str] = {}

    def fact(self, id_: str) -> str:
        """All that a page shows of a fact or is checked against; empty if there is no such fact.

        The facts beside it (same subject, same single property) belong to it:
        what they say decides whether it may be stated flatly.
        """
        if id_ not in self._facts:
            fact = self._book.facts.get(id_)
            unknown = _DRAFT if id_ in self._book.drafts else ""
            self._facts[id_] = digest(list(self._parts(fact))) if fact else unknown
        return self._facts[id_]

    def entry(self, id_: str) -> str:
        """The entry of a fact alone."""
        return self._own[id_]

    def name(self, id_: str) -> str:
        """All that a page shows of a name; empty if there is no such name."""
        return self._names[id_]

    @cached_property
    def names(self) -> str:
        """All names, and what is told of the sources, whatever their texts say."""
        return digest([self._book.names, self._book.sources])

    @cached_property
    def shared(self) -> str:
        """What every fact and page is judged by: names, properties, and all sources with their texts."""
        return digest([self._book.names, self._book.properties, self._sources])

    @cached_property
    def _sources(self) -> dict[str, str]:
        book = self._book
        texts = {id_: book.file_text(id_) for id_ in book.texts}
        sums = book.originals
        return {id_: digest([s, texts.get(id_), sums.get(id_)]) for id_, s in book.sources.items()}

    @cached_property
    def _beside(self) -> dict[tuple[str, str], list[Fact]]:
        groups: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in self._book.facts.values():
            kind = self._book.properties.get(fact.property)
            if kind and kind.single:
                groups[fact.about, fact.property].append(fact)
        return groups

    def _is_signed(self, fact: Fact) -> bool:
        """Whether its statement is signed, as its notes say."""
        statement = next(fact_units(self._library, fact))
        return statement.digest in self._book.signatures

    def _parts(self, fact: Fact) -> Iterator[str]:
        yield fact.id
        yield "signed" if self._is_signed(fact) else ""
        yield self._properties[fact.property]
        for each in self._beside.get((fact.about, fact.property), [fact]):
            yield self._own[each.id]
            for id_ in (each.about, each.by, each.value):
                yield self._names[id_] if id_ else ""
            for evidence in each.evidence:
                yield self._sources.get(evidence.source, "")
                yield from (self._names[meaning] for meaning in evidence.gloss.values())


_DRAFT = "draft"
"""Stands for a fact that is only a draft: a page that cites one is told so."""


class Entries(dict[str, str]):
    """The digest of each entry of a mapping, made when asked for; empty for an ID that it has not."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        super().__init__()
        self._entries = entries

    def __missing__(self, id_: str) -> str:
        entry = self._entries.get(id_)
        self[id_] = made = digest(entry) if entry is not None else ""
        return made
