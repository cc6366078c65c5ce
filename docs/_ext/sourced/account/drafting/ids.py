"""IDs for entries that are proposed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from ...english.limits import is_empty


def words_of(text: str) -> list[str]:
    """The words of a text as an ID can have them."""
    return re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", text.lower()))


class FreeIds:
    """IDs that nothing has yet; what is handed out is taken."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._last: defaultdict[str, int] = defaultdict(lambda: 1)

    def of(self, text: str, *, most: int, otherwise: str) -> str:
        """One of the first words that carry a meaning."""
        words = words_of(text)
        told = [word for word in words if not is_empty(word)] or words or [otherwise]
        base = id_ = "-".join(told[:most])
        while id_ in self._taken:
            self._last[base] += 1
            id_ = f"{base}-{self._last[base]}"
        self._taken.add(id_)
        return id_
