"""Times of day in running text."""

from __future__ import annotations

import pytest

from sourced.english.quantities.clock import find_clocks, told

CLOCKS = [
    pytest.param("at 9.30 am", [("9:30", True)], "9.30 am", id="in the morning"),
    pytest.param("at 9.30 p.m. sharp", [("21:30", True)], "9.30 p.m", id="in the evening, its point no part"),
    pytest.param("at 12.15 am", [("0:15", True)], "12.15 am", id="after midnight"),
    pytest.param("at 12.15 pm", [("12:15", True)], "12.15 pm", id="after noon"),
    pytest.param("at 7 PM", [("19:00", True)], "7 PM", id="a full hour"),
    pytest.param("at 14:05", [("14:05", True)], "14:05", id="in 24 hours"),
    pytest.param("at 12:05", [("12:05", False)], "12:05", id="noon or midnight"),
    pytest.param("at 13:00", [("13:00", True)], "13:00", id="the first hour that says its half"),
    pytest.param("at 09:05", [("9:05", True)], "09:05", id="a leading nought says the morning"),
    pytest.param("at 9:05", [("9:05", False)], "9:05", id="in either half"),
    pytest.param("half past Nine", [("9:30", False)], "half past Nine", id="half past"),
    pytest.param("a quarter to ten", [("9:45", False)], "a quarter to ten", id="a quarter to"),
    pytest.param("ten minutes after one", [("1:10", False)], "ten minutes after one", id="minutes after"),
    pytest.param("25 minutes to one", [("0:35", False)], "25 minutes to one", id="before one"),
    pytest.param("at twenty to seven", [("6:40", False)], "twenty to seven", id="a time by its `at`"),
    pytest.param("twenty to seven men", [], "", id="a range"),
    pytest.param("ten after nine", [], "", id="a row"),
    pytest.param("At seven o'clock", [("7:00", False)], "seven o'clock", id="o'clock"),
    pytest.param("before Noon", [("12:00", True)], "Noon", id="noon"),
    pytest.param("by midnight", [("0:00", True)], "midnight", id="midnight"),
    pytest.param("in 10:20:30", [], "", id="a duration"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "words"), CLOCKS)
def test_a_time_of_day_is_read(text: str, wanted: list[tuple[str, bool]], words: str) -> None:
    found = find_clocks(text)
    assert [(told(clock.minutes), clock.sure) for clock in found] == wanted
    assert "".join(text[clock.start : clock.end] for clock in found) == words
