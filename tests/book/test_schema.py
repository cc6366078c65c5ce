"""The JSON Schema of the data file: as it stands on disk, and what an editor would say with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sourced.book.schema import schema_text

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads(schema_text())
HASH = "0" * 64


def test_the_file_is_what_the_model_says() -> None:
    assert (ROOT / "data/facts.schema.json").read_text(encoding="utf-8") == schema_text()


def test_is_a_valid_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_key_is_described() -> None:
    for name, part in SCHEMA["$defs"].items():
        assert part["additionalProperties"] is False, name
        assert "id" not in part["properties"], name
        for key, value in part["properties"].items():
            assert value.get("description"), (name, key)


def fact(**keys: object) -> dict[str, Any]:
    return {"facts": {"a-fact": {"about": "a", "property": "b", "statement": "c", **keys}}}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param({}, id="nothing"),
        pytest.param(fact(), id="least-fact"),
        pytest.param(fact(value=40), id="number-without-quotes"),
        pytest.param(fact(value=1.5, when=2021), id="year-without-quotes"),
        pytest.param(fact(value=True), id="yes-without-quotes"),
        pytest.param(fact(**{"as-of": "2021-08"}), id="as-of"),
        pytest.param(fact(evidence=[{"source": "s", "exact": 40, "gloss": {"His": 1996}}]), id="evidence"),
        pytest.param(
            {"sources": {"s": {"file": "s.txt", "sha256": HASH, "published": 2021, "dated-by": "x"}}},
            id="source",
        ),
        pytest.param({"properties": {"p": {"title": "P", "single": True}}}, id="property"),
        pytest.param({"names": {"n": {"kind": "person", "name": "N", "also": ["M", 7]}}}, id="name"),
    ],
)
def test_accepts(data: dict[str, Any]) -> None:
    Draft202012Validator(SCHEMA).validate(data)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param([], id="list"),
        pytest.param({"fact": {}}, id="unknown-section"),
        pytest.param({"facts": {"A Fact": fact()["facts"]["a-fact"]}}, id="id-with-capitals"),
        pytest.param({"facts": {"a-fact": {"about": "a"}}}, id="missing-keys"),
        pytest.param(fact(id="a-fact"), id="id-as-key"),
        pytest.param(fact(vlaue=1), id="unknown-key"),
        pytest.param(fact(**{"except": {"name-unknown": "why"}}), id="an exception, which is a signature"),
        pytest.param(fact(value=None), id="empty-value"),
        pytest.param(fact(value=""), id="empty-text"),
        pytest.param(fact(value=[]), id="list-for-text"),
        pytest.param(fact(by="Not An Id"), id="no-id"),
        pytest.param(fact(evidence={"source": "s", "exact": "x"}), id="evidence-without-dash"),
        pytest.param({"properties": {"p": {"title": "P", "single": "yes"}}}, id="yes-for-true"),
        pytest.param({"sources": {"s": {"file": "s.txt", "sha256": HASH.upper() + "A"}}}, id="hash"),
    ],
)
def test_refuses(data: object) -> None:
    assert not Draft202012Validator(SCHEMA).is_valid(data)
