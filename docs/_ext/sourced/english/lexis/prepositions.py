"""Prepositions that say which way: two of another way contradict each other before the same word."""

from __future__ import annotations

from collections.abc import Sequence

TIES = frozenset({"for", "from", "to", "by", "with", "in", "at", "on"})
"""Those that hang what follows on the word before them."""
HANGS = TIES | {"of"}
"""The same, and the one that tells whose or of what something is."""
_WAYS = {
    "to": "to into onto toward towards",
    "from": "from off",
    "at": "in at on within inside during",
    "with": "with alongside",
    "by": "by",
    "of": "of",
    "for": "for",
    "against": "against",
    "until": "until till",
    "since": "since",
    "before": "before",
    "after": "after",
}
_WAY = {word: way for way, words in _WAYS.items() for word in words.split()}
_CONFLICTS = frozenset(
    frozenset({one, other})
    for one, others in (
        ("from", "to at with for until before"),
        ("by", "to for of from"),
        ("for", "against at with to"),
        ("to", "at of"),
        ("with", "to of"),
        ("since", "until before"),
        ("at", "since until before after"),
    )
    for other in others.split()
)
_OF_DATES = frozenset({frozenset({"by", "at"})})
"""What was done by a day may have been done before it; what stands by a river stands at it."""


TIMES = frozenset({"at", "since", "until", "before", "after"})
"""Ways that something may lie in time to something else."""


def way(words: Sequence[str]) -> str:
    """Which way small words say, the last of them first; nothing where they say none."""
    return next((_WAY[word] for word in reversed(words) if word in _WAY), "")


def conflict(ours: Sequence[str], theirs: Sequence[str], *, dated: bool = False) -> str:
    """The preposition of ``theirs`` that contradicts that of ``ours``, each the last of its small words.

    Before dates, ``dated``, more of them do.
    """
    one = next((word for word in reversed(ours) if word in _WAY), "")
    other = next((word for word in reversed(theirs) if word in _WAY), "")
    if not one or not other:
        return ""
    both = frozenset({_WAY[one], _WAY[other]})
    return other if both in _CONFLICTS or (dated and both in _OF_DATES) else ""
