"""What stands at the cursor on a page that may be half typed: a role or a directive, and which ID of it."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Kind = Literal["fact", "name", "property", "source", "against", "role"]
"""What an ID is an ID of; ``against`` is a property or a fact, ``role`` a part in a sketch."""

ROLES: dict[str, Kind] = {"fact": "fact", "evidence": "fact", "quote": "fact", "name": "name"}
_ROLE = re.compile(r"\{(fact|evidence|quote|name)\}(`+)")
_LOOK_BACK = 2000
"""A role stands in one paragraph, and begins within so many characters before the cursor."""
_OPEN = re.compile(r" *(?:`{3,}|~{3,}|:{3,})\{([\w-]+)\} *(.*)")
_CLOSE = re.compile(r" *(?:`{3,}|~{3,}|:{3,}) *")
_OPTION = re.compile(r" *:([\w-]+): *")
_ID = re.compile(r"[^\s,`<>{}]*")
_SOURCE_PARTS = ("source", "source-passages", "source-shared")
_LINES = 60
"""A directive opens within so many lines above the cursor."""


class Spot(NamedTuple):
    """An ID at the cursor, or what is typed of one: where it stands, and what it must be an ID of."""

    kind: Kind
    start: int
    end: int
    typed: str
    """What stands before the cursor; all of it may be words to look for."""
    id: str


def spot_on_page(text: str, offset: int) -> Spot | None:
    """The ID at ``offset``, in a role or a directive."""
    return _in_role(text, offset) or _in_directive(text, offset)


def _in_role(text: str, offset: int) -> Spot | None:
    low = max(text.rfind("\n\n", 0, offset), offset - _LOOK_BACK, 0)
    for found in _ROLE.finditer(text, low, min(offset + 12, len(text))):
        start, mark = found.end(), found[2]
        close = text.find(mark, start)
        if offset < found.start() or (0 <= close < offset):
            continue
        blank = text.find("\n\n", start)
        end = min(each for each in (close, blank, len(text)) if each >= 0)
        if offset < start:  # on the role's own name
            offset = start
        if offset <= end:
            return _inside(ROLES[found[1]], found[1], text, start, end, offset)
    return None


def _inside(kind: Kind, role: str, text: str, start: int, end: int, offset: int) -> Spot:
    """The ID of a role's content: an item of a list, or the target of ``words <target>``."""
    if role == "evidence":
        begin = text.rfind(",", start, offset) + 1 or start
        stop = text.find(",", offset, end)
        return _stripped(kind, text, begin, end if stop < 0 else stop, offset)
    opened = text.rfind("<", start, end)
    if opened >= 0 and role != "quote":
        stop = text.find(">", opened, end)
        inside = Spot(kind, opened + 1, end if stop < 0 else stop, "", "")
        return _stripped(kind, text, inside.start, inside.end, max(offset, inside.start))
    line = text.find("\n", offset, end)  # a role that was never closed goes to the end of its line at most
    return _stripped(kind, text, start, end if line < 0 else line, offset)


def _stripped(kind: Kind, text: str, start: int, end: int, offset: int) -> Spot:
    while start < end and text[start].isspace() and start < offset:
        start += 1
    while end > start and text[end - 1].isspace() and end > offset:
        end -= 1
    closed = _ID.match(text, start)
    stop = closed.end() if closed and closed.end() >= offset else min(max(offset, start), end)
    return Spot(kind, start, min(stop, end), text[start : max(start, offset)], text[start : min(stop, end)])


def _in_directive(text: str, offset: int) -> Spot | None:
    begin = text.rfind("\n", 0, offset) + 1
    stop = text.find("\n", offset)
    line = text[begin : len(text) if stop < 0 else stop]
    if found := _OPEN.match(line):
        start = begin + found.start(2)
        kind: Kind = "fact" if found[1] == "quote" else "source"
        named = found[1] == "quote" or found[1] in _SOURCE_PARTS
        return _item(kind, text, start, begin + len(line), offset) if named and offset >= start else None
    name = _directive(text, begin)
    if not name:
        return None
    if option := _OPTION.match(line):
        kinds: dict[str, Kind] = {"without": "fact", "against": "against"}
        at = begin + option.end()
        kind_ = kinds.get(option[1].lower())
        return _item(kind_, text, at, begin + len(line), offset) if kind_ and offset >= at else None
    colon = line.find(":")
    if name == "timeline" and (colon < 0 or offset <= begin + colon):
        return _item("fact", text, begin, begin + (colon if colon >= 0 else len(line)), offset)
    if name == "locator":
        if colon < 0 or offset <= begin + colon:
            return _item("role", text, begin, begin + (colon if colon >= 0 else len(line)), offset)
        return _item("fact", text, begin + colon + 1, begin + len(line), offset)
    return None


def _item(kind: Kind, text: str, start: int, end: int, offset: int) -> Spot:
    """The item of a list with commas that the cursor stands in."""
    begin = max(text.rfind(",", start, offset) + 1, start)
    stop = text.find(",", offset, end)
    return _stripped(kind, text, begin, end if stop < 0 else stop, offset)


def _directive(text: str, begin: int) -> str:
    """The directive that a line stands in, if it does: the fence above it that is not closed."""
    for _ in range(_LINES):
        if begin <= 0:
            return ""
        end, begin = begin - 1, text.rfind("\n", 0, begin - 1) + 1
        line = text[begin:end]
        if found := _OPEN.match(line):
            return found[1].lower()
        if _CLOSE.fullmatch(line.rstrip("\r")):
            return ""
    return ""
