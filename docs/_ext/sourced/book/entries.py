"""The data file's tree as entries of the model, or everything in it that does not fit, each at its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sized
from functools import cached_property

import msgspec
from msgspec import inspect
from rapidfuzz import fuzz, process

from ..text.plain import composed
from .findings import Finding
from .inputs import problem
from .model import DataFile, Fact
from .yaml.tree import Node, Path, Tree, Unread

_ENTRIES = {"sources": "source", "names": "name", "properties": "property", "facts": "fact"}
_LONGEST = 60
_BOOLEANS = ("true", "false")
_NEAR = 70  # of 100: `evidences` and `Value` are near a key, `id` is near none


def read_entries(tree: Tree) -> DataFile | None:
    """The tree as entries, all at once in compiled code; None if anything does not fit."""
    try:
        # Not strict, for `single: true` is text here; to no other type does it make a difference.
        data = msgspec.convert(_composed(tree), DataFile, strict=False)
    except msgspec.ValidationError:
        return None
    if any(value not in _BOOLEANS for value in _booleans(tree)):
        return None
    for section in (data.sources, data.names, data.properties, data.facts):
        for entry_id, entry in section.items():
            if entry.id:  # IDs are keys; a key named `id` is not part of the file's form
                return None
            msgspec.structs.force_setattr(entry, "id", entry_id)
    return data


def _composed(tree: Tree) -> Node:
    """The tree with accents composed, as words copied from a source may not have them."""
    if tree.text.isascii() or composed(tree.text) == tree.text:
        return tree.root

    def made(node: Node) -> Node:
        if isinstance(node, str):
            return composed(node)
        if isinstance(node, list):
            return [made(each) for each in node]
        return {composed(key): made(value) for key, value in node.items()}

    return made(tree.root)


def _booleans(tree: Tree) -> Iterator[Node]:
    """Every `single`, `draft` and `every`, of which msgspec would also take `1` and `TRUE`."""
    for name, key in (("properties", "single"), ("names", "draft"), ("facts", "draft")):
        section = tree.root.get(name, {})
        for entry in section.values() if isinstance(section, dict) else ():
            if isinstance(entry, dict) and key in entry:
                yield entry[key]
    yield from _every(tree)


def _every(tree: Tree) -> Iterator[Node]:
    """Every `every` of an aside."""
    sources = tree.root.get("sources", {})
    for source in sources.values() if isinstance(sources, dict) else ():
        asides = source.get("aside", []) if isinstance(source, dict) else []
        for aside in asides if isinstance(asides, list) else ():
            if isinstance(aside, dict) and "every" in aside:
                yield aside["every"]


def misfits(tree: Tree, file: str) -> Iterator[Finding]:
    """Everything in the tree that the model does not take."""
    return _Misfits(tree, file).node((), tree.root, inspect.type_info(DataFile))


_EMPTY = "Give it a value, or remove the key."


def _plain(kind: inspect.Type) -> tuple[inspect.Type, str]:
    """A type without description and without `| None`, and the form of its text in words."""
    form = ""
    while True:
        if isinstance(kind, inspect.UnionType):
            kind = next(part for part in kind.types if not isinstance(part, inspect.NoneType))
        elif isinstance(kind, inspect.Metadata):
            form = (kind.extra or {}).get("form", form)
            kind = kind.type
        else:
            return kind, form


class _Misfits:
    """Walks tree and types side by side; the types hold no cycle, so their depth bounds the walk."""

    def __init__(self, tree: Tree, file: str) -> None:
        self.tree = tree
        self.file = file

    @cached_property
    def _lines(self) -> list[str]:
        return self.tree.text.split("\n")

    def node(self, path: Path, node: Node, kind: inspect.Type) -> Iterator[Finding]:
        kind, form = _plain(kind)
        if isinstance(node, Unread):
            return
        if node == "":
            yield self.at(path, "wrong-type", f"{_said(path)} has no value", key=True, hint=_EMPTY)
        elif isinstance(kind, inspect.StructType):
            yield from self.struct(path, node, kind)
        elif isinstance(kind, inspect.DictType):
            yield from self.mapping(path, node, kind)
        elif isinstance(kind, inspect.VarTupleType):
            yield from self.items(path, node, kind)
        elif isinstance(node, str):
            yield from self.text(path, node, kind, form)
        else:
            yield self.wrong_type(path, node, "text")

    def struct(self, path: Path, node: Node, kind: inspect.StructType) -> Iterator[Finding]:
        if not isinstance(node, dict):
            yield self.wrong_type(path, node, "a mapping of keys")
            return
        if kind.cls is Fact and _fits(node):
            return  # so that one misfit among many facts costs little more than none
        fields = {field.encode_name: field for field in kind.fields if field.name != "id"}
        for key, child in node.items():
            if key in fields:
                yield from self.node((*path, key), child, fields[key].type)
            elif not isinstance(key, Unread):
                yield self.unknown((*path, key), key, list(fields))
        if id(node) in self.tree.partial:
            return
        for key, field in fields.items():
            if field.required and key not in node:
                yield self.at(path, "missing-key", f"{_said(path)} has no `{key}`", key=True)

    def mapping(self, path: Path, node: Node, kind: inspect.DictType) -> Iterator[Finding]:
        if not isinstance(node, dict):
            yield self.wrong_type(path, node, "a mapping of keys")
            return
        yield from self.many(path, node, kind.max_length)
        key_kind, form = _plain(kind.key_type)
        for key, child in node.items():
            if not isinstance(key, Unread):
                yield from self.text((*path, key), key, key_kind, form, key=True)
                yield from self.node((*path, key), child, kind.value_type)

    def items(self, path: Path, node: Node, kind: inspect.VarTupleType) -> Iterator[Finding]:
        if not isinstance(node, list):
            yield self.wrong_type(path, node, "a list")
            return
        yield from self.many(path, node, kind.max_length)
        for number, child in enumerate(node):
            yield from self.node((*path, number), child, kind.item_type)

    def many(self, path: Path, node: Sized, most: int | None) -> Iterator[Finding]:
        if most is not None and len(node) > most:
            message = f"{_said(path)} has {len(node)} entries, and may have {most}"
            hint = "Share them out among several: each is looked for by itself."
            yield self.at(path, "bad-value", message, key=True, hint=hint)

    def text(
        self, path: Path, text: str, kind: inspect.Type, form: str, *, key: bool = False
    ) -> Iterator[Finding]:
        what = f"the key `{_short(text)}` is" if key else f"{_said(path)} is `{_short(text)}`,"
        if isinstance(kind, inspect.BoolType):
            if text not in _BOOLEANS:
                yield self.at(path, "bad-value", f"{what} neither `true` nor `false`")
        elif key and not text:
            yield self.at(path, "bad-value", "a key is empty", key=True)
        elif isinstance(kind, inspect.LiteralType):
            if text not in kind.values:
                choice = ", ".join(f"`{value}`" for value in kind.values)
                yield self.at(path, "bad-value", f"{what} none of {choice}")
        elif isinstance(kind, inspect.StrType) and kind.pattern and not re.search(kind.pattern, text):
            hint = _SUM if path[-1] == "sha256" else _plainly(text, kind.pattern)
            yield self.at(path, "bad-value", f"{what} not {form}", key=key, hint=hint)

    def unknown(self, path: Path, key: str, known: list[str]) -> Finding:
        near = process.extractOne(key, known, scorer=fuzz.ratio, score_cutoff=_NEAR)
        choice = ", ".join(f"`{name}`" for name in known)
        hint = f"Did you mean `{near[0]}`?" if near else f"Known here: {choice}."
        if self._is_rest_of_a_value(path, key):
            hint = "Within braces a comma ends a value: put the value before it in quotation marks."
        message = f"{_said(path[:-1])} knows no key `{_short(key)}`"
        return self.at(path, "unknown-key", message, key=True, hint=hint)

    def _is_rest_of_a_value(self, path: Path, key: str) -> bool:
        """Whether a key is what stands behind a comma in braces: `{exact: It cost 40,000 crowns}`."""
        line, column = self.tree.place(path, key=True)
        behind = self._lines[line - 1][column - 1 + len(key) :]
        return behind.lstrip()[:1] in (",", "}")

    def wrong_type(self, path: Path, node: Node, wanted: str) -> Finding:
        found = "text" if isinstance(node, str) else "a list" if isinstance(node, list) else "a mapping"
        return self.at(path, "wrong-type", f"{_said(path)} must be {wanted}, not {found}")

    def at(self, path: Path, code: str, message: str, *, key: bool = False, hint: str = "") -> Finding:
        fact = str(path[1]) if path[:1] == ("facts",) and len(path) > 1 else None
        place = self.tree.place(path, key=key)
        return problem(code, message, file=self.file, place=place, hint=hint, fact=fact)


_SUM = "Put here what `sha256sum` prints for the file in `seeds/`."


def _plainly(text: str, pattern: str) -> str:
    """How an ID may be written; which letter cannot stand in one where none is like it."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    strange = next((char for char in bare if char.isalnum() and not char.isascii()), "")
    if strange:
        name = unicodedata.name(strange, "").lower()
        return f"Type it again: “{strange}” is {name}, no plain letter or digit."
    near = re.sub("[^a-z0-9]+", "-", bare.lower()).strip("-")
    return f"Write `{_short(near)}`." if re.search(pattern, near) else ""


def _fits(node: dict[str, Node]) -> bool:
    if "id" in node or "draft" in node:
        return False
    try:
        msgspec.convert(node, Fact, strict=False)
    except msgspec.ValidationError:
        return False
    return True


def _said(path: Path) -> str:
    """A path in words: `exact` of evidence 2 of fact `tower-height`."""
    if not path:
        return "the file"
    *front, last = path
    if isinstance(last, int):
        return f"{front[-1]} {last + 1} of {_said(tuple(front[:-1]))}"
    if len(front) == 1 and front[0] in _ENTRIES:
        return f"{_ENTRIES[str(front[0])]} `{_short(last)}`"
    return f"`{_short(last)}` of {_said(tuple(front))}" if front else f"`{_short(last)}`"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
