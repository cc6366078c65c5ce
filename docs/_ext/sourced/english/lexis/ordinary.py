"""English words that are written small, and so are no names."""

from __future__ import annotations

from functools import lru_cache

from ..limits import is_empty, is_limiting


@lru_cache(maxsize=65536)
def is_ordinary(word: str) -> bool:
    """Whether ``word`` is an English word that is written small."""
    return is_empty(word) or is_limiting(word) or _in_dictionary(word.lower())


def _in_dictionary(word: str) -> bool:
    from simplemma import is_known, lemmatize  # late: its list takes a fifth of a second

    return is_known(word, lang="en") and lemmatize(word, lang="en").islower()
