"""Where the passages stand that no fact may rest on."""

from __future__ import annotations

import pytest

from sourced.book.model import Aside
from sourced.book.quotations import Text
from sourced.chain.asides import spans_of

TEXT = "In 1912 it was\n\n12\n\nbuilt.\nThe Head\nMore of The Head stands here.\nThe Head\n"


@pytest.mark.parametrize(
    ("from_", "every", "found", "twice"),
    [
        pytest.param("12", False, ["12"], False, id="a line before a part of a word"),
        pytest.param("built", False, ["built"], False, id="a part of a line that stands once"),
        pytest.param("The Head", False, ["The Head"], True, id="two lines"),
        pytest.param("The Head", True, ["The Head"] * 2, False, id="every line"),
        pytest.param("it", True, ["it"], False, id="every place, where no line has it alone"),
    ],
)
def test_a_line_by_itself_counts_before_words_in_a_line(
    from_: str, every: bool, found: list[str], twice: bool
) -> None:
    spans = spans_of(Text(TEXT), Aside(from_=from_, every=every, why="a reason"), 0)
    assert [TEXT[span.start : span.end] for span in spans] == found
    assert spans[0].twice == twice
    assert TEXT[: spans[0].start].endswith("\n") or from_ in ("built", "it")


def test_what_stands_nowhere_has_no_place() -> None:
    for aside in (Aside(from_="no", every=True, why="a"), Aside(from_="In", to="no", why="a")):
        assert [span.start for span in spans_of(Text(TEXT), aside, 0)] == [-1]
