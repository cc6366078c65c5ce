"""Lines and columns, as people count."""

from __future__ import annotations

import pytest

from sourced.text.place import LineStarts

TEXT = "one\r\ntwo\n\nfour"


@pytest.mark.parametrize(
    ("at", "place"),
    [
        pytest.param("one", (1, 1), id="first"),
        pytest.param("\r", (1, 4), id="return"),
        pytest.param("\n", (1, 5), id="line end"),
        pytest.param("two", (2, 1), id="second line"),
        pytest.param("\nfour", (3, 1), id="empty line"),
        pytest.param("our", (4, 2), id="within"),
    ],
)
def test_a_character_has_a_line_and_a_column(at: str, place: tuple[int, int]) -> None:
    starts = LineStarts(TEXT)
    assert starts.place(TEXT.index(at)) == place
    assert starts.line(TEXT.index(at)) == place[0]


def test_the_end_of_a_text_has_a_place_as_well() -> None:
    assert LineStarts("").place(0) == (1, 1)
    assert LineStarts("one\n").place(4) == (2, 1)


def test_a_span_ends_on_the_line_of_its_last_character() -> None:
    starts = LineStarts(TEXT)
    assert starts.lines(0, TEXT.index("two")) == (1, 1)
    assert starts.lines(0, TEXT.index("two") + 1) == (1, 2)
    assert starts.lines(3, 3) == (1, 1)


def test_after_the_last_line_a_search_begins_with_it() -> None:
    starts = LineStarts(TEXT)
    assert [starts.start(line) for line in (1, 2, 3, 4, 9)] == [0, 5, 9, 10, 10]
