"""Small helpers that build ordinary docutils nodes, which every writer knows, or find the way around in them.

What the extension makes from data is marked: its words have verdicts of their own, and stand on no page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, TypeVar

from docutils import nodes

Inline: TypeAlias = "str | nodes.Node | Sequence[nodes.Node]"
"""Something that stands in a line of text."""

_MADE = "sourced_made"
_Node = TypeVar("_Node", bound=nodes.Node)


def inline(content: Inline) -> list[nodes.Node]:
    """Content as a list of nodes."""
    if isinstance(content, str):
        return [nodes.Text(content)] if content else []
    return [content] if isinstance(content, nodes.Node) else list(content)


def paragraph(*content: Inline, classes: Sequence[str] = ()) -> nodes.paragraph:
    """A paragraph."""
    return nodes.paragraph(
        "", "", *(node for part in content for node in inline(part)), classes=list(classes)
    )


def span(content: Inline, *classes: str) -> nodes.inline:
    """Inline content with classes."""
    return nodes.inline("", "", *inline(content), classes=list(classes))


def items(entries: Iterable[nodes.Node | Sequence[nodes.Node]], *classes: str) -> nodes.bullet_list:
    """A bullet list."""
    found = nodes.bullet_list(classes=list(classes), bullet="-")
    for entry in entries:
        found += nodes.list_item("", *inline(entry))
    return found


def section(id_: str, title: Inline, *content: nodes.Node, classes: Sequence[str] = ()) -> nodes.section:
    """A section under the one it is put into."""
    return nodes.section("", nodes.title("", "", *inline(title)), *content, ids=[id_], classes=list(classes))


class Column:
    """A column of a table: its heading, its width as a share, and how its cells are marked."""

    def __init__(self, title: str, width: int, name: str) -> None:
        self.title, self.width, self.name = title, width, name


def table(columns: Sequence[Column], rows: Iterable[nodes.row], *classes: str) -> nodes.table:
    """A table with one row of headings."""
    group = nodes.tgroup("", *(nodes.colspec(colwidth=column.width) for column in columns), cols=len(columns))
    heads = (nodes.entry("", paragraph(column.title), classes=[column.name]) for column in columns)
    group += nodes.thead("", nodes.row("", *heads))
    group += nodes.tbody("", *rows)
    return nodes.table("", group, classes=["sourced-table", *classes])


def row(columns: Sequence[Column], cells: Sequence[Inline]) -> nodes.row:
    """A row."""
    found = nodes.row()
    for column, cell in zip(columns, cells, strict=True):
        marks = [column.name]
        content = inline(cell)
        if not content:
            marks.append("sourced-empty")
        found += nodes.entry("", *([paragraph(content)] if content else []), classes=marks)
    return found


def anchor(id_: str) -> nodes.target:
    """A place to link to, for writers that know none on other nodes."""
    return nodes.target("", "", ids=[id_])


def with_code(text: str) -> Iterator[nodes.Node]:
    """Words, with what stands between backquotes as code."""
    for index, part in enumerate(text.split("`")):
        if part:
            yield nodes.literal("", part) if index % 2 else nodes.Text(part)


def quotation(words: str) -> str:
    """Words in quotation marks."""
    return f"“{words}”"


def around(node: nodes.Node, *kinds: type[nodes.Element]) -> nodes.Element | None:
    """The nearest node of some kinds that a node is in."""
    parent = node.parent
    while parent is not None and not isinstance(parent, kinds):
        parent = parent.parent
    return parent


def place_of(node: nodes.Node) -> int:
    """Where among its siblings a node stands: that node itself, as an equal text may stand elsewhere."""
    return next(place for place, sibling in enumerate(node.parent.children) if sibling is node)


def made(node: _Node) -> _Node:
    """A node, marked as made from data. No writer prints that, and no page can say it of its own words."""
    if isinstance(node, nodes.Element):
        node[_MADE] = True
    return node


def is_made(node: nodes.Element) -> bool:
    """Whether the extension has made a node from data."""
    return bool(node.get(_MADE))
