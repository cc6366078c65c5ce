"""What a picture is asked to show: the facts that its lines and options name, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .directives import OPTION
from .lines import Lines
from .page import Citation, IdPlace, Label


def roles(body: Lines) -> Iterator[Label]:
    """The part that facts play in a picture: on each line a role, and its facts."""
    for line, offset in body.lines:
        role, _, facts = line.partition(":")
        for fact, start in _listed(facts, offset + len(role) + 1):
            yield Label(fact=fact, words=role.strip(), start=start)


def labels(body: Lines) -> Iterator[Label]:
    """What a picture is to name: on each line a fact, perhaps others, and the words for it."""
    for line, offset in body.lines:
        fact, colon, words = line.partition(":")
        if colon and words.strip():
            start = offset + len(line) - len(words.lstrip())
            yield Label(fact=fact.split(",")[0].strip(), words=words.strip(), start=start)


def events(body: Lines) -> Iterator[Citation]:
    """The facts that a timeline names: on each line those before the colon."""
    for line, offset in body.lines:
        for fact, start in _listed(line.partition(":")[0], offset):
            yield Citation(fact=fact, start=start, role="picture")


def left_out(lines: Lines) -> Iterator[Citation]:
    """The facts that a picture is to leave out: ``:without: fact, fact``."""
    for fact, start in _optional(lines, "without"):
        yield Citation(fact=fact, start=start, role="picture")


def set_against(lines: Lines) -> Iterator[IdPlace]:
    """The properties, or facts, that set people against each other: ``:against: property, fact``."""
    for id_, start in _optional(lines, "against"):
        yield IdPlace(id=id_, kind="against", start=start)


def _optional(lines: Lines, name: str) -> Iterator[tuple[str, int]]:
    """The IDs that an option lists, each with its offset."""
    for line, offset in lines.lines:
        if (option := OPTION.match(line)) and option[1].lower() == name:
            yield from _listed(line[option.end() :], offset + option.end())


def _listed(text: str, start: int) -> Iterator[tuple[str, int]]:
    """IDs with commas between them, each with its offset."""
    for found in re.finditer(r"[^\s,]+", text):
        yield found.group(), start + found.start()
