"""The JSON Schema of the data file, made from the model, for editors that complete and check while typing."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from .model import DataFile


def schema_text() -> str:
    """The text of ``data/facts.schema.json``."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The data of a sourced book",
        **_for_editors(msgspec.json.schema(DataFile)),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _for_editors(node: Any) -> Any:
    """A part of the schema as an editor needs it, who sees types where the loader sees text."""
    if isinstance(node, list):
        return [_for_editors(part) for part in node]
    if not isinstance(node, dict):
        return node
    if "anyOf" in node:  # absent is not null: an optional key has its type, or is not there
        part = next(part for part in node["anyOf"] if part.get("type") != "null")
        node = {**part, **{key: value for key, value in node.items() if key != "anyOf"}}
    node = {key: _for_editors(part) for key, part in node.items() if key != "default"}
    if "properties" in node and node.get("type") == "object":
        node["properties"].pop("id", None)  # an entry's ID is its key
    if node.get("type") == "string" and "pattern" not in node:
        node["type"] = ["string", "number", "boolean"]  # `40` and `true` without quotes
    return node
