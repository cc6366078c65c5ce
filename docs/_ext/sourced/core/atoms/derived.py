"""Dates that a text gives only in relation to something: recomputed, never taken on trust.

``Sunday`` is the last Sunday on or before the source's own date; ``two days
before 9/11`` is counted from 11 September 2001. Where a source is dated by an
interval, every day of it may be the day of writing.
"""

from __future__ import annotations

import datetime as dt
import re

from ..edtfdays import Span, days
from ..folding import squeeze
from .amounts import find_numbers
from .dates import WEEKDAYS, find_dates, years_of

_MAX_DAYS = 400
_AWAY = re.compile(
    r"(?P<count>an?|[\w-]+) (?P<unit>day|week|month|year|decade)s? (?P<side>before|after|earlier|later|ago|since|prior to|following)\b(?P<anchor>.*)",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:the )?(next|following|same|previous) day\b|\bthe day (after|before)\b", re.IGNORECASE)
_THEN = re.compile(r"\b(?:(?:this|that|the same) (?:time|period|era|day|year|month|summer|decade|war|week)|then|meanwhile)\b", re.IGNORECASE)
_CURRENT = re.compile(r"\b(last|this|next|past|earlier this|later this|previous|coming|recent) (week(?:end)?s?|months?|years?|days?|summer|hours?)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:past|last|previous|recent) (?P<count>few|several|couple of|\d+|[\w-]+)?\s?(?P<unit>hour|day|week|month|year)s?\b", re.IGNORECASE)
_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365}


def derive(phrase: str, published: str | None, before: list[str]) -> list[Span] | None:
    """What ``phrase`` may mean in a source dated ``published``; ``None`` where it cannot be computed.

    ``before`` holds the dates (EDTF or weekday) of the text just before it, for ``the next day``.
    """
    text = squeeze(phrase)
    away = _AWAY.search(text)
    if away:
        return _counted(away, published)
    writing = _days_of(published)
    if before and _THEN.search(text) and not re.search(r"\bthis (?:week|month|year|summer)\b", text, re.IGNORECASE):
        return _stated([d for d in before if d not in WEEKDAYS], published)
    if _NEXT.search(text):
        return _neighbours(text, before, writing)
    lower = text.lower()
    for word, offset in (("yesterday", -1), ("today", 0), ("tonight", 0), ("tomorrow", 1), ("last night", -1), ("overnight", -1)):
        if word in lower:
            return [_one(day + dt.timedelta(offset)) for day in writing]
    weekday = next((w for w in WEEKDAYS if re.search(rf"\b{w}", lower)), None)
    if weekday:
        return _weekdays(weekday, lower, writing)
    if _CURRENT.search(text) or _PAST.search(text):
        return _current(text, writing)
    stated = [d.value for d in find_dates(text)]
    if stated:
        return _stated(stated, published)
    return None


def _one(day: dt.date) -> Span:
    return day, day


def _days_of(published: str | None) -> list[dt.date]:
    span = days(published) if published else None
    if span is None:
        return []
    first, last = span
    if first == dt.date.min:
        first = last - dt.timedelta(_MAX_DAYS)
    count = min((last - first).days, _MAX_DAYS)
    return [first + dt.timedelta(n) for n in range(count + 1)]


def _stated(values: list[str], published: str | None) -> list[Span]:
    full = [y + v[4:] if v.startswith("XXXX") else v for v in values for y in (sorted(years_of(published)) if v.startswith("XXXX") else [""])]
    return [span for span in map(days, full) if span]


def _weekdays(weekday: str, text: str, writing: list[dt.date]) -> list[Span]:
    wanted = WEEKDAYS.index(weekday)
    found = set()
    for day in writing:
        back = (day.weekday() - wanted) % 7
        if re.search(rf"\b(?:next|coming|this coming) {weekday}", text):
            found.add(day + dt.timedelta(7 - back))
            continue
        found.add(day - dt.timedelta(back))
        if "last" in text or "week" in text or back == 0:
            found.add(day - dt.timedelta(back + 7))
    return [_one(day) for day in sorted(found)]


def _counted(match: re.Match[str], published: str | None) -> list[Span] | None:
    count_word = match["count"].lower()
    numbers = find_numbers(count_word)
    count = 1 if count_word in ("a", "an", "one") else int(numbers[0].value) if numbers else None
    if count is None or count > 10_000:
        return None
    side = match["side"].lower()
    sign = -1 if side in ("before", "earlier", "ago", "prior to") else 1
    anchors = [span for d in find_dates(match["anchor"]) if (span := days(d.value))]
    if not anchors and side in ("ago", "earlier", "later"):
        anchors = [_one(day) for day in _days_of(published)]
    return [(_shift(a, sign * count, match["unit"]), _shift(b, sign * count, match["unit"])) for a, b in anchors] or None


def _shift(day: dt.date, count: int, unit: str) -> dt.date:
    unit = unit.lower()
    if unit in ("day", "week"):
        return day + dt.timedelta(count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(min(max(year, 1), 9999), month + 1, min(day.day, 28))


def _neighbours(text: str, before: list[str], writing: list[dt.date]) -> list[Span]:
    lower = text.lower()
    offset = 0 if "same" in lower else -1 if "previous" in lower or "day before" in lower else 1
    found: list[Span] = []
    for value in [d.value for d in find_dates(text)] or before:
        spans = _weekdays(value, value, writing) if value in WEEKDAYS else [s for s in [days(value)] if s]
        if value.startswith("XXXX"):
            spans = [s for y in sorted({str(d.year) for d in writing}) if (s := days(y + value[4:]))]
        found += [(a + dt.timedelta(offset), b + dt.timedelta(offset)) for a, b in spans]
    return found


def _current(text: str, writing: list[dt.date]) -> list[Span]:
    lower = text.lower()
    reach = _PAST.search(text)
    back = 1 if re.search(r"\b(last|previous)\b", lower) else -1 if re.search(r"\b(next|coming)\b", lower) else 0
    found: list[Span] = []
    for day in writing:
        if "weekend" in lower:
            saturday = day + dt.timedelta((5 - day.weekday()) % 7 - 7 * back)
            found.append((saturday, saturday + dt.timedelta(1)))
        elif reach and not re.search(r"\b(last|previous) (week|month|year)\b", lower):
            back_days = _reach(reach)
            found += [(day - dt.timedelta(back_days), day), (day - dt.timedelta(back_days + 1), day)]
        elif "week" in lower:
            monday = day - dt.timedelta(day.weekday() + 7 * back)
            found += [(monday, monday + dt.timedelta(6)), (monday - dt.timedelta(1), monday + dt.timedelta(5))]
        elif "month" in lower:
            first = _shift(day.replace(day=1), -back, "month")
            found.append((first, _shift(first, 1, "month") - dt.timedelta(1)))
        elif "year" in lower or "summer" in lower:
            found.append((dt.date(day.year - back, 1, 1), dt.date(day.year - back, 12, 31)))
    return found


def _reach(match: re.Match[str]) -> int:
    """How many days back ``the past 40 hours`` or ``recent weeks`` go; a vague count is two."""
    numbers = find_numbers(match["count"] or "")
    count = float(numbers[0].value) if numbers else 2.0
    return min(int(count * _DAYS[match["unit"].lower()]), 36_500)


def agrees(value: str, derived: list[Span]) -> bool:
    """Whether an EDTF date is one of the derived ones, or coarser; a finer one was not derived."""
    span = days(value)
    return span is not None and any(span[0] <= a and b <= span[1] for a, b in derived)
