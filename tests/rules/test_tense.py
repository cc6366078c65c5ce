"""Whether it was done, is being done or was to be done, and who did it; and the same in other words."""

from __future__ import annotations

import pytest

from sourced.rules.support.setting import LEFT_OUT, TIED

from .evidence import found, marked

SUPPORTED = [
    pytest.param("Ann Ames was to lead the search.", "Ann Ames is to lead the search", id="planned"),
    pytest.param("Ann Ames was leading the search.", "Ann Ames is leading the search", id="going on"),
    pytest.param("The boats had sunk.", "the boats have sunk", id="done"),
    pytest.param("Ann Ames was a nurse.", "Ann Ames is a nurse", id="the present, told in the past"),
    pytest.param("They sailed to sell boats.", "they sailed to sell boats", id="what it was for"),
    pytest.param("Ann Ames lost her boat.", "Ann Ames lost her boat", id="whose"),
    pytest.param("The League lost their boat.", "the League lost its boat", id="of a group"),
    pytest.param("Ann Ames said that she left.", "Ann Ames said that she left", id="the same one"),
    pytest.param("Ann Ames called and left.", "Ann Ames called and left", id="and went on"),
    pytest.param("Ann Ames, who led it, was fined.", "Ann Ames led it and was fined", id="who"),
]
DOUBTED = [
    pytest.param(TIED, "Ann Ames was to *lead* the search.", "was to lead",
                 "Ann Ames led the search", id="only planned"),
    pytest.param(TIED, "Ann Ames *led* the search.", "is to lead",
                 "Ann Ames is to lead the search", id="a plan, done"),
    pytest.param(TIED, "The boat was being *built* in May.", "was being built",
                 "the boat was built in May", id="not yet done"),
    pytest.param(TIED, "Ann Ames is *leading* the search.", "is leading",
                 "Ann Ames led the search", id="still going on"),
    pytest.param(TIED, "Ann Ames is a *nurse*.", "is a nurse",
                 "Ann Ames was a nurse", id="no longer"),
    pytest.param(TIED, "Ann Ames *leads* the search.", "leads",
                 "Ann Ames led the search", id="as if today"),
    pytest.param(TIED, "Ann Ames lost his *boat*.", "his boat",
                 "Ann Ames lost her boat", id="another's"),
    pytest.param(TIED, "She asked him, but he *refused*.", "he refused",
                 "she asked him, but she refused", id="another of two"),
    pytest.param(LEFT_OUT, "They voted to *close* the pier.", "ask",
                 "they voted to ask the League to close the pier", id="asked others to"),
    pytest.param(LEFT_OUT, "The League *closed* the pier.", "asked",
                 "they asked the League to close the pier", id="was asked to"),
    pytest.param(LEFT_OUT, "Ann Ames said that she had *sunk*.", "boat",
                 "Ann Ames said that the boat had sunk", id="a pronoun for another"),
    pytest.param(LEFT_OUT, "Ann Ames said that they had *sunk*.", "boats",
                 "Ann Ames said that men of boats that had sunk came", id="a pronoun for those who"),
    pytest.param(LEFT_OUT, "Ann Ames called Bob Oak and *left*.", "he left",
                 "Ann Ames called Bob Oak and he left", id="another goes on"),
    pytest.param(LEFT_OUT, "Ann Ames, who *led* it, was fined.", "Bob Oak",
                 "Ann Ames was fined, and Bob Oak led it", id="another who"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "evidence"), SUPPORTED)
def test_what_the_evidence_says_is_supported(unit: str, evidence: str) -> None:
    assert found(unit, evidence) == []


@pytest.mark.parametrize("case", [pytest.param(each.values, id=each.id) for each in DOUBTED])
def test_what_it_does_not_say_is_doubted(case: tuple[str, ...]) -> None:
    marked(*case)
