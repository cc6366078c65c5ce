"""Amounts in different units of one dimension: 38 metres and 125 feet are one height."""

from __future__ import annotations

from decimal import Decimal

from .numbers import Number

_FACTORS: dict[str, tuple[str, str]] = {
    "mm": ("length", "0.001"), "cm": ("length", "0.01"), "m": ("length", "1"), "km": ("length", "1000"),
    "inch": ("length", "0.0254"), "foot": ("length", "0.3048"), "yard": ("length", "0.9144"),
    "fathom": ("length", "1.8288"), "mile": ("length", "1609.344"), "nautical mile": ("length", "1852"),
    "sq m": ("area", "1"), "hectare": ("area", "10000"), "sq km": ("area", "1000000"),
    "acre": ("area", "4046.8564224"), "sq mile": ("area", "2589988.110336"),
    "mg": ("mass", "0.000001"), "g": ("mass", "0.001"), "kg": ("mass", "1"), "tonne": ("mass", "1000"),
    "ounce": ("mass", "0.028349523125"), "pound": ("mass", "0.45359237"),
    "ml": ("volume", "0.001"), "litre": ("volume", "1"), "sq foot": ("area", "0.09290304"),
    "km/h": ("speed", "1"), "m/s": ("speed", "3.6"), "mph": ("speed", "1.609344"), "knot": ("speed", "1.852"),
    "second": ("time", "1"), "minute": ("time", "60"), "hour": ("time", "3600"), "day": ("time", "86400"),
    "week": ("time", "604800"), "month": ("age", "1"), "year": ("age", "12"), "decade": ("age", "120"),
    "kW": ("power", "1"), "MW": ("power", "1000"), "GW": ("power", "1000000"),
}  # fmt: skip
"""The dimension of a unit, and what one of it is in the first of them. All factors are exact."""
_TEMPERATURES = ("°C", "°F")
_HALF = Decimal("0.5")
"""A figure is rounded by half of its last digit at most."""
_LOOSEST = Decimal("0.1")
"""What a round figure such as 100 leaves open at most, as a part of it."""


def dimension(unit: str) -> str | None:
    """What a unit measures; ``None`` for one that converts into no other."""
    if unit in _TEMPERATURES:
        return "temperature"
    return _FACTORS[unit][0] if unit in _FACTORS else None


def in_unit(number: Number, wanted: str) -> Decimal | None:
    """An amount in another unit; ``None`` if it does not convert into that."""
    if number.unit == wanted:
        return number.value
    known = dimension(number.unit) is not None and dimension(number.unit) == dimension(wanted)
    return _in(number.value, number.unit, wanted) if known else None


def converts(one: Number, other: Number) -> bool:
    """Whether two amounts in different units are one within rounding, as exact as the coarser of them."""
    if one.unit == other.unit or dimension(one.unit) is None or dimension(one.unit) != dimension(other.unit):
        return False
    if (one.high is None) != (other.high is None):
        return False
    lows = _meet(one.value, one.unit, other.value, other.unit)
    return lows and (one.high is None or _meet(one.high, one.unit, other.high or Decimal(0), other.unit))


def _meet(a: Decimal, a_unit: str, b: Decimal, b_unit: str) -> bool:
    return _rounds_to(a, a_unit, b, b_unit) or _rounds_to(b, b_unit, a, a_unit)


def _rounds_to(a: Decimal, a_unit: str, b: Decimal, b_unit: str) -> bool:
    """Whether ``a`` in the unit of ``b`` rounds to ``b`` at the precision of ``b``."""
    return abs(_in(a, a_unit, b_unit) - b) <= min(_step(b), abs(b) * _LOOSEST) * _HALF


def _in(value: Decimal, unit: str, wanted: str) -> Decimal:
    if unit == "°C":
        return value * 9 / 5 + 32
    if unit == "°F":
        return (value - 32) * 5 / 9
    return value * Decimal(_FACTORS[unit][1]) / Decimal(_FACTORS[wanted][1])


def _step(value: Decimal) -> Decimal:
    """One of the last figure that is given: 1 for 93, 10 for 150, 0.1 for 7.5."""
    _, digits, exponent = value.as_tuple()
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0")) if any(digits) else 0
    places = int(exponent) + (zeros if int(exponent) >= 0 else 0)
    return Decimal(1).scaleb(places)
