"""Dates in running text, at the precision that the words have.

A date is kept in EDTF. Two forms go beyond it: ``XXXX-08-15`` for a day or
month without a year, and ``sunday`` for a day of the week. ``9/11`` is read as
the English idiom that it is.
"""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct

from ..edtfdays import bare, contains, days
from ..folding import fold

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})(?!\d|,\d{3}|\.\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|[.,]\d)"
_PART = r"(?:\b(?:early|mid|late|end of|beginning of)[ -])?"
_UNITS_NOT_YEAR = r"(?! ?(?:km|kilomet|metres|meters|miles|feet|ft|kg|tonnes|tons|per cent|percent|%|men|people|soldiers|fighters|years|days|hours)\b)"
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_IDIOMS = {"9/11": "2001-09-11"}


class Date(Struct, frozen=True):
    """A date as a text gives it; ``value`` is EDTF, ``XXXX-MM[-DD]`` or a day of the week."""

    value: str
    start: int = -1
    end: int = -1

    def __str__(self) -> str:
        return say(self.value)


def _month(word: str) -> str:
    return f"{next(i for i, m in enumerate(MONTHS, 1) if m.startswith(word.lower().rstrip('.')[:3])):02d}"


def _day(match: re.Match[str]) -> str | None:
    year = match["year"] or "XXXX"
    value = f"{year}-{_month(match['month'])}-{int(match['day']):02d}"
    return value if days(value.replace("XXXX", "2000")) else None


def _range(match: re.Match[str]) -> str | None:
    first, last = match["first"], match["last"]
    if len(last) == 2:
        last = first[:2] + last
    return f"{first}/{last}" if first <= last else None


def _iso(match: re.Match[str]) -> str | None:
    return match[0] if days(match[0]) else None


def _season(match: re.Match[str]) -> str:
    return f"{match['year']}-{_SEASONS[match['season'].lower()]}"


_FORMS: tuple[tuple[re.Pattern[str], object], ...] = (
    (re.compile(r"(?<![\w-])\d{4}-\d{2}(?:-\d{2})?(?![\w-])"), _iso),
    (re.compile(r"(?<![\w/])9/11(?![\w/])"), lambda m: _IDIOMS[m[0]]),
    (re.compile(rf"\b{_DAY} (?:of )?{_MONTH}(?![a-z])(?:,? {_YEAR})?", re.IGNORECASE), _day),
    (re.compile(rf"\b{_MONTH} {_DAY}(?:,? {_YEAR})?", re.IGNORECASE), _day),
    (re.compile(rf"{_PART}\b{_MONTH},? (?:of )?{_YEAR}", re.IGNORECASE), lambda m: f"{m['year']}-{_month(m['month'])}"),
    (re.compile(rf"\b(?P<season>spring|summer|autumn|fall|winter) (?:of )?{_YEAR}", re.IGNORECASE), _season),
    (re.compile(r"\b(?:between |from )?(?P<first>1\d{3}|20\d{2})(?: ?[-/] ?| to | until | and )(?P<last>1\d{3}|20\d{2}|(?<=-)\d{2})(?![\d,]*\d)"), _range),
    (re.compile(r"(?<!\d)(?P<decade>1\d{2}|20\d)0'?s\b"), lambda m: f"{m['decade']}X"),
    (re.compile(r"(?<![\w])'(?P<decade>\d)0s\b"), lambda m: f"19{m['decade']}X"),
    (re.compile(r"\b(?P<century>1\d|20|21)(?:th|st)[- ]century", re.IGNORECASE), lambda m: f"{int(m['century']) - 1}XX"),
    (re.compile(rf"(?<![\d.,$€£/-]){_YEAR}(?![\w]){_UNITS_NOT_YEAR}"), lambda m: m["year"]),
    (re.compile(r"(?:\b(?:[Ee]arly|[Mm]id|[Ll]ate|[Ee]nd of|[Bb]eginning of)[ -])?\b(?P<month>January|February|April|June|July|August|September|October|November|December)\b"), lambda m: f"XXXX-{_month(m['month'])}"),
    (re.compile(r"\b(?:[Ii]n|[Ss]ince|[Ll]ate|[Ee]arly|[Bb]y|[Uu]ntil|[Oo]f|[Ll]ast|[Mm]id-?|[Dd]uring|[Ff]rom) ?(?P<month>March|May)\b"), lambda m: f"XXXX-{_month(m['month'])}"),
    (re.compile(r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?\b"), lambda m: m[1].lower()),
)  # fmt: skip


_MAY_HOLD = re.compile(r"\d|day\b|days\b|january|february|march|april|\bmay\b|june|july|august|september|october|november|december", re.IGNORECASE)
"""A quick look, as most sentences hold no date."""


def find_dates(text: str) -> list[Date]:
    """The dates of ``text``, in order."""
    folded = fold(text)
    if not _MAY_HOLD.search(folded):
        return []
    found = _paired_days(folded)
    taken = [(d.start, d.end) for d in found]
    for pattern, value_of in _FORMS:
        for match in pattern.finditer(folded):
            start, end = match.span()
            if any(start < e and s < end for s, e in taken):
                continue
            value = value_of(match)  # type: ignore[operator]  # one callable per form, each taking its match
            if value:
                taken.append((start, end))
                found.append(Date(value, start, end))
    return sorted(found, key=lambda d: d.start)


_PAIR = re.compile(rf"\b(?P<first>[0-3]?\d)(?P<join> and | or | to | ?[-/] ?){_DAY} {_MONTH}(?![a-z])(?:,? {_YEAR})?", re.IGNORECASE)


def _paired_days(folded: str) -> list[Date]:
    """The two days of ``4 and 5 September 2021``."""
    found = []
    for match in _PAIR.finditer(folded):
        second = _day(match)
        first = second and f"{second[:8]}{int(match['first']):02d}"
        if second and first and days(first.replace("XXXX", "2000")):
            found += [Date(first, match.start(), match.end("first")), Date(second, match.start("day"), match.end())]
    return found


def _weekday(value: str) -> str | None:
    """The day of the week of a full date."""
    span = days(bare(value))
    return WEEKDAYS[span[0].weekday()] if span and span[0] == span[1] else None


def supports(evidence: str, claim: str, years: frozenset[str] = frozenset()) -> bool:
    """Whether a date of the evidence is at least as fine as the claimed one and agrees with it.

    ``years`` are those that a date without a year may mean: those of the source.
    """
    claim, evidence = bare(claim), bare(evidence)
    if claim == evidence:
        return True
    if claim in WEEKDAYS:
        return _weekday(evidence) == claim
    if evidence in WEEKDAYS:
        return False
    if claim.startswith("XXXX-"):
        return evidence[4:].startswith(claim[4:]) and evidence[4:7] == claim[4:7] and "/" not in evidence
    if evidence.startswith("XXXX-"):
        return any(contains(claim, year + evidence[4:]) for year in years)
    if "/" in evidence and "/" not in claim:
        return any(contains(claim, end) for end in evidence.split("/") if days(end))
    return "/" not in claim and contains(claim, evidence)


def supported(evidence: list[str], claim: str, years: frozenset[str] = frozenset()) -> bool:
    """Whether the dates of the evidence together carry the claimed one; an interval may be carried by its ends."""
    if any(supports(e, claim, years) for e in evidence):
        return True
    if "/" not in claim:
        return False
    ends = [end for end in claim.split("/") if end not in ("", "..")]
    return bool(ends) and all(any(supports(e, end, years) for e in evidence) for end in ends)


def refines(claim: str, evidence: str) -> bool:
    """Whether the claim is finer than the evidence and lies within it."""
    claim, evidence = bare(claim), bare(evidence)
    if evidence.startswith("XXXX-"):
        return claim[4:].startswith(evidence[4:])
    return claim != evidence and contains(evidence, claim)


def say(value: str) -> str:
    """An EDTF date in English: ``9 September 2001``, ``the 1980s``, ``1996 to 2001``."""
    if value in WEEKDAYS:
        return value.capitalize()
    if "/" in value:
        first, last = value.split("/")
        if first in ("", ".."):
            return f"until {say(last)}"
        return f"from {say(first)} on" if last in ("", "..") else f"{say(first)} to {say(last)}"
    about = "about " if "~" in value or "%" in value else ""
    perhaps = " (uncertain)" if "?" in value or "%" in value else ""
    return about + _say_plain(bare(value)) + perhaps


def _say_plain(value: str) -> str:
    if re.fullmatch(r"\d{3}X", value):
        return f"the {value[:3]}0s"
    if re.fullmatch(r"\d{2}XX", value):
        return f"the {int(value[:2]) + 1}th century"
    parts = value.split("-")
    if len(parts) > 1 and parts[1] in _SEASONS.values():
        return f"{next(s for s, code in _SEASONS.items() if code == parts[1])} {parts[0]}"
    words = [MONTHS[int(parts[1]) - 1].capitalize()] if len(parts) > 1 and parts[1].isdigit() and 1 <= int(parts[1]) <= 12 else []
    if len(parts) > 2 and parts[2].isdigit():
        words.insert(0, str(int(parts[2])))
    return " ".join([*words, *([] if parts[0] == "XXXX" else [parts[0]])])


def years_of(published: str | None) -> frozenset[str]:
    """The years that a date without a year may mean in a source of this date."""
    span = days(published) if published else None
    if span is None:
        return frozenset()
    first = span[0].year if span[0] != dt.date.min else span[1].year
    last = span[1].year if span[1] != dt.date.max else first
    return frozenset(str(year) for year in range(first, min(last, first + 5) + 1))
