"""The twin of a picture as ordinary nodes, and the addresses of the facts that pictures lead to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docutils import nodes

from ....pictures.sourcing import draw_bar, draw_sample
from ....pictures.twin import Item, Run, Table, Twin
from ..builders import has_page
from ..building import paragraph, span
from ..evidence.notes import Entry, NoteList
from ..parts.links import Links


class FactLinks:
    """Links to facts: in the table of all facts or, without one, in the notes of a page that cites it."""

    def __init__(self, links: Links) -> None:
        self._links = links

    def node(self, fact: str, words: str) -> nodes.Node:
        """Words that lead to a fact; only the words where it stands nowhere."""
        link = self._links.fact(fact, words)
        if not isinstance(link, nodes.Text):
            return link
        for docname in self._links.uses().get(fact, ()):
            anchor = self._links.domain.pages[docname].anchors.get(fact)
            if anchor and has_page(self._links.domain.builder, docname):
                return self._links.page(docname, anchor, words)
        return link

    def address(self, fact: str) -> str:
        """The address of a fact, empty where it stands nowhere."""
        link = self.node(fact, fact)
        if not isinstance(link, nodes.reference):
            return ""
        return str(link["refuri"]) if "refuri" in link else f"#{link['refid']}"

    def told(self, fact: str, words: str) -> nodes.Node:
        """Words of a picture that is made of words, which lead to a fact."""
        return self.node(fact, words)

    def run(self, run: Run) -> nodes.Node:
        """A part of a line."""
        if run.fact:
            found = self.told(run.fact, run.text)
        elif run.place:
            found = nodes.reference("", run.text, refid=nodes.make_id(run.place), internal=True)
        elif run.page:
            found = self._links.page(run.page, "", run.text)
        else:
            found = nodes.Text(run.text)
        if run.strong:
            words = _emphasised(run)
            found = span(words) if isinstance(found, nodes.Text) else _filled(found, words)
        return span(found, f"sourced-{run.kind}") if run.kind else found


class NoteLinks(FactLinks):
    """Links to facts in the notes of their own page, where the page has any; there each has one."""

    def __init__(self, links: Links, ident: str) -> None:
        super().__init__(links)
        self._ident = ident
        self._list = next(links.document.findall(NoteList), None) if links.html else None

    def told(self, fact: str, words: str) -> nodes.Node:
        """Words that open a note, as those of the text do."""
        if self._list is None:
            return super().told(fact, words)
        entry = self._entry(self._list["entries"], fact)
        place = f"{self._ident}-{fact}"
        if place not in entry.marks:
            entry.marks.append(place)
        return nodes.reference(
            "", words, refid=entry.anchor, internal=True, ids=[place], classes=["sourced-tie"]
        )

    def _entry(self, entries: list[Entry], fact: str) -> Entry:
        """The note of a fact; one that the text does not cite stands behind the others, and not on paper."""
        for entry in entries:
            if entry.note.fact == fact:
                return entry
        note, anchor = self._links.domain.input.notes.note(fact), f"{self._ident}-note-{fact}"
        entries.append(Entry(number=len(entries) + 1, anchor=anchor, note=note, cited=False))
        return entries[-1]


def _emphasised(run: Run) -> list[nodes.Node]:
    """Words, some of which stand out."""
    parts = re.split("(" + "|".join(map(re.escape, run.strong)) + ")", run.text)
    return [
        nodes.strong("", part) if number % 2 else nodes.Text(part)
        for number, part in enumerate(parts)
        if part
    ]


def _filled(link: nodes.Node, words: list[nodes.Node]) -> nodes.Node:
    """A link with other words."""
    assert isinstance(link, nodes.Element)
    link.children = []
    link.extend(words)
    return link


def twin_nodes(twin: Twin, links: FactLinks, ident: str) -> list[nodes.Node]:
    """All of a twin; ``ident`` is the ID of its picture."""
    found: list[nodes.Node] = []
    for part in twin:
        if isinstance(part, Table):
            found.append(_table(part, links, f"{ident}-table-{len(found) + 1}"))
            continue
        if part.title:
            found.append(paragraph(nodes.strong("", part.title), classes=["sourced-twin-title"]))
        found.append(_listing(part.items, links, part.kind))
    return found


def _listing(items: Sequence[Item], links: FactLinks, kind: str) -> nodes.bullet_list:
    return nodes.bullet_list(
        "", *(_item(each, links) for each in items), bullet="-", classes=[f"sourced-{kind}"]
    )


def _item(item: Item, links: FactLinks) -> nodes.list_item:
    under = [_listing(item.items, links, "ties")] if item.items else []
    found = nodes.list_item("", paragraph([links.run(run) for run in item.runs]), *under)
    found["ids"] = [nodes.make_id(item.ident)] if item.ident else []
    found["classes"] = f"sourced-{item.kind}".split() if item.kind else []
    return found


def _table(table: Table, links: FactLinks, ident: str) -> nodes.table:
    group = nodes.tgroup(
        "", *(nodes.colspec(colwidth=1, stub=not n) for n in range(len(table.head))), cols=len(table.head)
    )
    heads = (nodes.entry("", paragraph(*_sample(table, title), title)) for title in table.head)
    group += nodes.thead("", nodes.row("", *heads))
    group += nodes.tbody("", *(_row(table, row, links) for row in table.rows))
    title = [nodes.title("", table.title)] if table.title else []
    barred = ["sourced-barred"] if table.parts else []
    return nodes.table("", *title, group, ids=[ident], classes=["sourced-twin-table", *barred])


def _sample(table: Table, title: str) -> list[nodes.Node]:
    """How the part of a bar looks that a column counts."""
    return [_ornament(draw_sample(table.parts.index(title)))] if title in table.parts else []


def _row(table: Table, row: Sequence[Run], links: FactLinks) -> nodes.row:
    counts = [int(row[table.head.index(part)].text.replace(",", "")) for part in table.parts]
    bar = [_ornament(draw_bar(counts))] if counts else []
    name, *cells = row
    first = nodes.entry("", paragraph(links.run(name), bar))
    return nodes.row("", first, *(nodes.entry("", paragraph(links.run(run))) for run in cells))


def _ornament(svg: str) -> nodes.raw:
    """A small drawing for HTML, which says nothing that is not told beside it."""
    return nodes.raw("", svg, format="html")
