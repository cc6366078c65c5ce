"""Whose deed it is, when it was done, on what it hangs and of whom it is told; and neighbours that hold."""

from __future__ import annotations

import pytest

from sourced.rules.support.doubts import BEYOND
from sourced.rules.support.setting import APART, LEFT_OUT, OWNER, TIED

from .evidence import found, marked

SUPPORTED = [
    pytest.param("Ann Ames and Bob Oak came.", "Ann Ames and Bob Oak came", id="of both"),
    pytest.param("The canvas and the frame were missing.", "the canvas and the frame are missing", id="both"),
    pytest.param("Her brother drowned.", "Ann Ames, whose brother drowned, left the island",
                 id="whose brother"),
    pytest.param("Ann Ames left.", "Ann Ames, whose brother drowned, left", id="her own deed"),
    pytest.param("Ann Ames died in May.", "Ann Ames, who had met Bob Oak, died in May", id="who had met"),
    pytest.param("Bob Oak died in May.", "the keeper met Bob Oak, who died in May", id="one met, who died"),
    pytest.param("The boat was sold in 1950.", "the boat was built in 1901 and sold in 1950",
                 id="its own time"),
    pytest.param("The lamp failed at 7:33.", "the lamp failed at 7:33 and she told of the failure at 7:36",
                 id="its own time, and not its noun's"),
    pytest.param("The boat was built and sold in 1950.", "the boat was built and sold in 1950",
                 id="one for two"),
    pytest.param("The sailors died.", "the sailors with the Guard died", id="these sailors"),
    pytest.param("Those who eat it fall ill.", "those who eat it fall ill", id="those who do"),
    pytest.param("Ann Ames, who swims, left.", "Ann Ames, who swims at night, left", id="one who is named"),
    pytest.param("If it lasts, the ferry will stop.", "if it lasts, the ferry will stop",
                 id="a condition, kept"),
    pytest.param("The ferry sails. If it lasts, it stops.", "The ferry sails. If it lasts, it stops.",
                 id="a sentence before the condition"),
    pytest.param("If they did not agree, it would stop.", "if the League did not agree, it would stop",
                 id="a pronoun in a condition"),
    pytest.param("The attack by the Guard failed.", "the attack by the Guard failed", id="by whom"),
    pytest.param("The boat was sold on 5 May.", "the boat was sold on 5 May", id="on a day"),
    pytest.param("It sailed from 12 to 15 May.", "it sailed from 12 to 15 May", id="a span"),
    pytest.param("She left in early May.", "she left in early May", id="a part of a month"),
    pytest.param("She left in early May.", "she left on 3 May", id="a day for a part of a month"),
    pytest.param("She left in May.", "she left in late May", id="a month for a part of it"),
    pytest.param("She left within hours of the first landing.", "she left within hours of the first landing",
                 id="what a phrase hangs on"),
]  # fmt: skip
DOUBTED = [
    pytest.param(APART, "The *canvas and the frame were missing*.", "",
                 "the canvas has a tear, and the frame is missing", id="what is told of one of two"),
    pytest.param(APART, "*Ann Ames and Bob Oak opened* the door.", "",
                 "Ann Ames planned the theft, and Bob Oak opened the door", id="the deed of one of two"),
    pytest.param(APART, "*Ann Ames drowned*.", "",
                 "Ann Ames, whose brother, Bob Oak, drowned, left", id="whose brother did"),
    pytest.param(APART, "*Bob Oak died* in May.", "",
                 "Ann Ames, who had met Bob Oak, died in May", id="who was met"),
    pytest.param(APART, "*Ann Ames died* in May.", "",
                 "the keeper met Ann Ames and died in May", id="who was met before"),
    pytest.param(OWNER, "Ann Ames was the *mother* of Bob Oak.", "mother",
                 "Ann Ames, whose mother, Bob Oak", id="kin turned"),
    pytest.param(APART, "The boat, built in 1901, *sank by Ann Ames*.", "",
                 "the boat, built by Ann Ames in 1901, sank", id="by whom another deed was done"),
    pytest.param(APART, "The boat *sank slowly*.", "",
                 "the boat sank quickly, burned slowly", id="how another deed was done"),
    pytest.param(APART, "The boat was *sold in 1901*.", "",
                 "the boat was built in 1901 and sold in 1950", id="the time of another deed"),
    pytest.param(APART, "The lamp *failed at 7:36*.", "",
                 "the lamp failed at 7:33 and she told of the failure at 7:36", id="the time of its noun"),
    pytest.param(APART, "The boat was *sold for 300* pounds.", "",
                 "the boat was built for 300 pounds and sold for 500 pounds", id="the price of another deed"),
    pytest.param(APART, "The boat was *sold at League*.", "",
                 "the boat was built at League and sold at Guard", id="the place of another deed"),
    pytest.param(LEFT_OUT, "Two in three boats *sank*.", "of League",
                 "two in three boats of the League sank", id="a share of some"),
    pytest.param(LEFT_OUT, "Sailors *died*.", "with Guard",
                 "sailors with the Guard died", id="any for some"),
    pytest.param(LEFT_OUT, "Those who *eat* it fall ill.", "raw",
                 "those who eat it raw fall ill", id="those who do more"),
    pytest.param(LEFT_OUT, "The ferry will *stop*.", "if",
                 "Ann Ames said that if the storm lasts, the ferry will stop", id="a condition"),
    pytest.param(LEFT_OUT, "All boats were *saved*.", "except for",
                 "except for the ferry, all boats were saved", id="an exception"),
    pytest.param(LEFT_OUT, "If it rains, *all* boats leave.", "except for",
                 "if it rains, all boats leave, except for the ferry", id="an exception, if at all"),
    pytest.param(LEFT_OUT, "*If* the storm lasts, the ferry will stop.", "beyond",
                 "if the storm lasts beyond May, the ferry will stop", id="a wider condition"),
    pytest.param(TIED, "The attack of the *Guard* failed.", "by Guard",
                 "the attack by the Guard failed", id="who did it"),
    pytest.param(TIED, "The boat was sold on *5 May*.", "by 5 May",
                 "the boat was sold by 5 May", id="the last day it may have been"),
    pytest.param(TIED, "It sailed on *12 May*.", "from 12 May",
                 "it sailed from 12 to 15 May", id="one day of several"),
    pytest.param(BEYOND, "She left in *early May*.", "early May",
                 "she left in late May", id="another part of a month"),
    pytest.param(BEYOND, "She left in *early May*.", "early May", "she left in May", id="a part of no month"),
    pytest.param(APART, "She left within *hours of the first storm*.", "",
                 "she left within hours of the first landing", "the first storm broke",
                 id="a phrase of another"),
    pytest.param(APART, "She left within *hours of the first Guard*.", "",
                 "she left within hours of the first landing", "the first Guard came",
                 id="a phrase of a name"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "evidence"), SUPPORTED)
def test_what_the_evidence_says_is_supported(unit: str, evidence: str) -> None:
    assert found(unit, evidence) == []


@pytest.mark.parametrize("case", [pytest.param(each.values, id=each.id) for each in DOUBTED])
def test_what_it_does_not_say_is_doubted(case: tuple[str, ...]) -> None:
    marked(*case)
