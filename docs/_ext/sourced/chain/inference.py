"""Dates that no article states: as sure as what they are worked out from, and a reading of the editors."""

from __future__ import annotations

from datetime import timedelta

from ..book.model import Fact, Source
from ..english.dates.agreement import supported
from ..english.dates.dates import WEEKDAYS, find_dates
from ..text.edtf import days
from .grounds import read_value
from .library import Library


def inferred_dates(library: Library, fact: Fact) -> list[str]:
    """The dates under `value`, `when` and `as-of` that no article of the fact states."""
    return library.once(inferred_dates, fact.id, lambda: _inferred_dates(library, fact))


def _inferred_dates(library: Library, fact: Fact) -> list[str]:
    sources = [s for e in fact.evidence if (s := library.book.sources.get(e.source))]
    dates = [d for d in (read_value(fact.value or "").date, fact.when, fact.as_of) if d]
    return [date for date in dict.fromkeys(dates) if sources and not _is_stated(library, date, fact, sources)]


def _is_stated(library: Library, date: str, fact: Fact, sources: list[Source]) -> bool:
    """Whether the words around a quotation state a date in full, or its article bears it."""
    if supported(_written(library, fact), date):
        return True
    if any(s.dated_by for s in sources):
        return False
    years = {end[:4] for end in date.split("/") if days(end)}
    return _borne(date, sources) or all(_has_year(library, year, sources) for year in years)


def _written(library: Library, fact: Fact) -> list[str]:
    """The dates in the sentences that a fact rests on."""
    passages = ((library.passage(each), each.exact) for each in fact.evidence)
    return [
        d.value for passage, exact in passages for d in find_dates(passage.sentence if passage else exact)
    ]


def _has_year(library: Library, year: str, sources: list[Source]) -> bool:
    return any(
        year in library.book.texts.get(s.id, "") or (s.published or "").startswith(year) for s in sources
    )


def is_counted(library: Library, fact: Fact, date: str) -> bool:
    """Whether no article of a fact writes out a date: it was counted from another, as a weekday's is."""
    ends = frozenset(end for end in date.split("/") if days(end))
    return not supported(_written(library, fact), date, ends)


def possible_days(fact: Fact) -> tuple[str, ...]:
    """The days of which ``when`` is one: of a stretch, those that are the weekday that an article names."""
    readings = ((words, date) for each in fact.evidence for words, date in each.gloss.items())
    return next(
        (found for words, date in readings if date == fact.when and (found := days_meant(words, date))), ()
    )


def days_meant(words: str, date: str) -> tuple[str, ...]:
    """The days of which words name one, in a stretch that begins and ends with their weekday."""
    named = {each.value for each in find_dates(words)}
    span = days(date)
    if not span or "/" not in date or named.isdisjoint(WEEKDAYS):
        return ()
    all_ = (span[0] + timedelta(n) for n in range((span[1] - span[0]).days + 1))
    found = [day for day in all_ if WEEKDAYS[day.weekday()] in named]
    is_one = len(found) > 1 and (found[0], found[-1]) == span
    return tuple(day.isoformat() for day in found) if is_one else ()


def _borne(date: str, sources: list[Source]) -> bool:
    """Whether an article bears the date, which the editors did not infer."""
    return any(s.published == date and not s.dated_by for s in sources)
