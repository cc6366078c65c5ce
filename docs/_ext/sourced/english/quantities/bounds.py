"""The bound of a number: `at least nine` is not nine."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import Literal

from ...text.fold import caseless
from ..patterns import any_of
from .numerals import SMALL

Bound = Literal["", "at least", "more than", "at most", "less than", "about", "almost", "many", "cut"]
"""``many`` is the bound of ``hundreds``; ``cut`` says that a quotation leaves the bound outside."""

LOWER: tuple[Bound, ...] = ("at least", "more than")
UPPER: tuple[Bound, ...] = ("at most", "less than", "almost")

_DOWN = (
    "less|fewer|lower|smaller|shorter|younger|earlier|lighter|slower|cheaper|narrower|nearer|shallower|colder"
    "|cooler|weaker|poorer|thinner|quieter"
)
_UP = (
    "more|greater|larger|higher|longer|older|taller|bigger|wider|deeper|farther|further|later|heavier|faster"
    "|thicker|louder|richer|stronger|hotter|warmer|brighter|steeper|harder"
)
_BEFORE: tuple[tuple[Bound, tuple[str, ...]], ...] = (
    (
        "at least",
        ("at least|at the (?:very )?least", rf"(?:no|not) (?:{_DOWN}) than", "a minimum of|minimum"),
    ),
    (
        "at most",
        (
            rf"at (?:the (?:very )?)?most|up to|within|(?:no|not) (?:{_UP}) than|a maximum of|maximum",
            "as (?:many|much|high|far|long|tall|deep|large|wide|big|low) as",
        ),
    ),
    ("less than", (rf"(?:{_DOWN}) than|under|below|just under|under the age of",)),
    (
        "more than",
        (
            rf"(?:{_UP}) than|over|above|upwards of|in excess of|exceeding|just over|well over",
            "over the age of",
            "(?:is|are|was|were|been|be|well|just) past",
        ),
    ),
    ("almost", ("nearly|almost|close to|approaching",)),
    (
        "about",
        (
            r"about|around|roughly|approximately|approx\.?|some|circa|ca?\.|an estimated|estimated(?: at)?|~",
            "in the region of|more or less",
        ),
    ),
)


def _right_before(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(*words)}(?: the| a| an| some| about)? ?$", re.IGNORECASE)


_BOUND_BEFORE = tuple((bound, _right_before(words)) for bound, words in _BEFORE)
_ANY_BEFORE = re.compile(_right_before(chain.from_iterable(words for _, words in _BEFORE)).pattern)
"""Of a text without capitals, which is three times faster."""
_NOUNS = r"(?:(?!(?:or|and|but) )[a-z][\w'-]*,? ){0,2}"
"""What is counted may stand between a number and its bound: `12 passengers at most`."""
_ENDS = rf"\b(?! than| (?:of )?(?:[$€£¥~]?\d|(?:one|{SMALL}|half|dozens|scores|hundreds|thousands)\b))"
"""Not before the next number, of which it is the bound: `12 men, at least 5 of them from the islands`."""
_AFTER: tuple[tuple[Bound, tuple[str, ...]], ...] = (
    (
        "at least",
        (
            rf"(?:(?:or|and) (?:more|over|above)|at (?:the (?:very )?)?least){_ENDS}",
            rf"(?:at )?(?:a |the )?minimum{_ENDS}",
            r"\+(?=\W|$)",
        ),
    ),
    (
        "at most",
        (
            rf"(?:or (?:fewer|less|under|below)|at (?:the (?:very )?)?most){_ENDS}",
            rf"(?:at )?(?:a |the )?maximum{_ENDS}",
            rf"(?:but|and) (?:no|not) more{_ENDS}",
        ),
    ),
    ("about", (r"or (?:so|thereabouts)\b", r"(?<=-)odd\b")),
)
_BOUND_AFTER = tuple(
    (bound, re.compile(rf"[ -]?{_NOUNS}(?P<bound>{any_of(*words)})", re.IGNORECASE))
    for bound, words in _AFTER
)
_DENIED = re.compile(r"\b(?:not|never|cannot|\w+n't)\b(?: [a-z]+){0,2} ?$", re.IGNORECASE)
_TURNED: dict[Bound, Bound] = {"more than": "at most", "less than": "at least"}
"""What a bound is under a denial: `did not rise above 4`."""
_COMPARED = re.compile(r" than the ?$", re.IGNORECASE)
"""What is set beside a number that is known, `fewer than the 300 of last year`, does not bound it."""
_NEAR = 45
"""So many characters before and after a number are read for its bound."""


def bound_of(text: str, start: int, end: int) -> Bound:
    """The bound that the words around ``text[start:end]`` give."""
    return bounded(text, start, end)[0]


def bounded(text: str, start: int, end: int) -> tuple[Bound, tuple[int, int]]:
    """The bound of the number at ``text[start:end]``, and where the words stand that give it."""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    for bound, pattern in _BOUND_BEFORE if _ANY_BEFORE.search(caseless(before)) else ():
        found = None if _COMPARED.search(before) else pattern.search(before)
        if found:
            words = start - len(before) + found.start(), start
            is_denied = _DENIED.search(before[: found.start()])
            return _TURNED.get(bound, bound) if is_denied else bound, words
    for bound, pattern in _BOUND_AFTER:
        match = pattern.match(after)
        if match:
            return bound, (end + match.start("bound"), end + match.end("bound"))
    return "", (start, start)


def clash(one: Bound, other: Bound) -> bool:
    """Whether two bounds cannot both be said of what a text plainly bounds in one of these ways.

    A bound of the evidence that a claim leaves out is a clash, too, but for `as far as`; one that the claim
    has and the evidence seems not to have may stand there in other words.
    """
    if one in (*LOWER, "less than", "almost", "about", "cut") and not other:
        return True
    return (one in LOWER and other in UPPER) or (one in UPPER and other in LOWER)
