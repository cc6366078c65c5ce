"""A part told as the whole, some as all, and one fact's deed as another's; and neighbours that hold."""

from __future__ import annotations

import pytest
from msgspec import structs

from sourced.book.model import Name
from sourced.english.atoms import read_atoms
from sourced.english.meaning import read_tokens
from sourced.english.names import NameIndex
from sourced.rules.support.doubts import Doubt, doubts
from sourced.rules.support.setting import APART, LEFT_OUT, TIED, TURNED
from sourced.rules.support.witness import Witness

from .evidence import GRANTED, found, marked, tokens

SUPPORTED = [
    pytest.param("The League paid half of the bill.", "the League paid half of the bill", id="a share, kept"),
    pytest.param("The boats were old.", "the nine boats were old", id="all of those that are counted"),
    pytest.param("Boats sank.", "nine boats sank", id="some of those that are counted"),
    pytest.param("Nine boats sank.", "nine boats sank at noon", id="a number, kept"),
    pytest.param("Most of the sailors left.", "most of the sailors left at noon", id="most of them, kept"),
    pytest.param("All boats of the League sank.", "all nine boats of the League sank in May",
                 id="all that are counted"),
    pytest.param("The ferry had not sailed and had burned.", "the ferry had not sailed and had burned",
                 id="one of two denied"),
    pytest.param("It was painted before the war.", "it was painted before the war", id="the time, kept"),
    pytest.param("It was painted in the war.", "it was painted during the war", id="in other words"),
    pytest.param("Ann Ames had won nine games.", "Ann Ames had won nine games since 1901", id="no time"),
]  # fmt: skip
DOUBTED = [
    pytest.param(LEFT_OUT, "The League paid the *bill*.", "three quarters",
                 "the League paid three quarters of the bill", id="a share"),
    pytest.param(LEFT_OUT, "The League paid the *bill*.", "40%",
                 "the League paid 40% of the bill", id="a share in per cent"),
    pytest.param(LEFT_OUT, "The *teams* like it.", "Fewer than half",
                 "Fewer than half of the teams like it", id="a share of those who do"),
    pytest.param(LEFT_OUT, "Those who stayed *sang*.", "most",
                 "most of those who stayed sang", id="most of those who do"),
    pytest.param(LEFT_OUT, "The *sailors* left.", "one of", "one of the sailors left", id="one of them"),
    pytest.param(LEFT_OUT, "The *sailors* left.", "nine", "nine sailors left", id="a number of them"),
    pytest.param(LEFT_OUT, "The sailors *left*.", "nine",
                 "of the 30 sailors, nine left", id="a number that stands alone"),
    pytest.param(LEFT_OUT, "The sailors did not *sing*.", "nine",
                 "nine sailors did not sing", id="a number of those who do not"),
    pytest.param(LEFT_OUT, "*All* boats sank.", "League",
                 "all nine boats of the League sank", id="all of some"),
    pytest.param(TURNED, "The ferry had *not sailed* and had been painted.", "",
                 "the ferry had sailed and had not been painted", id="another denied"),
    pytest.param(LEFT_OUT, "The ferry had not sailed and had been *painted*.", "not",
                 "the ferry had sailed and had not been painted", id="the one denied"),
    pytest.param(TIED, "Ann Ames had won nine games in *1901*.", "since 1901",
                 "Ann Ames had won nine games since 1901", id="since a year"),
    pytest.param(TIED, "She had worn it in the *third* week.", "since third",
                 "she had worn it since the third week", id="since a week"),
    pytest.param(TIED, "She led in the *race*.", "before race",
                 "she led before the race", "she began the race", id="before it, or not said"),
    pytest.param(TIED, "It was painted in the *war*.", "after war",
                 "it was painted after the war", id="after it"),
    pytest.param(TIED, "It was painted at the *landing*.", "until landing",
                 "it was painted until the landing", id="until it"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "evidence"), SUPPORTED)
def test_what_the_evidence_says_is_supported(unit: str, evidence: str) -> None:
    assert found(unit, evidence) == []


@pytest.mark.parametrize("case", [pytest.param(each.values, id=each.id) for each in DOUBTED])
def test_what_it_does_not_say_is_doubted(case: tuple[str, ...]) -> None:
    marked(*case)


def doubted(
    unit: str, *evidence: str, values: tuple[int, ...] = (), title: bool = False
) -> list[tuple[str, str]]:
    """Why a unit is not supported by the texts of as many facts, some of them mere values."""
    granted = structs.replace(GRANTED, facts=range(len(evidence)), values=frozenset(values), is_title=title)
    witnesses = [Witness(each, tokens(each)) for each in evidence]
    return [(each.why, each.word) for each in doubts(tokens(unit), witnesses, granted)]


@pytest.mark.parametrize(
    ("unit", "evidence", "why"),
    [
        pytest.param("The ferry was the oldest in the harbour.",
                     ("the ferry was the oldest boat in the League", "the tug was the oldest in the harbour"),
                     [(APART, "ferry … harbour")], id="of one, where the other"),
        pytest.param("The ferry was the oldest in the harbour.",
                     ("the ferry sank", "the ferry was the oldest in the harbour"), [], id="of both"),
        pytest.param("The ferry sank, and the tug burned.", ("the ferry sank", "the tug burned"), [],
                     id="a clause for each"),
    ],
)  # fmt: skip
def test_two_facts_are_not_crossed(unit: str, evidence: tuple[str, ...], why: list[tuple[str, str]]) -> None:
    assert doubted(unit, *evidence) == why


@pytest.mark.parametrize(
    ("unit", "left_out"),
    [
        pytest.param("The pier", [], id="a name of what another clause denies something of"),
        pytest.param("Steady ferry", ["not"], id="a word of the clause that denies it"),
        pytest.param("The ferry was seen", ["not"], id="a title that tells something"),
    ],
)
def test_a_title_leaves_out_a_denial_of_its_own_clause(unit: str, left_out: list[str]) -> None:
    told = doubted(unit, "at the pier the ferry was seen, and the ferry was not steady", title=True)
    assert sorted({word for why, word in told if why == LEFT_OUT}) == left_out


def test_a_word_that_a_gloss_reads_as_a_date_is_no_before() -> None:
    evidence, gloss = "it sank two days before 5 May 1901", {"two days before 5 May 1901": "1901-05-03"}
    assert [each for each in found("It sank on 3 May 1901.", evidence, gloss=gloss) if each.why == TIED] == []


def test_a_mere_value_leaves_nothing_out() -> None:
    evidence = ("Ann Ames was the first sailor from the League to land", "first")
    assert doubted("Ann Ames was the first sailor to land.", *evidence, values=(1,)) == [(LEFT_OUT, "League")]
    assert doubted("First", *evidence, values=(1,)) == []


def test_a_title_may_be_a_bare_noun() -> None:
    assert doubted("The costs", "three quarters of the costs are paid", title=True) == []
    told = doubted("The costs were paid", "three quarters of the costs were paid", title=True)
    assert set(told) == {(LEFT_OUT, "three quarters")}


NAMES = NameIndex({"lamp": Name(id="lamp", kind="work", name="the lamp", also=["the lamp of the tower"])})


@pytest.mark.parametrize(
    ("unit", "evidence", "left_out"),
    [
        ("The lamp of the tower was lit.", "the lamp of the pier was lit", ["of pier"]),
        ("The lamp of the tower was lit.", "the pier's lamp was lit", ["pier's"]),
        ("The lamp of the tower was lit.", "the lamp was lit", []),
        ("The lamp was lit.", "the lamp of the pier was lit", []),
    ],
)
def test_what_is_called_by_more_of_its_name_is_nobody_elses(
    unit: str, evidence: str, left_out: list[str]
) -> None:
    ours, theirs = (tuple(read_tokens(text, read_atoms(text, NAMES))) for text in (unit, evidence))
    told: list[Doubt] = doubts(ours, [Witness(evidence, theirs)], GRANTED)
    assert [each.word for each in told if each.why == LEFT_OUT] == left_out
