"""Marks and notes as ordinary nodes, for LaTeX, text, manual pages and any other writer."""

from __future__ import annotations

from docutils import nodes

from ..building import Inline, items, made, paragraph
from .content import Note, Part, Quoted, Versions
from .marks import THIN_SPACE, Mark


def plain_mark(mark: Mark) -> list[nodes.Node]:
    """The words, and each note's number in brackets as a link to it."""
    target = nodes.target("", "", ids=mark["ids"])
    found = [target, *mark.children]
    for number, anchor in mark["notes"]:
        link = nodes.reference("", f"[{number}]", refid=anchor, internal=True)
        found += [nodes.Text(THIN_SPACE), made(link)]
    return found


def plain_note(note: Note, anchor: str) -> nodes.list_item:
    """One item of the list of notes."""
    target = nodes.target("", "", ids=[anchor])
    told = " ".join(part for part in (note.statement, note.says, note.judged) if part)
    said = paragraph([target, nodes.Text(told)])
    return nodes.list_item("", said, *(node for part in note.parts for node in _part(part)))


def _part(part: Part) -> list[nodes.Node]:
    if isinstance(part, Quoted):
        return [quotation_nodes(part, part.source, f"\N{NO-BREAK SPACE}· {part.file}")]
    if isinstance(part, Versions):
        return [paragraph(part.title), items([paragraph(each.line)] for each in part.others)]
    return [paragraph(part.words)]


def quotation_nodes(quoted: Quoted, source: Inline, more: str = "") -> nodes.block_quote:
    """The words, their source with date and line, and how the book reads them."""
    origin = [
        node
        for words, address in quoted.origin
        for node in (nodes.Text("\N{NO-BREAK SPACE}· "), nodes.reference("", words, refuri=address))
    ]
    lines = [paragraph(quoted.marked), paragraph(source, f"{quoted.place}{more}", origin)]
    if quoted.reading:
        lines.append(paragraph(quoted.reading))
    return nodes.block_quote("", *lines, classes=["sourced-quotation"])
