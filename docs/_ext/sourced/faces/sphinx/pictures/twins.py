"""The twin of a picture as ordinary nodes, and the addresses of the facts that pictures lead to."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from ....pictures.twin import Item, Listing, Run, Table, Twin
from ..builders import own_address, own_anchor
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
            if anchor := self._links.domain.pages[docname].anchors.get(fact):
                return self._links.page(docname, anchor, words)
        return link

    def address(self, fact: str) -> str:
        """The address of a fact, empty where it stands nowhere."""
        link = self.node(fact, fact)
        if not isinstance(link, nodes.reference):
            return ""
        if "refid" in link:
            return f"#{self.anchor(link['refid'])}"
        return own_address(self._links.domain.builder, link["refuri"])

    def anchor(self, id_: str) -> str:
        """An ID of the page, as the builder has it."""
        return own_anchor(self._links.domain.builder, self._links.docname, id_)

    def run(self, run: Run) -> nodes.Node:
        """A part of a line."""
        if run.fact:
            return self.node(run.fact, run.text)
        return self._links.page(run.page, "", run.text) if run.page else nodes.Text(run.text)


def twin_nodes(twin: Twin, links: FactLinks, ident: str) -> list[nodes.Node]:
    """All of a twin; ``ident`` is the ID of its picture."""
    found: list[nodes.Node] = []
    for part in twin:
        if part.title and isinstance(part, Listing):
            found.append(
                nodes.paragraph("", "", nodes.strong("", part.title), classes=["sourced-twin-title"])
            )
        found.append(
            _listing(part, links)
            if isinstance(part, Listing)
            else _table(part, links, f"{ident}-table-{len(found) + 1}")
        )
    return found


def _listing(listing: Listing, links: FactLinks) -> nodes.bullet_list:
    items = (_item(item, links) for item in listing.items)
    return nodes.bullet_list("", *items, bullet="-", classes=["sourced-twin-list"])


def _item(item: Item, links: FactLinks) -> nodes.list_item:
    return nodes.list_item("", nodes.paragraph("", "", *(links.run(run) for run in item.runs)))


def _table(table: Table, links: FactLinks, ident: str) -> nodes.table:
    group = nodes.tgroup(
        "", *(nodes.colspec(colwidth=1, stub=not n) for n in range(len(table.head))), cols=len(table.head)
    )
    heads = (nodes.entry("", nodes.paragraph("", title)) for title in table.head)
    group += nodes.thead("", nodes.row("", *heads))
    group += nodes.tbody("", *(_row(row, links) for row in table.rows))
    title = [nodes.title("", table.title)] if table.title else []
    return nodes.table("", *title, group, ids=[ident], classes=["sourced-twin-table"])


def _row(row: Sequence[Run], links: FactLinks) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", links.run(run))) for run in row))
