"""The year of a date without one: it lies nearest to the day of writing, before it or after it.

What has happened lies before, what is to come after. Where the clause does not say which, it may be both;
and nothing is sure but where the date stands next to the very verb that says it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from functools import lru_cache
from typing import Literal

from ...text.edtf import Span, bare, days
from ...text.fold import fold, small
from ...text.sentences import sentence_at
from ..lexis.inflection import is_past_form
from ..patterns import any_word
from ..speech.verbs import speech_verbs
from .dates import find_dates

Side = Literal["before", "after", ""]
"""Where a date lies, seen from the day of writing; nothing where the words do not say."""
SIDES: tuple[Side, ...] = ("before", "after")

_MAX_YEARS = 5
"""An interval that dates a source lends so many years, at most, to its dates without one."""
_LEAP = 8
"""So many years may part two days of the same name: 29 February 1896 and 1904."""

_CLAUSE_END = re.compile(
    r"[.!?;:,()\n—–]\s|\s[—–-]\s|[\"“”]|\b(?:and|but|or|that|which|who|whom|whose|when|while|where|because|although)\b"
)
_COMING = re.compile(
    any_word(
        r"will|shall|won't|due|planned|plans?|scheduled|expect(?:s|ed)?|intend(?:s|ed)?|proposed",
        r"set to|going to|next|coming|upcoming|forthcoming|(?:is|are) to",
    )
    + "|[a-z]'ll\\b"
)
_OPEN = re.compile(
    any_word(
        r"would|could|should|may|might|must|can|until|till|if",
        r"to (?!(?:the|an?|its?|his|her|their|our|my|this|that|these|those|all|no|each|every|both|one)\b)"
        r"[a-z]+",
    )
)
"""Words that leave open whether what they are said of has come about; `to all of them` does not."""
_LASTS = re.compile(r"\b(?:is|are|(?:has|have) been) [^.;:]*\b(?:until|till)(?: at least)?(?: the)? $")
"""What lasts on the day of writing, up to a date that is still to come."""
_FROM, _ONWARDS = re.compile(r"\bfrom(?: the)? $"), re.compile(r" on(?:wards?)?\b")
"""`from 4 December on`, but not `from 27 on 9 March`."""
_FIRST = re.compile(r"\W*(?:(?:on|in|by|from|until|till|at)(?: the)? )?")
"""What may stand before a date with which a clause begins, so that it is of its verb."""
_OF = re.compile(r"\bof(?: the)? $")
_PAST = re.compile(any_word(r"was|were|had|did|ha(?:s|ve) been"))
_NO_PAST_BEFORE = re.compile(r"\b(?:be|being|is|are|get|gets|a|an|the|due|will|as)(?: \w+ly)? $")
_ON = re.compile(r"(?: \w+)? (?:on|in|at)(?: the)? $")
_WORD = re.compile(r"[a-z]+")
_YEARS = re.compile(any_word("years?|decades?|century|centuries|anniversary"))
_OTHER_YEAR = re.compile(
    any_word(
        "(?:last|previous|preceding|next|following|coming|same|that) year",
        "(?:years?|decades?) (?:ago|earlier|later|before|after)|anniversary",
    )
)
"""What says that a date is not of the nearest year."""
_LIGHT = r"not|also|only|then|again|once|more|\w+ly"
_TO_COME = re.compile(
    r"(?:\b(?:will|shall|won't)|'ll"
    r"|\b(?:is|are)(?: \w+ly| now)? (?:due|planned|scheduled|expected|set|going|to))"
    rf"(?: (?:be|to|have|{_LIGHT}))*(?: \w+)? (?:on|in|by|at|until|till)(?: the)? $"
)
"""A coming verb with a date right behind it, and nothing between that could be what is dated."""
_HAPPENED = re.compile(rf"(?P<before>^.*?)\b(?P<verb>[a-z]+)(?: (?:{_LIGHT}))* (?:on|in|since)(?: the)? $")
_AUXILIARY = re.compile(r"\b(?:was|were|had|ha(?:s|ve) been)(?: \w+ly)? $")
_MAX_SUBJECT = 4
"""A past form behind so few words is the verb of its clause, where nothing follows its date."""


def complete(text: str, published: str | None, years: Collection[str] = ()) -> frozenset[str]:
    """The whole dates that the dates without a year in ``text`` may mean, written when a source was.

    ``years`` are those that the text tells of besides.
    """
    found: set[str] = set()
    for date in find_dates(text):
        if date.value.startswith("XXXX-"):
            side = side_of(text, date.start, date.end)
            found.update(in_years(date.value, years, published, side))
            if not tells_another_year(text, date.start, date.end):
                found.update(nearest(date.value, published, side))
    return frozenset(found)


def in_years(value: str, years: Collection[str], published: str | None, side: Side) -> list[str]:
    """The same for years that the text tells of, where they lie on the right side of the day of writing."""
    wholes = [whole for year in years if days(whole := year + value[4:])]
    writing = _writing(published)
    return [
        whole
        for whole in wholes
        if not side or not writing or (span := days(whole)) is None or _lies(span, writing, side)
    ]


def _lies(span: Span, writing: Span, side: Side) -> bool:
    return span[0] <= writing[1] if side == "before" else span[1] >= writing[0]


def possible(text: str, published: str | None) -> frozenset[str]:
    """The same with both sides of the day of writing, where it is not sure on which a date lies."""
    found: set[str] = set()
    for date in find_dates(text):
        if date.value.startswith("XXXX-"):
            found.update(nearest(date.value, published, sure_side_of(text, date.start, date.end)))
    return frozenset(found)


def may_be_of_another_year(text: str, value: str) -> bool:
    """Whether ``text`` has a whole date without its year and speaks of years, so that any may be meant.

    So it is with `9 March last year`, `two years ago, on 9 March`, `on the tenth anniversary, 9 March`.
    """
    if not _YEARS.search(small(fold(text))):
        return False
    return any(
        date.value.startswith("XXXX-") and bare(value)[4:].startswith(date.value[4:])
        for date in find_dates(text)
    )


def tells_another_year(text: str, start: int, end: int) -> bool:
    """Whether the sentence of a date says, in words, of which other year it may be."""
    first, last = sentence_at(text, start)
    return _OTHER_YEAR.search(small(fold(text[first : max(last, end)]))) is not None


def is_yearless(text: str) -> bool:
    """Whether a date of ``text`` has no year."""
    return any(date.value.startswith("XXXX-") for date in find_dates(text))


@lru_cache(maxsize=65536)
def nearest(value: str, published: str | None, side: Side = "") -> tuple[str, ...]:
    """The whole dates that ``value``, without a year, may mean; every day of ``published`` may be the one."""
    writing = _writing(published)
    if writing is None:
        return ()
    years = range(max(1, writing[0].year - _LEAP), min(9999, writing[1].year + _LEAP) + 1)
    wholes = [whole for year in years if days(whole := f"{year:04d}{value[4:]}")]
    spans = [span for whole in wholes if (span := days(whole))]
    found = set()
    for n, (first, last) in enumerate(spans):
        following = spans[n + 1][0] if n + 1 < len(spans) else None
        previous = spans[n - 1][1] if n else None
        if side != "after" and first <= writing[1] and (following is None or following > writing[0]):
            found.add(wholes[n])
        if side != "before" and last >= writing[0] and (previous is None or previous < writing[1]):
            found.add(wholes[n])
    return tuple(sorted(found))


def _writing(published: str | None) -> Span | None:
    """The first and the last day on which a source of this date may have been written."""
    span = days(published) if published else None
    if span is None:
        return None
    first, last = span
    if first.year == 1:
        first = last.replace(month=1, day=1)
    if last.year == 9999:
        last = first.replace(month=12, day=31)
    return first, min(last, dt.date(min(first.year + _MAX_YEARS, 9999), 12, 31))


def side_of(text: str, start: int, end: int) -> Side:
    """Where the clause around a date most likely puts it."""
    before, date, after = _clause(text, start, end)
    if _LASTS.search(before):
        return "after"
    past = _is_past(before, after)
    if _FROM.search(before) and _ONWARDS.match(after):
        return "" if past else "after"
    if _COMING.search(f"{before}{date}{after}"):
        return "after" if not past and _is_of_coming(before, after) else ""
    return "before" if past and not _OPEN.search(f"{before}|{after}") else ""


def _is_of_coming(before: str, after: str) -> bool:
    """Whether a date may be when something is to come; in `the notice of 9 March will stay` it is none."""
    if _OF.search(before):
        return False
    return bool(_COMING.search(before) or (_COMING.search(after) and _FIRST.fullmatch(before)))


def sure_side_of(text: str, start: int, end: int) -> Side:
    """Where the clause around a date puts it for sure: by its verb, to which the date is next.

    In `they will ask him about the theft on 9 March`, or `they banned the match on 9 March`, what is dated
    may be what the verb is about; and in what somebody says, a past form may tell of what is to come.
    """
    side = side_of(text, start, end)
    before, _, after = _clause(text, start, end)
    if side == "after":
        first = _FIRST.fullmatch(before) and _COMING.search(after)
        return side if first or _TO_COME.search(before) else ""
    if side == "before" and not speech_verbs(small(fold(text[sentence_at(text, start)[0] : start]))):
        happened = _HAPPENED.search(before)
        if happened and is_past_form(happened["verb"]):
            alone = len(happened["before"].split()) <= _MAX_SUBJECT and not _WORD.search(after)
            return side if alone or _AUXILIARY.search(happened["before"]) else ""
    return ""


def _clause(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The clause of a date, in small letters: what stands before it, the date, and what behind it."""
    lower = small(fold(text))
    before, after = lower[:start], lower[end:]
    begins = max((m.end() for m in _CLAUSE_END.finditer(before)), default=0)
    ends = _CLAUSE_END.search(after)
    return before[begins:], lower[start:end], after[: ends.start() if ends else len(after)]


def _is_past(before: str, after: str) -> bool:
    """Whether a clause tells what has happened; that somebody said so is no word on when it did."""
    if _PAST.search(before) or _PAST.search(after):
        return True
    for part in (before, after):
        spoken = [span for span in speech_verbs(part) if part is after or not _ON.fullmatch(part, span[1])]
        for match in _WORD.finditer(part):
            idle = _COMING.fullmatch(match[0]) or any(a <= match.start() < b for a, b in spoken)
            if not idle and is_past_form(match[0]) and not _NO_PAST_BEFORE.search(part[: match.start()]):
                return True
    return False
