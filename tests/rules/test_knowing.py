"""The day as of which a fact knows what it tells, and what is shown beside a word that goes beyond it."""

from __future__ import annotations

import pytest
from msgspec import structs

from sourced.chain.units import Unit
from sourced.rules.registry import RULES, Hit
from sourced.rules.support.doubts import BEYOND, Doubt, doubts
from sourced.rules.support.setting import LEFT_OUT, TURNED
from sourced.rules.support.witness import Witness
from sourced.rules.verdict.judging import told
from sourced.rules.verdict.verdicts import Judged

from .evidence import GRANTED, tokens

AS_OF = structs.replace(GRANTED, as_of=frozenset({"1901-05-04"}))


@pytest.mark.parametrize(
    ("unit", "evidence", "told"),
    [
        pytest.param("As of 4 May 1901 the ferry had nine owners.", "the ferry has nine owners", [],
                     id="as of"),
        pytest.param("By May 1901 Ann Ames had sold it.", "Ann Ames has sold it", [], id="by its month"),
        pytest.param("On 4 May 1901 the ferry was closed.", "the ferry is closed", [(BEYOND, "4 May 1901")],
                     id="what was done that day or before"),
        pytest.param("On 4 May 1901 Ann Ames had not left.", "Ann Ames has not left", [],
                     id="what had not been done"),
        pytest.param("In May 1901 the ferry was old.", "the ferry is old", [], id="how it was"),
        pytest.param("On 4 May 1901 Ann Ames sold it.", "Ann Ames has sold it", [(BEYOND, "4 May 1901")],
                     id="the day of the deed"),
        pytest.param("As of 5 May 1901 the ferry was old.", "the ferry is old", [(BEYOND, "5 May 1901")],
                     id="another day"),
        pytest.param("As of 4 May 1901 Ann Ames was a keeper.", "Ann Ames is a former keeper",
                     [(LEFT_OUT, "former")], id="what is left out besides"),
    ],
)  # fmt: skip
def test_the_day_as_of_which_a_fact_knows_is_its_own(
    unit: str, evidence: str, told: list[tuple[str, str]]
) -> None:
    found = doubts(tokens(unit), [Witness(evidence, tokens(evidence))], AS_OF)
    assert list(dict.fromkeys((each.why, each.word) for each in found)) == told


def test_what_goes_beyond_hides_no_other_doubt() -> None:
    evidence = "Ann Ames met Bob Oak beside a former keeper"
    found = doubts(
        tokens("Bob Oak met Ann Ames gladly beside a keeper."),
        [Witness(evidence, tokens(evidence))],
        GRANTED,
    )
    assert {(each.why, each.word) for each in found} >= {
        (BEYOND, "gladly"),
        (TURNED, "Bob Oak … met"),
        (LEFT_OUT, "former"),
    }


@pytest.mark.parametrize(
    ("code", "doubted", "shown"),
    [
        pytest.param("copied-words", True, ["copied-words", "unreviewed"], id="its wording, and a doubt"),
        pytest.param("copied-words", False, ["copied-words"], id="its wording alone"),
        pytest.param("number-not-in-facts", True, ["number-not-in-facts"], id="a number"),
    ],
)
def test_what_is_refuted_for_its_wording_shows_its_doubts(
    code: str, shown: list[str], *, doubted: bool
) -> None:
    unit = Unit(kind="sentence", text="The ferry sank.", rests=(), page="index.md")
    found = (Doubt(0, 9, LEFT_OUT, "almost"),) if doubted else ()
    judged = Judged(unit=unit, verdict="refuted", hits=((RULES[code], Hit(message="so")),), doubts=found)
    reported = list(told(judged))
    assert [rule.code for rule, _ in reported] == shown
    assert all("almost" in hit.message for rule, hit in reported if rule.code == "unreviewed")
