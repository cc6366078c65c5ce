"""Dates that a text gives only in relation to something: recomputed, never taken on trust.

``Sunday`` is the last Sunday on or before the source's own date; ``two days
before 9/11`` is counted from 11 September 2001. Where a source is dated by an
interval, every day of it may be the day of writing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal

from ...text.edtf import Span, days
from ...text.fold import squeeze
from ..patterns import any_word
from ..quantities.numbers import find_numbers
from .dates import MONTHS, WEEKDAYS, find_dates
from .stretches import shift, stretches, tells_stretch
from .yearless import Side, in_years, nearest

_MAX_DAYS = 400
"""An interval of more days than this says nothing of the day of writing."""
_MAX_COUNT = 10_000

_COUNTED = re.compile(
    r"(?P<count>an?|(?<![\w-])[\w-]+) (?P<unit>day|week|month|year|decade)s? "
    r"(?P<side>before|after|earlier|later|ago|since|prior to|following)\b(?P<anchor>.*)",
    re.IGNORECASE,
)
_BACKWARD = ("before", "earlier", "ago", "prior to")
_NEXT_DAY = re.compile(r"\b(?:next|following|same|previous) day\b", re.IGNORECASE)
_INSTANT = re.compile(r"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)? (?P<side>inst|ult|prox)\b", re.IGNORECASE)
_THEN = re.compile(
    any_word(
        "(?:this|that|the same) (?:time|period|era|day|year|month|summer|decade|war|week)",
        "then|meanwhile",
    ),
    re.IGNORECASE,
)
_ONWARD = re.compile(r"\b(?:next|following)\b")
_IN_TEXT = re.compile(
    r"\b(?:(?:that|the same|the following|the next|following|the previous|the preceding)(?: \w+)? "
    rf"(?:{'|'.join([*WEEKDAYS, *MONTHS])})s?)\b",
    re.IGNORECASE,
)
"""A weekday or month that counts from what the text last dated."""
_OF_WRITING = re.compile(r"\bthis (?:week|month|year|summer)\b", re.IGNORECASE)
_OFFSETS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "last night": -1, "overnight": -1}


def derive(phrase: str, published: str | None, before: list[str], side: Side = "") -> list[Span] | None:
    """What ``phrase`` may mean in a source dated ``published``; ``None`` where it cannot be computed.

    ``before`` holds the dates (EDTF or weekday) of the text just before it, for ``the next day``;
    ``side`` is where the clause puts a date without a year, seen from the day of writing.
    """
    try:
        return _derived(squeeze(phrase), published, before, side)
    except (OverflowError, ValueError):  # before the first day of the calendar, or behind its last
        return None


def _derived(text: str, published: str | None, before: list[str], side: Side) -> list[Span] | None:
    counted = _COUNTED.search(text)
    if counted:
        return _count(counted, published, before, side)
    if _IN_TEXT.search(text):
        return _in_text(text, before, published, side)
    if before and _THEN.search(text) and not _OF_WRITING.search(text):
        return _then(before, published, side)
    writing = _days_of(published)
    if _NEXT_DAY.search(text):
        return _neighbours(text, before, published, side)
    lower = text.lower()
    offset = next((offset for word, offset in _OFFSETS.items() if word in lower), None)
    if offset is not None:
        return [_one(day + dt.timedelta(offset)) for day in writing]
    weekday = next((w for w in WEEKDAYS if re.search(rf"\b{w}", lower)), None)
    if weekday:
        return _weekdays(weekday, lower, writing, side)
    if tells_stretch(text):
        return [span for day in writing for span in stretches(text, day)]
    if of_month := _INSTANT.search(text):
        return _instant(of_month, published)
    stated = [d.value for d in find_dates(text)] or [d.value for d in find_dates(f"in {text}")]
    return _stated(stated, published, before, side) if stated else None


def agrees(value: str, derived: list[Span]) -> bool:
    """Whether an EDTF date is one of the derived ones, or coarser; a finer one was not derived."""
    span = days(value)
    return span is not None and any(span[0] <= a and b <= span[1] for a, b in derived)


def is_one_day(value: str) -> bool:
    """Whether an EDTF date is a single day."""
    span = days(value)
    return span is not None and span[0] == span[1]


def counts_from_text(phrase: str) -> bool:
    """Whether ``phrase`` counts from what the text last dated, and not from the day of writing."""
    text = squeeze(phrase)
    counted = _COUNTED.search(text)
    if counted:
        return counted["side"].lower() in ("earlier", "later") and not find_dates(counted["anchor"])
    return any(pattern.search(text) for pattern in (_IN_TEXT, _NEXT_DAY, _THEN)) and not _OF_WRITING.search(
        text
    )


def _one(day: dt.date) -> Span:
    return day, day


def _days_of(published: str | None) -> list[dt.date]:
    """The days on which a source of this date may have been written."""
    span = days(published) if published else None
    if span is None:
        return []
    first, last = span
    if first == dt.date.min:
        first = last - dt.timedelta(_MAX_DAYS)
    count = min((last - first).days, _MAX_DAYS)
    return [first + dt.timedelta(n) for n in range(count + 1)]


def _instant(match: re.Match[str], published: str | None) -> list[Span]:
    """``the 22nd inst.`` is of the month of writing, ``ult.`` of the month before, ``prox.`` of the next."""
    back = {"ult": 1, "prox": -1}.get(match["side"].lower()[:4].rstrip("."), 0)
    months = {shift(day.replace(day=1), -back, "month") for day in _days_of(published)}
    spans = (days(f"{first.year:04d}-{first.month:02d}-{int(match['day']):02d}") for first in months)
    return [span for span in spans if span]


def _stated(
    values: list[str], published: str | None, before: Iterable[str] = (), side: Side = ""
) -> list[Span]:
    """Dates as they are stated; one without a year lies next to the source's, or in that of one before it."""
    told = {date[:4] for date in before if date[:4].isdigit()}
    found: set[str] = set()
    for value in values:
        yearless = value.startswith("XXXX-")
        found |= (
            {*nearest(value, published, side), *in_years(value, told, published, side)}
            if yearless
            else {value}
        )
    return [span for span in map(days, sorted(found)) if span]


def _count(
    match: re.Match[str], published: str | None, before: list[str], side_of_writing: Side
) -> list[Span] | None:
    """``two days before 9/11``, ``a week ago``; ``two days later`` than what the text last dated."""
    word = match["count"].lower()
    numbers = find_numbers(word)
    exact = Decimal(1) if word in ("a", "an", "one") else numbers[0].value if numbers else None
    if exact is None or exact > _MAX_COUNT:
        return None
    count = int(exact)
    side, unit = match["side"].lower(), match["unit"].lower()
    steps = -count if side in _BACKWARD else count
    anchors = [span for d in find_dates(match["anchor"]) if (span := days(d.value))]
    if side == "ago":
        anchors = [_one(day) for day in _days_of(published)]
    elif not anchors and side in ("earlier", "later"):
        anchors = _anchors(before, published, side_of_writing)
        if not anchors:
            return []
    return [(shift(first, steps, unit), shift(last, steps, unit)) for first, last in anchors] or None


def _then(before: list[str], published: str | None, side: Side) -> list[Span]:
    """``that day``: a date just before it, or failing that a weekday."""
    dates = [d for d in before if d not in WEEKDAYS]
    writing = _days_of(published)
    return (
        _stated(dates, published, side=side)
        if dates
        else [s for d in before for s in _weekdays(d, d, writing)]
    )


def _anchors(before: list[str], published: str | None, side: Side) -> list[Span]:
    """The days that dates of the text just before may mean."""
    writing = _days_of(published)
    return [
        span
        for value in before
        for span in (
            _weekdays(value, value, writing) if value in WEEKDAYS else _stated([value], published, side=side)
        )
    ]


def _in_text(text: str, before: list[str], published: str | None, side: Side) -> list[Span]:
    """``the following Sunday``, ``that December``: counted from what the text last dated."""
    lower = text.lower()
    anchors = _anchors(before, published, side)
    weekday = next((w for w in WEEKDAYS if w in lower), None)
    if weekday:
        wanted = WEEKDAYS.index(weekday)
        days_on = [(last, (wanted - last.weekday()) % 7) for _, last in anchors]
        if "previous" in lower or "preceding" in lower:
            return [_one(first - dt.timedelta((first.weekday() - wanted) % 7 or 7)) for first, _ in anchors]
        return [
            _one(day + dt.timedelta(ahead or (7 if _ONWARD.search(lower) else 0))) for day, ahead in days_on
        ]
    month = next((n for n, m in enumerate(MONTHS, 1) if re.search(rf"\b{m}\b", lower)), 0)
    spans = []
    for _, last in anchors:
        year = last.year + (month <= last.month if _ONWARD.search(lower) else 0)
        spans.append(days(f"{year:04d}-{month:02d}"))
    return [span for span in spans if span]


def _neighbours(text: str, before: list[str], published: str | None, side: Side) -> list[Span]:
    """``the next day``, counted from a date in the phrase itself or just before it."""
    lower = text.lower()
    offset = 0 if "same" in lower else -1 if "previous" in lower else 1
    spans = _anchors([d.value for d in find_dates(text)] or before, published, side)
    return [(a + dt.timedelta(offset), b + dt.timedelta(offset)) for a, b in spans]


def _weekdays(weekday: str, text: str, writing: list[dt.date], side: Side = "") -> list[Span]:
    """``Sunday``, ``last Sunday``, ``next Sunday``; and the Sunday on which something will be done."""
    wanted = WEEKDAYS.index(weekday)
    coming = re.search(rf"\b(?:next|coming|this coming) {weekday}", text)
    found = set()
    for day in writing:
        back = (day.weekday() - wanted) % 7
        if coming:
            found.add(day + dt.timedelta(7 - back))
            continue
        if side == "after":
            found.update(day + dt.timedelta(ahead - back) for ahead in (7, 0) if ahead >= back)
            continue
        found.add(day - dt.timedelta(back))
        if "last" in text or "week" in text:
            found.add(day - dt.timedelta(back + 7))
    return [_one(day) for day in sorted(found)]
