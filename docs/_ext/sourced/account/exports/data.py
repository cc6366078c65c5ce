"""The book's data as ``facts.json``: an interface for others.

Its form is documented in ``docs/reference/data.md``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec

from ...book.book import SEEDS, Book
from ...book.model import Evidence, Fact, Name, Property, Source
from ...book.quotations import Match
from ...chain.library import Library
from ...page.page import Page

Json = dict[str, Any]


def export(book: Book, pages: Iterable[Page], library: Library | None = None) -> Json:
    """Everything that the data file says, where each fact is used, and where each quotation stands."""
    used = _used_on(pages)
    places = _Places(library or Library(book))
    return {
        "sources": [_source(source) for source in book.sources.values()],
        "names": [_name(name) for name in book.names.values()],
        "properties": [_property(each) for each in book.properties.values()],
        "facts": [_fact(fact, used.get(fact.id, ()), places) for fact in book.facts.values()],
    }


def to_json(exported: Json) -> str:
    """JSON that a person can read."""
    return msgspec.json.format(msgspec.json.encode(exported), indent=2).decode() + "\n"


def _used_on(pages: Iterable[Page]) -> dict[str, list[str]]:
    used: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for page in pages:
        for group in page.groups:
            for sentence in group.sentences:
                for citation in sentence.cites:
                    used[citation.fact][page.docname] = None
    return {fact: list(docnames) for fact, docnames in used.items()}


def _source(source: Source) -> Json:
    return {
        "id": source.id,
        "file": f"{SEEDS}/{source.file}",
        "sha256": source.sha256,
        "label": source.shown,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
        "datedBy": source.dated_by,
        "aside": [{"from": aside.from_, "to": aside.to, "why": aside.why} for aside in source.aside],
    }


def _name(name: Name) -> Json:
    return {"id": name.id, "kind": name.kind, "name": name.name, "also": list(name.also), "about": name.about}


def _property(each: Property) -> Json:
    return {"id": each.id, "title": each.title, "single": each.single, "difference": each.difference}


def _fact(fact: Fact, used_on: Iterable[str], places: _Places) -> Json:
    return {
        "id": fact.id,
        "about": fact.about,
        "property": fact.property,
        "value": fact.value,
        "statement": fact.statement,
        "by": fact.by,
        "when": fact.when,
        "asOf": fact.as_of,
        "absent": list(fact.absent),
        "usedOn": list(used_on),
        "unused": fact.unused,
        "evidence": [places.evidence(evidence) for evidence in fact.evidence],
    }


class _Places:
    """Where quotations stand: in which file, from which character to which, on which line."""

    def __init__(self, library: Library) -> None:
        self._book = library.book
        self._library = library

    def evidence(self, evidence: Evidence) -> Json:
        source = self._book.sources.get(evidence.source)
        found = self._library.locate(evidence)
        match = found if isinstance(found, Match) else None
        return {
            "source": evidence.source,
            "file": f"{SEEDS}/{source.file}" if source else None,
            "exact": evidence.exact,
            "prefix": evidence.prefix,
            "suffix": evidence.suffix,
            "gloss": dict(evidence.gloss),
            "start": match.start if match else None,
            "end": match.end if match else None,
            "line": self._library.text(evidence.source).line_starts.line(match.start) if match else None,
        }
