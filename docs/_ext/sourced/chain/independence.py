"""How many sources stand behind a fact independently: shared text is measured, not asserted."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

from ..book.model import Fact
from ..text.fold import WORD, fold
from .library import Library, Passage

RUN = 4
"""Words in a row that count as shared text."""
SHARED = 8
"""So many words in such runs, and two passages are not independent."""


def shared_words(one: str, other: str) -> int:
    """How many words two passages have in common in runs of at least ``RUN`` words."""
    ours, theirs = _words(one), _words(other)
    if _runs(ours).isdisjoint(_runs(theirs)):  # most passages share nothing
        return 0
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks() if block.size >= RUN)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(fold(text).lower()))


@lru_cache(maxsize=4096)
def _runs(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(words[n : n + RUN] for n in range(len(words) - RUN + 1))


def independent(library: Library, facts: list[Fact]) -> list[list[str]]:
    """The sources of ``facts``, grouped: those in one group share the passage."""
    passages: dict[str, list[Passage]] = {}
    for fact in facts:
        for evidence in fact.evidence:
            passage = library.passage(evidence)
            if passage is not None:
                passages.setdefault(evidence.source, []).append(passage)
    groups: list[list[str]] = []
    for source in passages:
        kin = [g for g in groups if any(_share(passages[source], passages[other]) for other in g)]
        groups = [g for g in groups if g not in kin] + [[s for g in kin for s in g] + [source]]
    return groups


def _share(one: list[Passage], other: list[Passage]) -> bool:
    return any(shared_words(a.sentence, b.sentence) >= SHARED for a in one for b in other)
