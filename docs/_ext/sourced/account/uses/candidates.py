"""Which pages may use something: told by their text alone, so that the others need not be read."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...chain.library import Library
from .resting import last_words, resting_facts
from .subject import Kind

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SHOWS = re.compile(r"\{(?:timeline|people)\}")
"""What shows facts without being asked for them."""


def may_use(library: Library, kind: Kind, id_: str) -> Callable[[str], bool]:
    """Whether a page with this text may use an ID, or a fact that rests on it."""
    wanted = {id_, *resting_facts(library, kind, id_)}
    words = last_words(library.book.names[id_]) if kind == "name" else set[str]()

    def may(text: str) -> bool:
        small = text.lower()
        return (
            not wanted.isdisjoint(_ID.findall(text))
            or any(word in small for word in words)
            or _SHOWS.search(text) is not None
        )

    return may
