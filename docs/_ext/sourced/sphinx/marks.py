"""Marks in the text: the roles that print a value, or only a sign that something is sourced."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, TypeVar

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from ..core.reading.roles import explicit, items
from .domain import SourcedDomain, sourced_domain

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

LONGEST_UNBROKEN = 20
"""A value of no more characters is not broken over two lines."""

Parsed = tuple[list["Node"], list["system_message"]]
Placed = TypeVar("Placed", bound=nodes.Element)

THIN_SPACE = "\u202f"
"""Holds a number apart from its words, also where they are read aloud, and does not break."""


class Left(nodes.Inline, nodes.TextElement):
    """What a role of the book leaves until the whole page has been read."""


class Mark(Left):
    """Words that rest on a fact or, without words, only the sign that something does.

    ``fact`` is the fact's ID. The notes give it ``number``, ``anchor`` (of its
    note), its own ``ids``, and ``apart`` where it follows another mark.
    ``whole`` keeps a short value on one line.
    """


class Blank(Left):
    """What a role leaves that prints nothing; taken out once the page has been read."""


class SourcedRole(SphinxRole):
    """A role that knows the book and its own line."""

    @property
    def domain(self) -> SourcedDomain:
        """The domain, with the book's data."""
        return sourced_domain(self.env)

    def words_and_target(self) -> tuple[str, str]:
        """What the role is to print, if it says so, and the ID that it names."""
        words, target = explicit(self.text)
        return words.text if words else "", target.text

    def placed(self, node: Placed) -> Placed:
        """Give a node its own line: MyST knows only that of the paragraph."""
        source, line = self.get_source_info()
        node.source, node.line = source, self.domain.reading.line_of(f"`{self.text}`", line)
        return node

    def unknown(self, target: str) -> nodes.inline:
        """An ID that gives nothing to print, for all to see. The check reports it; this only prints it."""
        return self.placed(nodes.inline(self.rawtext, f"[?{target}]", classes=["sourced-unknown"]))

    def mark(self, target: str, words: str = "") -> nodes.Element:
        """A mark for a fact, or its ID where there is no such fact."""
        self.domain.page(self.env.docname).facts[target] = self.domain.input.digests.fact(target)
        if target not in self.domain.input.book.facts:
            return self.unknown(target)
        return self.placed(Mark(self.rawtext, words, fact=target))


class FactRole(SourcedRole):
    """``{fact}`id``` prints the value; ``{fact}`words <id>``` prints other words for it."""

    def run(self) -> Parsed:
        """Print the value, or the words."""
        words, target = self.words_and_target()
        if words:
            return [self.mark(target, words)], []
        value = self.domain.input.display("fact", target)
        mark = self.mark(target, value)
        if not value:
            return [self.unknown(target)], []
        mark["whole"] = len(value) <= LONGEST_UNBROKEN
        return [mark], []


class EvidenceRole(SourcedRole):
    """``{evidence}`fact-a, fact-b``` marks its sentence and prints no words."""

    def run(self) -> Parsed:
        """Print one sign for each fact."""
        return [self.mark(target.text) for target in items(self.text)], []


class FigureRole(SourcedRole):
    """``{figure}`facts``` prints a figure of the book itself, such as how many facts it states."""

    def run(self) -> Parsed:
        """Print the figure."""
        kind = " ".join(self.text.split())
        shown = self.domain.input.display("figure", kind)
        self.domain.page(self.env.docname).figures[kind] = shown
        return [nodes.Text(shown) if shown else self.unknown(kind)], []


class SilentRole(SourcedRole):
    """``{own}`reason``` and ``{except}`code: reason``` speak to the checks, not to the reader."""

    def run(self) -> Parsed:
        """Print nothing."""
        return [self.placed(Blank(self.rawtext))], []


def visit_mark(self: HTML5Translator, node: Mark) -> None:
    """Open a link to the note."""
    link = f'href="#{escape(node["anchor"])}" id="{escape(node["ids"][0])}" role="doc-noteref"'
    if node.children:
        whole = " sourced-whole" if node.get("whole") else ""
        self.body.append(f'<a class="sourced-mark{whole}" {link}>')
    else:
        gap, apart = (THIN_SPACE, " sourced-apart") if node["apart"] else ("", "")
        name = f"Note {node['number']}"
        self.body.append(f'{gap}<sup class="sourced-number{apart}"><a {link} aria-label="{name}">')


def depart_mark(self: HTML5Translator, node: Mark) -> None:
    """Print the number of the note and close the link."""
    if node.children:
        self.body.append(f'<sup class="sourced-number">{THIN_SPACE}{node["number"]}</sup></a>')
    else:
        self.body.append(f"{node['number']}</a></sup>")


def setup_marks(app: Sphinx) -> None:
    """Register the roles and the mark they leave."""
    app.add_node(Mark, html=(visit_mark, depart_mark))
    app.add_role("fact", FactRole())
    app.add_role("evidence", EvidenceRole())
    app.add_role("figure", FigureRole())
    app.add_role("own", SilentRole())
    app.add_role("except", SilentRole())
