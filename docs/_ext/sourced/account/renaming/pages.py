"""Where a page names an ID, and its text when that is another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from ...page.page import Page
from ..uses.subject import Kind

_ANCHORS: dict[Kind, tuple[str, ...]] = {"fact": ("fact",), "name": ("name", "about"), "source": ("passage",)}
"""How the addresses begin that have an ID in them."""

_FRONT = re.compile(r"---\s*\n.*?\n---\s*$", re.DOTALL | re.MULTILINE)
_ROLE = re.compile(r"\{(fact|evidence|quote|name)\}`([^`]*)`")


def renamed_text(page: Page, kind: Kind, old: str, new: str) -> str:
    """The text of a page with another ID wherever it names this one, and not a character else."""
    found = (_in_roles(page, kind, old), _in_front(page, kind, old), _in_examples(page, old))
    starts = sorted({*chain(*found), *_in_links(page, kind, old)})
    parts, at = [], 0
    for start in starts:
        parts += [page.text[at:start], new]
        at = start + len(old)
    return "".join([*parts, page.text[at:]])


def _in_roles(page: Page, kind: Kind, old: str) -> Iterator[int]:
    """In roles and in what is made from the data."""
    for each in page.ids:
        meant = each.kind == kind or (each.kind == "against" and kind in ("fact", "property"))
        if meant and each.id == old:
            yield each.start


def _in_front(page: Page, kind: Kind, old: str) -> Iterator[int]:
    """In roles that stand in the front matter, which is no running text."""
    front = _FRONT.match(page.text)
    whole = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])(?![^<]*<)")
    for role in _ROLE.finditer(front[0] if front else ""):
        if (role[1] == "name") == (kind == "name") and kind in ("name", "fact"):
            yield from (role.start(2) + found.start() for found in whole.finditer(role[2]))


def _in_examples(page: Page, old: str) -> Iterator[int]:
    """In examples that are run, where it is all that stands between quotation marks."""
    quoted = re.compile(rf"""(?<=["']){re.escape(old)}(?=["'])""")
    for sentence in page.code:
        if sentence.kind == "doctest":
            yield from (sentence.offset(found.start()) for found in quoted.finditer(sentence.text))


def _in_links(page: Page, kind: Kind, old: str) -> Iterator[int]:
    """In links to where the book tells of it."""
    begun = "|".join(_ANCHORS.get(kind, ()))
    if begun:
        link = re.compile(rf"(?<=\()[^()\s]*#(?:{begun})-({re.escape(old)})(?![\w]|-(?!\d+\)))")
        yield from (found.start(1) for found in link.finditer(page.text))
