"""Words in a row that two texts have in common."""

from __future__ import annotations

import pytest

from sourced.text.runs import Word, runs_of, shared_stretches, words_of


def test_words_have_places_and_a_number_is_one_word() -> None:
    assert words_of("The “1,200” King’s") == [
        Word("the", 0, 3),
        Word("1200", 5, 10),
        Word("king", 12, 16),
        Word("s", 17, 18),
    ]


def test_a_letter_that_grows_when_written_small_moves_no_place() -> None:
    text = "İİ stood"
    assert [text[word.start : word.end] for word in words_of(text)] == ["İİ", "stood"]


def test_no_run_spans_a_gap() -> None:
    assert list(runs_of(["a", "b", None, "c", "d", "e"], 2)) == [
        (0, ("a", "b")),
        (3, ("c", "d")),
        (4, ("d", "e")),
    ]
    assert list(runs_of(["a"], 2)) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        pytest.param("x a b c y", "a b c", [(1, 4)], id="one"),
        pytest.param("a b c d e f", "d e f a b c", [(0, 3), (3, 6)], id="another order"),
        pytest.param("a b x c", "a b c", [], id="too short"),
        pytest.param("a b c x a b c", "a b c", [(0, 3), (4, 7)], id="twice"),
    ],
)
def test_stretches(one: str, other: str, found: list[tuple[int, int]]) -> None:
    runs = {run for _, run in runs_of(other.split(), 3)}
    assert shared_stretches(one.split(), runs, 3) == found
