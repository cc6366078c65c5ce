"""How many sources stand behind a fact independently: shared text is measured, not asserted.

Independence is a matter of whole articles. Two that share running text anywhere, or that share it
with the same third, are one voice for what both say. Passages show otherwise where they name
different speakers or give different values; and whatever the articles share, one passage in the
same words is one voice.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import NamedTuple

from ...book.model import Fact
from ...text.runs import Run
from ..disagreements import compare
from ..library import Library
from .sharedtext import own_runs, share_passage, share_running_text


class _Telling(NamedTuple):
    """A fact, and one of the sentences on which it rests."""

    fact: Fact
    source: str
    sentence: str


def independent(library: Library, facts: list[Fact]) -> list[list[str]]:
    """The sources of ``facts``, grouped: those in one group are one voice."""
    told: dict[str, list[_Telling]] = {}
    for fact in facts:
        for evidence in fact.evidence:
            passage = library.passage(evidence)
            if passage is not None:
                telling = _Telling(fact, evidence.source, passage.sentence)
                told.setdefault(evidence.source, []).append(telling)
    return _joined(
        list(told),
        {
            (one, other)
            for one, other in combinations(told, 2)
            if any(_one_voice(library, a, b) for a in told[one] for b in told[other])
        },
    )


def _one_voice(library: Library, one: _Telling, other: _Telling) -> bool:
    if share_passage(one.sentence, other.sentence):
        return True
    if not _both_say(library, one.fact, other.fact):
        return False
    return of_one_origin(library, one.source, other.source)


def _both_say(library: Library, one: Fact, other: Fact) -> bool:
    """Whether two facts say the same, and nothing that they say shows two origins."""
    if one.id == other.id:
        return True
    if (one.about, one.property, one.by) != (other.about, other.property, other.by) or one.value is None:
        return False
    if other.value is None or one.property not in library.book.properties:
        return False
    return compare(library, one, other) not in ("contradiction", "time")


def of_one_origin(library: Library, one: str, other: str) -> bool:
    """Whether two sources are one voice for what both say, by what the articles share."""
    return _family(library, one) == _family(library, other)


def _family(library: Library, source: str) -> int:
    """The number of the articles of one origin to which a source belongs."""
    return library.once(independent, "", lambda: _families(library))[source]


def _families(library: Library) -> dict[str, int]:
    groups = _joined(list(library.book.texts), _kin(library))
    return {source: number for number, group in enumerate(groups) for source in group}


def _kin(library: Library) -> set[tuple[str, str]]:
    """The pairs of sources that share running text; only those that share any run are looked at."""
    holders: defaultdict[Run, list[str]] = defaultdict(list)
    for source in library.book.texts:
        for run in own_runs(library, source):
            holders[run].append(source)
    candidates = {pair for having in holders.values() for pair in combinations(having, 2)}
    return {pair for pair in candidates if share_running_text(library, *pair)}


def _joined(sources: list[str], pairs: set[tuple[str, str]]) -> list[list[str]]:
    """The sources in groups, so that the two of each pair stand in one, in the order of the last of each."""
    groups: list[list[str]] = []
    for source in sources:
        kin = [g for g in groups if any((s, source) in pairs or (source, s) in pairs for s in g)]
        groups = [g for g in groups if g not in kin] + [[s for g in kin for s in g] + [source]]
    return groups
