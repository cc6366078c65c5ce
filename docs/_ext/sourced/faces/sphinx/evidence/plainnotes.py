"""Marks and notes as ordinary nodes, for LaTeX, text, manual pages and any other writer."""

from __future__ import annotations

from docutils import nodes

from ..made import made
from .content import TOLD_ALSO, TOLD_DIFFERENTLY, Note, Quoted
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
    words = f"{note.statement} {note.says}".rstrip()
    item = nodes.list_item("", nodes.paragraph("", "", nodes.target("", "", ids=[anchor]), nodes.Text(words)))
    item.extend(_quotation(quoted) for quoted in note.quotations)
    if note.absent:
        item += _paragraph(note.absence)
    for title, others in ((TOLD_DIFFERENTLY, note.others), (TOLD_ALSO, note.akin)):
        if others:
            item += _paragraph(title)
            item += nodes.bullet_list("", *(nodes.list_item("", _paragraph(each.line)) for each in others))
    return item


def _quotation(quoted: Quoted) -> nodes.block_quote:
    quote = nodes.block_quote("", _paragraph(quoted.marked))
    if quoted.readings:
        quote += _paragraph(quoted.reading)
    quote += nodes.attribution("", f"{quoted.source}{quoted.place}\N{NO-BREAK SPACE}· {quoted.file}")
    return quote


def _paragraph(words: str) -> nodes.paragraph:
    return nodes.paragraph("", words)
