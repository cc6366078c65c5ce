"""What may be changed in a YAML text."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from ..yaml.tree import Node, Path


class Set(Struct, frozen=True):
    """Give a value that is there another text."""

    path: Path
    value: str


class Rename(Struct, frozen=True):
    """Give a key another name, at its place."""

    path: Path
    key: str


class Add(Struct, frozen=True):
    """Add a key at the end of its mapping; mappings above it that are missing are made."""

    path: Path
    value: Node


class Append(Struct, frozen=True):
    """Add an item at the end of a list; a missing list is made."""

    path: Path
    value: Node


Change: TypeAlias = Set | Rename | Add | Append


class EditError(Exception):
    """Why a change cannot be made."""
