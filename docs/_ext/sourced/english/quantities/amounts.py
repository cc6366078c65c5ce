"""Many numbers, to be asked again and again whether one is among them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from math import ceil, floor

from .numbers import Number

_LIFE = 150
"""No age, and no span of years told as an age, is longer."""


class Amounts(tuple[Number, ...]):
    """The numbers of a text, or of several."""

    def has(self, number: Number) -> bool:
        """Whether one of them is the same in value, unit and bound, as they are written."""
        return _told(number) in self._all

    @cached_property
    def _all(self) -> frozenset[tuple[object, ...]]:
        return frozenset(map(_told, self))


def _told(number: Number) -> tuple[object, ...]:
    return number.value, number.unit, number.bound, number.high


def is_span_of_years(number: Number, dates: Iterable[str]) -> bool:
    """Whether a number is the time between two of the dates, or an age at one of them."""
    if number.unit not in ("", "age", "year") or not 0 < number.value < _LIFE:
        return False
    years = {int(date[:4]) for date in dates if date[:4].isdigit()}
    spans = range(max(1, ceil(number.value - 1)), floor(number.value + 1) + 1)
    return any(year + span in years for year in years for span in spans)
