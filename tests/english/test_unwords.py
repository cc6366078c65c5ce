"""Words that begin with `un`."""

from __future__ import annotations

import pytest

from sourced.english.lexis.unwords import denies_by_un


@pytest.mark.parametrize("word", ["unfounded", "unable", "unhappy", "unsafe", "unseaworthy"])
def test_what_denies_the_word_behind_it(word: str) -> None:
    assert denies_by_un(word)


@pytest.mark.parametrize("word", ["unveiled", "unloaded", "unearthed", "united", "uncle", "unqwerty"])
def test_what_denies_nothing(word: str) -> None:
    assert not denies_by_un(word)
