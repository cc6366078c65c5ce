"""Quotations as generated pages show them: the words, and the way to their place in their source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes

from .building import paragraph, quotation
from .links import Links

if TYPE_CHECKING:
    from ...core.model import Evidence, Fact
    from ..content import Quoted


def quotation_nodes(fact: Fact, links: Links) -> Iterator[nodes.block_quote]:
    """The quotations that a fact rests on, the earliest source first."""
    note = links.domain.input.notes.note(fact.id)
    evidence = [each for each in fact.evidence if each.source in links.book.sources]
    pairs = zip(evidence, note.quotations, strict=True)
    for each, quoted in sorted(pairs, key=lambda pair: links.sources.index(pair[0].source)):
        yield _quotation(each, quoted, links)


def _quotation(evidence: Evidence, quoted: Quoted, links: Links) -> nodes.block_quote:
    """The words, their source with date and line, and how the book reads them."""
    from ...core.quotations import Match

    match = links.library.locate(evidence)
    linked = (
        links.passage(evidence.source, match.start, quoted.source)
        if isinstance(match, Match)
        else quoted.source
    )
    place = paragraph(linked, _place(evidence.source, quoted, links), classes=["sourced-source"])
    words = paragraph(quotation(quoted.words))
    found = nodes.block_quote("", words, place, classes=["sourced-quotation"])
    if quoted.reading:
        found += paragraph(quoted.reading, classes=["sourced-reading"])
    return found


def _place(source: str, quoted: Quoted, links: Links) -> str:
    from ...core.facttable import brief_date

    published = links.book.sources[source].published
    date = f", {brief_date(published)}" if published else ""
    inferred = " (inferred)" if date and quoted.inferred else ""
    line = f", line\N{NO-BREAK SPACE}{quoted.line}" if quoted.line else ""
    return f"{date}{inferred}{line}"
