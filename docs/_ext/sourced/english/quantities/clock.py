"""Times of day in running text: `9.30 am`, `14:05`, `half past nine`, `noon`."""

from __future__ import annotations

import re
from typing import NamedTuple

HALF_DAY = 720
"""Minutes of half a day: without `am` or `pm` a time of day may be in either half."""

_HOURS = {
    word: hour
    for hour, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}
_MINUTES = {
    "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25, "twenty five": 25, "a quarter": 15, "quarter": 15,
    "half": 30,
}  # fmt: skip
_HOUR = rf"(?:{'|'.join(_HOURS)}|1[0-2]|[1-9])"
_HALF = r"(?P<half>[ap]\.?m\b\.?)"
_SPAN = r"(?:second|minute|hour|day|week|month|year)s?\b"
"""Behind a number, what makes `5 minutes to 12 minutes` a stretch and no time of day."""
_FIGURES = re.compile(
    rf"\b(?P<hour>\d{{1,2}})[:.](?P<minute>[0-5]\d) ?{_HALF}"
    rf"|(?<![:\d])(?P<h2>\d{{1,2}}):(?P<m2>[0-5]\d)\b(?!:)"
    rf"|\b(?P<h3>\d{{1,2}}) ?{_HALF.replace('half', 'half3')}",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"\b(?P<minute>{'|'.join(sorted(_MINUTES, key=len, reverse=True))}|[1-5]?\d)(?: minutes?)? "
    rf"(?P<side>past|to|after) (?P<hour>{_HOUR})\b(?! ?(?:%|per cent|percent|\d|{_SPAN}))"
    rf"|\b(?P<full>{_HOUR}) o'clock|\b(?P<noon>noon|midday|midnight)\b",
    re.IGNORECASE,
)


_MAY_BE_FIGURES = re.compile(r"\d(?:[:.]\d| ?[apAP])")
"""A quick look, as most texts tell no time of day."""

_AT = re.compile(r"\b(?:at|by|until|till|about|around|since) $", re.IGNORECASE)
"""What makes `twenty to seven` a time of day."""


class Clock(NamedTuple):
    """A time of day: minutes since midnight, and whether it says which half of the day it means."""

    minutes: int
    sure: bool
    start: int
    end: int


def find_clocks(text: str) -> list[Clock]:
    """The times of day of ``text``, folded."""
    found = [_figures(m) for m in _FIGURES.finditer(text)] if _MAY_BE_FIGURES.search(text) else []
    return [*found, *(clock for m in _WORDS.finditer(text) if (clock := _words(m)))]


def _figures(match: re.Match[str]) -> Clock:
    hour = int(match["hour"] or match["h2"] or match["h3"])
    minute = int(match["minute"] or match["m2"] or 0)
    half = (match["half"] or match["half3"] or "").lower()
    if half and hour == 12:
        hour = 0
    if half.startswith("p") and hour < 12:
        hour += 12
    sure = bool(half) or hour > 12 or match[0].startswith("0")
    # The point behind `p.m.` may end the sentence: it is no part of the time, nor always of a quotation.
    return Clock(hour * 60 + minute, sure, match.start(), match.end() - match[0].endswith("."))


def told(minutes: int) -> str:
    """A time of day as a text gives it: ``9:40``, ``22:15``."""
    return f"{minutes // 60}:{minutes % 60:02}"


def _words(match: re.Match[str]) -> Clock | None:
    if match["noon"]:
        return Clock(0 if match["noon"].lower() == "midnight" else HALF_DAY, True, *match.span())
    if match["full"]:
        return Clock(_hour(match["full"]) * 60, False, *match.span())
    word = match["minute"].lower()
    plain = word in ("a quarter", "quarter") or "minute" in match[0]
    at = word in _MINUTES and _AT.search(match.string[: match.start()])
    if match["side"] == "to" and not plain and not at:
        return None  # `five to ten people`
    if match["side"] == "after" and "minute" not in match[0]:
        return None
    minutes = _MINUTES.get(word) or int(word) if word in _MINUTES or word.isdigit() else 0
    signed = -minutes if match["side"] == "to" else minutes
    return Clock((_hour(match["hour"]) * 60 + signed) % HALF_DAY, False, *match.span())


def _hour(word: str) -> int:
    return _HOURS.get(word.lower()) or int(word)
