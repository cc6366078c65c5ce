"""A stretch of a source with what is asked of it for every verb of speech: its names, its direct speech."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from operator import attrgetter

from ...text.fold import fold
from ...text.taken import Taken
from ..names import NameIndex
from ..quoted import Quoted, find_quoted
from ..spellings import Mention

_COMPLEMENT_END = re.compile(r"[;]|, but |\bbut (?=[a-z]+ )|, while |, although |, though ")
_start = attrgetter("start")


class Scene:
    """A stretch of a source, what stands before it, and the names and the speech in it."""

    def __init__(self, raw: str, names: NameIndex, before: str = "") -> None:
        self.raw, self.before = raw, before
        self.text = fold(raw)
        self.names = names
        self.mentions = names.find(raw)
        self.speech = [q for q in find_quoted(raw) if q.is_speech]
        self._quoted = Taken(len(raw), ((q.start, q.end) for q in self.speech))
        self._reach = list(accumulate((q.end for q in self.speech), max))

    def quoted(self, at: int) -> bool:
        """Whether the character at ``at`` is part of somebody's direct speech."""
        return self._quoted.at(at)

    def spoken(self, start: int, end: int) -> list[Quoted]:
        """The direct speech that has part of ``[start, end)``."""
        first, last = bisect_right(self._reach, start), bisect_left(self.speech, end, key=_start)
        return [q for q in self.speech[first:last] if start < q.end]

    def named(self, start: int, end: int) -> list[Mention]:
        """The names that begin in ``[start, end)``."""
        first, last = (bisect_left(self.mentions, at, key=_start) for at in (start, end))
        return self.mentions[first:last]

    @cached_property
    def whole(self) -> Scene:
        """The scene with what stands before it."""
        return Scene(self.before + self.raw, self.names) if self.before else self

    @cached_property
    def clause_ends(self) -> list[int]:
        """Where a clause of reported speech may end, by where that begins."""
        return [m.start() for m in _COMPLEMENT_END.finditer(self.text)]
