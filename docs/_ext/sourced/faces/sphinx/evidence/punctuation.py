"""Where a mark stands: close behind the words before it and behind their punctuation, as in print."""

from __future__ import annotations

import re

from docutils import nodes

from ..building import place_of
from .marks import SAID, Mark

CLOSING = re.compile(r"""[,.;:?!…”’"']+(?=\s|$)""")
"""What goes before the number of a note; not an apostrophe, after which the word goes on."""

OPENING, CLOSING_MARKS = ("“", "‘", '"'), ("”", "’", '"')
"""The one goes with the words when the other does."""


def drawn_near(node: nodes.Element) -> nodes.Node | None:
    """Take away the space before a node that prints no words of its own; what then stands before it."""
    parent = node.parent
    index = place_of(node)
    while index and isinstance(before := parent.children[index - 1], nodes.Text):
        index -= 1
        parent.pop(index)  # by its place, as an equal text may stand elsewhere
        if words := str(before).rstrip():
            parent.insert(index, nodes.Text(words))
            return parent.children[index]
    return parent.children[index - 1] if index else None


def take_in_punctuation(mark: Mark) -> None:
    """Set the number of a mark behind the punctuation that follows it."""
    if mark.children:
        words = nodes.inline("", "", *mark.children, classes=[SAID])
        mark.clear()
        mark += words
    parent, index = mark.parent, place_of(mark)
    after = parent.children[index + 1] if index + 1 < len(parent.children) else None
    closing = CLOSING.match(after) if isinstance(after, nodes.Text) else None
    if closing is None:
        return
    _replace(parent, index + 1, str(after)[closing.end() :])
    if not mark.children:
        parent.insert(index, nodes.Text(closing[0]))
        return
    mark += nodes.Text(closing[0])
    before = parent.children[index - 1] if index else None
    if closing[0].startswith(CLOSING_MARKS) and isinstance(before, nodes.Text) and before.endswith(OPENING):
        mark.insert(0, nodes.Text(before[-1]))
        _replace(parent, index - 1, str(before)[:-1])


def _replace(parent: nodes.Element, index: int, words: str) -> None:
    parent.pop(index)
    if words:
        parent.insert(index, nodes.Text(words))
