"""Whose words are whose in a source."""

from __future__ import annotations

import pytest

from sourced.book.model import Name
from sourced.english.names import NameIndex
from sourced.english.speech.utterances import Paragraph, utterances

NAMES = NameIndex(
    {
        name.id: name
        for name in (
            Name(id="coyle", kind="person", name="Edda Coyle"),
            Name(id="pell", kind="person", name="Jonas Pell"),
            Name(id="tobias", kind="person", name="Tobias Vane"),
            Name(id="marta", kind="person", name="Marta Vane"),
            Name(id="board", kind="group", name="Harbour Board"),
            Name(id="rock", kind="place", name="Tern Rock"),
        )
    }
)


def spoken(text: str, before: str = "") -> list[str]:
    """Each utterance as ``kind speakers: words``."""
    found = utterances(Paragraph(text, 0), NAMES, before)
    return [f"{u.kind} {' '.join(sorted(u.speakers))}: {text[u.start : u.end].strip(' .,')}" for u in found]


DIRECT = [
    pytest.param(
        "“The light never failed us,” said Edda Coyle.",
        "direct coyle: The light never failed us",
        id="said, behind it",
    ),
    pytest.param(
        "Edda Coyle said: “The light never failed us.”",
        "direct coyle: The light never failed us",
        id="said, before it",
    ),
    pytest.param(
        "“The light never failed us,” Coyle told the Harbour Board.",
        "direct coyle: The light never failed us",
        id="not whom it was told",
    ),
    pytest.param(
        "With the help of Jonas Pell, Coyle said: “The light never failed us.”",
        "direct coyle: The light never failed us",
        id="not a name behind a preposition",
    ),
    pytest.param(
        "According to Jonas Pell, “the light never failed any of us”.",
        "direct pell: the light never failed any of us",
        id="according to",
    ),
    pytest.param(
        "Edda Coyle of that night: “Jonas Pell never failed us.”",
        "direct coyle: Jonas Pell never failed us",
        id="not a name within the speech",
    ),
]

# fmt: off
TITLES = [
    pytest.param("“The light held,” said its director, Edda Coyle.", "direct coyle: The light held",
                 id="an office before the name"),
    pytest.param("“The light held,” said the keeper of the rock, Jonas Pell.", "direct pell: The light held",
                 id="a longer one"),
    pytest.param("Edda Coyle, its director, said: “The light held.”", "direct coyle: The light held",
                 id="an office behind the name"),
]
NOBODY = [
    pytest.param("Jonas Pell, who left in June, “knew or should have known” of it, the report says.",
                 "direct : knew or should have known", id="a report, and no name before it"),
    pytest.param("The long report, led by the retired judge Jonas Pell, says that the light failed.",
                 "reported : that the light failed", id="a report, with who made it between"),
    pytest.param("Jonas Pell was warned that the light had failed.",
                 "reported : that the light had failed", id="who was warned does not warn"),
]
SHARED = [
    pytest.param("The keeper, Edda Coyle, promised a new lamp, but said that it would be small.",
                 "reported coyle: that it would be small", id="the subject of the verb before"),
    pytest.param("Jonas Pell warned that the light had failed.",
                 "reported pell: that the light had failed", id="who warns"),
    pytest.param("It made trips only in May, and not every day as the Harbour Board had claimed.",
                 "reported board: and not every day", id="as somebody claimed, of its own clause"),
    pytest.param("Keepers are believed to have left it, which was dark in May, according to Jonas Pell.",
                 "reported pell: which was dark in May", id="according to, behind a hedge of another clause"),
]
SILENT = [
    pytest.param("The rock has not stopped admitting sailors, and it is open.", id="admitting whom"),
    pytest.param("A man was admitted for an operation.", id="admitted as a patient"),
    pytest.param("The number of confirmed wrecks stands at 31.", id="confirmed, before a noun"),
    pytest.param("The Harbour Board had been told by Edda Coyle to wait until the new year.", id="an order"),
]
# fmt: on


@pytest.mark.parametrize(("text", "wanted"), [*TITLES, *NOBODY, *SHARED])
def test_the_speaker_is_the_subject_however_it_is_told(text: str, wanted: str) -> None:
    assert wanted in spoken(text)


@pytest.mark.parametrize("text", SILENT)
def test_not_each_verb_that_may_report_does(text: str) -> None:
    assert spoken(text) == []


def test_whom_the_sentence_before_names_tells_nothing_to_who_is_told() -> None:
    before = "Edda Coyle said that the light was out. "
    assert spoken("He was warned that it was late.", before) == ["reported : that it was late"]
    assert spoken("He warned that it was late.", before) == ["reported coyle: that it was late"]


def test_their_neighbours_report() -> None:
    assert spoken("Edda Coyle has not stopped admitting that the light failed.")
    assert spoken("A lie was admitted by Edda Coyle in the summer of that year.")
    assert spoken("The number, confirmed the keeper, stands at 31.")
    assert spoken("The Harbour Board had been told by Edda Coyle that the light had failed.")


@pytest.mark.parametrize(("text", "wanted"), DIRECT)
def test_direct_speech(text: str, wanted: str) -> None:
    assert wanted in spoken(text)


NO_SPEECH = [
    pytest.param("The light failed at nine.", id="no verb of speech"),
    pytest.param("It is said to be the oldest light.", id="a hedge"),
    pytest.param("Coyle refused to say what had failed.", id="something left unsaid"),
    pytest.param("Coyle called it an “old” light.", id="a term in quotation marks"),
    pytest.param("In the dark of May, Pell said.", id="a mere lead"),
]


@pytest.mark.parametrize("text", NO_SPEECH)
def test_what_is_nobodys_words(text: str) -> None:
    assert spoken(text) == []


def test_offsets_are_those_of_the_source() -> None:
    (utterance,) = utterances(Paragraph("Coyle said the light had failed.", 100), NAMES, "")
    assert (utterance.start, utterance.end) == (110, 132)
    assert utterance.verbs == ((106, 110),)
