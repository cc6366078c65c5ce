"""A large text is searched by the numbers of its words, and finds what reading it finds."""

from __future__ import annotations

from random import Random

import pytest

from sourced.book.quotations import Text, places

WORDS = ["ab", "abc", "a-b", "x1", "é", "Ab", "b_a", "ab.", "ab,", "abab"]


@pytest.mark.parametrize("seed", range(20))
def test_by_the_numbers_of_words_the_same_is_found(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(seed)
    for _ in range(50):
        raw = chance.choice((" ", "\n")).join(chance.choices(WORDS, k=chance.randint(1, 14)))
        start = chance.randrange(len(raw))
        exact = raw[start : start + chance.randint(1, 9)]
        found = []
        for large in (len(raw), 0):
            monkeypatch.setattr(places, "_LARGE", large)
            monkeypatch.setattr(places, "_SELDOM", 0)
            found.append(places.candidates(Text(raw), exact))
        assert found[0] == found[1]


def test_words_are_numbered_only_where_they_are_looked_for_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_LARGE", 0)
    text = Text("The tower is 41 metres tall.")
    for _ in range(places._SELDOM):
        assert places.candidates(text, "41 metres") == [((13, 22),)]
    assert "runs" not in vars(text)
    assert places.candidates(text, "41 metres") == [((13, 22),)]
    assert "runs" in vars(text)
