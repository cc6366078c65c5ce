"""Dates in EDTF (ISO 8601-2, levels 0 and 1): what days a date covers."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
_SHAPE = re.compile(r"(?:[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?[?~%]?|\.\.|)(?:/(?:[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?[?~%]?|\.\.|))?$")

Span = tuple[dt.date, dt.date]
"""The first and the last day that a date may mean."""


def looks_like_date(text: str) -> bool:
    """Whether ``text`` has the shape of an EDTF date, whatever its value."""
    return bool(text) and any(ch.isdigit() for ch in text) and _SHAPE.match(text) is not None


@lru_cache(maxsize=65536)
def days(text: str) -> Span | None:
    """The first and last day of an EDTF date or interval; ``None`` if it is not one."""
    if "/" in text:
        first, _, last = text.partition("/")
        start = (dt.date.min, dt.date.min) if first in ("", "..") else days(first)
        end = (dt.date.max, dt.date.max) if last in ("", "..") else days(last)
        if start is None or end is None or start[0] > end[1] or first in ("", "..") and last in ("", ".."):
            return None
        return start[0], end[1]
    plain = _PLAIN.match(text)
    if plain is None:
        return _library_days(text) if looks_like_date(text) else None
    year, month, day = (int(g) if g else 0 for g in plain.groups())
    if month > 12 and not day:
        return _library_days(text)
    try:
        first_day = dt.date(year, month or 1, day or 1)
        last_month = month or 12
        last_day = dt.date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    except ValueError:
        return None
    # "2001-00" has a month that is no month
    return None if plain[2] == "00" or plain[3] == "00" else (first_day, last_day)


def _library_days(text: str) -> Span | None:
    """The rarer forms (seasons, unspecified digits, qualifiers), read by the edtf package.

    It takes milliseconds a date and its import a tenth of a second, so plain dates never come here.
    """
    from edtf import EDTFParseException, parse_edtf

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
    return re.sub(r"[~?%]", "", text)
