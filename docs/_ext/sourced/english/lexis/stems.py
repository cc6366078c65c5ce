"""Words without their English inflection, for comparing what two texts say."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock

from snowballstemmer import stemmer

from ...text.fold import WORD, fold
from ..limits import is_empty

_STEMMER = stemmer("english")
_BUSY = Lock()
"""The stemmer works on one word at a time; a language server asks from two threads."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word in lower case without its inflection: ``wounded`` and ``wounds`` are one."""
    with _BUSY:
        return str(_STEMMER.stemWord(word))


def content_words(text: str) -> set[str]:
    """The stems of the words of ``text`` that carry meaning."""
    return {stem(word) for word in WORD.findall(fold(text).lower()) if not is_empty(word)}
