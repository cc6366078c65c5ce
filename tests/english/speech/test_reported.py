"""Speech that is reported: how far it goes, and whose it is."""

from __future__ import annotations

import pytest

from .test_utterances import spoken

REPORTED = [
    pytest.param("Coyle said the light had failed.", "reported coyle: the light had failed", id="said"),
    pytest.param(
        "Coyle told the Gazette on Sunday that the light had failed.",
        "reported coyle: the light had failed",
        id="told somebody that",
    ),
    pytest.param(
        "The light had failed for hours, Coyle said.",
        "reported coyle: The light had failed for hours",
        id="trailing",
    ),
    pytest.param(
        "According to Coyle, the light had failed.", "reported coyle: the light had failed", id="according to"
    ),
    pytest.param(
        "According to Coyle the light had failed, and the horn.",
        "reported coyle: the light had failed, and the horn",
        id="according to, without a comma",
    ),
    pytest.param(
        "According to the keeper Edda Coyle it had failed.",
        "reported coyle: it had failed",
        id="according to a keeper with a name, without a comma",
    ),
    pytest.param(
        "The light had failed for hours according to Coyle.",
        "reported coyle: The light had failed for hours",
        id="according to, behind it and without a comma",
    ),
    pytest.param(
        "The horn had sounded for hours, and according to Coyle the light had failed.",
        "reported coyle: the light had failed",
        id="according to, behind an and",
    ),
    pytest.param(
        "The Harbour Board was told by Coyle that the light had failed.",
        "reported coyle: the light had failed",
        id="told by somebody that",
    ),
    pytest.param(
        "Pell denied that the light had failed, but Coyle said that it had.",
        "reported coyle: that it had",
        id="a short clause with that is no trailing one",
    ),
    pytest.param(
        "It was reported by the Harbour Board.", "reported board: It was", id="a passive with its agent"
    ),
    pytest.param(
        "Coyle said the light had failed, but the horn sounded.",
        "reported coyle: the light had failed",
        id="up to a but",
    ),
    pytest.param(
        "On Sunday, Coyle said the light had failed.",
        "reported coyle: the light had failed",
        id="behind a lead",
    ),
    pytest.param(
        "Coyle vowed to leave the light, and the horn sounded.",
        "reported coyle: to leave the light",
        id="what somebody will do, up to a new clause",
    ),
    pytest.param(
        "Coyle vowed to leave the light, and her post.",
        "reported coyle: to leave the light, and her post",
        id="and no less of it",
    ),
    pytest.param(
        "It was night, because Pell said that it was dark, and the horn sounded.",
        "reported pell: that it was dark",
        id="in a subordinate clause, up to its comma",
    ),
    pytest.param(
        "Coyle said it was dark, cold and late, although the horn sounded.",
        "reported coyle: it was dark, cold and late",
        id="a subordinate clause behind it",
    ),
    pytest.param(
        "“It was dark.” Warned Pell of it, Coyle left.",
        "reported : Pell of it, Coyle left",
        id="the mark of a sentence before turns no verb",
    ),
    pytest.param(
        "Coyle was told that the light had failed.",
        "reported : that the light had failed",
        id="not who was told",
    ),
    pytest.param("For Pell they said it had failed.", "reported : it had failed", id="not whom it is for"),
    pytest.param("Pell’s brother said it had failed.", "reported : it had failed", id="not the owner"),
    pytest.param(
        "The light had failed for many hours that night, according to Pell, and the horn sounded.",
        "reported pell: The light had failed for many hours that night",
        id="behind it, according to",
    ),
    pytest.param("St. Coyle said it had failed.", "reported coyle: it had failed", id="behind a dot"),
    pytest.param(
        "The horn sounded, and the boats left, and it was reported by the Harbour Board.",
        "reported board: and it was",
        id="the last clause before a passive",
    ),
    pytest.param("In the night of May, Pell said.", "reported pell: In the night of May", id="long enough"),
]


@pytest.mark.parametrize(("text", "wanted"), REPORTED)
def test_reported_speech(text: str, wanted: str) -> None:
    assert wanted in spoken(text)
