"""``{names-table}``: who and what has a name, and how the sources spell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from .building import Column, Inline, anchor, row, span, table
from .links import Links, label
from .parts import PartDirective

if TYPE_CHECKING:
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
        names = [
            *links.domain.pages[docname].names,
            *(n for fact in cited for n in names_in(fact, links.book.names)),
        ]
        for name in names:
            found.setdefault(name, {})[docname] = None
    return {name: list(docnames) for name, docnames in found.items()}


def _row(name: NameRow, links: Links) -> nodes.row:
    from ...core.anchors import name_anchor

    id_ = name_anchor(name.id)
    spelt = [(each, "") for each in name.spellings] + [(each, ", which others share") for each in name.shared]
    shown = [_spelling(each, remark, links, last=each is spelt[-1][0]) for each, remark in spelt]
    place = links.here(id_, name.name)
    cells: list[Inline] = [
        place if links.html else [anchor(id_), place],
        name.kind,
        name.about,
        shown or "in none",
        links.pages(name.pages),
    ]
    return row(COLUMNS, cells, id_=id_)


def _spelling(spelling: Spelling, remark: str, links: Links, *, last: bool) -> nodes.Node:
    """A spelling, and how often it stands in which source."""
    counts = ", ".join(
        f"{label(links.book, source, inside=True)} {count}" for source, count in spelling.sources
    )
    return span(
        [nodes.strong("", spelling.text), nodes.Text(f"{remark}: {counts}{'.' if last else '; '}")],
        "sourced-spelling",
    )


def setup_names(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("names-table", NamesTableDirective)
