"""``{facts-table}``: all facts of the book, one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .building import Column, Inline, anchor, inline, row, table
from .links import Links, joined, label
from .parts import PartDirective, Rests

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from ...core.facttable import FactRow

COLUMNS = (
    Column("Subject", 11, "sourced-subject"),
    Column("Property", 11, "sourced-property"),
    Column("Value", 12, "sourced-value"),
    Column("Statement", 26, "sourced-statement"),
    Column("Who says so", 10, "sourced-by"),
    Column("As of", 10, "sourced-as-of"),
    Column("Sources", 10, "sourced-sources"),
    Column("Pages", 10, "sourced-pages"),
)


class FactsTableDirective(PartDirective):
    """Prints the table. Its page is where links to facts lead."""

    rests: ClassVar[Rests] = "uses"
    home: ClassVar[str] = "facts"

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """The table."""
        from ...core.facttable import fact_rows

        rows = (_row(each, links) for each in fact_rows(links.library, links.uses()))
        return [table(COLUMNS, rows, "sourced-sortable", "sourced-facts")]


def _row(fact: FactRow, links: Links) -> nodes.row:
    from ...core.anchors import fact_anchor
    from ...core.facttable import brief_date, date_key

    id_ = fact_anchor(fact.id)
    statement = (
        [*inline(fact.statement), *inline(" "), links.here(id_, "¶")]
        if links.html
        else inline(fact.statement)
    )
    cells: list[Inline] = [
        links.name(links.book.facts[fact.id].about, fact.subject),
        fact.property,
        fact.value,
        statement if links.html else [anchor(id_), *statement],
        fact.by,
        brief_date(fact.as_of),
        joined([_source(*each, links, inside=number > 0) for number, each in enumerate(fact.sources)]),
        links.pages(fact.pages),
    ]
    keys = ["", "", "", "", "", date_key(fact.as_of)]
    return row(COLUMNS, cells, id_=id_, keys=keys, classes=[] if fact.first else ["sourced-again"])


def _source(source: str, start: int | None, links: Links, *, inside: bool) -> nodes.Node:
    if start is None:
        return links.source(source, inside=inside)
    return links.passage(source, start, label(links.book, source, inside=inside))


def setup_facts(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("facts-table", FactsTableDirective)
