"""The lists of words in ``words/``, each read when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"
_LISTS = {"n": "nouns.txt", "v": "verbs.txt", "a": "adjectives.txt", "r": "adverbs.txt"}


@cache
def base_words(kind: str) -> frozenset[str]:
    """All base forms of a kind: ``n``, ``v``, ``a``, ``r``."""
    return frozenset(_text(_LISTS[kind]).split())


def irregular(form: str, kind: str) -> tuple[str, ...]:
    """The base forms of a form that no rule gives; nothing for a regular one."""
    return tuple(each[:-2] for each in row("irregular.tsv", form) if each[-1] == kind)


def unlikely(form: str) -> list[list[str]]:
    """The readings of a form that are hardly ever meant: ``evening`` is no form of ``even``."""
    return [each.split("/") for each in row("unlikely.tsv", form)]


def row(name: str, first: str) -> list[str]:
    """What stands behind a word in its row of a table."""
    rest = rows_by_first(name).get(first)
    return rest.split("\t") if rest else []


@cache
def rows_by_first(name: str) -> dict[str, str]:
    """The rows of a table of which none begin with the same word, uncut."""
    # Rows are cut when they are asked for: thousands of lists take longer to make than all else together.
    return dict(line.split("\t", 1) for line in _lines(name))


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table; a line that begins with ``#`` is a comment."""
    return (line.split("\t") for line in _lines(name))


def _lines(name: str) -> Iterator[str]:
    return (line for line in _text(name).splitlines() if line and not line.startswith("#"))


def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
