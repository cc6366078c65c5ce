"""Rules on the date of knowledge: what changes with time is true as of its source."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ..atoms.amounts import find_numbers
from ..atoms.datelogic import supports, years_of
from ..atoms.timewords import TIME_BOUND
from ..edtfdays import bare, days, overlap
from ..library import Library
from ..model import Fact
from .registry import Hit, rule

_NOW = re.compile(
    r"(?<!is )(?<!are )\b(?:is|are|has|have) (?:now|currently|still|yet)\b|\bnow (?:is|are|has|have|leads|hosts|holds)\b|\bso far\b|\bto this day\b",
    re.IGNORECASE,
)


@rule(
    "as-of-missing",
    link="fact",
    scope="fact",
    hint="Add `as-of:` with the date of the source, or the date that the source gives.",
)
def as_of_missing(library: Library, fact: Fact) -> Iterator[Hit]:
    """A statement that changes with time does not say as of when it was known.

    `never captured`, `still`, `now` and a person's age are true as of their source and may be false the next day.
    """
    if fact.as_of is not None or not fact.evidence:
        return
    bound = TIME_BOUND.search(fact.statement) or next(
        filter(None, (_NOW.search(e.exact) for e in fact.evidence)), None
    )
    age = next((n for n in find_numbers(fact.statement) if n.unit == "age"), None)
    if bound or age:
        word = bound.group() if bound else fact.statement[age.start : age.end] if age else ""
        yield Hit(message=f"“{word}” is true only as of some day", path=("facts", fact.id, "statement"))


@rule(
    "as-of-not-from-source",
    link="fact",
    scope="fact",
    hint="Take the date from the source: when it was published, or when it says that this was known.",
)
def as_of_not_from_source(library: Library, fact: Fact) -> Iterator[Hit]:
    """`as-of` is a date that no source of the fact bears or gives."""
    if fact.as_of is None or days(fact.as_of) is None or not fact.evidence:
        return
    for evidence in fact.evidence:
        source = library.book.sources.get(evidence.source)
        if source is None or source.published is None or _known(fact.as_of, source.published):
            return
        passage = library.passage(evidence)
        stated = [d.value for d in library.atoms(passage.sentence if passage else evidence.exact).dates]
        stated += [v for v in evidence.gloss.values() if days(v)]
        if any(supports(s, fact.as_of, years_of(source.published)) for s in stated):
            return
    yield Hit(
        message=f"no source of this fact is dated {fact.as_of} or says so", path=("facts", fact.id, "as-of")
    )


def _known(as_of: str, published: str) -> bool:
    """Whether ``as_of`` is the source's own date: equal, or within it where that is an interval."""
    if bare(as_of) == bare(published):
        return True
    known, source = days(as_of), days(published)
    if known is None or source is None or source[0] == dt.date.min:
        return overlap(as_of, published)
    return source[0] <= known[0] and known[1] <= source[1]
