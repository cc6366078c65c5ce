"""What a page tells of itself to search engines, to those who link to it, and to those who cite it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docutils import nodes
from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.locale import _

from ...chain.display import latest_day, of_latest
from ..sphinx.domain import SourcedDomain, sourced_domain
from ..sphinx.footnotes import words_of
from .assets import has_lean_pages

LONGEST = 200
"""How much of a page's first words may stand for its description."""


@dataclass(frozen=True, kw_only=True)
class About:
    """What the templates print about a page."""

    title: str
    description: str
    kind: str
    """As Open Graph has it: an article, or the website itself."""
    up_to: str = ""
    """Which day the latest dated source of the book bears, in words."""


def describe(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], tree: nodes.document | None
) -> None:
    """Put it into the page's context, as ``about``; a page without a source has no date."""
    if not has_lean_pages(app):
        return
    book = app.config.html_title
    is_front = pagename == app.config.root_doc
    made = {"search": _("Search"), "genindex": _("Index")}.get(pagename, "")  # templates name these too late
    title = book if is_front else str(Markup(context.get("title") or made).striptags())
    description = _description(app, pagename, tree) or ": ".join(filter(None, (title, book)))
    kind = "website" if is_front else "article"
    up_to = latest_source(app.env) if tree is not None else ""
    context["about"] = About(title=title, description=description, kind=kind, up_to=up_to)


def _description(app: Sphinx, pagename: str, tree: nodes.document | None) -> str:
    """As the front matter has it, or else the page's first words."""
    if words := app.env.metadata.get(pagename, {}).get("description"):
        return " ".join(str(words).split())
    first = tree.next_node(nodes.paragraph) if tree else None
    words = words_of(first) if first else ""
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"


def latest_source(env: BuildEnvironment) -> str:
    """Which day the latest of the book's dated sources bears, in words; empty where none is dated.

    A citation is as of that day, never as of that of the build. A book may have the theme alone.
    """
    has_sources = SourcedDomain.name in env.domains
    return of_latest(latest_day(sourced_domain(env).input.book)) if has_sources else ""
