"""What to change in a YAML text so that one value of it is another; all else stays as it is written."""

from __future__ import annotations

import re
from typing import NamedTuple

from .yamltree import Path, Tree

_QUOTED = {"'": re.compile(r"'(?:[^']|'')*'"), '"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)}
_BLOCK = "|>"
_SPECIAL = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|: |:$| #|\s$|[\r\n\t]")
"""What plain text may not hold."""
_IN_FLOW = re.compile(r"[,\[\]{}]")
"""What it may not hold inside brackets."""


class Edit(NamedTuple):
    """``text`` is to stand where ``start`` to before ``end`` was."""

    start: int
    end: int
    text: str


def put(tree: Tree, path: Path, value: str) -> Edit | None:
    """Let ``value`` stand at ``path``, also where its key, and the mapping around it, are not there yet.

    None where that is not plain to do.
    """
    if tree.node(path) is not None:
        span = scalar_span(tree, path)
        return span and Edit(*span, scalar(value, flow=_in_flow(tree, path)))
    if tree.node(path[:-1]) is not None:
        return _behind(tree, path, value)
    inner = f"{{{scalar(str(path[-1]), flow=True)}: {scalar(value, flow=True)}}}"
    return _behind(tree, path[:-1], inner, is_yaml=True)


def _behind(tree: Tree, path: Path, value: str, *, is_yaml: bool = False) -> Edit | None:
    """A further entry of a mapping, behind the last one that is text."""
    holder = tree.node(path[:-1])
    entries = reversed(holder.items()) if isinstance(holder, dict) else ()
    last = next(((*path[:-1], key) for key, each in entries if isinstance(each, str)), None)
    span = scalar_span(tree, last) if last else None
    if last is None or span is None:
        return None
    flow = _in_flow(tree, last)
    entry = f"{scalar(str(path[-1]), flow=flow)}: {value if is_yaml else scalar(value, flow=flow)}"
    if flow:
        return Edit(span[1], span[1], f", {entry}")
    _, column = tree.line_column(tree.offset(last, key=True))
    end = tree.text.find("\n", span[1])  # behind a comment, if there is one
    end = len(tree.text) if end < 0 else end
    return Edit(end, end, f"\n{' ' * (column - 1)}{entry}")


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


def scalar(text: str, *, flow: bool) -> str:
    """A text as YAML has it: plain where that can be, else in single quotation marks."""
    text = " ".join(text.split())
    if text and not _SPECIAL.search(text) and not (flow and _IN_FLOW.search(text)):
        return text
    return "'" + text.replace("'", "''") + "'"
