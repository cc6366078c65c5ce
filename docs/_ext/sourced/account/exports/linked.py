"""The data as linked data: JSON-LD in the words of schema.org, Web Annotation and PROV.

The context is given inline, and nothing has to be fetched to read the file.
Names of things are relative: they resolve against the address of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...book.book import Book
from ...book.model import Evidence
from ...book.quotations import Match
from ...chain.library import Library
from ...chain.locators import page_of
from ...page.page import Page
from .data import Json, to_json
from .imprint import Imprint
from .terms import CONTEXT, KINDS

AROUND = 32
"""How many characters before and after a quotation tell it from another."""


def linked_data(library: Library, pages: Sequence[Page], exported: Json, imprint: Imprint) -> str:
    """The text of ``facts.jsonld``."""
    speakers = {fact["by"] for fact in exported["facts"]} - {None}
    graph = [
        _dataset(imprint),
        *(_source(source) for source in exported["sources"]),
        *(_original(source) for source in exported["sources"] if source["original"]),
        *(_name(name, name["id"] in speakers) for name in exported["names"]),
        *(_page(page.docname, imprint) for page in pages),
        *_facts(library, exported["facts"]),
    ]
    return to_json({"@context": CONTEXT, "@graph": graph})


def _told(**fields: Any) -> Json:
    """The fields that say something."""
    return {key: value for key, value in fields.items() if value not in (None, [], "")}


def _dataset(imprint: Imprint) -> Json:
    return _told(
        id="#data",
        type=["schema:Dataset", "prov:Entity"],
        name=imprint.title,
        description="Facts, each with the words of the sources that it rests on.",
        license=imprint.licence_page,
    )


def _source(source: Json) -> Json:
    publisher = source["publisher"]
    return _told(
        id=f"#source-{source['id']}",
        type=["schema:Article", "prov:Entity"],
        name=source["label"],
        headline=source["title"],
        identifier=source["file"],
        sha256=source["sha256"],
        encodingFormat="text/plain",
        publisher={"type": "schema:Organization", "name": publisher} if publisher else None,
        published=source["published"],
        comment=source["datedBy"],
        address=source["address"],
        retrieved=source["retrieved"],
        archive=source["archive"],
        derivedFrom=f"#original-{source['id']}" if source["original"] else None,
    )


def _original(source: Json) -> Json:
    """The PDF or HTML file that a text was made from."""
    return {
        "id": f"#original-{source['id']}",
        "type": ["schema:DigitalDocument", "prov:Entity"],
        "identifier": source["original"]["file"],
        "sha256": source["original"]["sha256"],
    }


def _name(name: Json, speaks: bool) -> Json:
    types = KINDS.get(name["kind"], ["schema:Thing"])
    if speaks and not any(each.startswith("prov:") for each in types):
        types = [*types, "prov:Agent"]
    return _told(
        id=f"#name-{name['id']}",
        type=types,
        name=name["name"],
        alternateName=name["also"],
        description=name["about"],
    )


def _page(docname: str, imprint: Imprint) -> Json:
    title = imprint.titles.get(docname)
    return _told(id=f"#page-{docname}", type="schema:WebPage", name=title, identifier=docname)


def _facts(library: Library, facts: Sequence[Json]) -> Iterator[Json]:
    book = library.book
    for fact in facts:
        quoted: list[str] = []
        for number, evidence in enumerate(book.facts[fact["id"]].evidence, 1):
            parts = list(_quotation(library, fact, number, evidence))
            quoted += [part["id"] for part in parts]
            yield from parts
            if parts:
                yield {
                    "id": f"#annotation-{fact['id']}.{number}",
                    "type": "oa:Annotation",
                    "motivation": "oa:linking",
                    "body": f"#fact-{fact['id']}",
                    "target": [part["id"] for part in parts],
                }
        yield _claim(book, fact, quoted)


def _claim(book: Book, fact: Json, quoted: list[str]) -> Json:
    by = f"#name-{fact['by']}" if fact["by"] else None
    # That something stands nowhere rests on all sources alike.
    everywhere = [f"#source-{source}" for source in book.sources] if fact["absent"] else []
    return _told(
        id=f"#fact-{fact['id']}",
        type=["schema:Claim", "prov:Entity"],
        identifier=fact["id"],
        text=fact["statement"],
        about=f"#name-{fact['about']}",
        states=_statement(book, fact),
        author=by,
        attributedTo=by,
        when=fact["when"],
        asOf=fact["asOf"],
        derivedFrom=quoted + everywhere,
        keywords=fact["absent"],
        appearance=[f"#page-{page}" for page in fact["usedOn"]],
    )


def _statement(book: Book, fact: Json) -> Json:
    value = fact["value"]
    known = book.properties.get(fact["property"])
    return _told(
        type="schema:PropertyValue",
        propertyID=fact["property"],
        name=known.title if known else None,
        value={"id": f"#name-{value}"} if value in book.names else value,
    )


def _quotation(library: Library, fact: Json, number: int, evidence: Evidence) -> Iterator[Json]:
    """A quotation, or each of its parts where it leaves words out, as its source has it."""
    match = library.locate(evidence)
    if not isinstance(match, Match):
        return
    held = library.text(evidence.source)
    raw = held.file_text
    source, names = f"#source-{evidence.source}", library.book.names
    meant = [f"#name-{value}" for value in evidence.gloss.values() if value in names]
    told = [f"“{key}”: {names[v].name if v in names else v}" for key, v in evidence.gloss.items()]
    for index, (start, end) in enumerate((held.in_file(*part) for part in match.parts), 1):
        part = f".{index}" if len(match.parts) > 1 else ""
        yield _told(
            id=f"#quotation-{fact['id']}.{number}{part}",
            type=["schema:Quotation", "oa:SpecificResource", "prov:Entity"],
            text=raw[start:end],
            source=source,
            quotedFrom=source,
            attributedTo=f"#name-{fact['by']}" if fact["by"] else None,
            mentions=list(dict.fromkeys(meant)),
            comment=told,
            page=page_of(library, evidence),
            section=evidence.section,
            selector=[
                _told(
                    type="oa:TextQuoteSelector",
                    exact=raw[start:end],
                    prefix=raw[max(0, start - AROUND) : start],
                    suffix=raw[end : end + AROUND],
                ),
                {"type": "oa:TextPositionSelector", "start": start, "end": end},
            ],
        )
