"""Where the nodes at some paths of a YAML text begin and end, as libyaml marks them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from msgspec import Struct
from yaml import (
    CBaseLoader,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from ..yaml.tree import Path

_STARTS = (MappingStartEvent, SequenceStartEvent)
_ENDS = (MappingEndEvent, SequenceEndEvent)


class Marked(Struct):
    """A value in its text."""

    start: int
    end: int
    column: int
    """Of its first character, from 0; where a mapping in block style has all its keys."""
    outer: int
    """The column of what holds it."""
    block: bool
    """Whether it is a mapping or list in block style."""
    key: tuple[int, int] | None
    """Where its key stands; none for an item of a list."""
    count: int = 0
    """How many children it has."""
    last: int = 0
    """Where the last thing in it ends."""
    keeps: bool = False
    """Whether that is a text that keeps the blank lines behind it (``|+``)."""


class _Open:
    """A mapping or list that is being read."""

    def __init__(self, path: Path | None, event: Any, marked: Marked | None) -> None:
        self.path, self.marked = path, marked
        self.mapping = isinstance(event, MappingStartEvent)
        self.column = event.start_mark.column
        self.key: Any = None
        self.count = 0

    def step(self) -> str | int:
        return str(self.key.value) if self.mapping else self.count


def mark(text: str, paths: Collection[Path]) -> dict[Path, Marked]:
    """The values at ``paths``, as far as they are there. The text has been read without a finding."""
    return _Marker(text, set(paths)).found


class _Marker:
    def __init__(self, text: str, paths: set[Path]) -> None:
        self._above = {path[:length] for path in paths for length in range(len(path) + 1)}
        self._paths = paths
        self._text = text
        self.found: dict[Path, Marked] = {}
        self._open: list[_Open] = []
        self._last, self._keeps = 0, False
        # libyaml does not count a byte order mark
        self._shift = len(text) - len(text.removeprefix("\ufeff"))
        get_event = CBaseLoader(text[self._shift :]).get_event
        while True:
            event: Any = get_event()
            kind = event.__class__
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind in _STARTS:
                self._open.append(_Open(*self._begin(event)))
            elif kind in _ENDS:
                self._close(event)
            elif kind is StreamEndEvent:
                return

    def _scalar(self, event: Any) -> None:
        holder = self._open[-1] if self._open else None
        if holder is not None and holder.mapping and holder.key is None:
            holder.key = event
            return
        self._ended(event)
        self._begin(event)
        if holder is not None:
            holder.key, holder.count = None, holder.count + 1

    def _ended(self, event: Any) -> None:
        self._last = event.end_mark.index + self._shift
        header = self._text[event.start_mark.index + self._shift :][:3] if event.style in ("|", ">") else ""
        self._keeps = "+" in header

    def _begin(self, event: Any) -> tuple[Path | None, Any, Marked | None]:
        """Note a value that begins, if it is asked for; a path is kept only on the way to one."""
        holder = self._open[-1] if self._open else None
        if holder is None:
            path: Path | None = ()
        elif holder.path is None:
            path = None
        else:
            path = (*holder.path, holder.step())
        if path not in self._above:
            return None, event, None
        if path not in self._paths:
            return path, event, None
        key = holder.key if holder else None
        marked = self.found[path] = Marked(
            start=event.start_mark.index + self._shift,
            end=event.end_mark.index + self._shift,
            column=event.start_mark.column,
            outer=holder.column if holder else -2,
            block=isinstance(event, _STARTS) and not event.flow_style,
            key=(key.start_mark.index + self._shift, key.end_mark.index + self._shift) if key else None,
            last=self._last,
            keeps=self._keeps,
        )
        return path, event, marked

    def _close(self, event: Any) -> None:
        closed = self._open.pop()
        if closed.marked is not None:
            closed.marked.count = closed.count
            closed.marked.last, closed.marked.keeps = self._last, self._keeps
            closed.marked.end = event.end_mark.index + self._shift
        if event.end_mark.index > event.start_mark.index:  # the bracket of a flow style
            self._last, self._keeps = event.end_mark.index + self._shift, False
        if self._open:
            holder = self._open[-1]
            holder.key, holder.count = None, holder.count + 1
