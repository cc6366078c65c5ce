"""Numbers in running text: value, unit and bound.

Digits with Western or Indian grouping, number words, magnitudes (``hundreds``),
units of measure, and the words around a number that bound it: ``at least nine``
is not ``nine``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from ...text.fold import fold
from ..directions import POINTS, find_directions
from ..kinship import KINDS, find_kinship
from ..patterns import any_of
from .numerals import is_idle_one, numerals, value_of
from .units import CURRENCIES, unit_after

Bound = Literal["", "at least", "more than", "at most", "less than", "about", "almost", "many", "cut"]
"""``many`` is the bound of ``hundreds``; ``cut`` says that a quotation leaves the bound outside."""

_CLOCK = re.compile(
    r"\b(\d{1,2})[:.](\d{2}) ?([ap]\.?m\b\.?)?|\b(\d{1,2}) ?([ap]\.?m\b\.?)",
    re.IGNORECASE,
)
_BEFORE: tuple[tuple[Bound, tuple[str, ...]], ...] = (
    (
        "at least",
        (
            "at least|at the very least|no fewer than|no less than|not less than|not fewer than",
            "a minimum of|minimum",
        ),
    ),
    ("at most", ("at most|no more than|not more than|up to|a maximum of|as many as|as much as",)),
    ("less than", ("less than|fewer than|under|below|just under",)),
    (
        "more than",
        (
            "more than|over|above|upwards of|in excess of|exceeding|just over|well over",
            "greater than",
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
_BOUND_BEFORE = tuple(
    (bound, re.compile(rf"(?:^|[^\w]){any_of(*words)}(?: the| a| an| some| about)? ?$", re.IGNORECASE))
    for bound, words in _BEFORE
)
_BOUND_AFTER: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("at least", re.compile(r"^[ -]?(?:\w+ ){0,2}or more\b|^\+", re.IGNORECASE)),
    ("at most", re.compile(r"^ ?(?:\w+ ){0,2}or (?:fewer|less)\b", re.IGNORECASE)),
    ("about", re.compile(r"^ ?(?:\w+ ){0,2}or so\b|^-odd\b", re.IGNORECASE)),
)
_NEAR = 30
"""So many characters before and after a number are read for its bound."""

_PLURALS = {12: "dozens", 20: "scores", 100: "hundreds", 1000: "thousands", 10**6: "millions"}


_SCALES = {"direction": POINTS, "kinship": KINDS}
"""Words that have a place on a scale and are compared as numbers are."""


class Number(Struct, frozen=True):
    """A number as a text gives it. ``unit`` is canonical (``km``), empty for a plain count."""

    value: Decimal
    unit: str = ""
    bound: Bound = ""
    start: int = -1
    end: int = -1

    def __str__(self) -> str:
        if self.unit in _SCALES:
            return _SCALES[self.unit][int(self.value)]
        whole = self.value == self.value.to_integral_value()
        number = f"{int(self.value):,}" if whole else f"{self.value:f}"
        if self.bound == "cut":
            return f"{number}, its bound left outside the quotation"
        if self.bound == "many":
            number = _PLURALS.get(int(self.value), f"multiples of {number}")
        bound = f"{self.bound} " if self.bound not in ("", "many") else ""
        return f"{bound}{number}" + (f" {self.unit}" if self.unit and self.unit != "age" else "")


def supports(evidence: Number, claim: Number) -> bool:
    """Whether a number of the evidence is the claimed one: value, unit and bound."""
    return evidence.bound == claim.bound and same_amount(evidence, claim)


def same_amount(one: Number, other: Number) -> bool:
    """Whether value and unit agree, whatever the bound. An age may go without its unit."""
    units = {one.unit, other.unit}
    alike = len(units) == 1 or (units <= {"", "age", "year"} and "age" in units)
    return alike and one.value == other.value


def find_numbers(text: str, taken: Iterable[tuple[int, int]] = ()) -> list[Number]:
    """The numbers of ``text`` outside the ``taken`` spans (dates, names), in order.

    Points of the compass and words of kinship are read as numbers too.
    """
    folded = fold(text)
    free = _Free(taken)
    scales = (("direction", find_directions(folded)), ("kinship", find_kinship(folded)))
    placed = [
        Number(Decimal(place), scale, "", start, end)
        for scale, found in scales
        for place, start, end in found
        if free.take(start, end)
    ]
    found = [_clock(m) for m in _CLOCK.finditer(folded) if _tells_time(m) and free.take(*m.span())]
    for match in numerals(folded):
        number = _read(folded, match)
        if number is not None and free.take(number.start, match.end()):
            found.append(number)
    return sorted(found + placed, key=lambda n: n.start)


class _Free:
    """Keeps track of which spans of a text are spoken for."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._taken = list(spans)

    def take(self, start: int, end: int) -> bool:
        """Claim a span; false if another one has part of it."""
        if any(start < e and s < end for s, e in self._taken):
            return False
        self._taken.append((start, end))
        return True


def _tells_time(match: re.Match[str]) -> bool:
    return bool(match[3] or match[5] or ":" in match[0])


def _clock(match: re.Match[str]) -> Number:
    """A time of day, in minutes since midnight."""
    hour, minute = int(match[1] or match[4]), int(match[2] or 0)
    half = (match[3] or match[5] or "").lower()
    if half and hour == 12:
        hour = 0
    if half.startswith("p") and hour < 12:
        hour += 12
    return Number(Decimal(hour * 60 + minute), "clock", "", *match.span())


def _read(text: str, match: re.Match[str]) -> Number | None:
    value = None if is_idle_one(match) else value_of(match)
    if value is None:
        return None
    start, end = match.span()
    if match["nth"]:
        return Number(value, "ordinal", "", start, end)
    if match["currency"]:
        unit = CURRENCIES[match["currency"][-1]]
    elif match["ordinal"]:
        unit = "ordinal"
    else:
        unit, end = unit_after(text, start, end)
    return Number(value, unit, "many" if match["plural"] else _bound(text, start, end), start, end)


def _bound(text: str, start: int, end: int) -> Bound:
    """The bound that the words around ``text[start:end]`` give."""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    for bound, pattern in _BOUND_BEFORE:
        if pattern.search(before):
            return bound
    for bound, pattern in _BOUND_AFTER:
        if pattern.match(after):
            return bound
    return ""
