"""What the roles of a page print, and what they say about its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

SHOWN = frozenset(
    {
        "sub",
        "subscript",
        "sup",
        "superscript",
        "emphasis",
        "strong",
        "kbd",
        "guilabel",
        "menuselection",
        "dfn",
        "title",
        "title-reference",
        "title_reference",
        "t",
        "abbr",
        "abbreviation",
    }
)
"""Roles that print their content."""

TITLED = frozenset({"term", "index", "download", "option", "envvar"})
"""Roles that print their content, or the words in ``words <target>``."""

LINKED = frozenset({"ref", "doc", "any", "numref", "eq", "external"})
"""Roles that print the words of ``words <target>``, or else a title that Sphinx makes."""

CODE = frozenset(
    {
        "code",
        "literal",
        "math",
        "samp",
        "file",
        "command",
        "program",
        "mailheader",
        "mimetype",
        "regexp",
        "makevar",
        "data-file",
    }
)
"""Roles whose content is no prose, as a code span is not; it is shown as it is written."""

BRACED = frozenset({"samp", "file"})
"""Roles of code in which braces only set apart what is to be filled in."""

CHECKED = frozenset({"fact", "name", "quote", "figure"})
"""Roles of the book that print something."""

MARKS = frozenset({"evidence", "own"})
"""Roles of the book that only say something about their sentence."""

ICONS = frozenset(
    {
        *("octicon", "fa", "fab", "far", "fas", "fa-brands", "fa-regular", "fa-solid"),
        *(f"material-{style}" for style in ("outlined", "regular", "round", "sharp", "twotone")),
    }
)
"""Roles of sphinx-design that draw an icon."""

_BADGE = re.compile(
    r"bdg(?:-(?P<kind>link|ref))?"
    r"(?:-(?:primary|secondary|success|info|warning|danger|light|muted|dark|white|black)(?:-line)?)?"
)
_AS_BADGE = {None: "strong", "link": "download", "ref": "any"}
"""Roles that print what a badge of sphinx-design does."""
_TOLD = {None: re.compile(r"[;\\]"), "link": re.compile(r">\s*;|\\|^[^<]*$"), "ref": re.compile(r">\s*;|\\")}
"""Where a badge says something under the pointer, or shows an address: what is read on no page."""

_EXPLICIT = re.compile(r"(.*?)<([^<>]*)>\s*", re.DOTALL)
_ABBREVIATION = re.compile(r"(.*?)\s*\(([^()]*)\)\s*", re.DOTALL)
_FILLED_IN = re.compile(r"%s|\{(?:number|name)\}")
_ITEM = re.compile(r"[^,\s](?:[^,]*[^,\s])?")


class Part(NamedTuple):
    """Some words of a role's content, with where they start in it."""

    text: str
    at: int


def standard_name(name: str) -> str:
    """A role's name without its case and without Sphinx's standard domain."""
    return name.lower().removeprefix("std:")


def without_badge(name: str, content: str) -> str:
    """The name of a role that prints what a badge does; of any other role, or a badge with more, its own."""
    badge = _BADGE.fullmatch(name)
    if not badge or _TOLD[badge["kind"]].search(content):
        return name
    return _AS_BADGE[badge["kind"]]


def explicit(content: str) -> tuple[Part | None, Part]:
    """The words and the target of ``words <target>``; without ``<…>`` all of it is target."""
    found = _EXPLICIT.fullmatch(content)
    if not found:
        return None, _stripped(content, 0)
    return _stripped(found[1], 0), _stripped(found[2], found.start(2))


def abbreviation(content: str) -> tuple[Part, Part | None]:
    """The short form and the long form of ``HL (Harbour Lights)``."""
    found = _ABBREVIATION.fullmatch(content)
    if not found:
        return Part(content, 0), None
    return Part(found[1], 0), _stripped(found[2], found.start(2))


def without(pattern: re.Pattern[str], content: str) -> Iterator[Part]:
    """What stands between the matches of a pattern."""
    at = 0
    for found in pattern.finditer(content):
        yield Part(content[at : found.start()], at)
        at = found.end()
    yield Part(content[at:], at)


def unnumbered(words: Part) -> Iterator[Part]:
    """The words for a numbered thing without the places in which Sphinx prints its number or name."""
    return (Part(part.text, words.at + part.at) for part in without(_FILLED_IN, words.text))


def items(content: str) -> Iterator[Part]:
    """The IDs of a list with commas."""
    for found in _ITEM.finditer(content):
        yield Part(found[0], found.start())


def _stripped(text: str, index: int) -> Part:
    return Part(text.strip(), index + len(text) - len(text.lstrip()))
