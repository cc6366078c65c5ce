"""Values as YAML text, in the style that people write a data file in."""

from __future__ import annotations

import json
import re
from functools import lru_cache

from yaml import CBaseLoader, ScalarEvent, YAMLError

from ..yaml.tree import Node

WIDTH = 110
"""A mapping or list that is no longer than this stands on one line."""
_NO_TEXT = re.compile(r"(?:~|null)?", re.IGNORECASE)
"""What an editor's schema takes for nothing."""
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def line_end(text: str) -> str:
    """How the lines of a text end."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def scalar(value: str, *, in_brackets: bool = True) -> str:
    """A text as a value or key, in quotes only where it needs them; in brackets a comma needs them, too."""
    if _is_plain(value, f"{{{value}: {value}}}" if in_brackets else f"{value}: {value}"):
        return value
    if '"' in value and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    quoted = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)


@lru_cache(maxsize=4096)
def _is_plain(value: str, written: str) -> bool:
    """Whether a text without quotes is read as itself where it is written as key and value."""
    if not value.isprintable() or _NO_TEXT.fullmatch(value):
        return False
    loader = CBaseLoader(written)
    try:
        values = [event.value for event in iter(loader.get_event, None) if isinstance(event, ScalarEvent)]
    except YAMLError:
        return False
    return values == [value, value]


def flow(node: Node) -> str:
    """A value on one line."""
    if isinstance(node, str):
        return scalar(node)
    if isinstance(node, list):
        return f"[{', '.join(map(flow, node))}]"
    return "{" + ", ".join(f"{scalar(key)}: {flow(value)}" for key, value in node.items()) + "}"


def block(node: Node, indent: int, end: str = "\n") -> str:
    """The lines of a mapping or list, each with its line end."""
    if isinstance(node, list):
        return "".join(_item(item, indent, end) for item in node)
    assert isinstance(node, dict)
    return "".join(_entry(key, value, indent, end) for key, value in node.items())


def _entry(key: str, value: Node, indent: int, end: str) -> str:
    start = f"{' ' * indent}{scalar(key)}:"
    if isinstance(value, str):
        return f"{start} {scalar(value, in_brackets=False)}{end}"
    if on_one_line(value, len(start) + 1):
        return f"{start} {flow(value)}{end}"
    return f"{start}{end}{block(value, indent + 2, end)}"


def _item(value: Node, indent: int, end: str) -> str:
    start = f"{' ' * indent}- "
    if isinstance(value, str):
        return f"{start}{scalar(value, in_brackets=False)}{end}"
    if on_one_line(value, len(start)):
        return f"{start}{flow(value)}{end}"
    return start + block(value, indent + 2, end)[indent + 2 :]


def on_one_line(node: Node, before: int) -> bool:
    """Whether a value is text, or so short and flat that nobody would spread it."""
    if isinstance(node, str) or not node:
        return True
    children = node.values() if isinstance(node, dict) else node
    return all(map(_is_flat, children)) and before + len(flow(node)) <= WIDTH


def _is_flat(node: Node) -> bool:
    return isinstance(node, str) or (isinstance(node, list) and all(isinstance(child, str) for child in node))
