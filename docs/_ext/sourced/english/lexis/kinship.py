"""Kinds of kinship in running text: a son is not a brother, but whose son he is tells who the father is."""

from __future__ import annotations

import re

_WORDS = {
    "parent and child": "sons?|daughters?|fathers?|mothers?|dad|daddy|mum|mummy|mom",
    "brother or sister": "brothers?|sisters?(?! (?:ship|town|paper))|siblings?",
    "husband or wife": "husbands?|wife|wives|widows?|widowers?|spouses?",
    "uncle, aunt, nephew or niece": "uncles?|aunts?|nephews?|nieces?",
    "cousin": "cousins?",
    "grandparent": (
        "grand(?:father|mother|parent|son|daughter|child)s?|grandchildren"
        "|grand-?(?:dad|pa|ma|mum)|gran|granny|nan|nana"
    ),
}
KINDS = tuple(_WORDS)
_KIN = re.compile(
    rf"(?<![\w-])(?:{'|'.join(f'({words})' for words in _WORDS.values())})(?![\w-]|-in-law)", re.IGNORECASE
)


def find_kinship(text: str) -> list[tuple[int, int, int]]:
    """Each word of kinship: its place in ``KINDS``, its start and its end."""
    return [((m.lastindex or 1) - 1, *m.span()) for m in _KIN.finditer(text)]
