"""A clause in the passive beside evidence in the active: the same deed, or another."""

from __future__ import annotations

import pytest

from sourced.rules.verdict.voice import in_active_voice

from ..bridge import MakeBook
from .bridged import is_supported
from .evidence import tokens


@pytest.mark.parametrize(
    ("unit", "evidence"),
    [
        pytest.param("The pier was painted by the Guard.", "the Guard painted the pier", id="the same deed"),
        pytest.param("A boat is owned by the League.", "the League owns a boat", id="in another tense"),
        pytest.param(
            "The pier was bought by the League from Oak.",
            "the League bought the pier from Oak",
            id="what stands behind the agent",
        ),
        pytest.param(
            "The pier was called a ruin by the Guard.",
            "the Guard called the pier a ruin",
            id="what stands before the agent",
        ),
    ],
)
def test_who_did_it_may_come_last(make_book: MakeBook, unit: str, evidence: str) -> None:
    assert is_supported(make_book, unit, evidence)


@pytest.mark.parametrize(
    ("unit", "evidence"),
    [
        pytest.param("The Guard was painted by the pier.", "the Guard painted the pier", id="the other way"),
        pytest.param("The pier was painted by the League.", "the Guard painted the pier", id="another agent"),
        pytest.param("The pier was sold by the Guard.", "the Guard painted the pier", id="another deed"),
        pytest.param("The pier was not painted by the Guard.", "the Guard painted the pier", id="a denial"),
        pytest.param(
            "The pier was painted by the Guard.", "the Guard painted the old pier's boats", id="of another"
        ),
        pytest.param(
            "The pier was painted by the Guard.", "the League, not the Guard, painted the pier", id="denied"
        ),
        pytest.param(
            "The pier was bought by Oak from the League.",
            "the League bought the pier from Oak",
            id="from whom, as the agent",
        ),
    ],
)
def test_another_deed_is_doubted(make_book: MakeBook, unit: str, evidence: str) -> None:
    assert not is_supported(make_book, unit, evidence)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Guard painted the pier.", id="no passive"),
        pytest.param("The boat lay by the pier.", id="a place"),
        pytest.param("The pier was painted by 9 May.", id="a time"),
        pytest.param("Only the pier was painted by the Guard.", id="a limit"),
        pytest.param("The pier was reportedly painted by the Guard.", id="a hedge"),
        pytest.param("The pier was not painted by the Guard.", id="a denial"),
        pytest.param("Painted by the Guard.", id="nothing it was done to"),
        pytest.param("The boat was moored by the pier by the Guard.", id="two of them"),
    ],
)
def test_what_is_no_plain_passive_stays(text: str) -> None:
    assert not list(in_active_voice(tokens(text)))
