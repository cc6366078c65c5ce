"""The book's data as ``facts.json``: an interface for others.

Its form is documented in ``docs/reference/data.md``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec

from ...book.book import Book
from ...book.model import Entry, Evidence, Fact, Name, Property, Source
from ...book.quotations import Match, Text
from ...chain.library import Library
from ...chain.locators import page_of
from ...page.page import Page

Json = dict[str, Any]


def export(book: Book, pages: Iterable[Page], library: Library | None = None) -> Json:
    """Everything that the data file says, where each fact is used, and where each quotation stands."""
    used = _used_on(pages)
    library = library or Library(book)
    return {
        "sources": [_source(book, source) for source in book.sources.values()],
        "names": [_told(name) for name in book.names.values()],
        "properties": [_told(each) for each in book.properties.values()],
        "facts": [_fact(library, fact, used.get(fact.id, ())) for fact in book.facts.values()],
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


_PROMISED: dict[type[Entry], str] = {
    Source: "id file sha256 original label title publisher published datedBy address retrieved archive aside",
    Name: "id kind name also about",
    Property: "id title single difference",
    Fact: "id about property value statement by when asOf absent usedOn unused formerly evidence",
    Evidence: "source file exact prefix suffix gloss start end line page section parts",
}
"""What is told of each entry, in this order: fields of the model, and what is known besides."""

_FIELDS = {kind: names.split() for kind, names in _PROMISED.items()}


def _told(entry: Entry, **besides: Any) -> Json:
    as_json = msgspec.json.decode(msgspec.json.encode(entry))  # with lists, where the model has tuples
    fields: Json = {_camel(key): value for key, value in as_json.items()} | besides
    return {name: fields[name] for name in _FIELDS[type(entry)]}


@cache
def _camel(key: str) -> str:
    first, *rest = key.split("-")
    return first + "".join(word.capitalize() for word in rest)


def _source(book: Book, source: Source) -> Json:
    made_from = source.original
    original = {"file": book.settings.seed(made_from.file), "sha256": made_from.sha256} if made_from else None
    return _told(source, file=book.source_file(source.id), label=source.shown, original=original)


def _fact(library: Library, fact: Fact, used_on: Iterable[str]) -> Json:
    evidence = [_evidence(library, each) for each in fact.evidence]
    return _told(fact, usedOn=list(used_on), evidence=evidence)


def _evidence(library: Library, evidence: Evidence) -> Json:
    """A quotation, and where it stands: in which file, from which character to which, on which line."""
    book, found = library.book, library.locate(evidence)
    match = found if isinstance(found, Match) else None
    parts = _parts(library.text(evidence.source), match) if match else []
    return _told(
        evidence,
        file=book.source_file(evidence.source) if evidence.source in book.sources else None,
        start=parts[0]["start"] if parts else None,
        end=parts[-1]["end"] if parts else None,
        line=library.text(evidence.source).line_starts.line(match.start) if match else None,
        page=page_of(library, evidence) or None,
        parts=parts,
    )


def _parts(text: Text, match: Match) -> list[Json]:
    """The words as the file has them; ``exact`` may have plainer marks, and leave words out."""
    spans = (text.in_file(*part) for part in match.parts)
    return [{"text": text.file_text[start:end], "start": start, "end": end} for start, end in spans]
