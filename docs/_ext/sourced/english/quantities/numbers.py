"""Numbers in running text: value, unit and bound.

Digits with Western or Indian grouping, number words, magnitudes (``hundreds``),
units of measure, and the words around a number that bound it: ``at least nine``
is not ``nine``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from ...text.fold import fold
from ...text.taken import Taken
from ..lexis.directions import POINTS, find_directions
from ..lexis.kinship import KINDS, find_kinship
from .bounds import Bound, bound_of
from .clock import HALF_DAY, find_clocks, told
from .elided import is_shared
from .eras import find_eras
from .numerals import is_idle_one, numerals, value_of
from .units import CURRENCIES, several, unit_after

_PLURALS: dict[Decimal, str] = {
    Decimal(12): "dozens",
    Decimal(20): "scores",
    Decimal(100): "hundreds",
    Decimal(1000): "thousands",
    Decimal(10**6): "millions",
}


_MINUS = re.compile(r"(?:^|[\s(])-$")
_LINK = re.compile(r" ?- ?(?:to ?- ?)?| to |(?P<up>,? (?:and |or )?up to | through )|(?P<and> and | or )")
_AGAIN = re.compile(r" ?[(\[] ?(?:or |about |some )?|, or (?:about )?")
_LARGESCALES = (Decimal(10**12), Decimal(10**9), Decimal(10**6), Decimal(1000))
_BETWEEN_REACH = 10
_SCALE_WORD = re.compile(r"thousand|[mbt]r?illion|\d ?(?:[kmb]|bn|mn)\b", re.IGNORECASE)
_COUNTABLE = 12
SCALES = {"direction": POINTS, "kinship": KINDS}
"""Words that have a place on a scale and are compared as numbers are."""


class Number(Struct, frozen=True):
    """A number as a text gives it. ``unit`` is canonical (``km``), empty for a plain count.

    A range has its upper end in ``high``: `30–35` is neither 30 nor 35.
    ``elided`` is the unit that only the amount before it names.
    """

    value: Decimal
    unit: str = ""
    bound: Bound = ""
    start: int = -1
    end: int = -1
    high: Decimal | None = None
    elided: str = ""

    def __str__(self) -> str:
        if self.unit in SCALES:
            return SCALES[self.unit][int(self.value)]
        if self.unit in _TIMES:
            return told(int(self.value))
        number = _shown(self.value) + (f" to {_shown(self.high)}" if self.high is not None else "")
        if self.bound == "cut":
            return f"{number}, its bound left outside the quotation"
        if self.bound == "many":
            number = _PLURALS.get(self.value, f"multiples of {number}")
            number += " of" if self.unit else ""
        bound = f"{self.bound} " if self.bound not in ("", "many") else ""
        unit = self.unit if self.value == 1 and self.high is None else several(self.unit)
        return f"{bound}{number}" + (f" {unit.rstrip('?')}" if unit and unit != "age" else "")


def _shown(value: Decimal) -> str:
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:f}"


def is_small_count(atom: object) -> bool:
    """Whether an atom counts so few things that a text may show them without counting: `the two towers`."""
    if not isinstance(atom, Number) or atom.unit not in ("", "ordinal") or atom.high is not None:
        return False
    return 0 < atom.value <= _COUNTABLE and atom.value == atom.value.to_integral_value()


def supports(evidence: Number, claim: Number) -> bool:
    """Whether a number of the evidence is the claimed one: value, unit and bound."""
    return evidence.bound == claim.bound and same_amount(evidence, claim)


def same_amount(one: Number, other: Number) -> bool:
    """Whether value and unit agree, whatever the bound.

    An age may go without its unit, and a share in per cent be a fraction.
    """
    units = {one.unit, other.unit}
    if units <= _TIMES and "clock?" in units:
        return one.value % HALF_DAY == other.value % HALF_DAY
    if "" in units and units & _TIMES:  # `at 9.30`
        time, plain = (one, other) if one.unit else (other, one)
        if plain.value.as_tuple().exponent != _MINUTES:
            return False
        return int(plain.value) * 60 + plain.value % 1 * 100 in (time.value, time.value % HALF_DAY)
    if units == {"", "%"}:
        share, part = (one, other) if one.unit else (other, one)
        return part.value < 1 and _is_share(share.value, part.value)
    elided = one.elided == other.unit if not one.unit else other.elided == one.unit and not other.unit
    alike = len(units) == 1 or elided or any(units <= pair and units & needed for pair, needed in _SAME_UNIT)
    return alike and one.value == other.value and one.high == other.high


def _is_share(share: Decimal, part: Decimal) -> bool:
    return abs(share / 100 - part) < Decimal("0.005")


_MINUTES = -2
"""So many places behind the point may be minutes."""
_TIMES = {"clock", "clock?"}
"""Of ``clock?`` nobody says whether it is before or after noon."""
_SAME_UNIT = (
    ({"", "age", "year"}, {"age"}),
    ({"", "AD"}, {"AD"}),
    ({"century", "ordinal"}, {"century"}),
    ({"degree", "°C"}, {"degree"}),
    ({"degree", "°F"}, {"degree"}),
)
"""Units that stand for each other, and which of them must be there."""


def find_numbers(text: str, taken: Iterable[tuple[int, int]] = ()) -> list[Number]:
    """The numbers of ``text`` outside the ``taken`` spans (dates, names), in order.

    Points of the compass and words of kinship are read as numbers too.
    """
    folded = fold(text)
    free = Taken(len(folded), taken)
    scales = (("direction", find_directions(folded)), ("kinship", find_kinship(folded)))
    placed = [
        Number(Decimal(place), scale, "", start, end)
        for scale, found in scales
        for place, start, end in found
        if free.take(start, end)
    ]
    found = [
        Number(Decimal(clock.minutes), "clock" if clock.sure else "clock?", "", clock.start, clock.end)
        for clock in find_clocks(folded)
        if free.take(clock.start, clock.end)
    ]
    found += [
        Number(Decimal(year.number), year.unit, bound_of(folded, *year[2:]), *year[2:])
        for year in find_eras(folded)
        if free.take(year.start, year.end)
    ]
    for match in numerals(folded):
        number = _read(folded, match)
        if number is not None and free.take(number.start, max(number.end, match.end())):
            found.append(number)
    return _joined(folded, sorted(found + placed, key=lambda n: n.start))


def _read(text: str, match: re.Match[str]) -> Number | None:
    value = None if is_idle_one(match) else value_of(match)
    if value is None:
        return None
    start, end = match.span()
    if _MINUS.search(text[max(0, start - 2) : start]) and match["digits"]:
        value, start = -value, start - 1
    if match["nth"]:
        return Number(value, "ordinal", "", start, end)
    if match["currency"]:
        unit = CURRENCIES[match["currency"][-1]]
    elif match["ordinal"]:
        unit = "ordinal"
    else:
        unit, end = unit_after(text, start, end)
    return Number(value, unit, "many" if match["plural"] else bound_of(text, start, end), start, end)


def _joined(text: str, found: list[Number]) -> list[Number]:
    """The numbers with those that belong together: the ends of a range, an amount said again in brackets."""
    numbers: list[Number] = []
    for number in found:
        last = numbers[-1] if numbers else None
        between = text[last.end : number.start] if last else ""
        if last and _AGAIN.fullmatch(between) and number.unit and last.unit and not number.bound:
            number = replace(number, bound=last.bound)
        elif last and (link := _LINK.fullmatch(between)):
            if link["up"] and number.bound == "at most":
                number = replace(number, bound="")  # `from 5 up to 12` has two ends
            last = numbers[-1] = _sharing(text, last, number, link)
            if _is_range(text, last, number, link):
                numbers[-1] = replace(last, high=number.value, end=number.end)
                continue
        if (
            last
            and not number.unit
            and is_shared(last.unit, text, (last.start, last.end), (number.start, number.end))
        ):
            number = replace(number, elided=last.unit)
        numbers.append(number)
    return numbers


def _sharing(text: str, first: Number, second: Number, link: re.Match[str]) -> Number:
    """The first of two linked numbers with the unit and the scale that only the second names.

    `2 to 3 million` are two millions, `600 to 4,000` is written out.
    """
    if first.unit or second.unit in ("clock", "clock?", *SCALES) or first.high is not None:
        return first
    scale = next((s for s in _LARGESCALES if second.value >= s > first.value), None)
    named = _SCALE_WORD.search(text, second.start, second.end) is not None
    small = (
        named and scale is not None and first.value < Decimal(1000) <= scale and second.value / scale < 1000
    )
    value = first.value * scale if small and scale and not link["and"] else first.value
    return replace(first, unit=second.unit, value=value)


def _is_range(text: str, first: Number, second: Number, link: re.Match[str]) -> bool:
    """Whether two linked numbers are the ends of one range, and no change from one to the other."""
    if first.unit != second.unit or first.value >= second.value or second.bound or first.high is not None:
        return False
    before = text[max(0, first.start - _BETWEEN_REACH) : first.start].lower()
    if link["and"]:
        return before.endswith("between ")
    if before.endswith("from ") and not link["up"]:
        return False
    return first.unit not in ("ordinal", "clock", "clock?", *SCALES)
