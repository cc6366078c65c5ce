"""Amounts in other units of the same dimension."""

from __future__ import annotations

import pytest

from sourced.english.quantities.conversions import converts, dimension
from sourced.english.quantities.numbers import Number, find_numbers


def amount(text: str) -> Number:
    (number,) = find_numbers(text)
    return number


PAIRS = [
    pytest.param("38 metres", "125 feet", True, id="a height"),
    pytest.param("38 metres", "130 feet", False, id="another height"),
    pytest.param("150 km", "93 miles", True, id="a distance"),
    pytest.param("150 km", "85 miles", False, id="another distance"),
    pytest.param("2 km", "1.2 miles", True, id="small and rounded"),
    pytest.param("100 km", "70 miles", False, id="a round figure leaves not everything open"),
    pytest.param("10 °C", "50 °F", True, id="a temperature"),
    pytest.param("10 °C", "55 °F", False, id="another temperature"),
    pytest.param("78 °F", "26 °C", True, id="one rounded to a degree"),
    pytest.param("78 °F", "25 °C", False, id="and not to the next"),
    pytest.param("26.3 °C", "79 °F", True, id="and the other way"),
    pytest.param("30–35 km", "19–22 miles", True, id="a range"),
    pytest.param("30–35 km", "19 miles", False, id="a range and one end of it"),
    pytest.param("150 km", "150 km", False, id="one unit is nothing to convert"),
    pytest.param("18 people", "18 miles", False, id="a count and a distance"),
    pytest.param("30–35 km", "19–25 miles", False, id="a range with another upper end"),
    pytest.param("30–35 km", "15–22 miles", False, id="a range with another lower end"),
    pytest.param("1,000 kg", "1 tonne", True, id="a mass"),
    pytest.param("2 days", "48 hours", True, id="a time"),
    pytest.param("2 days", "40 hours", False, id="another time"),
    pytest.param("0 km", "0 miles", True, id="nothing at all"),
    pytest.param("-40 °C", "-40 °F", True, id="where two scales meet"),
    pytest.param("3 hectares", "3 km", False, id="an area and a distance"),
]


@pytest.mark.parametrize(("one", "other", "wanted"), PAIRS)
def test_amounts_are_converted_within_rounding(one: str, other: str, wanted: bool) -> None:
    assert converts(amount(one), amount(other)) is wanted
    assert converts(amount(other), amount(one)) is wanted


def test_what_a_unit_measures() -> None:
    assert dimension("mile") == dimension("m") == "length"
    assert dimension("°F") == "temperature"
    assert dimension("rupee") is None
