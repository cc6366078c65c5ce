"""Which of two lists belong together: what got another ID, what was reworded."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec
from rapidfuzz import fuzz

_Item = TypeVar("_Item")


def renamed_ids(old: Mapping[str, object], new: Mapping[str, object]) -> dict[str, str]:
    """What got another ID: said by the entry itself, or its content is that of exactly one that is gone."""
    gone, come = [each for each in old if each not in new], [each for each in new if each not in old]
    found = {was: id_ for id_ in come for was in getattr(new[id_], "formerly", ()) if was in gone}
    contents: dict[Hashable, list[str]] = {}
    for id_ in come:
        contents.setdefault(_content(new[id_]), []).append(id_)
    for was in gone:
        same = contents.get(_content(old[was]), [])
        if was not in found and len(same) == 1 and same[0] not in found.values():
            found[was] = same[0]
    return found


def _content(entry: object) -> bytes:
    told = msgspec.to_builtins(entry)
    return msgspec.json.encode({key: told[key] for key in told if key not in ("id", "formerly")})


class Like:
    """How like two texts are, of 100; those that rest on the same facts are the liker."""

    def __init__(self, least: float, bonus: float = 0) -> None:
        self.least, self.bonus = least, bonus

    def pairs(
        self, old: Sequence[tuple[str, frozenset[str]]], new: Sequence[tuple[str, frozenset[str]]]
    ) -> list[tuple[int, int]]:
        """The indexes of what belongs together, the likest first; none of them twice."""
        scores = sorted(
            (-score, i, j)
            for i, (text, facts) in enumerate(old)
            for j, (other, others) in enumerate(new)
            if (score := self._score(text, other, shared=bool(facts & others))) >= self.least
        )
        left, right, found = set[int](), set[int](), []
        for _, i, j in scores:
            if i not in left and j not in right:
                left.add(i)
                right.add(j)
                found.append((i, j))
        return found

    def _score(self, one: str, other: str, *, shared: bool) -> float:
        return fuzz.ratio(one, other) + self.bonus * shared


def without(items: Sequence[_Item], indexes: Iterable[int]) -> list[_Item]:
    """The items whose index is not among ``indexes``."""
    taken = set(indexes)
    return [item for index, item in enumerate(items) if index not in taken]
