"""Words that stand for a speaker whom they do not name."""

from __future__ import annotations

import pytest

from sourced.english.speech.references import stands_for_somebody


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        pytest.param("She left the light.", True, id="a pronoun"),
        pytest.param("The old keeper said the light failed.", True, id="a description that speaks"),
        pytest.param("Edda Coyle said the light failed.", False, id="a name that speaks"),
        pytest.param("The old keeper left the light.", False, id="a description that does not speak"),
    ],
)
def test_who_speaks_may_be_told_by_a_word_for_somebody(text: str, stands: bool) -> None:
    assert stands_for_somebody(text) is stands
