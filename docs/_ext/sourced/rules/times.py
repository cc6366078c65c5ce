"""Rules on the date of knowledge: what changes with time is true as of its source."""

from __future__ import annotations

from collections.abc import Iterator

from ..book.model import Fact
from ..chain.library import Library
from ..english.dates.agreement import supports, years_of
from ..english.dates.knowledge import NOW, TIME_BOUND
from ..text.edtf import bare, days, overlap
from .registry import Hit, rule, within


@rule(
    "as-of-missing",
    link="fact",
    scope="fact",
    hint="Add `as-of:` with the date of the source, or the date that the source gives.",
)
def as_of_missing(library: Library, fact: Fact) -> Iterator[Hit]:
    """A statement that changes with time does not say as of when it was known.

    `never captured`, `still`, `now` and a person's age are true as of their source and may be false the next
    day.
    """
    if fact.as_of is not None or not fact.evidence:
        return
    words = [m.group() for m in (TIME_BOUND.search(fact.statement),) if m]
    words += [m.group() for e in fact.evidence if (m := NOW.search(e.exact))]
    words += [
        fact.statement[n.start : n.end] for n in library.atoms(fact.statement).numbers if n.unit == "age"
    ]
    if words:
        message = f"“{words[0]}” is true only as of some day"
        yield Hit(message=message, path=within(fact, "statement"), doubt=True)


@rule(
    "as-of-not-from-source",
    link="fact",
    scope="fact",
    hint="Take the date from the source: when it was published, or when it says that this was known.",
)
def as_of_not_from_source(library: Library, fact: Fact) -> Iterator[Hit]:
    """`as-of` is a date that no source of the fact bears or gives.

    It is the day on which this was known, never that of the build.
    """
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
    yield Hit(message=f"no source of this fact is dated {fact.as_of} or says so", path=within(fact, "as-of"))


def _known(as_of: str, published: str) -> bool:
    """Whether ``as_of`` is the source's own date: equal, or within it where that is an interval."""
    if bare(as_of) == bare(published):
        return True
    known, source = days(as_of), days(published)
    if known is None or source is None:
        return overlap(as_of, published)
    return source[0] <= known[0] and known[1] <= source[1]
