"""What two lists have in common, that of facts and that of names: headings by kind, entries of two sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from ....account.addresses import heading_anchor
from ....account.headings import OfAKind, read_headings, under_headings
from ....book.model import Name
from ..building import section
from .folds import ENTRIES
from .links import Links
from .parts import PartDirective

REST = "Others"
"""What stands above the kinds that no line of the directive names."""

_Kind = TypeVar("_Kind", bound=OfAKind)


class Side(nodes.General, nodes.Element):
    """One side of an entry."""


class GroupedDirective(PartDirective):
    """A list whose lines group it: ``Places: place`` gathers what is of the kind ``place`` under “Places”."""

    has_content = True

    @property
    def argument(self) -> str:
        """The lines."""
        return "\n".join(self.content)


def grouped(
    found: Iterable[_Kind], lines: str, shown: Callable[[list[_Kind]], list[nodes.Node]]
) -> list[nodes.Node]:
    """A section for each heading, with what ``shown`` makes of those under it; without lines no sections."""
    headings = read_headings(lines)
    if not headings:
        return shown(list(found))
    return [
        section(heading_anchor(title), title, *shown(under), classes=["sourced-grouped"])
        for title, under in under_headings(found, headings, REST)
    ]


def entries(made: Iterable[nodes.list_item]) -> nodes.bullet_list:
    """A list of entries."""
    return nodes.bullet_list("", *made, classes=[ENTRIES], bullet="-")


def spelt(name: Name) -> str:
    """The spellings of a name that are no part of the one printed: the filter is to know them too."""
    return "; ".join(each for each in name.also if each.lower() not in name.name.lower())


def entry(
    links: Links, ids: list[str], one: Iterable[nodes.Node], other: Iterable[nodes.Node], also: str = ""
) -> nodes.list_item:
    """An entry: what it is, and beside it what that rests on. By ``also`` the filter finds it, too.

    The first of ``ids`` is its address; links with the others lead to it as well.
    """
    sides: Iterable[nodes.Node] = (
        (Side("", *one, classes=["sourced-stated"], also=also), Side("", *other, classes=["sourced-basis"]))
        if links.html
        else (*one, *other)
    )
    return nodes.list_item("", *sides, ids=ids, classes=["sourced-entry"])


def visit_side(self: HTML5Translator, node: Side) -> None:
    """Open it."""
    also = {"data-also": node["also"]} if node.get("also") and self.builder.name != "epub" else {}
    self.body.append(self.starttag(node, "div", **also))


def depart_side(self: HTML5Translator, node: Side) -> None:
    """Close it."""
    self.body.append("</div>\n")


def setup_grouped(app: Sphinx) -> None:
    """Register the node."""
    app.add_node(Side, html=(visit_side, depart_side))
