"""``{names-table}``: who and what has a name, and how the sources spell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from .building import Column, Inline, anchor, row, table
from .links import Links, label
from .parts import PartDirective

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from ...core.nametable import NameRow, Spelling

COLUMNS = (
    Column("Name", 18, "sourced-name"),
    Column("Kind", 9, "sourced-kind"),
    Column("Who or what", 22, "sourced-about"),
    Column("Spellings in the sources", 33, "sourced-spellings"),
    Column("Pages", 18, "sourced-pages"),
)


class NamesTableDirective(PartDirective):
    """Prints the table. Its page is where links to names lead."""

    home: ClassVar[str] = "names"

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """The table."""
        from ...core.nametable import name_rows

        rows = (_row(each, links) for each in name_rows(links.library, _pages(links)))
        return [table(COLUMNS, rows, "sourced-sortable", "sourced-names")]


def _pages(links: Links) -> Mapping[str, Sequence[str]]:
    """The pages that cite a fact which mentions a name, or print the name itself."""
    from ...core.nametable import names_in

    uses, facts = links.uses(), links.book.facts
    found: dict[str, dict[str, None]] = {}
    for docname in dict.fromkeys(docname for docnames in uses.values() for docname in docnames):
        cited = [facts[id_] for id_ in links.domain.pages[docname].cites if id_ in facts]
        names = [*links.domain.pages[docname].names, *(n for fact in cited for n in names_in(fact, links.book.names))]
        for name in names:
            found.setdefault(name, {})[docname] = None
    return {name: list(docnames) for name, docnames in found.items()}


def _row(name: NameRow, links: Links) -> nodes.row:
    from ...core.anchors import name_anchor

    id_ = name_anchor(name.id)
    spelt = _spellings(name.spellings, links)
    if name.shared:
        spelt = f"{spelt}; " if spelt else ""
        spelt += f"shared with others: {_spellings(name.shared, links)}"
    shown: list[nodes.Node] = [links.here(id_, name.name)]
    cells: list[Inline] = [
        shown if links.html else [anchor(id_), *shown],
        name.kind,
        name.about,
        spelt or "in none",
        links.pages(name.pages),
    ]
    return row(COLUMNS, cells, id_=id_)


def _spellings(spellings: Sequence[Spelling], links: Links) -> str:
    return "; ".join(
        f"{each.text} ({', '.join(f'{label(links.book, source)} {count}' for source, count in each.sources)})"
        for each in spellings
    )


def setup_names(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("names-table", NamesTableDirective)
