"""Words in quotation marks."""

from __future__ import annotations

import pytest

from sourced.english.quoted import find_quoted

FOUND = [
    pytest.param("He said “it sank”.", ["it sank"], id="curly marks"),
    pytest.param('He said "it sank".', ["it sank"], id="straight marks"),
    pytest.param('He said “it sank".', ["it sank"], id="mixed marks"),
    pytest.param("He said «it sank».", ["it sank"], id="French marks"),
    pytest.param("He said “it sank", ["it sank"], id="left open"),
    pytest.param("“One. “Two.”", ["One. ", "Two."], id="opened again"),
    pytest.param('A 6" pipe and a 4" pipe.', [], id="inches"),
    pytest.param("The ‘old’ light.", ["old"], id="single marks"),
    pytest.param("The 'old' light.", ["old"], id="straight single marks"),
    pytest.param("The keeper's and the sailors' boats.", [], id="apostrophes"),
    pytest.param("“He called it ‘old’ twice”", ["He called it ‘old’ twice"], id="marks inside marks"),
    pytest.param('"It sank" and "it rose"', ["It sank", "it rose"], id="from the first mark on"),
    pytest.param('He said "" and "it sank".', ["", "it sank"], id="nothing between marks"),
    pytest.param('He said it sank "', [], id="a mark at the end"),
    pytest.param("It sank.", [], id="none"),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_quoted_words_are_found(text: str, wanted: list[str]) -> None:
    quoted = find_quoted(text)
    assert [each.text for each in quoted] == wanted
    assert [text[each.start : each.end] for each in quoted] == wanted


SPEECH = [
    pytest.param("“We saw the light go out”", True, id="five words and more"),
    pytest.param("“It sank,” he said", True, id="a sentence's end"),
    pytest.param("an “inclusive” crew", False, id="a term"),
    pytest.param("the “last great light”", False, id="a few words"),
    pytest.param("“Sank.”", False, id="a single word"),
]


@pytest.mark.parametrize(("text", "speech"), SPEECH)
def test_speech_is_told_from_terms(text: str, speech: bool) -> None:
    (quoted,) = find_quoted(text)
    assert quoted.is_speech is speech
