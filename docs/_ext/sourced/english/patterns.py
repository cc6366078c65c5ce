"""Laying out long patterns and word lists so that they can be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..text.fold import WORD
from .tables import rows


def any_of(*alternatives: str) -> str:
    """A pattern for any of ``alternatives``; the first that fits is taken."""
    return f"(?:{'|'.join(alternatives)})"


def any_word(*alternatives: str) -> str:
    """The same between word boundaries."""
    return rf"\b{any_of(*alternatives)}\b"


def word_list(*lines: str) -> list[str]:
    """The words of ``lines``, which part them by spaces."""
    return [word for line in lines for word in line.split()]


def listed(table: str, kind: str, group: str = "") -> list[str]:
    """The words and phrases of a kind in a table of ``words/``, or of a group of that kind.

    The longest come first, so that in a pattern ``none other than`` is tried before ``none``.
    """
    found: dict[str, None] = {}
    for its_kind, its_group, *forms in rows(table):
        if its_kind == kind and group in ("", its_group):
            found |= dict.fromkeys(forms)
    return sorted(found, key=len, reverse=True)


def first_words(*phrases: str) -> frozenset[str]:
    """The words that phrases begin with, for a quick look: most sentences have none of them."""
    return frozenset(WORD.findall(phrase)[0] for phrase in phrases)


def matches_at(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches that ``finditer`` gives, where none begins but at one of the ``places``, which ascend."""
    last = 0
    for at in places:
        match = pattern.match(text, at) if at >= last else None
        if match is not None:
            last = match.end()
            yield match


def any_listed(table: str, kind: str, *others: str) -> str:
    """A pattern between word boundaries for the words of a kind in a table, or any of ``others``."""
    return any_word(*map(re.escape, listed(table, kind)), *others)
