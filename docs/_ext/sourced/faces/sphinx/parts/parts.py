"""Generated parts: a directive leaves a placeholder, and a transform fills it when the page is written.

What a part shows comes from the data and from other pages, so its page is
written again whenever these have changed, also where the page itself is not
read again: they belong to what a page is made of.
"""

from __future__ import annotations

import time
from hashlib import sha256
from typing import Any, ClassVar

from docutils import nodes
from docutils.nodes import Node
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from ..builders import has_styles, is_site
from ..building import made
from ..domain import sourced_domain
from ..state import Rests
from .folds import ENTRIES, contents
from .links import Links

FOLDED = frozenset({"sourced-folded", "sourced-entry"})
PLAIN = frozenset({"sourced-table", "sourced-account", "sourced-passages", "sourced-source-facts"})
"""What is styled by one sheet or the other."""


class Part(nodes.General, nodes.Element):
    """Where a generated part goes. ``kind`` and ``argument`` say which; ``docname`` is its page."""


class PartDirective(SphinxDirective):
    """A directive that prints a generated part. Each kind of part is a class of its own."""

    rests: ClassVar[Rests] = "uses"
    home: ClassVar[str] = ""
    """What the page becomes the home of: links to it lead here."""

    @property
    def argument(self) -> str:
        """Which of its parts the directive prints."""
        return " ".join(self.arguments[0].split()) if self.arguments else ""

    def run(self) -> list[Node]:
        """Leave the placeholder."""
        page = sourced_domain(self.env).page(self.env.docname)
        page.rests.add(self.rests)
        if self.home:
            page.homes += (self.home.format(self.argument),)
        part = Part("", maker=type(self), argument=self.argument, docname=self.env.docname)
        self.set_source_info(part)
        return [part]

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """The nodes to print."""
        raise NotImplementedError


def reading(app: Sphinx, docname: str, source: list[str]) -> None:
    """Keep a digest of a page's text."""
    page = sourced_domain(app.env).page(docname)
    page.text = sha256(source[0].encode("utf-8", "surrogateescape")).hexdigest()
    page.read_at = time.time_ns()


class FillParts(SphinxPostTransform):
    """Put what the parts print in their place."""

    default_priority = 5

    def run(self, **_kwargs: Any) -> None:
        """Fill them."""
        for part in list(self.document.findall(Part)):
            filled = part["maker"].fill(part["argument"], Links(self.env, part))
            part.replace_self([made(node) for node in filled])


def setup_parts(app: Sphinx) -> None:
    """Register what all parts have in common."""
    app.add_node(Part)
    app.add_post_transform(FillParts)
    app.connect("source-read", reading)
    app.connect("html-page-context", add_assets)


def add_assets(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Load style and scripts on the pages that need them, and list the headings of what was filled in."""
    if doctree is None or not has_styles(app.builder) or not _has_parts(app, pagename):
        return
    classes = {name for node in doctree.findall(nodes.Element) for name in node["classes"]}
    if classes & FOLDED:
        app.add_css_file("sourced-folds.css")
    if classes & PLAIN:
        app.add_css_file("sourced-pages.css")
    if not is_site(app.builder):
        return
    context["has_entries"] = ENTRIES in classes
    context["toc"] = headings = contents(doctree)
    context["display_toc"] = headings.count("<li>") > 1
    if classes & FOLDED:
        app.add_js_file("sourced-folds.js", loading_method="defer")


def _has_parts(app: Sphinx, pagename: str) -> bool:
    page = sourced_domain(app.env).pages.get(pagename)
    return page is not None and bool(page.rests)
