"""Cards, margin, folded notes, switch: what scripts make of a page's notes. Without them marks are links."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from ..builders import is_site
from .notes import NoteList
from .switch import add_switch
from .whois import Who

SCRIPTS = ("sourced-cards.js", "sourced-copy.js", "sourced-notes.js", "sourced-switch.js")
MARGIN_SCRIPTS, MARGIN_STYLES = ("sourced-margin.js",), ("sourced-margin.css",)
STYLES = ("sourced-cards.css", "sourced-switch.css")


def add_files(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Load scripts and styles on the pages that need them, and on no other.

    ``has_evidence`` tells a theme to keep a margin free for quotations before they are there, so that nothing
    moves.
    """
    if doctree is None or not is_site(app.builder):  # an e-book has its own way
        return
    beside, has_names = (next(doctree.findall(kind), None) is not None for kind in (NoteList, Who))
    if not (beside or has_names):
        return
    context["has_evidence"] = beside
    for style in (*STYLES, *MARGIN_STYLES * beside):
        app.add_css_file(style)
    for script in (*SCRIPTS, *MARGIN_SCRIPTS * beside):
        app.add_js_file(script, loading_method="defer")


def setup_cards(app: Sphinx) -> None:
    """Connect the cards to the writing of pages."""
    app.connect("doctree-resolved", add_switch)
    app.connect("html-page-context", add_files)
