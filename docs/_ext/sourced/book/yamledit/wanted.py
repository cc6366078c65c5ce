"""What a YAML text has to say after a change, worked out on its tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..yaml.tree import Node, Path, node_at
from .kinds import Add, Append, Change, EditError, Rename, Set


def turn(change: Change) -> int:
    """Keys are renamed last, the innermost first, so that no path leads astray."""
    return -len(change.path) if isinstance(change, Rename) else -1_000


def whole(root: Node, change: Change) -> Change:
    """The same change as one that adds to what is there."""
    if isinstance(change, Set | Rename):
        return change
    path, value = change.path, change.value
    if isinstance(change, Append):
        if node_at(root, path) is not None:
            return change
        value = [value]
    while len(path) > 1 and node_at(root, path[:-1]) is None:
        path, value = path[:-1], {str(path[-1]): value}
    return Add(path, value)


def together(changes: Iterable[Change]) -> list[Change]:
    """The changes, those that make the same missing mapping or list as one."""
    found: list[Change] = []
    made: dict[Path, int] = {}
    for change in changes:
        if isinstance(change, Add) and change.path in made:
            before = found[made[change.path]]
            assert isinstance(before, Add)
            found[made[change.path]] = Add(change.path, _both(before.value, change.value))
            continue
        if isinstance(change, Add):
            made[change.path] = len(found)
        found.append(change)
    return found


def _both(first: Node, second: Node) -> Node:
    if isinstance(first, list) and isinstance(second, list):
        return [*first, *second]
    if not isinstance(first, dict) or not isinstance(second, dict):
        raise EditError("two changes add the same key")
    joined = {**first, **second}
    return {key: _both(first[key], second[key]) if key in first and key in second else joined[key]
            for key in joined}  # fmt: skip


def changed(root: Any, change: Change) -> Any:
    """What the text has to say after a change; the old tree stays as it is."""
    if isinstance(change, Append):
        return _replaced(root, change.path, lambda node: [*node, change.value])
    holder, step = change.path[:-1], change.path[-1]
    if node_at(root, holder) is None:
        raise EditError(f"`{'.'.join(map(str, holder))}` is not there")
    if isinstance(change, Rename):
        return _replaced(root, holder, lambda node: _renamed(node, step, change.key))
    if isinstance(change, Set):
        if not isinstance(node_at(root, change.path), str):
            raise EditError(f"`{'.'.join(map(str, change.path))}` has no text to change")
        return _replaced(root, change.path, lambda _: change.value)
    if not isinstance(node_at(root, holder), dict):
        raise EditError(f"`{'.'.join(map(str, holder))}` holds no keys")
    if node_at(root, change.path) is not None:
        raise EditError(f"`{'.'.join(map(str, change.path))}` is there already")
    return _replaced(root, holder, lambda node: {**node, step: change.value})


def _replaced(node: Any, path: Path, new: Callable[[Any], Any]) -> Any:
    if not path:
        return new(node)
    step: Any = path[0]
    copy = list(node) if isinstance(node, list) else dict(node)
    copy[step] = _replaced(node[step], path[1:], new)
    return copy


def _renamed(node: Any, old: str | int, new: str) -> Any:
    if old not in node or new in node:
        raise EditError(f"`{old}` is not there" if old not in node else f"`{new}` is there already")
    return {new if key == old else key: value for key, value in node.items()}
