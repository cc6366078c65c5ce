"""Code as a reader sees it: a block is one sentence, line by line as it stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from .lines import Lines
from .page import Piece, Sentence

PYTHON = frozenset({"python", "python3", "py", "py3", "pycon", "pycon3"})
"""Languages whose examples with prompts are run."""

_PROMPT = re.compile(r"\s*>>>(?: |$)")
_GOES_ON = re.compile(r"\s*\.\.\.(?: |$)")
_FLAG = re.compile(r"[ \t]*#\s*doctest:.*|\s*<BLANKLINE>\s*$")
_COMMENT = re.compile(r"(?:^|\s)#(.*)")

_Line = tuple[str, int]


def block(lines: Lines) -> Iterator[Sentence]:
    """A block of code."""
    yield from _sentence(lines.lines, "code")


def examples(lines: Lines) -> Iterator[Sentence]:
    """Examples that are run, and what that does not prove: comments, and lines that are no example."""
    shown = [(_FLAG.sub("", line), offset) for line, offset in lines.lines]
    yield from _sentence(shown, "doctest")
    yield from _sentence(list(_unproven(shown)), "code")


def has_examples(lines: Lines) -> bool:
    """Whether code begins with the prompt of an example."""
    return _PROMPT.match(next((line for line, _ in lines.lines if line.strip()), "")) is not None


def _sentence(lines: list[_Line], kind: Literal["code", "doctest"]) -> Iterator[Sentence]:
    filled = [n for n, (line, _) in enumerate(lines) if line.strip()]
    if any(char.isalnum() for line, _ in lines for char in line):
        first, last = filled[0], filled[-1]
        shown = enumerate(lines[first : last + 1], first)
        pieces = (Piece(text=line + "\n" * (n < last), start=at) for n, (line, at) in shown)
        yield Sentence(pieces=tuple(pieces), kind=kind)


def _unproven(lines: list[_Line]) -> Iterator[_Line]:
    """What running the examples does not prove."""
    inside = False
    for line, offset in lines:
        is_source = _PROMPT.match(line) or (inside and _GOES_ON.match(line))
        inside = bool(is_source or (inside and line.strip()))
        if is_source:
            if comment := _COMMENT.search(line):
                yield comment[1], offset + comment.start(1)
        elif not inside:
            yield line, offset
