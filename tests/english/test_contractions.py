"""Short forms with `n't`, which are read as the `not` that they are, each word in its place."""

from __future__ import annotations

import pytest

from sourced.english.atoms import read_atoms
from sourced.english.lexis.contractions import spelled_out
from sourced.english.limits import limiting_words
from sourced.english.markers import denial_strength, find_markers
from sourced.english.meaning import Token, read_tokens
from sourced.english.names import NameIndex

SPELLED = [
    pytest.param("It wasn't clear.", "It was not clear.", id="was"),
    pytest.param("They wouldn't have lost it.", "They would not have lost it.", id="would"),
    pytest.param("She didn't intend to go.", "She did not intend to go.", id="did"),
    pytest.param("It isn't known.", "It is not known.", id="is"),
    pytest.param("They won't come, and shan't.", "They will not come, and shall not.", id="will and shall"),
    pytest.param("She can't go. Can't she?", "She cannot go. Cannot she?", id="can"),
    pytest.param("It couldn't be verified.", "It could not be verified.", id="could"),
    pytest.param("Nor rock'n'roll.", "Nor rock'n'roll.", id="no verb"),
]


def _kinds(text: str) -> list[tuple[object, ...]]:
    return [
        (each.hedge, each.denial, each.limits, "" if each.denial or each.hedge else each.text, each.lead)
        for each in _tokens(text)
    ]


def _tokens(text: str) -> list[Token]:
    return read_tokens(text, read_atoms(text, NameIndex({})))


@pytest.mark.parametrize(("short", "whole"), SPELLED)
def test_a_short_form_is_written_out(short: str, whole: str) -> None:
    spelled = spelled_out(short)
    assert spelled.text == whole
    assert spelled.span(0, len(whole)) == (0, len(short))


@pytest.mark.parametrize(("short", "whole"), SPELLED)
def test_a_short_form_says_what_the_whole_one_does(short: str, whole: str) -> None:
    assert [(m.kind, denial_strength(m)) for m in find_markers(short)] == [
        (m.kind, denial_strength(m)) for m in find_markers(whole)
    ]
    assert [each.limits for each in limiting_words(short)] == [each.limits for each in limiting_words(whole)]
    assert [each[:-2] for each in _kinds(short)] == [each[:-2] for each in _kinds(whole)]
    assert [each[-1] for each in _kinds(short)] == [each[-1] for each in _kinds(whole)]


def test_what_a_short_form_says_stands_in_its_place() -> None:
    text = "So it wasn't clear, and we won't ask."
    assert [text[m.start : m.end] for m in find_markers(text)] == ["n't", "n't clear", "n't"]
    assert [text[each.start : each.end] for each in limiting_words(text)][-2:] == ["wo", "n't"]
    assert [text[each.start : each.end] for each in _tokens(text)] == ["n't clear", "wo", "n't", "ask"]
