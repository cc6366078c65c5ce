"""Words that change what a statement claims: negations and hedges."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from ..text.fold import fold, small
from ..text.taken import Taken
from .lexis.contractions import Spelled, spelled_out
from .lexis.unwords import denies_by_un
from .patterns import any_listed, any_of, any_word, listed

Kind = Literal["negation", "report", "guess"]
"""``report`` hedges by hearsay (``reportedly``), ``guess`` by possibility (``may``, ``seems``)."""


class Marker(Struct, frozen=True):
    """A negation or hedge in a text."""

    kind: Kind
    text: str
    start: int
    end: int


_TABLE = "markers.tsv"
_NEGATION = re.compile(
    any_listed(
        _TABLE,
        "negation",
        r"no(?!\. \d| doubt\b| matter\b| (?:fewer|less|more|later) than\b)",
        r"little (?=or no|sign|resistance|chance|hope|evidence)",
        # unarmed, unwilling, unfounded; but neither unveiled nor united
        r"(?P<un>un(?!der|usual|officially)[a-z]{3,}(?:ed|able|ful|fully|ably|en|ing|ible))",
    )
    + r"|n't\b",
)
_PLAIN = frozenset((*listed(_TABLE, "negation", "plain"), "no", "n't", "can't"))
_REFUSAL = frozenset(listed(_TABLE, "negation", "refusal"))
_NO_NEGATION = re.compile(any_listed(_TABLE, "idle", r"not (?:\w+ ){0,8}?alone"))


def hedging(group: str = "") -> str:
    """A pattern for `is said` before `to`, with the hedges of ``speech.tsv`` or those of a group."""
    said = any_of(*listed("speech.tsv", "hedge", group))
    return rf"(?:is|are|was|were|been) (?:widely )?{said}(?= to\b)"


_REPORT = re.compile(
    any_listed(
        _TABLE,
        "report",
        r"(?<!had )(?<!has )(?<!have )not known",
        hedging(),
        r"(?:not|\w+n't|never|unable to|impossible to|difficult to|hard to) (?:be )?(?:independently )?"
        r"(?:verif\w+|confirm(?:ed)?)",
    ),
)
_HEARSAY = re.compile(
    any_word(
        hedging(),
        *map(re.escape, listed(_TABLE, "report", "hearsay")),
        r"according to (?:(?:some|several|many|various|local|unnamed|anonymous|unofficial) )?sources",
    )
)
_BESIDE = frozenset(("no", "without", "amid", "amidst", "despite", "against", "after", "following"))
"""Words before hearsay that make it a thing beside what is told."""
_GUESS = re.compile(
    any_listed(
        _TABLE,
        "guess",
        r"may(?! \d| of\b)|could(?! not|n't)",
        r"yet(?= to\b)|would(?= have\b)|(?:almost|nearly)(?= \w+ed\b)",
        r"(?:expected|meant|due|scheduled|planned|set|intended|hoped|poised)(?= to [a-z])|plans?(?= to)",
    ),
)
_HEDGES: tuple[tuple[Kind, re.Pattern[str]], ...] = (("report", _REPORT), ("guess", _GUESS))


_DEGREES = {
    form: degree
    for degree in ("may", "seems", "likely", "unlikely")
    for form in listed(_TABLE, "guess", degree)
} | {"may": "may", "could": "may"}
"""How likely a guess has it."""


def same_hedge(one: str, other: str) -> bool:
    """Whether two hedges of one kind say the same: any hearsay does, and guesses of one degree."""
    return _DEGREES.get(one.lower()) == _DEGREES.get(other.lower())


@lru_cache(maxsize=65536)
def find_markers(text: str) -> tuple[Marker, ...]:
    """The negations and hedges of ``text``, in order."""
    folded = fold(text)
    spelled = spelled_out(folded)
    lower = small(spelled.text)
    found = [
        Marker("negation", spelled.text[slice(*m.span())], *m.span())
        for m in _NEGATION.finditer(lower)
        if not m["un"] or denies_by_un(m["un"])
    ]
    if found:
        harmless = Taken(len(lower), (m.span() for m in _NO_NEGATION.finditer(lower)))
        found = [m for m in found if not harmless.at(m.start)]
    for kind, pattern in _HEDGES:
        found += [Marker(kind, spelled.text[slice(*m.span())], *m.span()) for m in pattern.finditer(lower)]
    found = sorted((m for m in found if not _is_month(m)), key=lambda m: m.start)
    return tuple(found if spelled.places is None else (_as_written(m, spelled, folded) for m in found))


def _as_written(marker: Marker, spelled: Spelled, folded: str) -> Marker:
    """A marker in its place in the text as it was; one word is told as it is written there: ``n't``."""
    start, end = spelled.span(marker.start, marker.end)
    text = marker.text if " " in marker.text else folded[start:end]
    return Marker(marker.kind, text, start, end)


def has_hearsay(text: str) -> bool:
    """Whether a text speaks of something that was said, without saying by whom."""
    return _HEARSAY.search(small(fold(text))) is not None


def passes_on(text: str) -> bool:
    """Whether a text tells what was said, without saying by whom.

    It does not where it only tells what happened beside that, as ``amid rumours`` does, or denies it.
    """
    lower = small(fold(text))
    before = (lower[: each.start()].removesuffix(" the ").split()[-1:] for each in _HEARSAY.finditer(lower))
    return any(_BESIDE.isdisjoint(word) for word in before)


def _is_month(marker: Marker) -> bool:
    return marker.text == "May" and marker.start > 0


def is_refusal(marker: Marker) -> bool:
    """Whether a negation denies a claim as a whole, as ``denied`` and ``false`` do."""
    return marker.kind == "negation" and marker.text.lower() in _REFUSAL


def denial_strength(marker: Marker) -> int:
    """How plainly a negation denies: 2 for ``not`` and ``denied``, 1 for ``failed`` or ``unable``."""
    return 2 if marker.text.lower() in _PLAIN | _REFUSAL else 1
