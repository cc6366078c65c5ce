"""The name that a phrase ends in, and the name that stands beside a verb as its subject."""

from __future__ import annotations

import pytest

from sourced.english.speech.subjects import beside_verb, head_of_phrase

from .test_utterances import NAMES


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        pytest.param(" the keeper Edda Coyle, who left", "Edda Coyle", id="behind what one is"),
        pytest.param(" Edda Coyle the keeper", "Edda Coyle", id="before another phrase"),
        pytest.param(" Edda Coyle's keeper", None, id="an owner"),
        pytest.param(" Edda Coyle keeper", None, id="before a noun"),
        pytest.param(" Capt. Jonas Pell", "Jonas Pell", id="behind a title in short"),
        pytest.param(" J. Pell", "Pell", id="behind an initial"),
        pytest.param(" the mate etc. Jonas Pell", None, id="behind the end of a phrase"),
        pytest.param(" the keeper of Jonas Pell", None, id="behind a preposition"),
        pytest.param(" the Pell-Coyle", "Coyle", id="the last of two"),
        pytest.param(", Jonas Pell", None, id="behind a comma"),
        pytest.param(" old tall grey bald thin sly shy mad keeper here Jonas Pell", "Jonas Pell", id="far"),
        pytest.param(f" {'old ' * 12}Jonas Pell", None, id="too far"),
    ],
)
def test_a_phrase_ends_in_a_name(phrase: str, head: str | None) -> None:
    found = head_of_phrase(phrase, NAMES.find(phrase), 0, len(phrase))
    assert (found and found.text) == head


def test_a_phrase_stops_where_it_is_said_to() -> None:
    text = " the keeper Jonas Pell"
    assert head_of_phrase(text, NAMES.find(text), 0, text.index(" Jonas")) is None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        pytest.param("Jonas Pell said", "Jonas Pell", id="right before it"),
        pytest.param("Jonas Pell also said", "Jonas Pell", id="with a small word between"),
        pytest.param("Jonas Pell gladly said", "Jonas Pell", id="and how"),
        pytest.param("Jonas Pell of Norwick said", None, id="with more between"),
        pytest.param("Jonas Pell, the keeper, said", "Jonas Pell", id="with an apposition"),
        pytest.param("He saw Jonas Pell, the keeper, said", "Jonas Pell", id="a few words into its sentence"),
        pytest.param("He saw at noon in May Jonas Pell, the keeper, said", None, id="many words into it"),
        pytest.param("The keeper, Jonas Pell, said", "Jonas Pell", id="as an apposition"),
        pytest.param("The boat of Jonas Pell said", None, id="behind a preposition"),
        pytest.param("Jonas Pell's said", None, id="an owner"),
        pytest.param("Edda Coyle and Jonas Pell said", None, id="the second of two"),
        pytest.param("Edda Coyle, whom Jonas Pell saw, said", "Edda Coyle", id="and not in it"),
        pytest.param("Nobody said Jonas Pell", None, id="behind it"),
    ],
)
def test_a_subject_stands_beside_its_verb(text: str, subject: str | None) -> None:
    found = beside_verb(text, NAMES.find(text), 0, text.index("said"))
    assert (found and found.text) == subject
