"""A scale of time: where days stand on it, and what is written along it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from ...english.dates.dates import say
from .spans import Span

_YEAR = 365.2425
_LONG = {"January": "Jan", "February": "Feb", "August": "Aug", "September": "Sept"}
_LONG |= {"October": "Oct", "November": "Nov", "December": "Dec"}
_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_DAYS = (1, 2, 7, 14)


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
        years = self.days / _YEAR
        if years > 2:
            step = next((step for step in _YEARS if years / step < most), _YEARS[-1])
            return [(day, str(day.year)) for day in self._januaries(step)]
        if self.days > 100:
            step = next(step for step in (1, 2, 3, 6, 12) if self.days / 30 / step < most)
            return [(day, f"{_MONTHS[day.month - 1]} {day.year}") for day in self._months(step)]
        step = next((step for step in _DAYS if self.days / step <= most), 28)
        found = [self.first + dt.timedelta(days=n) for n in range(0, self.days, step)]
        return [(day, f"{day.day} {_MONTHS[day.month - 1]}") for day in found]

    def _januaries(self, step: int) -> Iterator[dt.date]:
        year = -(-self.first.year // step) * step
        while year <= self.last.year:
            if dt.date(year, 1, 1) >= self.first:
                yield dt.date(year, 1, 1)
            year += step

    def _months(self, step: int) -> Iterator[dt.date]:
        month = self.first.year * 12 + self.first.month - 1
        while (day := dt.date(month // 12, month % 12 + 1, 1)) <= self.last:
            if day >= self.first:
                yield day
            month += step
