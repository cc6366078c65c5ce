"""What stands at the cursor in a data file that may be half typed: which key, which value, of what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINE = re.compile(r"(?P<indent> *)(?P<dash>(?:- +|-$)*)(?:(?P<key>[^\s:#{}\[\],][^:#{}\[\],]*?) *:(?= |$))?")
_FLOW_KEY = re.compile(r"\s*(?P<key>[^\s:#{}\[\],][^:#{}\[\],]*?) *:(?: |$)")
_PLAIN = re.compile(r"[\"']?([^\"',}\]\n#]*)")
_HIGHEST = 20_000
"""What a line stands in is looked for in so many lines above it."""


class Place(NamedTuple):
    """A place in the data file by the keys around it: ``("facts", "tower-height", "evidence", "source")``."""

    keys: tuple[str, ...]
    is_key: bool
    """Whether a key stands, or begins, here; its name is not in ``keys``."""
    start: int
    end: int
    typed: str
    text: str


def place_in_data(text: str, offset: int) -> Place | None:
    """The key or the value at ``offset``; None in a comment."""
    begin = text.rfind("\n", 0, offset) + 1
    stop = text.find("\n", offset)
    line = text[begin : len(text) if stop < 0 else stop].rstrip("\r")
    at = offset - begin
    if _is_comment(line[:at]):
        return None
    found = _LINE.match(line)
    if found is None:
        return None
    column = len(found["indent"]) + len(found["dash"])
    above = tuple(_above(text, begin, column, len(found["indent"]) if found["dash"] else None))
    if not found["key"]:
        return _flow(above, line, column, at, begin) or _key(above, line, column, at, begin)
    if at <= found.end("key"):
        start, end = found.span("key")
        return Place(above, True, begin + start, begin + end, line[start:at], line[start:end])
    keys = (*above, found["key"])
    value = found.end() + 1 + (len(line[found.end() + 1 :]) - len(line[found.end() + 1 :].lstrip()))
    return _flow(keys, line, min(value, len(line)), at, begin) or _value(keys, line, value, at, begin)


def _is_comment(before: str) -> bool:
    return before.lstrip().startswith("#") or " #" in re.sub(r"'[^']*'?|\"[^\"]*\"?", "", before)


def _key(above: tuple[str, ...], line: str, column: int, at: int, begin: int) -> Place | None:
    """A key that begins on a line of its own, or a value of a list."""
    if at < column:
        return Place(above, True, begin + at, begin + at, "", "")
    end = begin + max(len(line.rstrip()), at)
    return Place(above, True, begin + column, end, line[column:at], line[column:].rstrip())


def _value(keys: tuple[str, ...], line: str, start: int, at: int, begin: int) -> Place:
    start = min(start, at)
    found = _PLAIN.match(line, start)
    first, last = found.span(1) if found else (at, at)
    last = max(first + len(line[first:last].rstrip()), min(at, last))
    first = min(first, at)
    return Place(keys, False, begin + first, begin + last, line[first:at], line[first:last].strip())


def _flow(keys: tuple[str, ...], line: str, start: int, at: int, begin: int) -> Place | None:
    """The place inside brackets, if the cursor stands in some on this line."""
    stack: list[tuple[str, tuple[str, ...], int]] = []
    path, item, quote = keys, start, ""
    for index in range(start, min(at, len(line))):
        char = line[index]
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'" and not line[item:index].rpartition(":")[2].strip():
            quote = char
        elif char in "{[":
            inner = _FLOW_KEY.match(line, item)
            stack.append((char, path, item))
            path = (*path, inner["key"]) if inner and inner.end() <= index and stack[:-1] else path
            item = index + 1
        elif char in "}]" and stack:
            _, path, item = stack.pop()
            item = index + 1
        elif char == "," and stack:
            item = index + 1
    if not stack:
        return None
    named = _FLOW_KEY.match(line, item)
    if stack[-1][0] == "[" or (named and named.end() <= at):
        first = named.end() if named and stack[-1][0] == "{" else item
        holder = (*path, named["key"]) if named and stack[-1][0] == "{" else path
        while first < at and line[first] == " ":
            first += 1
        return _value(holder, line, first, at, begin)
    while item < at and line[item] == " ":
        item += 1
    end = re.compile(r"[^\s:,}\]]*").match(line, item)
    last = end.end() if end else at
    return Place(path, True, begin + item, begin + max(last, at), line[item:at], line[item:last])


def _above(text: str, begin: int, column: int, dash: int | None) -> Iterator[str]:
    """The keys that a line at ``begin`` stands under, the outermost first."""
    found: list[str] = []
    for _ in range(_HIGHEST):
        if begin <= 0 or (column == 0 and dash is None):
            break
        end, begin = begin - 1, text.rfind("\n", 0, begin - 1) + 1
        line = _LINE.match(text[begin:end].rstrip("\r"))
        if line is None or not (line["key"] or line["dash"]):
            continue
        indent, inner = len(line["indent"]), len(line["indent"]) + len(line["dash"])
        if dash is None and line["dash"] and inner <= column and indent < column:
            if inner < column and line["key"]:
                found.append(line["key"])
            column, dash = inner, indent  # the first line of the list's item
        elif dash is None and line["key"] and inner < column:
            found.append(line["key"])
            column = inner
        elif dash is not None and line["key"] and not line["dash"] and inner <= dash:
            found.append(line["key"])
            column, dash = inner, None
    return reversed(found)
