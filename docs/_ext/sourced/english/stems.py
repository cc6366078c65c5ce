"""Words without their English inflection, for comparing what two texts say."""

from __future__ import annotations

import re
from functools import lru_cache

from ..text.fold import WORD, fold
from .patterns import word_list

_STOP = frozenset(
    word_list(
        "a an the of in on at to and or for by with from as is are was were be been its it his her their",
    )
)
_INFLECTION = re.compile(r"(?<=[a-z]{3})(?:ings?|edly|ed|ers?|ern|es|s|ly|al)$")
_DOUBLED = re.compile(r"([bdfglmnprt])\1$")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word in lower case without its inflection: ``wounded`` and ``wounds`` are one."""
    if len(word) < 4 or not word.isalpha():
        return word
    plain = f"{word[:-3]}y" if word.endswith(("ies", "ied")) else word
    plain = _INFLECTION.sub("", plain)
    return _DOUBLED.sub(r"\1", plain).removesuffix("e")


def content_words(text: str) -> set[str]:
    """The stems of the words of ``text`` that carry meaning."""
    return {stem(word) for word in WORD.findall(fold(text).lower()) if word not in _STOP}
