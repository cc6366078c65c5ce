"""Quotations as generated pages show them: the words, and the way to their place in their source."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from ....book.model import Fact
from ..evidence.content import Quoted
from .building import paragraph
from .links import Links


def quotation_nodes(fact: Fact, links: Links) -> Iterator[nodes.block_quote]:
    """The quotations that a fact rests on, the earliest source first."""
    quotations = links.domain.input.notes.note(fact.id).quotations
    for quoted in sorted(quotations, key=lambda each: links.sources.index(each.source_id)):
        yield _quotation(quoted, links)


def _quotation(quoted: Quoted, links: Links) -> nodes.block_quote:
    """The words, their source with date and line, and how the book reads them."""
    source = (
        quoted.source
        if quoted.start is None
        else links.passage(quoted.source_id, quoted.start, quoted.source)
    )
    lines = [paragraph(quoted.marked), paragraph(source, quoted.place)]
    if quoted.reading:
        lines.append(paragraph(quoted.reading))
    return nodes.block_quote("", *lines, classes=["sourced-quotation"])
