"""A unit that is said once for two amounts: `from 2.2 million euros to 1.8 million`."""

from __future__ import annotations

import re

_STEP = r"(?: (?:in|on|at|by|for|a|per) [^,.;:()]{1,30})?"
"""What may stand behind an amount before the next one: when, or how often."""
_FROM = re.compile(rf"\s?\(?{_STEP},? (?:up |down )?to $", re.IGNORECASE)
_BETWEEN = re.compile(rf"{_STEP} and $", re.IGNORECASE)
_BESIDE = re.compile(
    rf"{_STEP}(?:,? (?:not|against|compared (?:with|to)|rather than|instead of|than|or) |, (?:and )?then )$",
    re.IGNORECASE,
)
_OPENS = (("from ", _FROM), ("between ", _BETWEEN))
_REACH = 30
_ENDS = re.compile(
    r"[^\w\s-]|\s*$"
    r"| (?:in|on|at|by|to|from|and|or|but|as|a|per|for|last|this|next|before|after|until|when)\b",
    re.IGNORECASE,
)
"""What follows an amount that has no noun of its own."""
_OWN = frozenset({"ordinal", "age", "clock", "clock?", "direction", "kinship", "AD", "century", ""})
"""What is no unit that another amount could share."""


def is_shared(unit: str, text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether the ``unit`` of an amount of ``text`` is meant with the next one, which names none.

    ``first`` and ``second`` are where the two stand. They have to be the ends of a change or of a range, or
    compared with each other; and no noun may follow the second.
    """
    if unit in _OWN or not _ENDS.match(text, second[1]):
        return False
    between = text[first[1] : second[0]]
    before = text[max(0, first[0] - _REACH) : first[0]].lower()
    opened = any(before.endswith(word) and link.fullmatch(between) for word, link in _OPENS)
    return opened or _BESIDE.fullmatch(between) is not None
