"""A YAML text as a tree of mappings, lists and strings, and where each of them stands in the text."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Any, TypeAlias

from ...text.place import LineStarts

Node: TypeAlias = "dict[str, Node] | list[Node] | str"
Path: TypeAlias = tuple[str | int, ...]
"""Where in a tree: ``("facts", "tower-height", "evidence", 0, "exact")``."""


class Unread(str):
    """Stands in for a key or a value that was refused and reported."""

    __slots__ = ()


_LARGE = 30
"""Of a mapping or list with more children (a section), the count is kept."""


class Tree:
    """The mapping that a file is, and the way from a path to a place in it.

    Places are kept as one number for each key, scalar, mapping and list, in the
    order of the text: four bytes each. What a path leads to is found by counting.
    """

    def __init__(self, text: str, root: dict[str, Node], places: array[int], partial: frozenset[int]) -> None:
        self.text = text
        self.root = root
        self.places = places
        self.partial = partial
        """``id()`` of each mapping read in part only: a key that it lacks may yet stand in the file."""
        self._lines = LineStarts(text)
        self._counted: dict[int, dict[str | int, int]] = {}

    def place(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Line and column (from 1) of the value at ``path``, or of its key.

        A path that leads nowhere gives the place of its nearest ancestor's key.
        """
        return self._lines.place(self.offset(path, key=key))

    def offset(self, path: Path, *, key: bool = False) -> int:
        """The same place as an offset in ``text``."""
        node: Node = self.root
        key_at = value_at = 0
        for step in path:
            found = self._child(node, value_at, step)
            if found is None:
                return self.places[key_at]
            value_at, node, has_key = found
            key_at = value_at - has_key
        return self.places[key_at if key else value_at]

    def node(self, path: Path) -> Node | None:
        """What stands at ``path``, if it leads somewhere."""
        return node_at(self.root, path)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column (from 1) of an offset."""
        return self._lines.place(offset)

    def _child(self, node: Node, at: int, step: str | int) -> tuple[int, Node, bool] | None:
        """Number of the child's place, the child, and whether its key's place comes just before."""
        if isinstance(node, dict) and isinstance(step, str) and step in node:
            return self._count(node, at, step), node[step], True
        if isinstance(node, list) and isinstance(step, int) and 0 <= step < len(node):
            return self._count(node, at, step), node[step], False
        return None

    def _count(self, node: dict[str, Node] | list[Node], at: int, step: str | int) -> int:
        counted = self._counted.get(id(node))
        if counted is None:
            if node is not self.root and len(node) <= _LARGE:
                return next(number for child, number in children(node, at) if child == step)
            counted = self._counted[id(node)] = dict(children(node, at))
        return counted[step]

    def texts(self) -> Iterator[tuple[Path, str, bool]]:
        """Every key and every value that is text, with its path, and whether it is a key."""
        waiting: list[tuple[Path, Node]] = [((), self.root)]
        while waiting:
            path, node = waiting.pop()
            if isinstance(node, str):
                yield path, node, False
                continue
            for step, child in _steps(node):
                waiting.append(((*path, step), child))
                if isinstance(step, str):
                    yield (*path, step), step, True


def node_at(root: Node, path: Path) -> Node | None:
    """What stands at a path from a node on, if it leads somewhere."""
    node: Any = root
    for step in path:
        if isinstance(node, str):
            return None
        steps = node if isinstance(node, dict) else range(len(node))
        if step not in steps:
            return None
        node = node[step]
    return node  # type: ignore[no-any-return]  # what a tree holds is a node


def containers(node: Node, at: int) -> Iterator[tuple[dict[str, Node] | list[Node], int]]:
    """Every mapping and list from a node on, with the number of its place."""
    waiting = [(node, at)]
    while waiting:
        node, at = waiting.pop()
        if not isinstance(node, str):
            yield node, at
            numbers = (number for _, number in children(node, at))
            waiting.extend(zip((child for _, child in _steps(node)), numbers, strict=True))


def _steps(node: dict[str, Node] | list[Node]) -> Iterator[tuple[str | int, Node]]:
    yield from node.items() if isinstance(node, dict) else enumerate(node)


def children(node: dict[str, Node] | list[Node], at: int) -> Iterator[tuple[str | int, int]]:
    """Each child's step with the number of its place; ``at`` is the number of the parent's."""
    keys = isinstance(node, dict)
    for step, child in _steps(node):
        at += 2 if keys else 1
        yield step, at
        at += _inside(child)


def _inside(node: Node) -> int:
    """How many places stand inside a node."""
    if isinstance(node, str):
        return 0
    found = len(node) * (2 if isinstance(node, dict) else 1)
    for child in node.values() if isinstance(node, dict) else node:
        if not isinstance(child, str):  # asked here, as most are
            found += _inside(child)
    return found
