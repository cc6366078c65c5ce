"""What stands beside a mark leaves no gap where only its date is left out."""

from __future__ import annotations

import pytest

from sourced.pictures.timeline.labels import label

SAID = "Edda Coyle said on Sunday, 3 May 1901, to the Gazette that the light had failed."


@pytest.mark.parametrize(
    ("words", "when", "shown"),
    [
        pytest.param(
            "Edda Coyle said … to the Gazette", "1901-05-03", "Edda Coyle said to the Gazette", id="date"
        ),
        pytest.param(
            "Edda Coyle said … to the Gazette", "1902-05-03", "Edda Coyle said … to the Gazette", id="other"
        ),
        pytest.param(
            "Edda Coyle said … that", "1901-05-03", "Edda Coyle said … that", id="more than its date"
        ),
        pytest.param("Edda Coyle ... the light", "1901-05-03", "Edda Coyle … the light", id="no date at all"),
        pytest.param("… the light had failed", "1901-05-03", "… the light had failed", id="at the beginning"),
        pytest.param("Edda Coyle said …", "1901-05-03", "Edda Coyle said …", id="at the end"),
        pytest.param("Edda … sang", "1901-05-03", "Edda … sang", id="words of something else"),
        pytest.param("the light had failed", "1901-05-03", "the light had failed", id="no gap"),
    ],
)
def test_only_a_date_that_stands_before_the_words_leaves_no_gap(words: str, when: str, shown: str) -> None:
    assert label(SAID, words, when) == shown


def test_one_of_two_days_is_said_once() -> None:
    statement = "Edda said on a Sunday, 22 August 2021 or 29 August 2021, that it was lost."
    assert (
        label(statement, "Edda said … that it was lost", "2021-08-22/2021-08-29")
        == "Edda said that it was lost"
    )
