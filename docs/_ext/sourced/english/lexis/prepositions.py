"""Prepositions that say which way: two of another way contradict each other before the same word."""

from __future__ import annotations

from collections.abc import Sequence

_WAYS = {
    "to": "to into onto toward towards",
    "from": "from off",
    "at": "in at on within inside",
    "with": "with alongside",
    "by": "by",
    "for": "for",
    "against": "against",
}
_WAY = {word: way for way, words in _WAYS.items() for word in words.split()}
_CONFLICTS = frozenset(
    frozenset(pair.split())
    for pair in ("to from", "at from", "by to", "by for", "with from", "for from", "for against")
)


def conflict(ours: Sequence[str], theirs: Sequence[str]) -> str:
    """The preposition of ``theirs`` that contradicts that of ``ours``, each the last of its small words."""
    one = next((word for word in reversed(ours) if word in _WAY), "")
    other = next((word for word in reversed(theirs) if word in _WAY), "")
    if one and other and frozenset({_WAY[one], _WAY[other]}) in _CONFLICTS:
        return other
    return ""
