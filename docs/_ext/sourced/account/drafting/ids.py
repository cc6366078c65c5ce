"""IDs for entries that are proposed."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import count

from ...english.limits import is_empty


def words_of(text: str) -> list[str]:
    """The words of a text as an ID can have them."""
    return re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", text.lower()))


def id_of(text: str, taken: Collection[str], *, most: int, otherwise: str) -> str:
    """An ID that is not taken, of the first words that carry a meaning."""
    words = words_of(text)
    told = [word for word in words if not is_empty(word)] or words or [otherwise]
    base = "-".join(told[:most])
    if base not in taken:
        return base
    return next(id_ for number in count(2) if (id_ := f"{base}-{number}") not in taken)
