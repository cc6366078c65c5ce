"""Two wordings side by side: the words that both have, those that are gone, those that are new."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

WordChange = tuple[Literal["kept", "gone", "new"], str]
"""Words, and what became of them."""


def compared_words(before: str, after: str) -> Iterator[WordChange]:
    """The words of two texts, in order."""
    old, new = before.split(), after.split()
    for tag, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "kept", " ".join(old[a:b])
            continue
        if a < b:
            yield "gone", " ".join(old[a:b])
        if c < d:
            yield "new", " ".join(new[c:d])
