"""Folds: sections that show one line until they are opened; on paper and in e-books they stand open."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from ..builders import is_site, opened
from ..building import Inline, inline, made, paragraph, section
from ..domain import sourced_domain
from .links import Links

ENTRIES = "sourced-entries"
"""The class of a list of entries."""

TOOLS = '<p class="sourced-tools"></p>\n'


class Fold(nodes.General, nodes.Element):
    """A section that can be folded: a FoldLine, then what it holds."""


class FoldLine(nodes.General, nodes.Element):
    """What a fold always shows: the heading ``title``, and what it contains."""


def fold(
    links: Links,
    id_: str,
    title: str,
    line: Inline,
    *content: nodes.Node,
    classes: Sequence[str] = (),
    also: str = "",
) -> nodes.Element:
    """A fold, or an ordinary section for writers that cannot fold; ``line`` stands behind the title.

    By ``also`` the filter finds what it holds, too.
    """
    if not links.html:
        words = [paragraph(line)] if inline(line) else []
        return section(id_, title, *words, *content, classes=classes)
    shown = FoldLine("", *inline(line), title=title)
    return Fold("", shown, *content, ids=[id_], classes=["sourced-folded", *classes], also=also)


def _foldable(writer: HTML5Translator) -> bool:
    return bool(writer.builder.name != "epub")


def visit_fold(self: HTML5Translator, node: Fold) -> None:
    """Open the section."""
    self.section_level += 1
    also = {"data-also": node["also"]} if node.get("also") and _foldable(self) else {}
    self.body.append(self.starttag(node, "section", **also))
    if _foldable(self):
        self.body.append(f"<details{opened(self.builder)}>\n")


def depart_fold(self: HTML5Translator, node: Fold) -> None:
    """Close it."""
    self.section_level -= 1
    self.body.append("</details>\n</section>\n" if _foldable(self) else "</section>\n")


def visit_fold_line(self: HTML5Translator, node: FoldLine) -> None:
    """Write the heading, and open what stands behind it."""
    heading = f"h{min(self.section_level + self.initial_header_level - 1, 6)}"
    self.body.append("<summary>" if _foldable(self) else '<div class="sourced-line">')
    self.body.append(f"<{heading}>{escape(node['title'])}</{heading}> ")


def depart_fold_line(self: HTML5Translator, node: FoldLine) -> None:
    """Close it."""
    self.body.append("</summary>\n" if _foldable(self) else "</div>\n")


class AddTools(SphinxPostTransform):
    """Keep a place for what finds entries and opens folds, before all of them: a script fills it.

    It has its room before it is filled, so that nothing moves.
    """

    default_priority = 6  # when the parts are filled

    def run(self, **_kwargs: Any) -> None:
        """Put it there."""
        lists = list(self.document.findall(_is_list))
        if (
            not is_site(sourced_domain(self.env).builder)
            or not lists
            or (len(lists) == 1 and isinstance(lists[0], Fold))
        ):
            return
        ways = [[*_above(node), node] for node in lists]
        levels = enumerate(zip(*ways, strict=False))
        before = ways[0][next((at for at, same in levels if len({*map(id, same)}) > 1), -1)]
        if before.parent is None:  # lists of several documents in one
            before = lists[0]
        if "sourced-grouped" in before.parent["classes"]:
            before = before.parent
        before.parent.insert(before.parent.index(before), made(nodes.raw("", TOOLS, format="html")))


def _is_list(node: nodes.Node) -> bool:
    return isinstance(node, Fold) or (isinstance(node, nodes.bullet_list) and ENTRIES in node["classes"])


def _above(node: nodes.Node) -> list[nodes.Element]:
    """All that a node is in, the outermost first."""
    return [*_above(node.parent), node.parent] if node.parent is not None else []


def contents(doctree: nodes.document) -> str:
    """The list of a page's headings, those of its generated parts included, as Sphinx writes one."""
    top = next((node for node in doctree.children if isinstance(node, nodes.section)), None)
    return f"<ul>\n{_entry(top, '')}</ul>\n" if top is not None else ""


def _entry(node: nodes.Element, anchor: str) -> str:
    head = node.next_node(FoldLine if isinstance(node, Fold) else nodes.title)
    title = "" if head is None else head["title"] if isinstance(head, FoldLine) else head.astext()
    under = [each for each in node.children if isinstance(each, nodes.section | Fold)]
    entries = "".join(_entry(each, each["ids"][0]) for each in under)
    link = f'<a class="reference internal" href="#{escape(anchor)}">{escape(title)}</a>'
    return f"<li>{link}{f'<ul>{entries}</ul>' if entries else ''}</li>\n"


def setup_folds(app: Sphinx) -> None:
    """Register the nodes."""
    app.add_node(Fold, html=(visit_fold, depart_fold))
    app.add_node(FoldLine, html=(visit_fold_line, depart_fold_line))
    app.add_post_transform(AddTools)
