"""Sections for few readers, folded behind their title: ``{.folded}`` on the line above a heading.

They stand in no list of headings. An e-book and paper show them unfolded.
"""

from __future__ import annotations

from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.writers.html5 import HTML5Translator

from ..sphinx.builders import is_on_paper

CLASS = "folded"


class FoldedSection(nodes.General, nodes.Element):
    """A folded section; ``title`` is its title, in words."""


class FoldSections(SphinxTransform):
    """Fold the sections that say so."""

    default_priority = 780  # before marks are numbered, as its title is no heading

    def apply(self, **_kwargs: object) -> None:
        """Replace each by its fold."""
        for section in list(self.document.findall(nodes.section)):
            if CLASS in section["classes"]:
                title, *content = section.children
                section.replace_self(FoldedSection("", *content, title=title.astext(), ids=section["ids"]))


def unfold(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Put the title and the content in place of each fold, for every writer but those of HTML."""
    for fold in list(doctree.findall(FoldedSection)) if app.builder.format != "html" else ():
        fold.replace_self([nodes.rubric("", fold["title"], ids=fold["ids"]), *fold.children])


def visit_fold(self: HTML5Translator, node: FoldedSection) -> None:
    """Open the fold, or print its title where nothing can be folded."""
    title = escape(node["title"])
    if self.builder.name == "epub":
        self.body.append(self.starttag(node, "div") + f'<p class="rubric">{title}</p>\n')
    else:
        details = self.starttag(node, "details", CLASS=CLASS)
        if is_on_paper(self.builder):
            details = details.replace("<details", '<details open=""', 1)
        self.body.append(f"{details}<summary>{title}</summary>\n")


def depart_fold(self: HTML5Translator, _node: FoldedSection) -> None:
    """Close it."""
    self.body.append("</div>\n" if self.builder.name == "epub" else "</details>\n")


def setup_folding(app: Sphinx) -> None:
    """Register the node and what makes it."""
    app.add_node(FoldedSection, html=(visit_fold, depart_fold))
    app.add_transform(FoldSections)
    app.connect("doctree-resolved", unfold)
