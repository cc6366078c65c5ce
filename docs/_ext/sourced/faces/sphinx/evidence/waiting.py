"""Sentences that nobody has reviewed yet, marked where they stand, for as long as there are any."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.writers.html5 import HTML5Translator

from ..builders import is_site
from ..building import place_of
from ..domain import sourced_domain
from ..searching.passages import BLOCKS
from ..state import Waiting

SIGN = '<span class="sourced-unreviewed" role="img" aria-label="Not yet reviewed:"></span>'
"""Empty, so that nothing of it is copied with the words; a style sheet draws it."""


NO_LETTERS = re.compile(r"[\W_]+")


class Unreviewed(nodes.Inline, nodes.Element):
    """Stands before the words of a sentence."""


class MarkWaiting(SphinxTransform):
    """Put a sign before each sentence that waits to be reviewed."""

    default_priority = 820  # after everything that takes texts apart

    def apply(self, **_kwargs: object) -> None:
        """Find each in the block that holds it: of several, in the last that does not begin below it."""
        waiting = sourced_domain(self.env).page(self.env.docname).judgement.waiting
        if not waiting:
            return
        found = [node for node in self.document.findall(nodes.Element) if isinstance(node, BLOCKS)]
        blocks = [Letters(block) for block in sorted(found, key=_kind)]
        for each in waiting:
            wanted = letters(each.words)
            holding = [block for block in blocks if wanted and wanted in block.text]
            if holding:
                _nearest(holding, each).mark(wanted)


class Letters:
    """The letters and digits of a block."""

    def __init__(self, block: nodes.Element) -> None:
        self.block = block
        self.text = "".join(letters(text) for text in block.findall(nodes.Text))

    @property
    def line(self) -> int:
        """Where the block begins."""
        return self.block.line or 0

    def mark(self, wanted: str) -> None:
        """Put the sign before words of the block; within a link or a mark, before all of that."""
        text, at = self._place(self.text.index(wanted))
        if text.parent is not self.block:
            node: nodes.Node = text
            while node.parent is not self.block:
                node = node.parent
            self.block.insert(place_of(node), Unreviewed())
            return
        while at and not text[at - 1].isspace():
            at -= 1  # an opening quotation mark goes with its word
        index = place_of(text)
        parts = [nodes.Text(part) for part in (text[:at], text[at:]) if part]
        self.block[index : index + 1] = [*parts[:-1], Unreviewed(), parts[-1]]

    def _place(self, number: int) -> tuple[nodes.Text, int]:
        """The text in which a letter is, and where it is there."""
        for text in self.block.findall(nodes.Text):
            own = len(letters(text))
            if number < own:
                return text, [at for at, char in enumerate(text) if char.isalnum()][number]
            number -= own
        raise IndexError(number)


def letters(text: str) -> str:
    """The letters and digits of a text, small."""
    found = NO_LETTERS.sub("", text)
    return found.lower() if found.isascii() else "".join(char.casefold()[0] for char in found)


def _kind(block: nodes.Element) -> int:
    return next(number for number, kind in enumerate(BLOCKS) if isinstance(block, kind))


def _nearest(holding: Sequence[Letters], waiting: Waiting) -> Letters:
    above = [block for block in holding if block.line <= waiting.line]
    return max(above, key=lambda block: block.line) if above else holding[0]


def visit_unreviewed(self: HTML5Translator, _node: Unreviewed) -> None:
    """Print the sign, where a style sheet can draw it."""
    if is_site(self.builder):
        self.body.append(SIGN)
    raise nodes.SkipNode


def leave_out(_self: nodes.NodeVisitor, _node: Unreviewed) -> None:
    """Print nothing."""
    raise nodes.SkipNode


def setup_waiting(app: Sphinx) -> None:
    """Register the sign, and what puts it in its place."""
    nothing = (leave_out, None)
    app.add_node(
        Unreviewed, html=(visit_unreviewed, None), latex=nothing, text=nothing, man=nothing, texinfo=nothing
    )
    app.add_transform(MarkWaiting)
