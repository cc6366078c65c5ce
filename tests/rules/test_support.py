"""Support in long texts: what would take too long is left to a person, and all else is as in short ones."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sourced.rules.support import doubts as support
from sourced.rules.support.doubts import BEYOND, TOO_LONG, Doubt, beyond, is_quoted
from sourced.rules.support.witness import Witness

from . import test_bindings, test_order, test_scope
from .evidence import LABELS, found, tokens

WORDS = [f"boat{number}" for number in range(700)]
CASES = [
    case
    for module in (test_bindings, test_order, test_scope)
    for case in (
        *module.SUPPORTED,
        *(pytest.param(each.values[1], *each.values[3:]) for each in module.DOUBTED),
    )
]


@pytest.mark.parametrize(
    ("unit", "evidence", "too_long"),
    [
        pytest.param(WORDS[:600], WORDS[:600], True, id="more pairs of words than are compared"),
        pytest.param(WORDS[:500], WORDS[:600], False, id="as many as are compared"),
        pytest.param(["boats"] * 60, ["boats"] * 80, True, id="more pairs of places"),
        pytest.param(["boats"] * 40, ["boats"] * 80, False, id="as many places as are compared"),
    ],
)
def test_what_would_take_too_long_is_left_to_a_person(
    unit: list[str], evidence: list[str], *, too_long: bool
) -> None:
    text = " ".join(unit)
    told = [each for each in found(text, " ".join(evidence)) if each.why == TOO_LONG]
    assert told == ([Doubt(0, len(text), TOO_LONG, "")] if too_long else [])


@pytest.mark.parametrize("case", [case.values for case in CASES])
def test_a_long_text_is_compared_as_a_short_one(
    monkeypatch: pytest.MonkeyPatch, case: tuple[str, ...]
) -> None:
    unit, *evidence = (each.replace("*", "") for each in case)
    short = found(unit, *evidence)
    monkeypatch.setattr(support, "_FEW", 0)
    assert found(unit, *evidence) == short


@pytest.mark.parametrize(
    ("unit", "evidence", "quoted"),
    [
        pytest.param("The boats sank.", ["the boats sank"], True, id="word for word"),
        pytest.param("The boats sank.", ["the Guard left", "the boats sank"], True, id="by one of two"),
        pytest.param("The boats sank.", ["the boats sank again"], False, id="a part of it"),
        pytest.param("The Gazette sank.", ["the Gazette sank"], False, id="with the name of a source"),
        pytest.param("boats " * 67, ["boats " * 67], False, id="too long"),
        pytest.param("boats " * 66, ["boats " * 66], True, id="not too long"),
    ],
)
def test_a_unit_may_be_its_evidence_word_for_word(unit: str, evidence: list[str], *, quoted: bool) -> None:
    words = tuple(each.text.lower() for each in tokens(unit))
    witnesses = [Witness(each, tokens(each)) for each in evidence]
    same = next((each.tokens for each in witnesses if [t.text.lower() for t in each.tokens] == [*words]), ())
    assert is_quoted(same or tokens(unit), witnesses, LABELS) is quoted


def test_what_no_witness_has_is_found_word_by_word() -> None:
    text = "The heavy boats sank in the harbour."
    unit = tokens(text)
    evidence = ["the boats left", "they sank"]
    told = beyond(unit, [Witness(each, tokens(each)) for each in evidence])
    marked = [(each.why, text[each.start : each.end], each.word) for each in told]
    assert marked == [(BEYOND, "heavy", "heavy"), (BEYOND, "harbour", "harbour")]


def test_no_more_witnesses_are_read_than_it_takes() -> None:
    def witnesses() -> Iterator[Witness]:
        yield Witness("the boats sank", tokens("the boats sank"))
        pytest.fail("another one is read")

    assert beyond(tokens("The boats sank."), witnesses()) == []
