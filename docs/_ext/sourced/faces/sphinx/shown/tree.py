"""The words of a page as it will be written, block by block, without what the extension makes from data."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from docutils import nodes
from msgspec import Struct
from sphinx import addnodes
from sphinx.domains.changeset import versionlabels

from ....page.html import breaks_words, shown_text
from ....page.shown import Shown, words
from ..building import is_made
from ..evidence.marks import Mark
from .titles import Titles

_UNSEEN = (nodes.comment, nodes.pending, nodes.substitution_definition)
_SPOKEN = ("alt", "title", "explanation", "reftitle")
"""Attributes whose words a reader sees or hears."""
_GAP = " \n "
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:")


class Block(Struct, frozen=True):
    """Words that stand together, and the node that they stand in."""

    shown: Shown
    node: nodes.Node


def blocks_of(
    doctree: nodes.document, titles: Titles, form: str, passed: Collection[str], *, whole: bool
) -> Iterator[Block]:
    """The blocks of a page, in the form (``html``, ``latex``) in which it will be written.

    Of several pages in one, those ``passed`` over are not taken in; nor, if ``whole``, is what holds them.
    """
    walk = _Walk(titles, form, passed)
    if whole:
        walk.pass_over(doctree)
    else:
        walk.visit(doctree)
    walk.close()
    yield from walk.blocks


class _Walk:
    """One pass over a page."""

    def __init__(self, titles: Titles, form: str, passed: Collection[str]) -> None:
        self._titles, self._form, self._passed = titles, form, passed
        self._parts: list[tuple[str, bool]] = []
        self._node: nodes.Node | None = None
        self.blocks: list[Block] = []

    def visit(self, node: nodes.Node) -> None:
        """Take the words of a node, and of all that is in it."""
        if isinstance(node, nodes.Text):
            self._text(str(node), node)
        elif isinstance(node, nodes.Element):
            if is_made(node):
                self._text(_GAP, node)
            elif isinstance(node, addnodes.start_of_file) and node["docname"] in self._passed:
                self.pass_over(node)
            elif not isinstance(node, _UNSEEN):
                self._element(node)

    def pass_over(self, node: nodes.Element) -> None:
        """Take no words of a page, and all of the pages that stand in it."""
        self.close()
        for child in node.children:
            if isinstance(child, addnodes.start_of_file):
                self.visit(child)
            elif isinstance(child, nodes.Element):
                self.pass_over(child)

    def close(self) -> None:
        """End the block."""
        found = [(said, made) for text, made in self._parts if (said := words(text))]
        if found and self._node is not None:
            self.blocks.append(Block(Shown(parts=tuple(found)), self._node))
        self._parts, self._node = [], None

    def _text(self, text: str, node: nodes.Node, *, made: bool = False) -> None:
        self._node = self._node or node
        if not made and self._parts and not self._parts[-1][1]:
            self._parts[-1] = (self._parts[-1][0] + text, False)
        else:
            self._parts.append((text, made))

    def _aside(self, text: str, node: nodes.Node, *, repeats: bool = False) -> None:
        """Words that stand beside the block in which their node is."""
        if said := words(text):
            self.blocks.append(Block(Shown(parts=((said, False),), repeats=repeats), node))

    def _element(self, node: nodes.Element) -> None:
        for name in () if _is_sphinxs(node) else _SPOKEN:
            if isinstance(node.get(name), str):
                self._aside(node[name], node)
        if isinstance(node, addnodes.index):
            self._index(node)
        elif isinstance(node, addnodes.toctree):
            self._toctree(node)
        elif isinstance(node, nodes.meta):
            self._aside(node.get("content", ""), node)
        elif isinstance(node, nodes.raw):
            self._raw(node)
        elif isinstance(node, nodes.row) and _is_plain(node):
            self._row(node)
        elif isinstance(node, nodes.title) and self._titles.is_contents(node):
            pass
        elif isinstance(node, nodes.footnote_reference | nodes.label) and not _has_letter(node):
            pass  # a number that Sphinx gives
        elif isinstance(node, nodes.Inline):
            self._inline(node)
        else:
            self.close()
            self._children(node)
            self.close()

    def _children(self, node: nodes.Node) -> None:
        for child in node.children:
            self.visit(child)

    def _inline(self, node: nodes.Element) -> None:
        if isinstance(node, nodes.image) or (isinstance(node, Mark) and not node.children):
            self._text(_GAP, node)
        elif isinstance(node, nodes.reference | addnodes.number_reference):
            self._link(node)
        elif "versionmodified" in node["classes"]:
            self._version(node)
        else:
            self._children(node)

    def _link(self, node: nodes.Element) -> None:
        text, address = node.astext(), node.get("refuri", "")
        if _SCHEME.match(address) and address.removeprefix("mailto:") == text:
            self._aside(text, node)
            self._text(_GAP, node)
        elif (said := words(text)) and self._titles.may_say(said):
            self._text(_GAP, node)
            self._text(text, node, made=True)
            self._text(_GAP, node)
        elif isinstance(node, addnodes.number_reference):
            for word in said.split(" "):
                self._text(f" {word} ", node, made=word.replace(".", "").isdigit())
        else:
            self._children(node)

    def _version(self, node: nodes.Element) -> None:
        """`Added in version 2`: of these words, only the version is written on the page."""
        text = node.astext()
        for label in versionlabels.values():
            if found := re.match(re.escape(str(label)).replace("%s", "(.*?)") + "[:.]?$", text.strip()):
                self._aside(found[1], node)
                return
        self._children(node)

    def _raw(self, node: nodes.raw) -> None:
        text, forms = node.astext(), node.get("format", "").split()
        is_block = not isinstance(node.parent, nodes.TextElement)
        if is_block or ("html" in forms and breaks_words(text.strip())):
            self._text(_GAP, node)
        if self._form in forms:
            self._text(shown_text(text) if self._form == "html" else text, node)
        if is_block:
            self.close()

    def _row(self, node: nodes.row) -> None:
        """The cells of a row, which are read as one."""
        self.close()
        for entry in node.children:
            for paragraph in entry.children:
                self._children(paragraph)
            self._text(_GAP, node)
        self.close()

    def _index(self, node: addnodes.index) -> None:
        for entry in node["entries"]:
            self._aside(entry[1], node, repeats=True)

    def _toctree(self, node: addnodes.toctree) -> None:
        self._aside(node.get("caption") or "", node)
        for title, _ in node["entries"]:
            self._aside(title or "", node)


def _is_sphinxs(node: nodes.Element) -> bool:
    """Whether Sphinx says what its attributes say: those of a whole page, and of links elsewhere."""
    if isinstance(node, nodes.document | addnodes.number_reference):
        return True
    inside = (child for child in node.children if isinstance(child, nodes.Element))
    return isinstance(node, nodes.reference) and any(
        {"xref", "external"} & set(each["classes"]) for each in (node, *inside)
    )


def _is_plain(row: nodes.row) -> bool:
    """Whether each cell holds one paragraph at most."""
    cells = (entry.children for entry in row.children)
    return all(not cell or (len(cell) == 1 and isinstance(cell[0], nodes.paragraph)) for cell in cells)


def _has_letter(node: nodes.Node) -> bool:
    return any(map(str.isalpha, node.astext()))
