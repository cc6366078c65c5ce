"""A part of a counted whole, and the whole that is taken for it."""

from __future__ import annotations

import pytest

from sourced.english.quantities.parts import takes_one, whole_for_part

FLOODED = "Two of the three tunnels were flooded."
PLAIN = [
    pytest.param("The three tunnels were flooded.", FLOODED, "two of the three", id="all of them"),
    pytest.param("Three tunnels were flooded.", FLOODED, "two of the three", id="without an article"),
    pytest.param(
        "In that spring the 3 tunnels were flooded.", FLOODED, "two of the three", id="behind a lead"
    ),
    pytest.param(
        "The three tunnels were flooded in May.",
        "Two of the three tunnels were flooded in May and June.",
        "two of the three",
        id="and more is said of the part",
    ),
    pytest.param(
        "The last three tunnels were flooded.",
        "The last of the three tunnels was flooded.",
        "last of the three",
        id="the last three are not the last",
    ),
    pytest.param(
        "The five bridges fell and the three tunnels were flooded.",
        "Two of the five bridges held. One of the three tunnels was flooded.",
        "one of the three",
        id="the plain one of two parts",
    ),
]
DOUBTED = [
    pytest.param("The tunnels were flooded.", FLOODED, "two of the three", id="without their number"),
    pytest.param(
        "The tunnels were flooded, the last three in May.",
        "The last of the three tunnels was flooded.",
        "last of the three",
        id="the last three are no part of three",
    ),
    pytest.param("The three tunnels were closed.", FLOODED, "two of the three", id="something else is said"),
    pytest.param(
        "The three marked graves", "Two of the three marked graves remain.", "two of the three", id="no verb"
    ),
]
FAITHFUL = [
    pytest.param(FLOODED, FLOODED, id="the part itself"),
    pytest.param("Two tunnels were flooded.", FLOODED, id="the part without its whole"),
    pytest.param(
        "The last tunnel was flooded.", "The last of the three tunnels was flooded.", id="an ordinal part"
    ),
    pytest.param(
        "The tunnels were flooded, the last in May.",
        "The last of the three tunnels was flooded.",
        id="which part is told behind it",
    ),
    pytest.param("The four tunnels were flooded.", FLOODED, id="other tunnels"),
    pytest.param("Not all the three tunnels were flooded.", FLOODED, id="what leaves some out"),
    pytest.param("Some of the tunnels were flooded.", FLOODED, id="some of them"),
    pytest.param(
        "The three tunnels were flooded.",
        f"{FLOODED} In May the three tunnels were flooded.",
        id="the whole as well",
    ),
    pytest.param("The three tunnels were flooded.", "Three of the tunnels were flooded.", id="no whole told"),
]


@pytest.mark.parametrize(("claim", "evidence", "part"), PLAIN)
def test_the_whole_is_plainly_taken_for_a_part(claim: str, evidence: str, part: str) -> None:
    assert whole_for_part(claim, evidence) == (part, False)


@pytest.mark.parametrize(("claim", "evidence", "part"), DOUBTED)
def test_the_whole_may_be_taken_for_a_part(claim: str, evidence: str, part: str) -> None:
    assert whole_for_part(claim, evidence) == (part, True)


@pytest.mark.parametrize(("claim", "evidence"), FAITHFUL)
def test_a_part_stays_a_part(claim: str, evidence: str) -> None:
    assert whole_for_part(claim, evidence) is None


def test_one_out_of_several_is_told_from_several() -> None:
    assert takes_one("One of the three tunnels was flooded.")
    assert takes_one("the last of the four")
    assert not takes_one(FLOODED)
