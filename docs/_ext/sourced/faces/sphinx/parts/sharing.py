"""``{shared-passages}``: what each two sources share, side by side, the words that stand in both lit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from ....account.addresses import SHARED, shared_address
from ....account.sources.sharedpassages import Beside, Passage, Piece, shared_passages
from ....chain.sharing.sharedtext import share_running_text
from ..building import Column, Inline, paragraph, section, span, table
from ..state import Rests
from .links import Links, label
from .parts import PartDirective

BESIDE = "sourced-side-by-side"


class Lit(nodes.inline):
    """Words that stand in both passages."""


class SharedPassagesDirective(PartDirective):
    """``{shared-passages}``: a table for each two sources that share words in a row."""

    rests: ClassVar[Rests] = "data"
    home: ClassVar[str] = SHARED

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """A section for each pair."""
        found = [_pair(each, links) for each in shared_passages(links.library)]
        return [*found] or [paragraph("No two sources share so many words in a row.")]


def _pair(found: Beside, links: Links) -> nodes.section:
    names = [
        label(links.book, source, inside=number > 0) for number, source in enumerate((found.one, found.other))
    ]
    columns = [Column(label(links.book, source), 50, "sourced-side") for source in (found.one, found.other)]
    rows = [_row(pair, columns, links) for pair in found.passages]
    parts: list[nodes.Node] = [paragraph(_why(found, links))]
    if rows:
        parts.append(table(columns, rows, BESIDE))
    if found.more:
        parts.append(paragraph(_more(found)))
    return section(shared_address(found.one, found.other).anchor, " and ".join(names), *parts)


def _why(found: Beside, links: Links) -> str:
    """Whether the two are one voice, and by what."""
    one, other = found.words
    share = f"{one} words" if one == other else f"{one} words of the one and {other} of the other"
    return f"{_voice(found, links)} In all, {share} stand in runs that both have."


def _voice(found: Beside, links: Links) -> str:
    if not found.together:
        return "Two voices: no run outside quotation marks has enough words that are not names."
    if not found.directly:
        third = _between(found, links)
        by = (
            f"each shares running text with {third}"
            if third
            else "each shares running text with others that do"
        )
        return f"One voice for what both say, because {by}."
    ground = f"they share running text outside quotation marks{_ground(found)}"
    return f"One voice for what both say, because {ground}."


def _ground(found: Beside) -> str:
    """Which of the passages shown tell of a common origin."""
    if not found.grounds:
        return ""
    which = "the first" if found.grounds == 1 else f"the first {found.grounds}"
    all_ = "this passage" if len(found.passages) == 1 else "these passages"
    return f", as in {all_}" if found.grounds == len(found.passages) else f", as in {which} of {all_}"


def _between(found: Beside, links: Links) -> str:
    """A third source that shares running text with both."""
    both = (found.one, found.other)
    for third in links.sources:
        if third not in both and all(share_running_text(links.library, third, each) for each in both):
            return label(links.book, third, inside=True)
    return ""


def _more(found: Beside) -> str:
    count = f"{found.more} {'more passage' if found.passages else 'passage'}{'s' if found.more > 1 else ''}"
    be = "is" if found.more == 1 else "are"
    return f"{count} that the two share {be} not shown, so that the articles are not printed here."


def _row(pair: tuple[Passage, Passage], columns: list[Column], links: Links) -> nodes.row:
    cells = (
        nodes.entry("", *_passage(each, links), classes=[column.name])
        for each, column in zip(pair, columns, strict=True)
    )
    return nodes.row("", *cells)


def _passage(passage: Passage, links: Links) -> Iterator[nodes.Node]:
    """Where it stands, with the way there, and its words."""
    line, at = f"line {passage.line}", passage.quotation
    where: Inline
    if at is None:
        where = [links.source(passage.source), nodes.Text(f", {line}")]
    else:
        where = links.passage(passage.source, at, f"{label(links.book, passage.source)}, {line}")
    yield paragraph(span(where, "sourced-place"), classes=["sourced-where"])
    words = (node for piece in passage.pieces for node in _piece(piece, links))
    yield nodes.block_quote("", paragraph(*words), classes=["sourced-sentence"])


_MISSING = {"left": " … ", "aside": " […] "}


def _piece(piece: Piece, links: Links) -> Iterator[nodes.Node]:
    text = " ".join(f"|{piece.text}|".split())[1:-1] or _MISSING.get(piece.state, "")
    if piece.state != "lit":
        yield nodes.Text(text)
    elif links.html:
        yield Lit("", text, classes=["sourced-lit"])
    else:
        yield nodes.emphasis("", text)


def visit_lit(self: HTML5Translator, node: Lit) -> None:
    """Open it."""
    self.body.append(self.starttag(node, "mark", ""))


def depart_lit(self: HTML5Translator, _node: Lit) -> None:
    """Close it."""
    self.body.append("</mark>")


def setup_sharing(app: Sphinx) -> None:
    """Register the node."""
    app.add_node(Lit, html=(visit_lit, depart_lit))
