"""Two linked numbers: what the first takes from the second, and when they are the ends of a range."""

from __future__ import annotations

import pytest

from sourced.english.quantities.numbers import find_numbers

LINKED = [
    pytest.param("2 to 3 million", ["2,000,000 to 3,000,000"], id="the scale of the second"),
    pytest.param("2 and 3 million", ["2", "3,000,000"], id="`and` shares no scale"),
    pytest.param("600 to 4,000 km", ["600 to 4,000 km"], id="written out"),
    pytest.param("3 and 5 km", ["3 km", "5 km"], id="one unit for both, and no range"),
    pytest.param("between 4 and 6 people", ["4 to 6"], id="between"),
    pytest.param("9 to 10 am", ["9", "10:00"], id="a time of day lends nothing"),
    pytest.param("5 to 3 km", ["5 km", "3 km"], id="downwards"),
    pytest.param("3 to 3 km", ["3 km", "3 km"], id="from one to the same"),
    pytest.param("12 to at least 15 men", ["12", "at least 15"], id="an end with a bound"),
]


@pytest.mark.parametrize(("text", "wanted"), LINKED)
def test_linked_numbers(text: str, wanted: list[str]) -> None:
    assert [str(number) for number in find_numbers(text)] == wanted
