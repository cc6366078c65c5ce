"""Who speaks: whether the text says so plainly, and whom a pronoun or a shared surname means."""

from __future__ import annotations

import pytest

from sourced.english.speech.utterances import Paragraph, utterances

from .test_utterances import NAMES, spoken

SURE = [
    pytest.param("“It was dark,” said Captain Edda Coyle to the Board.", "coyle", id="behind a title"),
    pytest.param(
        "Tobias Vane's cousin, Edda Coyle, told the Harbour Board that it was dark.", "coyle", id="apposed"
    ),
    pytest.param("The Harbour Board was told by Edda Coyle that it was dark.", "coyle", id="a passive"),
    pytest.param(
        "Edda Coyle, the keeper of the light, said that it was dark.", "coyle", id="before an apposition"
    ),
    pytest.param(
        "The Harbour Board's keeper Edda Coyle said that it was dark.", "coyle", id="the last of the phrase"
    ),
    pytest.param("The light on Tern Rock had failed in the night, said Edda Coyle.", "coyle", id="inverted"),
    pytest.param("“It was dark,” said Coyle, “and we left in a hurry.”", "coyle", id="between two halves"),
    pytest.param(
        "According to the Harbour Board's keeper Edda Coyle, it was dark.", "coyle", id="according to"
    ),
    pytest.param("According to Edda Coyle the night was dark.", "coyle", id="according to, with no comma"),
    pytest.param("“It was dark,” said Edda Coyle the keeper.", "coyle", id="before what she is"),
]

UNSURE = [
    pytest.param("“It was dark and cold,” she added.", "coyle", id="a pronoun means who spoke before"),
    pytest.param("The keeper said that it was dark.", "", id="a description means nobody"),
    pytest.param("“It was dark and cold,” the keeper said.", "", id="nor does it behind the speech"),
    pytest.param("According to the keeper, it was dark that night.", "", id="nor behind according to"),
    pytest.param("A friend of Jonas Pell said that it was dark.", "", id="who is owned does not speak"),
    pytest.param(
        "Men of Tern Rock and the Harbour Board said that it was dark.", "", id="nor who is joined to it"
    ),
    pytest.param("Edda Coyle and Jonas Pell said that it was dark.", "coyle pell", id="two of them"),
    pytest.param("The Harbour Board keeper said that it was dark.", "board", id="a name before another word"),
]


@pytest.mark.parametrize(
    ("text", "speakers", "sure"),
    [
        *(pytest.param(*each.values, True, id=each.id) for each in SURE),
        *(pytest.param(*each.values, False, id=each.id) for each in UNSURE),
    ],
)
def test_whether_the_speaker_is_sure(text: str, speakers: str, sure: bool) -> None:
    first = utterances(Paragraph(text, 0), NAMES, "Edda Coyle said that it was late.\n\n")[0]
    assert (" ".join(sorted(first.speakers)), first.sure) == (speakers, sure)


PRONOUNS = [
    pytest.param("Edda Coyle keeps the light. ", "coyle", id="who was named"),
    pytest.param("Pell said it was dark. ", "pell", id="who spoke"),
    pytest.param("Coyle spoke first. Pell said it was dark. ", "pell", id="who spoke last"),
    pytest.param("Coyle wrote to Pell. ", "coyle", id="not who was written to"),
    pytest.param("A keeper of the Harbour Board, Edda Coyle, left. ", "coyle", id="who is apposed"),
    pytest.param(
        "Pell spoke. Men of the Harbour Board, Coyle, and Marta Vane left. ", "pell", id="not in a list"
    ),
    pytest.param("Tern Rock was dark. ", "", id="never a place"),
    pytest.param("", "", id="nobody"),
]


@pytest.mark.parametrize(("before", "speaker"), PRONOUNS)
def test_whom_a_pronoun_means(before: str, speaker: str) -> None:
    assert spoken("She said the light had failed.", before) == [f"reported {speaker}: the light had failed"]


SURNAMES = [
    pytest.param("Marta Vane left it. Tobias Vane came. Tobias Vane stayed. ", "tobias", id="who came since"),
    pytest.param("Tobias Vane built it. ", "tobias", id="the one who was named"),
    pytest.param(
        "Tobias Vane built it. His daughter keeps it. Marta Vane lives there. ", "marta tobias", id="both"
    ),
    pytest.param("", "marta tobias", id="either"),
]


@pytest.mark.parametrize(("before", "speakers"), SURNAMES)
def test_whom_a_shared_surname_means(before: str, speakers: str) -> None:
    assert spoken("Vane said the light had failed.", before) == [f"reported {speakers}: the light had failed"]
