"""Which words carry meaning by themselves, and which only hold a sentence together."""

from __future__ import annotations

from .patterns import word_list

_EMPTY = frozenset(
    word_list(
        "a an the and or but nor so yet if then than while when where as also of in on at to for by with",
        "from into this that these those there it its he his him she her hers they their them i me my we us",
        "our you your who whom whose which what is are was were be been being am has have had having",
        "do does did will would shall should can could may might must s t",
    )
)
"""``not``, ``no`` and ``never`` do carry a meaning."""


def carries_meaning(word: str) -> bool:
    """Whether a word says something without the words around it."""
    return word.lower() not in _EMPTY
