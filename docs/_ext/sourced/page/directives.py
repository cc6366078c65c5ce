"""What is known of each directive: which of its parts a reader sees as words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile, groupby
from typing import Literal

from .lines import Lines

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
        "shared-passages",
        "sources-table",
        "codes",
        "fields",
        "imports",
        "names-table",
        "figures",
        "checked",
        "chapters",
    }
)
"""Directives of the book, which print what is checked elsewhere."""

OF_A_SOURCE = frozenset({"source", "source-passages", "source-shared"})
"""Those whose argument is a source."""

Argument = Literal["body", "label", "version", "picture", "hidden"]
Body = Literal[
    "prose",
    "caption",
    "card",
    "code",
    "examples",
    "glossary",
    "hidden",
    "index",
    "labels",
    "roles",
    "list-table",
    "toctree",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """How a directive shows its parts."""

    argument: Argument = "hidden"
    """What follows its name: words of the body, a title, a version and words, a picture, or no words."""
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
        ("figure", Directive(argument="picture", body="caption")),
        ("figure-md", Directive(body="caption")),
        ("container div tab-set grid grid-item class rst-class", Directive()),
        ("centered", Directive(argument="label", options=False)),
        ("list-table", Directive(argument="label", body="list-table")),
        ("toctree", Directive(body="toctree")),
        ("code code-block sourcecode", Directive(body="code")),
        ("math", Directive(argument="body", body="code")),
        ("doctest testcode testoutput", Directive(body="examples")),
        ("image", Directive(argument="picture", body="hidden")),
        ("index", Directive(argument="body", body="index")),
        ("glossary", Directive(body="glossary")),
        ("testsetup testcleanup highlight default-role currentmodule", Directive(body="hidden")),
    ]
    known = {name: shape for names, shape in shapes for name in names.split()}
    generated = {name: Directive(body="hidden") for name in GENERATED}
    return known | generated | {"timeline": Directive(body="labels"), "locator": Directive(body="roles")}


KNOWN = _known()

_LABELS = frozenset({"alt", "caption", "subtitle", "img-alt", "link-alt", "header", "attribution"})
OPTION = re.compile(r"\s*:?([A-Za-z][\w-]*):(?:[ \t]+|$)")
INDEXED = re.compile(
    r"\s*(?:(?:single|pair|triple|see|seealso|module|keyword|operator|object|exception|statement|builtin)\s*:)?"
    r"[\s!]*(.*?)\s*"
)
"""An entry of an index: its words behind their kind."""
TITLED = re.compile(r"\s*(\S.*?)\s*<[^<>]*>\s*")
"""An entry of a table of contents that has a title of its own: ``Title <page>``."""

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
        found = OPTION.match(line)
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


def entries(lines: Lines, form: re.Pattern[str]) -> list[Words]:
    """The words in the lines that have a form: titles of a table of contents, or what an index is to say."""
    found = ((form.fullmatch(line), offset) for line, offset in lines.lines if line.strip())
    return [[(entry[1], offset + entry.start(1))] for entry, offset in found if entry]


def terms(lines: Lines) -> Iterator[tuple[bool, Lines]]:
    """The parts of a glossary: terms, which stand at the margin, and what is said of them, moved there."""
    for is_term, found in groupby(_bare(lines.lines), key=lambda each: _margin(each[0]) == 0):
        part = list(found)
        cut = min((_margin(line) for line, _ in part if line), default=0)
        yield is_term, Lines([(line[cut:], offset + min(cut, len(line))) for line, offset in part])


def _bare(lines: Words) -> Iterator[tuple[str, int]]:
    """The lines from the first one that is not blank; blank ones belong to what is said of a term."""
    shown = [(line if line.strip() else "", offset) for line, offset in lines]
    return dropwhile(lambda each: not each[0], shown)


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip()) if line else 1


def without_rules(lines: Lines) -> Lines:
    """A card's body without the lines that only divide it."""
    return Lines([("" if re.fullmatch(r"\^{3,}\s*", line) else line, offset) for line, offset in lines.lines])
