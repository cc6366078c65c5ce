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


@cache
def irregular() -> dict[tuple[str, str], tuple[str, ...]]:
    """The base forms of a form and kind that no rule gives."""
    return {(form, kind): tuple(bases) for form, kind, *bases in rows("irregular.tsv")}


@cache
def unlikely() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The readings of a form that are hardly ever meant: ``evening`` is no form of ``even``."""
    return {form: tuple(tuple(each.split("/")) for each in its) for form, *its in rows("unlikely.tsv")}


@cache
def relation(name: str) -> dict[str, frozenset[str]]:
    """What each word of a table is paired with, as ``state/v``; a pair stands in one order only."""
    return {first: frozenset(others) for first, *others in rows(name)}


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table; a line that begins with ``#`` is a comment."""
    for line in _text(name).splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
