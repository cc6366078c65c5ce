"""Dates in EDTF (ISO 8601-2, levels 0 and 1): what days a date covers."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

_ONE = r"[\dX]{4}(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?[?~%]?|\.\.|"
_SHAPE = re.compile(rf"(?:{_ONE})(?:/(?:{_ONE}))?\Z")
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?\Z")
_YEARS = re.compile(r"(?!00[0X]X)(\d{3}X|\d{2}XX)[?~%]?\Z")  # no calendar has a year 0
_OPEN = ("", "..")
_SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 12)}
"""First and last month of spring, summer, autumn, winter, as the edtf package has them."""

Span = tuple[dt.date, dt.date]
"""The first and the last day that a date may mean."""


def looks_like_date(text: str) -> bool:
    """Whether ``text`` has the shape of an EDTF date, whatever its value."""
    return any(char.isdigit() for char in text) and _SHAPE.match(text) is not None


@lru_cache(maxsize=65536)
def days(text: str) -> Span | None:
    """The first and last day of an EDTF date or interval; ``None`` if it is not one."""
    if "/" in text:
        return _interval(text)
    plain = _PLAIN.match(text)
    if plain:
        return _plain_days(*plain.groups())
    years = _YEARS.match(text)
    if years:
        first, last = (int(years[1].replace("X", digit)) for digit in "09")
        return dt.date(first, 1, 1), dt.date(last, 12, 31)
    return _rarer_days(text) if looks_like_date(text) else None


def _interval(text: str) -> Span | None:
    first, _, last = text.partition("/")
    if "/" in last or (first in _OPEN and last in _OPEN):
        return None
    start = (dt.date.min, dt.date.min) if first in _OPEN else days(first)
    end = (dt.date.max, dt.date.max) if last in _OPEN else days(last)
    if start is None or end is None or start[0] > end[1]:
        return None
    return start[0], end[1]


def _plain_days(year: str, month: str | None, day: str | None) -> Span | None:
    """A year, season, month or day; ``None`` for one that the calendar does not have."""
    begin, end = (1, 12) if month is None else (int(month), int(month))
    if month in _SEASONS and day is None:
        begin, end = _SEASONS[month]
    try:
        first = dt.date(int(year), begin, int(day or 1))
        return first, dt.date(int(year), end, int(day or calendar.monthrange(int(year), end)[1]))
    except ValueError:
        return None


def _rarer_days(text: str) -> Span | None:
    """The rarer forms (unspecified months and days), read by the edtf package.

    It takes milliseconds a date and its import a tenth of a second, so plain dates never come here.
    """
    from edtf import EDTFParseException, parse_edtf  # late: a tenth of a second, for the rarer forms alone

    try:
        parsed = parse_edtf(text)
        low, high = parsed.lower_strict(), parsed.upper_strict()
        return dt.date(*low[:3]), dt.date(*high[:3])
    except (EDTFParseException, ValueError, TypeError, AttributeError):
        return None


def contains(outer: str, inner: str) -> bool:
    """Whether every day of ``inner`` is a day of ``outer``."""
    out, inn = days(outer), days(inner)
    return out is not None and inn is not None and out[0] <= inn[0] and inn[1] <= out[1]


def overlap(one: str, other: str) -> bool:
    """Whether the two dates have a day in common."""
    a, b = days(one), days(other)
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def bare(text: str) -> str:
    """An EDTF date without its marks of doubt (``~``, ``?``, ``%``)."""
    return text.translate(_DOUBT)


_DOUBT = dict.fromkeys(map(ord, "~?%"))
