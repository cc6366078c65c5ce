"""Words from which a date may be counted, and words that give a date to what is told."""

from __future__ import annotations

import re

from ..patterns import any_of, any_word
from .dates import MONTHS, WEEKDAYS

COUNTED_FROM = re.compile(
    r"\b[\w-]+ (?:day|week|month|year|decade)s? "
    r"(?:before|after|prior to|following|earlier than|later than) (?:[\w'’]+ ){0,4}$",
    re.IGNORECASE,
)
"""What stands before a date from which a number of days is counted: `two days before `."""
COUNTING = re.compile(r"\b(?:before|after|since|until|following|prior to) (?:the )?(?:\w+ )?$", re.IGNORECASE)
"""What stands before a date from which something is counted, with or without a number."""
ONWARD = re.compile(
    any_word(r"since|from|onwards?|as of|began|begun|start\w*|continu\w*|still|now"), re.IGNORECASE
)
"""What says that something went on."""
DATELINE = re.compile(
    r"\b(?:as of|as at|dated|published|written|report of|article of)(?: on| in)? (?:the )?$", re.IGNORECASE
)
"""What stands before the date of a report."""
_TIMES = any_of(
    "day|night|morning|afternoon|evening|week|weekend|fortnight|month|year|season|decade|century|date|time",
    "spring|summer|autumn|fall|winter|eve|anniversary",
    *WEEKDAYS,
    *MONTHS,
)
RELATIVE = re.compile(
    any_of(
        any_word("later|earlier|ago|yesterday|today|tomorrow|tonight|overnight|anniversary|inst|ult|prox"),
        any_word(
            rf"(?:next|previous|following|last|past|this|that|same|coming|other) (?:\w+ )?{_TIMES}s?",
            rf"{_TIMES}s? (?:before|after|since|from|prior|following|into|old)",
            r"aged? (?:of )?\d+|\d+-year-old",
        ),
        any_word(*WEEKDAYS),
    ),
    re.IGNORECASE,
)
"""Words from which a date may be counted."""
