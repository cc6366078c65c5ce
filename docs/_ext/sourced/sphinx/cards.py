"""Cards: scripts and styles that show a note beside its mark. Without them the marks are links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .notes import NoteList

if TYPE_CHECKING:
    from docutils.nodes import document
    from sphinx.application import Sphinx


def add_cards(app: Sphinx, _page: str, _template: str, _context: dict[str, Any], doctree: document | None) -> None:
    """Give a page with notes what shows them as cards, and no other page; an e-book has its own way."""
    if app.builder.name == "epub" or doctree is None or next(doctree.findall(NoteList), None) is None:
        return
    app.add_css_file("sourced-cards.css")
    app.add_js_file("sourced-cards.js", loading_method="defer")


def setup_cards(app: Sphinx) -> None:
    """Connect the cards to the writing of pages."""
    app.connect("html-page-context", add_cards)
