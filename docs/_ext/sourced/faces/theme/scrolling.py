"""Tables and listings that scroll in a box of their own, and how the keyboard reaches them."""

from __future__ import annotations

import re
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from ..sphinx.building import around

BOX = '<div class="pst-scrollable-table-container">'
"""How the theme opens the box; its script would make it a stop for the keyboard."""

BLANK_END = re.compile(r"\s+</pre>")
"""The empty line with which an example ends, which would stand in its box."""


def visit_table(self: HTML5Translator, node: nodes.table) -> None:
    """Make the box a stop for the keyboard, so that it can be scrolled, and name it."""
    at = len(self.body)
    type(self).visit_table(self, node)
    name = escape(_name(node), quote=True)
    named = f'{BOX[:-1]} role="group" tabindex="0" aria-label="{name}">'
    self.body[at] = self.body[at].replace(BOX, named)


def depart_table(self: HTML5Translator, node: nodes.table) -> None:
    """Close the box."""
    type(self).depart_table(self, node)


def visit_listing(self: HTML5Translator, node: nodes.literal_block) -> None:
    """Make a listing a stop for the keyboard; Sphinx writes it whole, and leaves its node at once."""
    try:
        type(self).visit_literal_block(self, node)
    finally:
        listing = self.body[-1].replace("<pre>", '<pre tabindex="0">', 1)
        self.body[-1] = BLANK_END.sub("\n</pre>", listing)


def depart_listing(self: HTML5Translator, node: nodes.literal_block) -> None:
    """Close what Sphinx does not write whole."""
    type(self).depart_literal_block(self, node)


def _name(table: nodes.table) -> str:
    """Its caption, or the heading it stands under."""
    if caption := table.next_node(nodes.title):
        return caption.astext()
    section = around(table, nodes.section)
    heading = section.next_node(nodes.title) if section else None
    return heading.astext() if heading else "Table"


def setup_scrolling(app: Sphinx) -> None:
    """Register how they are written."""
    app.add_node(nodes.table, override=True, html=(visit_table, depart_table))
    app.add_node(nodes.literal_block, override=True, html=(visit_listing, depart_listing))
