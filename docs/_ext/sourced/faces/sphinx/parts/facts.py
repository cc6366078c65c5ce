"""``{facts-table}``: all facts of the book by what they are about, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from docutils import nodes

from ....account.addresses import fact_address, subject_address
from ....account.facts import Listed, Subject, subjects
from ....english.phrases import capital, plural
from ..building import Inline, anchor, items, paragraph, span
from ..evidence.content import TOLD_DIFFERENTLY, Note
from .folds import fold
from .grouped import GroupedDirective, entries, entry, grouped, spelt
from .links import Links, separated


class FactsTableDirective(GroupedDirective):
    """Prints the list, a fold for each subject. Its page is where links to facts lead."""

    home: ClassVar[str] = "facts"

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """The list."""
        found = subjects(links.library, links.uses())
        return grouped(found, argument, lambda under: [_subject(each, links) for each in under])


def _subject(subject: Subject, links: Links) -> nodes.Element:

    count = len(subject.facts)
    line = [span(subject.about, "sourced-about"), nodes.Text(" ")] if subject.about else []
    line.append(span(plural(count, "fact"), "sourced-count"))
    before = ["", *(each.property for each in subject.facts)]
    listed = entries(
        _item(each, links, new=each.property != last)
        for each, last in zip(subject.facts, before, strict=False)
    )
    spellings = links.name(subject.id, "How the sources spell the name")
    linked = isinstance(spellings, nodes.reference)
    more = [paragraph(spellings, classes=["sourced-more"])] if linked else []
    name = links.book.names.get(subject.id)
    also = spelt(name) if name else ""
    return fold(
        links, subject_address(subject.id).anchor, capital(subject.name), line, listed, *more, also=also
    )


def _item(listed: Listed, links: Links, *, new: bool) -> nodes.list_item:
    """A fact; ``new`` if the one before it tells something else of their subject."""
    note = links.domain.input.notes.note(listed.fact.id)
    id_ = fact_address(listed.fact.id).anchor
    former = [fact_address(was).anchor for was in listed.fact.formerly]
    return entry(links, [id_, *former], _said(listed, note, id_, links, new=new), _given(listed, note, links))


def _said(listed: Listed, note: Note, id_: str, links: Links, *, new: bool) -> Iterator[nodes.Node]:
    """What it says, whose word it is, what others say, and where the book uses it."""
    if new:
        yield paragraph(listed.property, classes=["sourced-property"])
    place: Inline = [] if links.html else anchor(id_)
    yield paragraph(place, listed.fact.statement, classes=["sourced-statement"])
    yield paragraph(*_standing(note), classes=["sourced-standing"])
    if note.others:
        title = links.difference(listed.fact, TOLD_DIFFERENTLY.rstrip(":"))
        yield paragraph(title, ":", classes=["sourced-differing"])
        lines = ([paragraph(links.fact(each.fact, each.statement), f" {each.where}")] for each in note.others)
        yield items(lines, "sourced-versions")
    if listed.pages:
        yield paragraph("Used in ", _pages(listed, id_, links), classes=["sourced-used"])


def _given(listed: Listed, note: Note, links: Links) -> Iterator[nodes.Node]:
    """The quotations it rests on, the earliest source first; or what was looked for and is in none."""
    yield from links.quotations(listed.fact.id)
    if note.absent:
        yield paragraph(note.absence, classes=["sourced-absence"])


def _standing(note: Note) -> Iterator[nodes.Node]:
    """Whose word it is, whether another report contradicts it, and as of when: the badges of cards."""
    for kind, words in note.kinds:
        yield span(words, "sourced-kind", f"sourced-is-{kind}")
        yield nodes.Text(" ")
    if note.dated:
        yield span(note.dated, "sourced-dated")


def _pages(listed: Listed, id_: str, links: Links) -> list[nodes.Node]:
    """The pages that cite it. A note has the ID of the entry, mostly, and the script leads to it."""
    notes = [
        (each, links.domain.pages[each].anchors.get(listed.fact.id, ""))
        for each in links.ordered(listed.pages)
    ]
    return separated([links.page(page, "" if note == id_ else note) for page, note in notes])
