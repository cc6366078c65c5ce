"""Where one value of a YAML text changes, found by the places of its tree: the text is not read again.

For a change that is offered with a finding, of which a file may have many; whoever makes changes reads the
result back, as ``edit`` does.
"""

from __future__ import annotations

import re

from ..yaml.tree import Path, Tree
from .changes import Splice
from .written import scalar

_QUOTED = {"'": re.compile(r"'(?:[^']|'')*'"), '"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)}
_BLOCK = "|>"


def put(tree: Tree, path: Path, value: str) -> Splice | None:
    """Let ``value`` stand at ``path``, also where its key, and the mapping around it, are not there yet.

    None where that is not plain to do.
    """
    if tree.node(path) is not None:
        span = scalar_span(tree, path)
        return span and Splice(*span, _written(value, flow=_in_flow(tree, path)))
    if tree.node(path[:-1]) is not None:
        return _behind(tree, path, value)
    inner = f"{{{scalar(str(path[-1]))}: {_written(value, flow=True)}}}"
    return _behind(tree, path[:-1], inner, is_yaml=True)


def _behind(tree: Tree, path: Path, value: str, *, is_yaml: bool = False) -> Splice | None:
    """A further entry of a mapping, behind the last one that is text."""
    holder = tree.node(path[:-1])
    entries = reversed(holder.items()) if isinstance(holder, dict) else ()
    last = next(((*path[:-1], key) for key, each in entries if isinstance(each, str)), None)
    span = scalar_span(tree, last) if last else None
    if last is None or span is None:
        return None
    flow = _in_flow(tree, last)
    entry = f"{scalar(str(path[-1]))}: {value if is_yaml else _written(value, flow=flow)}"
    if flow:
        return Splice(span[1], span[1], f", {entry}")
    _, column = tree.line_column(tree.offset(last, key=True))
    end = tree.text.find("\n", span[1])  # behind a comment, if there is one
    end = len(tree.text) if end < 0 else end
    return Splice(end, end, f"\n{' ' * (column - 1)}{entry}")


def _written(value: str, *, flow: bool) -> str:
    return scalar(" ".join(value.split()), in_brackets=flow)


def scalar_span(tree: Tree, path: Path) -> tuple[int, int] | None:
    """Where the text at ``path`` stands, quotation marks with it; None for what is no text or a block."""
    value = tree.node(path)
    if not isinstance(value, str):
        return None
    start = tree.offset(path)
    mark = tree.text[start : start + 1]
    if mark in _QUOTED:
        found = _QUOTED[mark].match(tree.text, start)
    elif mark and mark in _BLOCK:
        return None
    else:  # plain text is as it stands, but for its line ends
        found = re.compile(r"\s+".join(map(re.escape, value.split()))).match(tree.text, start)
    return (start, found.end()) if found and found.end() > start else None


def _in_flow(tree: Tree, path: Path) -> bool:
    """Whether a value stands inside brackets."""
    for size in range(1, len(path)):
        if isinstance(tree.node(path[:size]), (dict, list)):
            start = tree.offset(path[:size])
            if tree.text[start : start + 1] in "{[":
                return True
    return False
