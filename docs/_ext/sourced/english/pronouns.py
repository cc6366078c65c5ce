"""Words that stand for somebody who was named before."""

from __future__ import annotations

import re

from .patterns import any_word

PRONOUN = re.compile(any_word("he|him|his|she|hers?|it|its|they|them|theirs?"), re.IGNORECASE)

LEANS = re.compile(r"\W*(?:so|thus|this|that|these|those)\b", re.IGNORECASE)
"""A sentence that begins so is to be read with what stands before it."""

_OWNED = re.compile(r"['’]s?\b|['’](?=\s)")
_OF = re.compile(r"\b(?:of|to|by|for|from|with) (?:the )?$", re.IGNORECASE)


def is_owner(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` owns what it stands beside: ``the keeper's``, ``of the keeper``."""
    return bool(_OWNED.match(text, end) or _OF.search(text[:start]))
