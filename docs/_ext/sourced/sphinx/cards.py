"""Cards, folded notes and the switch: what scripts make of a page's notes. Without them marks are links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from .heads import Head
from .notes import NoteList
from .whois import Who

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SCRIPTS = ("sourced-cards.js", "sourced-notes.js", "sourced-switch.js")
STYLES = ("sourced-cards.css", "sourced-switch.css")

SWITCH = """\
<div class="sourced-switch"><button type="button" aria-pressed="false">Show what this rests on</button></div>
"""


def has_cards(app: Sphinx, doctree: nodes.document | None) -> bool:
    """Whether a page has anything to show as a card; an e-book has its own way."""
    if doctree is None or app.builder.format != "html" or app.builder.name == "epub":
        return False
    return any(next(doctree.findall(kind), None) is not None for kind in (NoteList, Who))


def add_files(
    app: Sphinx, _page: str, _template: str, _context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Load scripts and styles on the pages that need them, and on no other."""
    if has_cards(app, doctree):
        for style in STYLES:
            app.add_css_file(style)
        for script in SCRIPTS:
            app.add_js_file(script, loading_method="defer")


def add_switch(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the switch under the title. It is there from the start: nothing moves when the script has run.

    The front page first says what the book is: there it stands at the end of what comes before the sections.
    """
    if not has_cards(app, doctree) or next(doctree.findall(NoteList), None) is None:
        return
    title = next((node for node in doctree.findall(nodes.title)), None)
    if title is None:
        return
    switch, page = nodes.raw("", SWITCH, format="html"), title.parent
    if head := next(page.findall(Head), None):
        head += switch
    elif docname == app.config.root_doc:
        page.insert(next(at for at, part in enumerate(page) if isinstance(part, nodes.section)), switch)
    else:
        page.insert(page.index(title) + 1, switch)


def setup_cards(app: Sphinx) -> None:
    """Connect the cards to the writing of pages."""
    app.connect("doctree-resolved", add_switch)
    app.connect("html-page-context", add_files)
