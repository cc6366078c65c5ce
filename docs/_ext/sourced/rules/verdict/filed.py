"""Under what a fact is filed: the kin of its title, and the day that its value has in its evidence."""

from __future__ import annotations

from collections.abc import Iterable

from ...book.model import Fact
from ...chain.library import Library
from ...english.dates.agreement import supports
from ...english.lexis.kinship import find_kinship
from ...english.lexis.lexicon import contraries, related
from ...text.edtf import days
from ..support.doubts import Doubt
from ..support.witness import Witness

TITLE = "is told under a word that its evidence does not have:"
OTHERWISE = "stands in its evidence beside another date:"
"""The reasons for doubts."""


def of_another_day(when: str, places: Iterable[tuple[Witness, int]]) -> str:
    """The date beside a value at all of its places in the evidence, if that is never the one of its fact."""
    found = []
    for witness, at in places:
        clause = witness.tokens[at].clause
        beside = [each for each in witness.tokens if each.clause == clause and each.dates]
        if not beside or any(_is_on(date, when) for each in beside for date in each.dates):
            return ""
        found += beside
    return found[0].text if found else ""


def _is_on(date: str, when: str) -> bool:
    """Whether a date may be that day; one without a year may."""
    return days(date) is None or supports(date, when) or supports(when, date)


def told_of_other_kin(library: Library, fact: Fact) -> list[Doubt]:
    """A title that names kin whom the fact does not: `Mother`, where it tells of a father."""
    told = library.book.properties.get(fact.property)
    titled = _kin(told.title) if told else []
    if not titled:
        return []
    own = {kin for text in (fact.statement, *(each.exact for each in fact.evidence)) for kin in _kin(text)}
    return [
        Doubt(0, len(fact.statement), TITLE, kin)
        for kin in titled
        if not any(related(kin, each) for each in own) and any(contraries(kin, each) for each in own)
    ]


def _kin(text: str) -> list[str]:
    return [text[start:end].lower() for _, start, end in find_kinship(text)]
