"""Years and centuries of an era: `44 BC`, `AD 190`, `the fourth century B.C.`."""

from __future__ import annotations

import re
from typing import NamedTuple

_CENTURIES = {
    word: number
    for number, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
         "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"], 1
    )
}  # fmt: skip
_BEFORE_CHRIST = r"(?:B\.? ?C\.?(?: ?E\b\.?)?)(?!\w)"
_SINCE = r"(?:A\.? ?D\.?|C\.? ?E\.?)(?!\w)"
_ERA = rf"(?:(?P<bc>{_BEFORE_CHRIST})|(?P<ad>{_SINCE}))"
_YEARS = re.compile(
    rf"(?<![\w.,])(?P<first>\d{{1,4}}|\d{{1,2}},\d{{3}})"
    rf"(?:(?: ?- ?| to | and | or )(?P<last>\d{{1,4}}))? ?{_ERA}"
    r"|\bA\.? ?D\.? ?(?P<since>\d{1,3})(?!\w|,\d)"
)
_CENTURY = re.compile(
    rf"\b(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|(?i:{'|'.join(_CENTURIES)}))[- ][Cc]entury(?: {_ERA})?"
)


class Year(NamedTuple):
    """A year or century of an era, as `BC`, `AD`, `century BC` or `century`; where it stands."""

    number: int
    unit: str
    start: int
    end: int


def find_eras(text: str) -> list[Year]:
    """The years and centuries of ``text``, folded, that an era or their age makes plain."""
    if not re.search(r"[BAC]\.? ?[CDE]\b|century", text):
        return []
    return [*(year for m in _YEARS.finditer(text) for year in _years(m)), *_centuries(text)]


def _years(match: re.Match[str]) -> list[Year]:
    if match["since"]:
        return [Year(int(match["since"]), "AD", *match.span())]
    unit = "BC" if match["bc"] else "AD"
    first = int(match["first"].replace(",", ""))
    if not match["last"]:
        return [Year(first, unit, *match.span())]
    earlier = Year(first, unit, match.start(), match.end("first"))
    return [earlier, Year(int(match["last"]), unit, match.start("last"), match.end())]


def _centuries(text: str) -> list[Year]:
    """Centuries before Christ, and those before the eleventh; later ones are dates."""
    found = []
    for match in _CENTURY.finditer(text):
        word = match["nth"].lower()
        number = _CENTURIES.get(word) or int(word[:-2])
        if match["bc"]:
            found.append(Year(number, "century BC", *match.span()))
        elif number <= 10 and number > 0:
            found.append(Year(number, "century", *match.span()))
    return found
