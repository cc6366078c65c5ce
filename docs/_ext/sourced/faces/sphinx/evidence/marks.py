"""Marks in the text: the roles that print a value, or only a sign that something is sourced."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import TypeVar

from docutils import nodes
from docutils.nodes import Node, system_message
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxRole
from sphinx.writers.html5 import HTML5Translator

from ....page.roles import explicit, items
from ..building import made
from ..domain import SourcedDomain, sourced_domain

LONGEST_UNBROKEN = 20
"""A value of no more characters is not broken over two lines."""

Parsed = tuple[list["Node"], list["system_message"]]
Placed = TypeVar("Placed", bound=nodes.Element)

THIN_SPACE = "\u202f"
"""Holds a number apart from its words, also where they are read aloud; no line is broken there."""

SAID = "sourced-said"
"""The words themselves, apart from the punctuation around them and from the number."""


class Left(nodes.Inline, nodes.TextElement):
    """What a role of the book leaves until the whole page has been read."""


class Mark(Left):
    """Words that rest on a fact or, without words, only the sign that something does.

    ``fact`` is the fact's ID. The notes give it its own ``ids`` and ``notes``, the number and the
    anchor of each note that it leads to: a sign that stands beside another mark has become part of
    that. ``whole`` keeps a short value on one line.
    """

    def rename_anchors(self, rename: Callable[[str], str]) -> None:
        """Lead to the notes by other anchors."""
        notes: list[tuple[int, str]] = self.get("notes", [])
        self["notes"] = [(number, rename(anchor)) for number, anchor in notes]


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
        return self.placed(made(nodes.inline(self.rawtext, f"[?{target}]", classes=["sourced-unknown"])))

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
    """``{own}`reason``` speaks to the checks, not to the reader."""

    def run(self) -> Parsed:
        """Print nothing."""
        return [self.placed(Blank(self.rawtext))], []


def spans(notes: Iterable[tuple[int, str]]) -> str:
    """The numbers of notes as print has them: ``4–9``, ``4, 7–9``; two in a row are no span."""
    runs: list[list[int]] = []
    for number, _ in notes:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    between = f",{THIN_SPACE}"
    return between.join(
        f"{run[0]}–{run[-1]}" if len(run) > 2 else between.join(map(str, run)) for run in runs
    )


def _linked(self: HTML5Translator, node: Mark) -> list[tuple[int, str]]:
    """The notes that share one link: all of a run, but in an e-book, where each opens by itself."""
    notes: list[tuple[int, str]] = node["notes"]
    return notes[:1] if self.builder.name == "epub" else notes


def visit_mark(self: HTML5Translator, node: Mark) -> None:
    """Open a link to the first of its notes."""
    notes = _linked(self, node)
    link = f'href="#{escape(notes[0][1])}" id="{escape(node["ids"][0])}" role="doc-noteref"'
    if len(notes) > 1:
        link += f' data-notes="{" ".join(str(number) for number, _ in notes)}"'
    if node.children:
        whole = " sourced-whole" if node.get("whole") else ""
        self.body.append(f'<a class="sourced-mark{whole}" {link}>')
    else:
        name = f"Note{'s' if len(notes) > 1 else ''} {spans(notes)}"
        self.body.append(f'<sup class="sourced-number">{THIN_SPACE}<a {link} aria-label="{name}">')


def depart_mark(self: HTML5Translator, node: Mark) -> None:
    """Print the numbers of the notes and close the link."""
    notes = _linked(self, node)
    if node.children:
        self.body.append(f'<sup class="sourced-number">{THIN_SPACE}{spans(notes)}</sup></a>')
    else:
        self.body.append(f"{spans(notes)}</a></sup>")
    for number, anchor in node["notes"][len(notes) :]:
        link = f'href="#{escape(anchor)}" role="doc-noteref" aria-label="Note {number}"'
        self.body.append(f'<sup class="sourced-number">{THIN_SPACE}<a {link}>{number}</a></sup>')


def setup_marks(app: Sphinx) -> None:
    """Register the roles and the mark they leave."""
    app.add_node(Mark, html=(visit_mark, depart_mark))
    app.add_role("fact", FactRole())
    app.add_role("evidence", EvidenceRole())
    app.add_role("figure", FigureRole())
    app.add_role("own", SilentRole())
