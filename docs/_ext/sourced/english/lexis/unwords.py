"""Words that begin with ``un``: which of them deny the word behind it, as ``unfounded`` does."""

from __future__ import annotations

from functools import lru_cache

from ..patterns import listed
from .inflection import ADJECTIVE, ADVERB, VERB, readings

_UN = "un"
_ADJECTIVES = frozenset(listed("markers.tsv", "adjective"))
"""Those that may be forms of a verb too, and hardly ever are."""


@lru_cache(maxsize=4096)
def denies_by_un(word: str) -> bool:
    """Whether ``word`` says that something is not so: what is behind its ``un`` is a word by itself.

    ``Unveiled``, ``unloaded`` and ``unearthed`` tell a deed, and ``united`` has no word behind it. What is
    the opposite of a word of the evidence is another rule's concern.
    """
    if word in _ADJECTIVES:
        return True
    known = readings(word)
    if any(each.kind == VERB and each.base.startswith(_UN) for each in known):
        return False
    return bool(readings(word.removeprefix(_UN))) or any(each.kind in (ADJECTIVE, ADVERB) for each in known)
