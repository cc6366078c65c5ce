"""What may stand in a data file, field by field, read from the model; and where a file has an example."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import msgspec
import yaml
from msgspec import Struct

from .model import Aside, DataFile, Entry, Evidence, Fact, Id, Name, Original, Property, Source
from .yaml.tree import Path, Tree, node_at

ENTRIES: dict[str, tuple[type[Entry], Path]] = {
    "file": (DataFile, ()),
    "source": (Source, ("sources", "*")),
    "original": (Original, ("sources", "*", "original")),
    "aside": (Aside, ("sources", "*", "aside", "*")),
    "name": (Name, ("names", "*")),
    "property": (Property, ("properties", "*")),
    "fact": (Fact, ("facts", "*")),
    "evidence": (Evidence, ("facts", "*", "evidence", "*")),
}
"""Each kind of entry: its class, and where such entries stand in a data file."""

_ID_PATTERN = get_args(Id)[1].pattern


class Field(Struct, frozen=True, kw_only=True):
    """One field of an entry."""

    name: str
    is_needed: bool
    takes: str
    """What it takes, in a few words."""
    meaning: str


def fields(kind: str) -> list[Field]:
    """The fields of a kind of entry, in the order of the model."""
    model, _ = ENTRIES[kind]
    schema = msgspec.json.schema(model)
    own = schema["$defs"][model.__name__]
    needed = own.get("required", [])
    return [
        Field(
            name=name,
            is_needed=name in needed,
            takes=_takes(told),
            meaning=told.get("description", ""),
        )
        for name, told in own["properties"].items()
        if name != "id"  # the key of an entry
    ]


def _takes(told: dict[str, Any]) -> str:
    """What a part of the schema admits, as a person says it."""
    part = next((each for each in told.get("anyOf", ()) if each.get("type") != "null"), told)
    if "enum" in part:
        return f"one of {', '.join(f'`{each}`' for each in part['enum'])}"
    if "$ref" in part:
        return "an entry"
    of: dict[str, Any] = part.get("items") or part.get("additionalProperties") or {}
    match part.get("type"):
        case "array":
            return f"a list; each is {_takes(of)}"
        case "object":
            return f"a mapping; each is {_takes(of)}"
        case "boolean":
            return "`true` or `false`"
    if part.get("pattern") == _ID_PATTERN:
        return "an ID"
    form = part.get("description", "") if part is not told else ""
    return f"{form[:1].lower()}{form[1:]}".rstrip(".") or "text"


def example(kind: str, field: str, tree: Tree, text: str) -> tuple[str, str]:
    """The first entry of a data file that has a field, as ``facts: bridge``, with the lines of that field."""
    _, pattern = ENTRIES[kind]
    for path in _paths(tree.root, pattern):
        entry = node_at(tree.root, path)
        if isinstance(entry, dict) and field in entry:
            where = ": ".join(str(step) for step in path[:2])
            line, column = tree.place((*path, field), key=True)
            is_in_braces = "{" in text.split("\n")[line - 1][:column]
            told = {field: entry[field]}
            return where, _dumped(told) if is_in_braces else _lines(text, line, column)
    return "", ""


def _paths(root: Any, pattern: Path) -> Iterator[Path]:
    """The paths of a tree that a pattern with ``*`` for any step leads along."""
    if not pattern:
        yield ()
        return
    first, *rest = pattern
    keys = (root if isinstance(root, dict) else range(len(root))) if first == "*" else (first,)
    for key in keys:
        below = node_at(root, (key,))
        if below is not None:
            yield from ((key, *path) for path in _paths(below, tuple(rest)))


def _lines(text: str, line: int, column: int) -> str:
    """A key with its value, from a place on: its own line, and those that stand further in."""
    lines = text.split("\n")
    own, indent = [lines[line - 1][column - 1 :]], column - 1
    for each in lines[line:]:
        if each.strip() and len(each) - len(each.lstrip()) <= indent:
            break
        own.append(each[indent:])
    return "\n".join(each.rstrip() for each in own).rstrip()


def _dumped(told: Any) -> str:
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=False).rstrip()
