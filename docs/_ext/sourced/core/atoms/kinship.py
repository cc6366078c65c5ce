"""Kinds of kinship in running text: a son is not a brother, but whose son he is tells who the father is."""

from __future__ import annotations

import re

KINDS = ("parent and child", "brother or sister", "husband or wife", "uncle, aunt, nephew or niece", "cousin", "grandparent")
_WORDS = (
    r"sons?|daughters?|fathers?|mothers?",
    r"brothers?|sisters?(?! (?:ship|town|paper))|siblings?",
    r"husbands?|wife|wives|widows?|widowers?|spouses?",
    r"uncles?|aunts?|nephews?|nieces?",
    r"cousins?",
    r"grand(?:father|mother|parent|son|daughter|child)s?|grandchildren",
)
_KIN = tuple(re.compile(rf"(?<![\w-])(?:{words})(?![\w-]|-in-law)", re.IGNORECASE) for words in _WORDS)


def find_kinship(text: str) -> list[tuple[int, int, int]]:
    """Each word of kinship: its place in ``KINDS``, its start and its end."""
    return [(kind, *match.span()) for kind, pattern in enumerate(_KIN) for match in pattern.finditer(text)]
