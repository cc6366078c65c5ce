"""Prepositions that say which way: two of another way contradict each other before the same word."""

from __future__ import annotations

from collections.abc import Sequence

TIES = frozenset({"for", "from", "to", "by", "with", "against", "in", "at", "on", "into"})
"""Those that hang what follows on the word before them."""
_WAYS = {
    "to": "to into onto toward towards",
    "from": "from off",
    "at": "in at on within inside",
    "with": "with alongside",
    "by": "by",
    "for": "for",
    "against": "against",
    "until": "until till",
    "since": "since",
    "before": "before",
}
_WAY = {word: way for way, words in _WAYS.items() for word in words.split()}
_CONFLICTS = frozenset(
    frozenset({one, other})
    for one, others in (
        ("from", "to at with for until before"),
        ("by", "to for"),
        ("for", "against"),
        ("since", "until before"),
    )
    for other in others.split()
)


def conflict(ours: Sequence[str], theirs: Sequence[str]) -> str:
    """The preposition of ``theirs`` that contradicts that of ``ours``, each the last of its small words."""
    one = next((word for word in reversed(ours) if word in _WAY), "")
    other = next((word for word in reversed(theirs) if word in _WAY), "")
    if one and other and frozenset({_WAY[one], _WAY[other]}) in _CONFLICTS:
        return other
    return ""
