"""Stretches of time told from the day of writing: `last week`, `this month`, `the past 40 hours`."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from ...text.edtf import Span
from ..quantities.numbers import find_numbers

_LONG_AGO = 36_500
_CURRENT = re.compile(
    r"\b(last|this|next|past|earlier this|later this|previous|coming|recent) "
    r"(week(?:end)?s?|months?|years?|days?|summer|hours?)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:past|last|previous|recent) (?P<count>few|several|couple of|\d+|[\w-]+)?\s?"
    r"(?P<unit>hour|day|week|month|year)s?\b",
    re.IGNORECASE,
)
_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365}


def tells_stretch(text: str) -> bool:
    """Whether ``text`` has words for a stretch of time that the day of writing bounds."""
    return _CURRENT.search(text) is not None or _PAST.search(text) is not None


def shift(day: dt.date, count: int, unit: str) -> dt.date:
    """The day so many units after ``day``; before it, if they are fewer than none."""
    if unit in ("day", "week"):
        return day + dt.timedelta(count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(min(max(year, 1), 9999), month + 1, min(day.day, 28))


def stretches(text: str, day: dt.date) -> list[Span]:
    """``last week``, ``this month``, ``the past few days``, written on ``day``."""
    lower = text.lower()
    back = (
        1 if re.search(r"\b(last|previous)\b", lower) else -1 if re.search(r"\b(next|coming)\b", lower) else 0
    )
    if "weekend" in lower:
        saturday = day + dt.timedelta((5 - day.weekday()) % 7 - 7 * back)
        return [(saturday, saturday + dt.timedelta(1))]
    reach = _PAST.search(text)
    if reach and not re.search(r"\b(last|previous) (week|month|year)\b", lower):
        far = _reach(reach)
        return [(day - dt.timedelta(far), day), (day - dt.timedelta(far + 1), day)]
    if "week" in lower:
        monday = day - dt.timedelta(day.weekday() + 7 * back)
        sunday = monday - dt.timedelta(1)  # where the week begins on Sunday
        return [(first, first + dt.timedelta(6)) for first in (monday, sunday)]
    if "month" in lower:
        first = shift(day.replace(day=1), -back, "month")
        return [(first, shift(first, 1, "month") - dt.timedelta(1))]
    if "year" in lower or "summer" in lower:
        return [(dt.date(day.year - back, 1, 1), dt.date(day.year - back, 12, 31))]
    return []


def _reach(match: re.Match[str]) -> int:
    """How many days back ``the past 40 hours`` or ``recent weeks`` go; a vague count is two."""
    numbers = find_numbers(match["count"] or "")
    count = float(min(numbers[0].value, Decimal(_LONG_AGO))) if numbers else 2.0
    return min(int(count * _DAYS[match["unit"].lower()]), _LONG_AGO)
