"""Digests: what a page shows or is judged by, so that a change of it re-reads the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256

import msgspec

from ..core.book import Book
from ..core.model import Entry, Evidence, Fact

_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def digest(content: object) -> str:
    """A short digest of anything made of entries, strings and sequences."""
    return sha256(_encode(content)).hexdigest()[:32]


class Digests:
    """The digests of one loaded book, made on demand."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._facts: dict[str, str] = {}

    def fact(self, id_: str) -> str:
        """All that a page shows of a fact or is checked against; empty if there is no such fact.

        The facts beside it (same subject, same single property) belong to it:
        what they say decides whether it may be stated flatly.
        """
        if id_ not in self._facts:
            self._facts[id_] = self._fact(id_)
        return self._facts[id_]

    def name(self, id_: str) -> str:
        """All that a page shows of a name; empty if there is no such name."""
        name = self._book.names.get(id_)
        return digest(name) if name else ""

    @cached_property
    def shared(self) -> str:
        """What every page is judged by: all names, and all texts for copied words."""
        return digest([self._book.names, self._source_digests])

    @cached_property
    def _source_digests(self) -> dict[str, str]:
        texts = self._book.texts
        return {id_: digest([source, texts.get(id_, "")]) for id_, source in self._book.sources.items()}

    @cached_property
    def _beside(self) -> dict[tuple[str, str], list[Fact]]:
        groups: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in self._book.facts.values():
            kind = self._book.properties.get(fact.property)
            if kind and kind.single:
                groups[fact.about, fact.property].append(fact)
        return groups

    def _fact(self, id_: str) -> str:
        fact = self._book.facts.get(id_)
        if fact is None:
            return ""
        beside = self._beside.get((fact.about, fact.property), [fact])
        entries: list[object] = [fact.id, self._book.properties.get(fact.property)]
        for each in beside:
            entries.extend((each, list(self._named(each)), [self._source(e) for e in each.evidence]))
        return digest(entries)

    def _source(self, evidence: Evidence) -> str:
        return self._source_digests.get(evidence.source, "")

    def _named(self, fact: Fact) -> Iterator[Entry | None]:
        names = self._book.names
        glosses = (meaning for evidence in fact.evidence for meaning in evidence.gloss.values())
        for id_ in (fact.about, fact.by or "", fact.value or "", *glosses):
            yield names.get(id_)
