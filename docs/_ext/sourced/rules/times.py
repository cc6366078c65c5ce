"""Rules on the date of knowledge: what changes with time is true as of its source."""

from __future__ import annotations

from collections.abc import Iterator

from ..book.model import Fact
from ..chain.grounds import date_is_carried, grounds
from ..chain.inference import inferred_dates
from ..chain.library import Library
from ..english.dates.agreement import supports
from ..english.dates.dates import say
from ..english.dates.knowledge import NOW, TIME_BOUND
from ..english.dates.yearless import complete, possible
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
    found = (TIME_BOUND.search(fact.statement), *(NOW.search(each.exact) for each in fact.evidence))
    words = [match.group() for match in found if match]
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
    hint="Take the date from the source: when it was published, or when it says that this was known. A "
    "day that its quotation names otherwise counts with a gloss, such as `gloss: {on Tuesday: 1901-05-07}`.",
)
def as_of_not_from_source(library: Library, fact: Fact) -> Iterator[Hit]:
    """`as-of` is a date that no source of the fact bears or gives.

    It is the day on which this was known, never that of the build. A source without a date gives none.
    """
    if fact.as_of is None or days(fact.as_of) is None or not fact.evidence:
        return
    doubt = False
    for evidence in fact.evidence:
        source = library.book.sources.get(evidence.source)
        if source is None or (source.published and _known(fact.as_of, source.published)):
            return
        passage = library.passage(evidence)
        text = passage.sentence if passage else evidence.exact
        stated = [d.value for d in library.atoms(text).dates]
        stated += [v for v in evidence.gloss.values() if days(v)]
        if any(supports(s, fact.as_of, complete(text, source.published)) for s in stated):
            return
        doubt = doubt or any(supports(s, fact.as_of, possible(text, source.published)) for s in stated)
    message = f"no source of this fact is dated {fact.as_of} or says so"
    yield Hit(message=message, path=within(fact, "as-of"), doubt=doubt)


@rule(
    "date-inferred",
    link="fact",
    scope="fact",
    hint="Set the date beside what the article tells of its own day, and sign it: sourced review.",
)
def date_inferred(library: Library, fact: Fact) -> Iterator[Hit]:
    """A date is counted from an article whose own date the editors inferred, or has a year that none states.

    It is as sure as their reading, and is shown as that.
    """
    for field, date in (("value", fact.value), ("when", fact.when), ("as-of", fact.as_of)):
        if date and date in inferred_dates(library, fact) and _is_counted(library, fact, date):
            message = f"{say(date)} is no article's own date, but inferred"
            yield Hit(message=message, path=within(fact, field), doubt=True)
            return


def _is_counted(library: Library, fact: Fact, date: str) -> bool:
    """Whether a date is what its fact rests on, however inferred; another is the matter of other rules."""
    ground = grounds(library, fact)
    sources = (library.book.sources.get(e.source) for e in fact.evidence)
    published = [s.published for s in sources if s and s.published]
    if date == fact.as_of:
        return any(_known(date, each) for each in published)
    return date_is_carried((*ground.dates, *published), date, ground.completed)


def _known(as_of: str, published: str) -> bool:
    """Whether ``as_of`` is the source's own date: equal, or within it where that is an interval."""
    if bare(as_of) == bare(published):
        return True
    known, source = days(as_of), days(published)
    if known is None or source is None:
        return overlap(as_of, published)
    return source[0] <= known[0] and known[1] <= source[1]
