"""Words that change what a statement claims: negations and hedges."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from ..text.fold import fold, small
from ..text.taken import Taken
from .patterns import any_of, any_word
from .unwords import denies_by_un

Kind = Literal["negation", "report", "guess"]
"""``report`` hedges by hearsay (``reportedly``), ``guess`` by possibility (``may``, ``seems``)."""


class Marker(Struct, frozen=True):
    """A negation or hedge in a text."""

    kind: Kind
    text: str
    start: int
    end: int


_PLAIN_WORDS = (
    "not|never|none|nobody|nothing|nowhere|neither|without|cannot",
    "hardly|scarcely|barely|rarely|seldom",
)
_NEGATION = re.compile(
    any_word(
        *_PLAIN_WORDS,
        r"no(?!\. \d| doubt\b| matter\b| (?:fewer|less|more|later) than\b)",
        r"fail(?:s|ed|ing|ure|ures)?|refus(?:e|es|ed|ing|al)|den(?:y|ies|ied|ying|ial|ials)",
        r"reject(?:s|ed|ing|ion)?|refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing)",
        r"false(?:ly|hood)?|untrue|wrong(?:ly)?|unable|impossible|futile|in vain",
        r"prevent(?:s|ed|ing)|avert(?:s|ed|ing)|lack(?:s|ed|ing)?|absent|absence",
        r"disprov\w+|contradict(?:s|ed|ing)?",
        r"little (?=or no|sign|resistance|chance|hope|evidence)",
        # unarmed, unwilling, unfounded; but neither unveiled nor united
        r"(?P<un>un(?!der|usual|officially)[a-z]{3,}(?:ed|able|ful|fully|ably|en|ing|ible))",
        r"invincible|inconclusive|inaccessible|invisible|ineffective",
    )
    + r"|n't\b",
)
_PLAIN = re.compile(any_of(*_PLAIN_WORDS, "no", "n't") + "$", re.IGNORECASE)
_DENIAL = re.compile("den|reject|refut|dismiss|false|untrue|disprov|contradict|wrong", re.IGNORECASE)
_NO_NEGATION = re.compile(
    any_word(
        r"not (?:only|just|merely|simply|least)",
        r"not (?:\w+ ){0,8}?alone",
        r"not (?:less|fewer|more) than",
        "whether or not|if not|nothing but|none other than|no sooner|never mind",
    ),
)
_REPORT = re.compile(
    any_word(
        r"reportedly|alleged(?:ly)?|allegations?|rumou?r(?:s|ed)?|purported(?:ly)?|supposed(?:ly)?",
        r"unconfirmed|unverified|hearsay",
        r"(?:is|are|was|were|been) (?:widely )?(?:said|believed|thought|reported|understood|alleged"
        r"|rumou?red|claimed|assumed|feared|held)(?= to\b)",
        "contrary to|or so",
        r"it (?:is|was) (?:said|believed|thought|reported|rumou?red|feared|hoped|claimed|alleged|assumed)",
        r"according to (?:some |unconfirmed |local )?reports?|reports (?:of|that)",
        r"(?:not|\w+n't|never|unable to|impossible to|difficult to|hard to) (?:be )?(?:independently )?"
        r"(?:verif\w+|confirm(?:ed)?)",
        r"disputed|claims? that(?= )|unclear|uncertain|unknown|doubtful|in doubt|questionable",
        "not (?:clear|known|certain)",
    ),
)
_GUESS = re.compile(
    any_word(
        r"seem(?:s|ed|ing|ingly)?|appear(?:s|ed)? (?:to|that|likely)|appears|apparently",
        r"looks? (?:like|as if|set to)|looked like",
        r"may(?! \d| of\b)|might|could(?! not|n't)|possibl[ey]|perhaps|maybe|potentially",
        "probabl[ey]|presumably|likely|unlikely",
        r"yet(?= to\b)|would(?= have\b)|(?:almost|nearly)(?= \w+ed\b)",
        "suggests?|suggested|suspected",
        r"(?:expected|meant|due|scheduled|planned|set|intended|hoped|poised)(?= to [a-z])|plans?(?= to)",
    ),
)
_HEDGES: tuple[tuple[Kind, re.Pattern[str]], ...] = (("report", _REPORT), ("guess", _GUESS))


_GUESSES = tuple(
    re.compile(words)
    for words in (
        "may|might|could|possibl|perhaps|maybe|potentially",
        "seem|appear|apparently|look",
        "probabl|presumably|likely",
        "unlikely",
    )
)
"""How likely a guess has it, by degree."""


def same_hedge(one: str, other: str) -> bool:
    """Whether two hedges of one kind say the same: any hearsay does, and guesses of one degree."""
    degrees = [{n for n, words in enumerate(_GUESSES) if words.match(each.lower())} for each in (one, other)]
    return degrees[0] == degrees[1]


@lru_cache(maxsize=65536)
def find_markers(text: str) -> tuple[Marker, ...]:
    """The negations and hedges of ``text``, in order."""
    folded = fold(text)
    lower = small(folded)
    found = [
        Marker("negation", folded[slice(*m.span())], *m.span())
        for m in _NEGATION.finditer(lower)
        if not m["un"] or denies_by_un(m["un"])
    ]
    if found:
        harmless = Taken(len(lower), (m.span() for m in _NO_NEGATION.finditer(lower)))
        found = [m for m in found if not harmless.at(m.start)]
    for kind, pattern in _HEDGES:
        found += [Marker(kind, folded[slice(*m.span())], *m.span()) for m in pattern.finditer(lower)]
    return tuple(sorted((m for m in found if not _is_month(m)), key=lambda m: m.start))


def _is_month(marker: Marker) -> bool:
    return marker.text == "May" and marker.start > 0


def is_refusal(marker: Marker) -> bool:
    """Whether a negation denies a claim as a whole, as ``denied`` and ``false`` do."""
    return marker.kind == "negation" and _DENIAL.match(marker.text) is not None


def denial_strength(marker: Marker) -> int:
    """How plainly a negation denies: 2 for ``not`` and ``denied``, 1 for ``failed`` or ``unable``."""
    return 2 if _PLAIN.match(marker.text) or _DENIAL.match(marker.text) else 1
