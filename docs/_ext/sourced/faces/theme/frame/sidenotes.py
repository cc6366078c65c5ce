"""Footnotes in the margin, where the option ``use_sidenotes`` asks for it.

The theme's own way of it loses all but the first paragraph of a footnote, and leaves a dead link where one
is cited twice. Here the footnote stands once, whole, beside the place that cites it first; what cannot stand
within a paragraph, such as a list, stays a footnote at the foot of the page.
"""

from __future__ import annotations

from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.writers.html5 import HTML5Translator

from ..assets import has_lean_pages

LAST = 10_001
"""After the page has been compared with its source, where a footnote stands at the foot."""
UNNUMBERED = "{-}"
"""With it begins a footnote that shows no number."""


class Sidenote(nodes.General, nodes.Inline, nodes.Element):
    """A note in the margin; ``number`` is empty for one that shows none."""


def make_sidenotes(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Put each footnote that can stand in the margin beside the place that cites it first."""
    if not has_lean_pages(app):
        return
    for footnote in list(doctree.findall(nodes.footnote)):
        ids = set(footnote["ids"])
        citing = [each for each in doctree.findall(nodes.footnote_reference) if each.get("refid") in ids]
        if citing and all(isinstance(each, nodes.paragraph) for each in footnote.children[1:]):
            _place(footnote, *citing)


def _place(
    footnote: nodes.footnote, first: nodes.footnote_reference, *others: nodes.footnote_reference
) -> None:
    label, *paragraphs = footnote.children
    number = "" if paragraphs and paragraphs[0].astext().startswith(UNNUMBERED) else label.astext()
    note = Sidenote("", ids=footnote["ids"], number=number, anchors=first["ids"])
    for paragraph in paragraphs:
        note += nodes.inline("", "", *paragraph.children, classes=["sidenote-paragraph"])
    if not number:
        words = next(iter(note.findall(nodes.Text)))
        words.parent.replace(words, nodes.Text(words.astext().removeprefix(UNNUMBERED).lstrip()))
    for other in others if not number else ():
        sign = nodes.reference("", "⊕", refid=footnote["ids"][0], ids=other["ids"], internal=True)
        other.replace_self(sign)
    first.replace_self(note)
    footnote.parent.remove(footnote)


def visit_sidenote(self: HTML5Translator, node: Sidenote) -> None:
    """A box that is ticked where there is no margin, to unfold the note; no script is needed."""
    number, own = node["number"], node["ids"][0]
    box = f"{own}-shown"
    shown = f"<sup>{escape(number)}</sup>" if number else '<span class="marginnote-sign">⊕</span>'
    anchors = "".join(f'<span id="{escape(each)}"></span>' for each in node["anchors"])
    kind = "sidenote" if number else "marginnote"
    name = f"Note {number}" if number else "Note"
    self.body.append(
        f'{anchors}<label class="margin-toggle {kind}-label" for="{box}">{shown}</label>'
        f'<input class="margin-toggle" type="checkbox" id="{box}" aria-label="{escape(name)}" />'
        f'<span class="{kind}" id="{escape(own)}" role="note">'
    )
    if number:
        self.body.append(f"<sup>{escape(number)}</sup> ")


def depart_sidenote(self: HTML5Translator, _node: Sidenote) -> None:
    """Close it."""
    self.body.append("</span>")


def take_option(app: Sphinx, config: Config) -> None:
    """Do what the option asks for in place of the theme."""
    if str(config.html_theme_options.pop("use_sidenotes", "")).lower() == "true":
        app.connect("doctree-resolved", make_sidenotes, priority=LAST)
