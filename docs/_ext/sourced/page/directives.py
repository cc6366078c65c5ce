"""What is known of each directive: which of its parts a reader sees as words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .lines import Lines
from .page import Label

GENERATED = frozenset(
    {
        "quote",
        "facts-table",
        "timeline",
        "people",
        "locator",
        "sourcing",
        "disagreements",
        "source",
        "source-passages",
        "source-shared",
        "sources-table",
        "codes",
        "names-table",
        "figures",
        "checked",
        "chapters",
    }
)
"""Directives of the book, which print what is checked elsewhere."""

Argument = Literal["body", "label", "version", "hidden"]
Body = Literal["prose", "caption", "card", "hidden", "labels", "list-table", "toctree"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """How a directive shows its parts."""

    argument: Argument = "hidden"
    """What follows its name: the first words of the body, a title, a version and words, or no words."""
    options: bool = True
    """Whether lines such as ``:class: x`` at its top are options."""
    body: Body = "prose"


def _known() -> dict[str, Directive]:
    shapes: list[tuple[str, Directive]] = [
        (
            "note warning tip hint important caution attention danger error seealso compound",
            Directive(argument="body"),
        ),
        ("epigraph pull-quote highlights", Directive(argument="body", options=False)),
        (
            "versionadded versionchanged versionremoved deprecated",
            Directive(argument="version", options=False),
        ),
        (
            "admonition margin sidebar topic dropdown table tab-item rubric contents",
            Directive(argument="label"),
        ),
        ("card grid-item-card", Directive(argument="label", body="card")),
        ("figure figure-md", Directive(body="caption")),
        ("container div tab-set grid grid-item class rst-class", Directive()),
        ("centered", Directive(argument="label", options=False)),
        ("list-table", Directive(argument="label", body="list-table")),
        ("toctree", Directive(body="toctree")),
        (
            "code code-block sourcecode doctest testcode testoutput testsetup testcleanup highlight",
            Directive(body="hidden"),
        ),
        ("image index", Directive(body="hidden")),
    ]
    known = {name: shape for names, shape in shapes for name in names.split()}
    generated = {name: Directive(body="hidden") for name in GENERATED}
    return known | generated | {"timeline": Directive(body="labels")}


KNOWN = _known()

_LABELS = frozenset({"alt", "caption", "subtitle", "img-alt", "link-alt", "header", "attribution"})
_OPTION = re.compile(r"\s*:?([A-Za-z][\w-]*):(?:[ \t]+|$)")
_ENTRY = re.compile(r"\s*(\S.*?)\s*<[^<>]*>\s*")

Words = list[tuple[str, int]]
"""Words with the offset at which they start, line by line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A directive's lines, told apart."""

    options: dict[str, str]
    labels: list[Words]
    """The options that a reader sees or hears."""
    body: Lines


def divide(shape: Directive, lines: Lines) -> Parts:
    """Tell the options of a directive from its body."""
    texts = [line for line, _ in lines.lines]
    taken, body = 0, lines.lines
    if shape.options and texts and texts[0].startswith("---"):
        closed = next((n for n in range(1, len(texts)) if texts[n].startswith("---")), len(texts))
        taken, body = closed, lines.lines[closed + 1 :]
        if closed < len(texts) and texts[closed].strip("-").strip():
            line, offset = lines.lines[closed]
            rest = line.lstrip("-")
            body = [(rest, offset + len(line) - len(rest)), *body]
    elif shape.options:
        while taken < len(texts) and _is_option(texts[taken]):
            taken += 1
        body = lines.lines[taken:]
    options, labels = _options(lines.lines[:taken])
    return Parts(options=options, labels=labels, body=Lines(body))


def _is_option(line: str) -> bool:
    bare = line.lstrip()
    return bare.startswith(":") and not bare.startswith(":::")


def _options(lines: Words) -> tuple[dict[str, str], list[Words]]:
    options: dict[str, str] = {}
    labels: list[Words] = []
    name = ""
    for line, offset in lines:
        found = _OPTION.match(line)
        start = found.end() if found else len(line) - len(line.lstrip(" \t:"))
        if found:
            name = found[1].lower()
            if name in _LABELS:
                labels.append([])
        words = line[start:].rstrip()
        if len(words) > 1 and words[0] == words[-1] and words[0] in "\"'":
            start, words = start + 1, words[1:-1]
        options[name] = f"{options.get(name, '')} {words}".strip()
        if name in _LABELS and words and words not in ("|", ">", "|-", ">-"):
            labels[-1].append((words, offset + start))
    return options, [label for label in labels if label]


def entries(lines: Lines) -> list[Words]:
    """The titles that a table of contents gives its entries: ``Title <page>``."""
    found = ((_ENTRY.fullmatch(line), offset) for line, offset in lines.lines)
    return [[(entry[1], offset + entry.start(1))] for entry, offset in found if entry]


def without_rules(lines: Lines) -> Lines:
    """A card's body without the lines that only divide it."""
    return Lines([("" if re.fullmatch(r"\^{3,}\s*", line) else line, offset) for line, offset in lines.lines])


def labels(body: Lines) -> Iterator[Label]:
    """What a picture is to name: on each line a fact, and the words for it."""
    for line, offset in body.lines:
        fact, colon, words = line.partition(":")
        if colon and words.strip():
            start = offset + len(line) - len(words.lstrip())
            yield Label(fact=fact.strip(), words=words.strip(), start=start)
