"""Ranges and what follows from them: their ends, and the bounds that they entail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .numbers import Number, same_amount


def is_range_of(number: Number, known: Sequence[Number]) -> bool:
    """Whether a range is given by its two ends: `from 30 to 35`."""
    if number.high is None:
        return False
    low, high = (Number(value, number.unit) for value in (number.value, number.high))
    return any(same_amount(n, low) for n in known) and any(same_amount(n, high) for n in known)


def is_bound_of(number: Number, other: Number) -> bool:
    """Whether a bound follows from the range ``other``: `at least 5` from `between 5 and 12`."""
    if other.high is None or number.high is not None or other.unit != number.unit or other.bound:
        return False
    if number.bound in ("at least", "more than"):
        return number.value < other.value or (number.value == other.value and number.bound == "at least")
    if number.bound in ("at most", "less than"):
        return number.value > other.high or (number.value == other.high and number.bound == "at most")
    return False


def is_end_of(number: Number, other: Number) -> bool:
    """Whether ``number`` is one end of the range ``other``."""
    ends = (other.value, other.high)
    return (
        other.high is not None and number.high is None and number.value in ends and units_meet(number, other)
    )


def has_both_ends(number: Number, own: Iterable[Number], known: Iterable[Number]) -> bool:
    """Whether ``own`` names both ends of a known range, of which ``number`` is one."""
    values = {n.value for n in own}
    return any(is_end_of(number, n) and {n.value, n.high} <= values for n in known)


def units_meet(one: Number, other: Number) -> bool:
    """Whether two units are one, or one of them is left out."""
    return one.unit == other.unit or not one.unit or not other.unit
