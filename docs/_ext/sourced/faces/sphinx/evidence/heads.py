"""The line under a chapter's title: as of when it holds, and how much it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from ....account.addresses import DIFFERENCES
from ....account.tally import tally
from ..domain import sourced_domain
from ..made import made
from .notes import NoteSection

LATEST = "latest"
"""The figure of the book that says up to when its sources go."""

BETWEEN = " · "


class Head(nodes.General, nodes.Element):
    """The line: ``latest`` is a date in words, ``figures`` pairs of a kind and words, ``notes`` an anchor."""

    def rename_anchors(self, rename: Callable[[str], str]) -> None:
        """Lead to the notes by another anchor."""
        self["notes"] = rename(self["notes"]) if self["notes"] else ""


class AddHead(SphinxTransform):
    """Put the line under the title of each narrative page but the front page."""

    default_priority = 810  # after the notes, to which it leads

    def apply(self, **_kwargs: object) -> None:
        """Count, and add the line."""
        domain, docname = sourced_domain(self.env), self.env.docname
        page = domain.page(docname)
        title = next(self.document.findall(nodes.title), None)
        if title is None or docname == self.config.root_doc or not page.narrative:
            return
        latest = page.figures[LATEST] = domain.input.display("figure", LATEST)
        figures = list(tally(domain.input.library, page.cites).told())
        notes = next((section["ids"][0] for section in self.document.findall(NoteSection)), "")
        if latest or figures:
            head = Head("", latest=latest, figures=figures, notes=notes)
            title.parent.insert(title.parent.index(title) + 1, head)


class PlainHead(SphinxPostTransform):
    """Turn the line into a paragraph for every writer but those of HTML."""

    default_priority = 200

    def is_supported(self) -> bool:
        """Whether the builder needs it."""
        return bool(sourced_domain(self.env).builder.format != "html")

    def run(self, **_kwargs: object) -> None:
        """Replace the node."""
        for head in list(self.document.findall(Head)):
            head.replace_self(made(nodes.paragraph("", BETWEEN.join(_words(head)))))


def _words(head: Head) -> Iterator[str]:
    if head["latest"]:
        yield f"As of {head['latest']}"
    yield from (words for _, words in head["figures"])


def visit_head(self: HTML5Translator, node: Head) -> None:
    """Open the line; the switch may stand in it."""
    builder = self.builder
    home = sourced_domain(builder.env).home(DIFFERENCES)
    places = {
        "facts": f"#{node['notes']}" if node["notes"] else "",
        "disputed": builder.get_relative_uri(builder.current_docname, home) if home else "",
    }
    parts = [f"As of {escape(node['latest'])}"] if node["latest"] else []
    parts += [_linked(places.get(kind, ""), escape(words)) for kind, words in node["figures"]]
    self.body.append(f'<div class="sourced-head">\n<p>{BETWEEN.join(parts)}</p>\n')


def _linked(address: str, html: str) -> str:
    return f'<a href="{escape(address)}">{html}</a>' if address else html


def depart_head(self: HTML5Translator, _node: Head) -> None:
    """Close the line."""
    self.body.append("</div>\n")


def setup_heads(app: Sphinx) -> None:
    """Register the node and what makes it."""
    app.add_node(Head, html=(visit_head, depart_head))
    app.add_transform(AddHead)
    app.add_post_transform(PlainHead)
