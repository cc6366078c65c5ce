"""How far a superlative, a denial or a count of the evidence reaches, and neighbours that keep all of it."""

from __future__ import annotations

import pytest

from sourced.rules.support.setting import LEFT_OUT, TIED, TURNED

from .evidence import found, marked

SUPPORTED = [
    pytest.param("It makes three trips.", "it makes three trips by night", id="when, and not how often"),
    pytest.param(
        "Ann Ames was the first to reach the island in May.",
        "Ann Ames was the first to reach the island in May",
        id="the first, among all that is said",
    ),
    pytest.param("She is the largest ship.", "the largest ship had sunk off the coast", id="up to the verb"),
    pytest.param("It was one of the largest.", "it was one of the largest", id="one of several"),
    pytest.param("The fire burned, so the boat sank.", "the fire burned and so the boat sank", id="a cause"),
    pytest.param("The boat sank when it rained.", "when it rained, the boat sank", id="at the same time"),
    pytest.param("He denied that he was ill.", "he denied that he was ill, and left", id="what is denied"),
    pytest.param("The ferry does not sail in fog.", "the ferry does not sail in fog", id="a whole denial"),
    pytest.param("It makes three trips a day.", "it makes three trips a day", id="how often, kept"),
    pytest.param(
        "It makes three long cold slow trips.",
        "it makes three long cold slow trips a day",
        id="how often, far behind",
    ),
    pytest.param("It holds 40 clocks.", "it holds 40 clocks, and watches are sold", id="another clause"),
    pytest.param("It holds 40 clocks.", "it holds 40 clocks and light", id="what is not counted"),
    pytest.param("It holds 40 clocks.", "it holds 40 clocks", id="and nothing else"),
    pytest.param("But he was not tired.", "he was not tired", id="a turn before the denial"),
    pytest.param("He was not tired, but not ill.", "he was not tired and not ill", id="or with another"),
    pytest.param("A boat sank at the pier.", "a boat sank at the pier", id="where it was done"),
    pytest.param("He was not tired, but ill.", "he was not tired, but ill", id="a turn, kept"),
    pytest.param("The mostly sailing owners left.", "the mostly sailing owners left", id="most of the same"),
]
DOUBTED = [
    pytest.param(LEFT_OUT, "She is the *largest* ship.", "line", "she is the largest ship of England",
                 "she is the largest ship of the line", id="the shorter of two that are left out"),
    pytest.param(LEFT_OUT, "Ann Ames was the *first* to reach the island.", "in May",
                 "Ann Ames was the first to reach the island in May", id="the first of all"),
    pytest.param(LEFT_OUT, "She is the *largest* ship.", "line",
                 "she is the largest ship of the line", id="the largest of all"),
    pytest.param(LEFT_OUT, "He *denied* that he had sold it.", "in May",
                 "he denied that he had sold it in May", id="more denied"),
    pytest.param(LEFT_OUT, "The ferry does *not* sail.", "fog",
                 "the ferry does not sail in fog", id="more not done"),
    pytest.param(LEFT_OUT, "It makes *three* trips.", "a day",
                 "it makes three trips a day", id="how often"),
    pytest.param(LEFT_OUT, "It makes *three* trips.", "every week",
                 "it makes three trips every week", id="how often, in other words"),
    pytest.param(LEFT_OUT, "It holds *40* clocks.", "watches",
                 "it holds 40 clocks and watches", id="what is counted too"),
    pytest.param(LEFT_OUT, "It is the *third* boat.", "coast",
                 "it is the third boat of the coast", id="the third of all"),
    pytest.param(LEFT_OUT, "It holds *40* old clocks.", "watches",
                 "it holds 40 old clocks and watches", id="what is counted too, of a kind"),
    pytest.param(LEFT_OUT, "It holds *40* clocks.", "watches",
                 "it holds 40 clocks or watches", id="or what is counted instead"),
    pytest.param(TURNED, "The Guard painted *mostly boats*.", "",
                 "the Guard mostly painted boats", id="a limit of what, and not of the deed"),
    pytest.param(LEFT_OUT, "It is the *largest*.", "one of",
                 "it is one of the largest", id="the largest, of several"),
    pytest.param(TIED, "The fire burned, so the *boat* sank.", "so boat",
                 "the fire burned and the boat sank", id="a cause of one's own"),
    pytest.param(TIED, "The boat sank when it *rained*.", "when rained",
                 "the boat sank and it rained", id="a time of one's own"),
    pytest.param(TIED, "A boat sank the *pier*.", "at pier",
                 "a boat sank at the pier", id="what it was done to"),
    pytest.param(TIED, "He fled to the *pier*.", "to pier",
                 "he fled the pier", id="where to, and not from where"),
    pytest.param(TURNED, "He was not tired, but he was *ill*.", "",
                 "he was not tired or ill", id="a turn behind a denial"),
    pytest.param(TURNED, "The *sailors are mostly* owners.", "",
                 "the owners are mostly sailors", id="most of another"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "evidence"), SUPPORTED)
def test_what_the_evidence_says_is_supported(unit: str, evidence: str) -> None:
    assert found(unit, evidence) == []


@pytest.mark.parametrize("case", [pytest.param(each.values, id=each.id) for each in DOUBTED])
def test_what_it_does_not_say_is_doubted(case: tuple[str, ...]) -> None:
    marked(*case)
