"""The tree of a large data file, kept from one reading to the next: libyaml takes ten times as long."""

from __future__ import annotations

import sys
from array import array
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml
from msgspec import DecodeError, Struct, msgpack

from ..cache import read_cached, write_cached
from .tree import Tree

_FILE = "tree"
WORTH = 100_000
"""A shorter text is read in a few hundredths of a second."""


class _Kept(Struct, frozen=True, array_like=True):
    of: str
    """A digest of the text, and of what has read it."""
    root: dict[str, Any]
    places: bytes


def kept_tree(root: Path, text: str) -> Tree | None:
    """The tree of this very text, in which nothing was wrong."""
    text = text.removeprefix("\ufeff")
    if len(text) < WORTH or (data := read_cached(root, _FILE)) is None:
        return None
    try:
        kept = msgpack.decode(data, type=_Kept)
    except DecodeError:
        return None
    if kept.of != _digest(text):
        return None
    return Tree(text, kept.root, array("I", kept.places), frozenset())


def keep_tree(root: Path, tree: Tree) -> None:
    """Keep a tree in which nothing was wrong, unless it is kept already."""
    if len(tree.text) < WORTH:
        return
    of, data = _digest(tree.text), read_cached(root, _FILE)
    if data is not None and of.encode() in data[:100]:
        return
    with suppress(UnicodeEncodeError):
        write_cached(root, _FILE, msgpack.encode(_Kept(of, tree.root, tree.places.tobytes())))


def _digest(text: str) -> str:
    return sha256(f"{_reader()}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _reader() -> str:
    """What makes a tree: the modules of this folder, and the library."""
    modules = sorted(Path(__file__).parent.glob("*.py"))
    sums = (sha256(module.read_bytes()).hexdigest() for module in modules)
    return " ".join((yaml.__version__, sys.byteorder, *sums))
