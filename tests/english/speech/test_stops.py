"""Where what somebody reports begins and stops."""

from __future__ import annotations

import pytest

from .test_utterances import spoken


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("While Jonas Pell said the lamp had failed, Edda Coyle left.", "pell: the lamp had failed"),
        ("As Jonas Pell said the lamp had failed, the boats stayed.", "pell: the lamp had failed"),
        ("Edda Coyle, in a letter, told Jonas Pell that the lamp had failed.",
         "coyle: Jonas Pell that the lamp had failed"),
        ("Edda Coyle, in a letter, told Jonas Pell on Sunday that the lamp had failed.",
         "coyle: the lamp had failed"),
        ("In May, Coyle said the lamp had failed.", "coyle: the lamp had failed"),
        ("Coyle said the lamp had failed; the boats left.", "coyle: the lamp had failed"),
        ("Coyle said the lamp had failed, but the boats left.", "coyle: the lamp had failed"),
        ("Coyle declared the pier open after the fall of the town.", "coyle: the pier open"),
        ("Coyle declared the pier open when it was safe.", "coyle: the pier open"),
        ("The lamp, according to Coyle, failed.", "coyle: The lamp"),
        ("It failed at noon as it had at nine, Coyle said.", "coyle: It failed at noon as it had at nine"),
        ("The lamp had failed in the night, Coyle said later that day.",
         "coyle: The lamp had failed in the night"),
        ("The lamp of the Harbour Board, which was dark, failed, said Coyle.",
         "coyle: The lamp of the Harbour Board, which was dark, failed"),
        ("The lamp had failed, and the storm was reported by Coyle.", "coyle: and the storm was"),
    ],
)  # fmt: skip
def test_of_a_sentence_that_is_reported_which_is_told(text: str, told: str) -> None:
    assert spoken(text) == [f"reported {told}"]
