"""What a text states of itself: its headline, its day, its publisher, each with the line that states it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...english.dates.dates import find_dates
from ...english.furniture import dateline, is_byline
from ...text.fold import WORD

_HEAD = 12
"""So many lines at the beginning may hold headline and day."""
_TITLE = (3, 25)
"""A headline has at least, and at most, so many words."""
_BESIDE = 40
"""A line that states the day of publication has no more characters beside it."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PUBLISHED = re.compile(r"\b(?:published|posted|first published|date)\b", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:updated|modified|accessed|retrieved)\b", re.IGNORECASE)
_NO_TITLE = re.compile(r"[.,;:]$|\s[|·»]\s|^(?:by|from)\b|^(?:skip|sign|log|share|menu)\b", re.IGNORECASE)
_PUBLISHER = (
    re.compile(r"^source: (?P<name>[^.,;:|]{2,60})$", re.IGNORECASE),
    re.compile(r"^(?:published by|publisher:) (?P<name>[^.,;:|]{2,60})\.?$", re.IGNORECASE),
    re.compile(
        r"(?:©|\(c\)(?= ?\d{4})|^copyright (?:(?:\(c\)|©)|(?=\d{4})))\W*(?:\d{4}(?:[-–]\d{4})?)?\W*"
        r"(?P<name>[^\W\d][^.,;:|©]{1,60}?)\W*(?:\d{4})?\W*(?:all rights reserved\W*)?(?:[.,;:|]|$)",
        re.IGNORECASE,
    ),
)


class Stated(Struct, frozen=True, kw_only=True):
    """One thing that a text says of itself, and where."""

    field: str
    value: str
    where: str
    """Such as ``line 3``."""
    line: str
    """The words of that line."""


def stated(text: str) -> list[Stated]:
    """Headline, day and publisher, as far as the text plainly states them; the first of each."""
    lines = [
        (number, " ".join(line.split())) for number, line in enumerate(text.split("\n"), 1) if line.strip()
    ]
    found = [*_title(lines[:_HEAD]), *_published(lines), *_publisher(lines)]
    given = {field for field, *_ in found}
    found += [each for each in _of_agency(lines[: 2 * _HEAD]) if each[0] not in given]
    return [
        Stated(field=field, value=value, where=f"line {number}", line=line)
        for field, value, number, line in found
    ]


_Lines = list[tuple[int, str]]
_Found = Iterator[tuple[str, str, int, str]]


def _title(head: _Lines) -> _Found:
    """The first line that can be a headline, if it comes before the first sentence."""
    for number, line in head:
        words = len(WORD.findall(line))
        if words > _TITLE[1] or line.endswith("."):
            return
        is_day = any(len(line) - (date.end - date.start) < _BESIDE / 2 for date in find_dates(line))
        if words >= _TITLE[0] and not (is_day or is_byline(line) or _NO_TITLE.search(line)):
            yield "title", line, number, line
            return


def _published(lines: _Lines) -> _Found:
    """The day on a line that has little else; one that is called the day of publication comes first."""
    found = []
    for place, (number, line) in enumerate(lines):
        says_so = bool(_PUBLISHED.search(line))
        is_sentence = line.endswith(".") and not says_so
        if len(line) > 2 * _BESIDE or _CHANGED.search(line) or is_sentence:
            continue
        for date in find_dates(line):
            beside = len(line) - (date.end - date.start)
            if _DAY.fullmatch(date.value) and beside <= _BESIDE and (place < _HEAD or says_so):
                found.append((not says_so, date.value, number, line))
    best = [each for each in found if each[0] == min(found)[0]]
    if len({value for _, value, _, _ in best}) == 1:
        yield "published", *best[0][1:]


def _of_agency(head: _Lines) -> _Found:
    """What the dateline of an agency states: who publishes it, and when, if it names the year."""
    for number, line in head:
        if found := dateline(line):
            yield "publisher", found.agency, number, line
            for date in find_dates(found.day):
                if _DAY.fullmatch(date.value):
                    yield "published", date.value, number, line
            return


def yearless(text: str) -> tuple[int, str] | None:
    """The line of a dateline whose day has no year, and that day as it stands there."""
    for number, line in enumerate(text.split("\n"), 1):
        found = dateline(" ".join(line.split()))
        if found:
            whole = any(_DAY.fullmatch(date.value) for date in find_dates(found.day))
            return (number, found.day) if found.day and not whole else None
    return None


def _publisher(lines: _Lines) -> _Found:
    for pattern in _PUBLISHER:
        for number, line in lines:
            name = pattern.search(line)
            if name and WORD.search(name["name"]) and name["name"][0].isupper():
                yield "publisher", name["name"].strip(), number, line
                return
