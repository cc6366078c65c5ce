"""Units of measure by their usual spellings."""

from __future__ import annotations

import re

from ...text.fold import caseless
from ..patterns import word_list
from ..tables import rows

_UNIT_OF = {spelling: unit for unit, *spellings in rows("units.tsv") for spelling in spellings}
_UNIT_OF |= {f"{spelling}s": unit for spelling, unit in _UNIT_OF.items() if len(spelling) > 2}
_UNITS = frozenset(_UNIT_OF.values())
_LONGEST_FIRST = sorted(_UNIT_OF, key=len, reverse=True)
_UNIT = re.compile(
    rf"[ -]?(%|° ?[cf](?!\w)|°|(?:{'|'.join(map(re.escape, _LONGEST_FIRST))})(?!\w|/h))", re.IGNORECASE
)
_AFTER_A_YEAR = word_list(
    "second minute hour day night week month year decade century inch foot yard mile fathom acre ton knot "
    "degree dollar euro rupee sterling fold"
)
"""Units that stand before another noun in the singular, and so behind a year: `in 1996 second-hand cars`."""
_AGE_AFTER = re.compile(r"[ -]years?[ -]old\b", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged?|age of) $|[A-Z][\w'-]+, $")
_AGE_ENDS = re.compile(r"[,.)]|$| years?\b")

CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound sterling", "¥": "yen"}

_SEVERAL = {"foot": "feet", "inch": "inches", "pound sterling": "pounds sterling"}
_UNCHANGED = ("fold", "century")
"""Units that are told as they are: ``century`` may be the nineteenth."""
_SYMBOL = re.compile(r"[^aeiou]+$|.*[^a-z ]|.* [^aeiou]+$")


def several(unit: str) -> str:
    """A unit as more than one of it is called: ``weeks``, ``square feet``, but ``km``."""
    if unit not in _UNITS or unit in _UNCHANGED or _SYMBOL.match(unit):
        return unit
    first, _, last = unit.rpartition(" ")
    whole = _SEVERAL.get(unit) or f"{first} {_SEVERAL.get(last, f'{last}s')}"
    return whole.strip()


def unit_after(text: str, start: int, end: int) -> tuple[str, int]:
    """The unit of the number at ``text[start:end]``, empty if it has none, and where the two end.

    An age is a unit of its own: ``32-year-old``, ``aged 32``, ``Ames, 32, said``.
    """
    age = _AGE_AFTER.match(text, end)
    if age:
        return "age", age.end()
    unit = _UNIT.match(text, end)
    if unit and unit[1] != "M":  # “5 M” is five million, not five metres
        return _UNIT_OF[caseless(unit[1])], unit.end()
    if (
        end - start <= 3
        and _AGE_BEFORE.search(text[max(0, start - 24) : start])
        and _AGE_ENDS.match(text, end)
    ):
        return "age", end
    return "", end


def is_measured(text: str, start: int, end: int) -> bool:
    """Whether a unit makes a measure of the four digits ``text[start:end]``, which else were a year."""
    unit, ends = unit_after(text, start, end)
    return bool(unit) and text[end:ends].strip(" -").lower() not in _AFTER_A_YEAR
