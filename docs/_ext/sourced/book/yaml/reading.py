"""Reads YAML into a tree with places, out of libyaml's events.

Every scalar is a string, whatever it looks like. What hides the meaning of an
entry (aliases, merge keys, tags, a key that stands twice) is refused, and
reading goes on behind it, so that everything wrong is told at once.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any, NoReturn, TypeAlias

from yaml import (
    AliasEvent,
    CBaseLoader,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    YAMLError,
)
from yaml.reader import ReaderError

from ...text.place import LineStarts
from ..findings import Finding
from ..inputs import problem
from .syntax import has_strange, may_hide_strange, strange_characters, strange_value, syntax_problem
from .tree import Node, Tree, Unread, children, containers

MAX_DEPTH = 50
_TOO_DEEP = f"more than {MAX_DEPTH} mappings and lists stand in each other"

_Event: TypeAlias = Any  # the stubs know no more of an event than its base class
_EMPTY: dict[type, Callable[[], Node]] = {
    MappingStartEvent: dict,
    SequenceStartEvent: list,
    AliasEvent: Unread,
}


def read_tree(text: str, *, file: str) -> tuple[Tree | None, list[Finding]]:
    """The tree of a YAML text and all that is wrong with it; no tree where there is no mapping at all."""
    text = text.removeprefix("\ufeff")
    if has_strange(text):
        return None, list(strange_characters(text, file=file))
    builder = _Builder(text, file)
    try:
        builder.build()
    except ReaderError as error:
        return None, list(strange_characters(text, file=file)) or [syntax_problem(error, file=file)]
    except YAMLError as error:
        builder.findings.append(syntax_problem(error, file=file))
        builder.mark_unfinished()
    except _StoppedError:
        builder.mark_unfinished()
    builder.report_duplicates()
    tree = builder.tree()
    if tree and may_hide_strange(text):
        builder.findings.extend(_strange_values(tree, file))
    return tree, builder.findings


def _strange_values(tree: Tree, file: str) -> list[Finding]:
    found = []
    for path, text, is_key in tree.texts():
        words = None if isinstance(text, Unread) else strange_value(text)
        if words:
            message = f"an escape puts {words} into this {'key' if is_key else 'value'}"
            found.append(problem("yaml-character", message, file=file, place=tree.place(path, key=is_key)))
    return found


class _StoppedError(Exception):
    """Nothing good can follow; the finding has been made."""


class _Builder:
    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.findings: list[Finding] = []
        self.places = array("I")
        self.partial: set[int] = set()
        self.documents: list[Node] = []
        self.duplicates: list[tuple[dict[str, Node], _Event]] = []

    def build(self) -> None:
        """Read every event, without recursion. One long loop: a call for each event would double its cost."""
        get_event: Callable[[], _Event] = CBaseLoader(self.text).get_event
        place = self.places.append
        marks = any(mark in self.text for mark in "&*!")  # without these, no node has an anchor or a tag
        node: Any = self.documents
        mapping = False  # whether ``node`` is a mapping; if not, it is a list
        outer: list[tuple[Any, bool]] = []
        for event in iter(get_event, None):
            kind = event.__class__
            if kind is not ScalarEvent and (kind is MappingEndEvent or kind is SequenceEndEvent):
                node, mapping = outer.pop()
                continue
            if mapping:
                key = event.value if kind is ScalarEvent else self.refuse_as_key(event)
                if key in node or key == "<<" or (marks and (event.anchor or event.tag) is not None):
                    key = self.refuse_key(event, node)
                place(event.start_mark.index)
                event = get_event()
                kind = event.__class__
            if kind is ScalarEvent:
                value: Any = event.value
            elif kind in _EMPTY:
                value = _EMPTY[kind]()
            elif self.is_end(event):
                return
            else:
                continue
            if marks and (event.anchor or event.tag) is not None:
                self.refuse_marks(event, key if mapping else "")
            place(event.start_mark.index)
            if mapping:
                node[key] = value
            else:
                node.append(value)
            if kind is not ScalarEvent and kind is not AliasEvent:
                outer.append((node, mapping))
                node, mapping = value, kind is MappingStartEvent
                if len(outer) > MAX_DEPTH:
                    self.stop("yaml-depth", _TOO_DEEP, event)

    def is_end(self, event: _Event) -> bool:
        """Whether reading ends with an event that is no node; one document is all that is read."""
        if isinstance(event, DocumentStartEvent):
            if self.documents:
                self.report("yaml-document", "a second document begins here", event)
                return True
            if event.tags:
                self.report("yaml-directive", "`%TAG` has no use here", event)
        return isinstance(event, StreamEndEvent)

    def refuse_as_key(self, event: _Event) -> str:
        if isinstance(event, AliasEvent):
            self.stop("yaml-alias", f"`*{event.anchor}` is an alias", event)
        self.stop("yaml-key", "a mapping or a list stands here as a key", event)

    def refuse_key(self, event: _Event, node: dict[str, Node]) -> str:
        """Report a key; its value is kept, under a key that nothing else has, for the count of places."""
        self.refuse_marks(event, "")
        if event.value == "<<":
            self.report("yaml-merge-key", "`<<` is a merge key", event)
            self.partial.add(id(node))
        elif event.value in node:
            self.duplicates.append((node, event))
        else:
            return str(event.value)
        return Unread(f"\0{len(self.places)}")

    def refuse_marks(self, event: _Event, key: str) -> None:
        if isinstance(event, AliasEvent):
            if not isinstance(key, Unread):
                self.report("yaml-alias", f"`*{event.anchor}` is an alias", event)
            return
        if event.anchor is not None:
            self.report("yaml-alias", f"`&{event.anchor}` is an anchor", event)
        if event.tag is not None:
            self.report("yaml-tag", f"`{event.tag}` is a tag", event)

    def report_duplicates(self) -> None:
        """Only now is it worth counting where the first of the two stands."""
        if not self.duplicates:
            return
        mappings = {id(node) for node, _ in self.duplicates}
        firsts = {
            id(node): dict(children(node, at))
            for node, at in containers(self.documents, -1)
            if id(node) in mappings
        }
        lines = LineStarts(self.text)
        for node, event in self.duplicates:
            number = firsts[id(node)][event.value] - 1
            line = lines.line(self.places[number])
            message = f"`{event.value}` stands twice in this mapping, first in line {line}"
            self.report("yaml-duplicate-key", message, event)

    def mark_unfinished(self) -> None:
        """After a stop, whatever was read last may lack what follows."""
        node: Node = self.documents
        while not isinstance(node, str):
            if isinstance(node, dict):
                self.partial.add(id(node))
            if not node:
                return
            holder: Any = node
            last = next(reversed(node)) if isinstance(node, dict) else -1
            if holder[last] == "":
                holder[last] = Unread()
            node = holder[last]

    def tree(self) -> Tree | None:
        root = self.documents[0] if self.documents else ""
        if isinstance(root, dict):
            return Tree(self.text, root, self.places, frozenset(self.partial))
        if root == "" and not self.findings:
            message = "the file holds nothing"
            self.findings.append(problem("yaml-document", message, file=self.file, hint=_SECTIONS))
        elif not self.findings:
            found = "a list" if isinstance(root, list) else "text"
            message = f"the file must be a mapping of sections, not {found}"
            place = LineStarts(self.text).place(self.places[0])
            self.findings.append(problem("wrong-type", message, file=self.file, place=place, hint=_SECTIONS))
        return None

    def report(self, code: str, message: str, event: _Event) -> None:
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        self.findings.append(problem(code, message, file=self.file, place=place))

    def stop(self, code: str, message: str, event: _Event) -> NoReturn:
        self.report(code, message, event)
        raise _StoppedError


_SECTIONS = "Begin with a section such as `facts:`."
