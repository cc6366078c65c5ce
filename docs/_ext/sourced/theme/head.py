"""What a page tells of itself to search engines, to those who link to it, and to those who cite it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docutils import nodes

from .assets import has_lean_pages
from .citing import latest_source

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LONGEST = 200
"""How much of a page's first words may stand for its description."""


@dataclass(frozen=True, kw_only=True)
class About:
    """What the templates print about a page."""

    description: str
    title: str
    kind: str
    """As Open Graph has it: an article, or the website itself."""
    up_to: str
    """The day of the latest source that the book rests on."""


def describe(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], tree: nodes.document | None
) -> None:
    """Put it into the page's context, as ``about``."""
    if not has_lean_pages(app):
        return
    is_front = pagename == app.config.root_doc
    title = _plain(context.get("title", ""))
    context["about"] = About(
        description=_description(app, pagename, tree) or f"{title}: {app.config.html_title}",
        title=app.config.html_title if is_front else title,
        kind="website" if is_front else "article",
        up_to=latest_source(app.env) if tree else "",
    )


def _description(app: Sphinx, pagename: str, tree: nodes.document | None) -> str:
    """As the front matter has it, or else the page's first words."""
    if words := app.env.metadata.get(pagename, {}).get("description"):
        return " ".join(str(words).split())
    first = tree.next_node(nodes.paragraph) if tree else None
    words = " ".join(first.astext().split()) if first else ""
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"


def _plain(title: str) -> str:
    from markupsafe import Markup

    return str(Markup(title).striptags())


def setup_head(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.connect("html-page-context", describe)
