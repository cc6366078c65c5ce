"""Nodes that the extension makes from data: their words have verdicts of their own, and stand on no page."""

from __future__ import annotations

from typing import TypeVar

from docutils import nodes

_MADE = "sourced_made"
_Node = TypeVar("_Node", bound=nodes.Node)


def made(node: _Node) -> _Node:
    """A node, marked as made from data. No writer prints that, and no page can say it of its own words."""
    if isinstance(node, nodes.Element):
        node[_MADE] = True
    return node


def is_made(node: nodes.Element) -> bool:
    """Whether the extension has made a node from data."""
    return bool(node.get(_MADE))
