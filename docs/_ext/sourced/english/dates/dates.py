"""Dates in running text, at the precision that the words have.

A date is kept in EDTF. Two forms go beyond it: ``XXXX-08-15`` for a day or
month without a year, and ``sunday`` for a day of the week. ``9/11`` is read as
the English idiom that it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from msgspec import Struct

from ...text.edtf import bare, days
from ...text.fold import caseless, fold, small
from ...text.taken import Taken
from ..patterns import word_list
from ..quantities.units import is_measured

MONTHS = word_list("january february march april may june july august september october november december")
WEEKDAYS = word_list("monday tuesday wednesday thursday friday saturday sunday")
_ALSO_VERBS = ("march", "may")
"""Months that are verbs as well, and so need a word before them that makes them a month."""
SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
"""The months that EDTF has for the seasons."""

_IDIOMS = {"9/11": "2001-09-11"}
_FEASTS = {
    "christmas eve": "12-24",
    "christmas day": "12-25",
    "boxing day": "12-26",
    "new year's eve": "12-31",
    "new year's day": "01-01",
}
"""Days that have a name and the same date in every year."""
_SHORT = "|".join(month[:3] for month in MONTHS if month != "may").replace("sep", "sept?")
_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|(?:{_SHORT})\.?)"
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})(?!\d|,\d{3}|\.\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|[.,]\d)"
_DAY_AND_MONTH = rf"{_DAY} (?:of )?{_MONTH}(?![a-z])(?:,? {_YEAR})?"
_THIRDS = {"early": 0, "beginning of": 0, "mid": 1, "late": 2, "end of": 2}
"""The words before a month or a year that say which third of it is meant."""

_PART = rf"(?:\b(?:{'|'.join(_THIRDS)})[ -])?"
_COUNTED = word_list("men people soldiers fighters")
"""Who may be counted in four digits, which then are no year; of units of measure `is_measured` says so."""
_NO_YEAR = rf"(?! ?(?:{'|'.join(_COUNTED)})\b| ?B\.? ?C\b)"

_CENTURIES = {
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip


class Date(Struct, frozen=True):
    """A date as a text gives it; ``value`` is EDTF, ``XXXX-MM[-DD]`` or a day of the week."""

    value: str
    start: int = -1
    end: int = -1

    def __str__(self) -> str:
        return say(self.value)


def third(words: str) -> int | None:
    """Which third of what a date names it means, counted from 0: for ``late August 2021`` the last."""
    return next((part for word, part in _THIRDS.items() if re.match(rf"{word}\b", words.lower())), None)


def third_in_words(words: str) -> str:
    """What says so, before a date: ``late`` for ``late August 2021``; nothing where nothing does."""
    return next((word for word in _THIRDS if re.match(rf"{word}\b", words.lower())), "")


def _month_number(match: re.Match[str]) -> str:
    word = caseless(match["month"])[:3]
    return f"{next(i for i, month in enumerate(MONTHS, 1) if month.startswith(word)):02d}"


def _day(match: re.Match[str]) -> str | None:
    value = f"{match['year'] or 'XXXX'}-{_month_number(match)}-{int(match['day']):02d}"
    return value if days(value.replace("XXXX", "2000")) else None


def _feast(match: re.Match[str]) -> str:
    return f"{match['year'] or 'XXXX'}-{_FEASTS[match['feast'].lower().replace('’', chr(39))]}"


def _month(match: re.Match[str]) -> str:
    return f"{match['year']}-{_month_number(match)}"


def _month_alone(match: re.Match[str]) -> str:
    return f"XXXX-{_month_number(match)}"


def _year(match: re.Match[str]) -> str | None:
    return None if is_measured(match.string, *match.span()) else match["year"]


def _years(match: re.Match[str]) -> str | None:
    first, last = match["first"], match["last"]
    if len(last) == 2:
        last = first[:2] + last
    return f"{first}/{last}" if first <= last else None


def _iso(match: re.Match[str]) -> str | None:
    return match[0] if days(match[0]) else None


def _season(match: re.Match[str]) -> str:
    return f"{match['year']}-{SEASONS[caseless(match['season'])]}"


def _capitals(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, each with a capital."""
    return "|".join(map(str.capitalize, words))


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    (re.compile(r"(?<![\w-])\d{4}-\d{2}(?:-\d{2})?(?![\w-])"), _iso),
    (re.compile(r"(?<![\w/])9/11(?![\w/])"), lambda m: _IDIOMS[m[0]]),
    (re.compile(rf"\b(?P<feast>{'|'.join(_FEASTS)})(?:,? (?:of )?{_YEAR})?", re.IGNORECASE), _feast),
    (re.compile(rf"\b{_DAY_AND_MONTH}", re.IGNORECASE), _day),
    (re.compile(rf"\b{_MONTH} {_DAY}(?:,? {_YEAR})?", re.IGNORECASE), _day),
    (re.compile(rf"{_PART}\b{_MONTH},? (?:of )?{_YEAR}", re.IGNORECASE), _month),
    (re.compile(rf"\b(?P<season>{'|'.join(SEASONS)}) (?:of )?{_YEAR}", re.IGNORECASE), _season),
    (
        re.compile(
            r"\b(?:[Bb]etween |[Ff]rom )?(?P<first>1\d{3}|20\d{2})(?: ?[-/] ?| to | until | and )"
            r"(?P<last>1\d{3}|20\d{2}|(?<=-)\d{2})(?![\d,]*\d)"
        ),
        _years,
    ),
    (re.compile(r"(?<!\d)(?P<decade>1\d{2}|20\d)0'?s\b"), lambda m: f"{m['decade']}X"),
    (re.compile(r"(?<![\w])'(?P<decade>\d)0s\b"), lambda m: f"19{m['decade']}X"),
    (
        re.compile(
            rf"\b(?:(?P<century>1\d|20|21)(?:th|st)|(?P<ordinal>{'|'.join(_CENTURIES)}))[- ]century",
            re.IGNORECASE,
        ),
        lambda m: f"{int(m['century'] or _CENTURIES[caseless(m['ordinal'])]) - 1}XX",
    ),
    (re.compile(rf"(?<![\d.,$€£/-]){_YEAR}(?![\w]){_NO_YEAR}"), _year),
    (
        re.compile(
            rf"(?:\b(?:{'|'.join(_THIRDS)}|{_capitals(_THIRDS)})[ -])?"
            rf"\b(?P<month>{_capitals(each for each in MONTHS if each not in _ALSO_VERBS)})\b"
        ),
        _month_alone,
    ),
    (
        re.compile(
            r"\b(?:[Ii]n|[Ss]ince|[Ll]ate|[Ee]arly|[Bb]y|[Uu]ntil|[Oo]f|[Ll]ast|[Mm]id-?|[Dd]uring|[Ff]rom) ?"
            rf"(?P<month>{_capitals(_ALSO_VERBS)})\b"
        ),
        _month_alone,
    ),
    (re.compile(rf"\b({_capitals(WEEKDAYS)})s?\b"), lambda m: m[1].lower()),
)
"""Every form of a date with what makes it EDTF; the earlier form takes the words."""

_TWO_DAYS = re.compile(
    rf"\b(?P<first>[0-3]?\d)(?P<join> and | or | to | ?[-/] ?)"
    rf"{_DAY} {_MONTH}(?![a-z])(?:,? {_YEAR})?",
    re.IGNORECASE,
)
_MAY_HOLD = re.compile(
    rf"\d{{4}}|\d/\d|'\d0s|days?\b|century|\beve\b|\b(?:{'|'.join(m[:3] for m in MONTHS)})"
)
"""A quick look, as most sentences hold no date."""


def find_dates(text: str) -> list[Date]:
    """The dates of ``text``, in order."""
    folded = fold(text)
    if not _MAY_HOLD.search(small(folded)):
        return []
    found = _paired_days(folded)
    taken = Taken(len(folded), ((d.start, d.end) for d in found))
    for pattern, value_of in _FORMS:
        for match in pattern.finditer(folded):
            start, end = match.span()
            value = None if taken.has(start, end) else value_of(match)
            if value:
                found.append(Date(value, start, end))
                taken.add(start, end)
    return sorted(found, key=lambda d: d.start)


def _paired_days(folded: str) -> list[Date]:
    """The two days of ``4 and 5 September 2021``."""
    found = []
    for match in _TWO_DAYS.finditer(folded):
        second = _day(match)
        first = second and f"{second[:8]}{int(match['first']):02d}"
        if second and first and days(first.replace("XXXX", "2000")):
            found.append(Date(first, match.start(), match.end("first")))
            found.append(Date(second, match.start("day"), match.end()))
    return found


def say(value: str) -> str:
    """An EDTF date in English: ``9 September 2001``, ``the 1980s``, ``1996 to 2001``."""
    if value in WEEKDAYS:
        return value.capitalize()
    if value.count("/") > 1:
        return value  # no date at all
    if "/" in value:
        first, _, last = value.partition("/")
        if first in ("", ".."):
            return f"until {say(last)}"
        return f"from {say(first)} on" if last in ("", "..") else f"{say(first)} to {say(last)}"
    about = "about " if "~" in value or "%" in value else ""
    perhaps = " (uncertain)" if "?" in value or "%" in value else ""
    return about + _say_plain(bare(value)) + perhaps


_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st"}


def _say_plain(value: str) -> str:
    if re.fullmatch(r"\d{3}X", value):
        return f"the {value[:3]}0s"
    if re.fullmatch(r"\d{2}XX", value):
        century = int(value[:2]) + 1
        return f"the {century}{_ENDINGS.get(century, 'th')} century"
    year, _, rest = value.partition("-")
    season = next((name for name, code in SEASONS.items() if code == rest), None)
    if season:
        return f"{season} {year}"
    month, _, day = rest.partition("-")
    words = [MONTHS[int(month) - 1].capitalize()] if month.isdecimal() and 1 <= int(month) <= 12 else []
    if day.isdecimal():
        words.insert(0, str(int(day)))
    return " ".join([*words, *([] if year == "XXXX" else [year])])
