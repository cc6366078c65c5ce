"""What English words have to do with each other: one family, one meaning, or opposite ones.

Each answer is about two words as they stand in a text, whatever their inflection. All of them are careful:
a wrong ``related`` or ``synonyms`` lets a wrong statement pass, a wrong ``opposites`` refuses a true one,
and where nothing is known a person looks. ``tools/lexicon.py`` makes the tables and tells how.
"""

from __future__ import annotations

from .. import limits
from ..tables import row
from .inflection import Reading, degree, lemmas, readings

__all__ = ["contraries", "converses", "degree", "lemmas", "opposites", "related", "synonyms"]


def related(first: str, second: str) -> bool:
    """Whether two words are of one family: inflected, derived or spelled differently.

    ``fled`` and ``flee``, ``resist`` and ``resistance``, ``leader`` and ``lead``, ``organise`` and
    ``organize``; not ``large`` and ``larger``, ``form`` and ``former``, ``general`` and ``generally``:
    what limits or compares is a word of its own.
    """
    if first.lower() == second.lower():
        return True
    one, other = readings(first), readings(second)
    if limits.is_limiting(first) or limits.is_limiting(second):
        return bool(one & other) and limits.equivalent(first, second)  # `tried` and `tries`
    if not one and not other:
        return bool(lemmas(first) & lemmas(second))
    return bool(one & other) or _tied(one, other, "families.tsv")


def synonyms(first: str, second: str) -> bool:
    """Whether one word may stand for the other in a report: ``began`` and ``started``."""
    if limits.is_limiting(first) or limits.is_limiting(second):
        return limits.equivalent(first, second)
    return _tied(readings(first), readings(second), "synonyms.tsv")


def opposites(first: str, second: str) -> bool:
    """Whether one word contradicts the other in the same place of the same sentence: ``won`` and ``lost``."""
    if limits.is_limiting(first) or limits.is_limiting(second):
        return limits.exclusive(first, second)
    return _against(first, second, "opposites.tsv")


def contraries(first: str, second: str) -> bool:
    """Whether one thing cannot be both, and a text often tells of two: ``son`` and ``daughter``."""
    return _against(first, second, "contraries.tsv")


def converses(first: str, second: str) -> bool:
    """Whether two words tell one deed or tie from its two sides: ``bought`` and ``sold``."""
    return _against(first, second, "converses.tsv")


def _against(first: str, second: str, table: str) -> bool:
    """As :func:`_tied`, unless the words may also be one: ``left`` is no opposite of itself."""
    one, other = readings(first), readings(second)
    return not one & other and _tied(one, other, table)


def _tied(one: frozenset[Reading], other: frozenset[Reading], table: str) -> bool:
    return any(
        _key(b) in row(table, _key(a)) or _key(a) in row(table, _key(b))
        for a in one
        for b in other
        if a.degree == b.degree
    )


def _key(reading: Reading) -> str:
    return f"{reading.base}/{reading.kind}"
