"""A scale of time: where days stand on it, and what is written along it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from ...english.dates.dates import say
from .spans import Span

_LONG = {"January": "Jan", "February": "Feb", "August": "Aug", "September": "Sept"}
_LONG |= {"October": "Oct", "November": "Nov", "December": "Dec"}
_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_DAYS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)))


class Scale(Struct, frozen=True, kw_only=True):
    """From one day to another, both included."""

    edtf: str
    first: dt.date
    last: dt.date

    @property
    def title(self) -> str:
        """What it covers, in words."""
        return say(self.edtf)

    @property
    def days(self) -> int:
        """How many days it covers."""
        return (self.last - self.first).days + 1

    def at(self, day: dt.date, width: float, part: float = 0) -> float:
        """How far along ``width`` a day begins, or which part of it has passed; never outside."""
        place = ((day - self.first).days + part) / self.days * width
        return min(max(place, 0.0), width)

    def holds(self, span: Span) -> bool:
        """Whether the ends that are known of a date lie on it."""
        start = span.open_start or self.first <= span.first <= self.last
        end = span.open_end or self.first <= span.last <= self.last
        return start and end

    def short(self, span: Span) -> str:
        """A date as it may be said on this scale: with short months, without a year that all of it shares."""
        words = [_LONG.get(word, word) for word in span.label.split()]
        one_year = str(self.first.year) if self.first.year == self.last.year else ""
        kept = [word for word in words if word != one_year] if span.edtf != one_year else words
        return " ".join(kept)

    def ticks(self, most: int) -> list[tuple[dt.date, str]]:
        """At most so many days to write along it, evenly apart."""
        for step in _DAYS:
            if self.days / step <= most:
                days = [self.first + dt.timedelta(days=n) for n in range(0, self.days, step)]
                return [(day, f"{day.day} {_MONTHS[day.month - 1]}") for day in days]
        months = ((step, [*self._months(step)]) for step in _MONTH_STEPS)
        step, found = next(((step, days) for step, days in months if len(days) <= most), (12, []))
        return [(day, f"{'' if step >= 12 else _MONTHS[day.month - 1]} {day.year}".strip()) for day in found]

    def _months(self, step: int) -> Iterator[dt.date]:
        """The first day of each month, of every so many, counted from the year 0."""
        months = range(self.first.year * 12, self.last.year * 12 + 12)
        days = (dt.date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0)
        return (day for day in days if self.first <= day <= self.last)


def covering(spans: list[Span]) -> Scale | None:
    """A scale for all of them; open ends have no say in how far it reaches."""
    starts = [each.last if each.open_start else each.first for each in spans]
    ends = [each.first if each.open_end else each.last for each in spans]
    if not starts:
        return None
    first, last = min(starts), max(ends)
    if first == last:
        return Scale(edtf=first.isoformat(), first=first, last=last)
    coarse = (last - first).days > 1000
    edtf = f"{first.year:04d}/{last.year:04d}" if coarse else f"{first.isoformat()}/{last.isoformat()}"
    if coarse:
        first, last = dt.date(first.year, 1, 1), dt.date(last.year, 12, 31)
    return Scale(edtf=edtf, first=first, last=last)
