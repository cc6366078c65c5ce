"""A change of the rules changes the outcomes that it was meant to change, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pytest

from . import tables
from .outcomes import OUTCOMES

BATCH = 50
TEXTS = {name: tables.texts(name) for name in OUTCOMES}
BATCHES = [
    (name, list(texts)[start : start + BATCH])
    for name, texts in TEXTS.items()
    for start in range(0, len(texts), BATCH)
]


def changes(name: str, texts: Iterable[str], recorded: Mapping[str, Sequence[str]]) -> list[str]:
    """The texts that are not judged as recorded, each with what was found and what is."""
    return [
        "\n".join([text, *(f"  - {each}" for each in recorded[text]), *(f"  + {each}" for each in now)])
        for text in texts
        if (now := tables.outcome(name, text)) != recorded[text]
    ]


@pytest.mark.parametrize(
    ("name", "texts"), BATCHES, ids=[f"{name}-{number}" for number, (name, _) in enumerate(BATCHES)]
)
def test_the_outcomes_are_those_recorded(name: str, texts: list[str]) -> None:
    told = "\n".join(changes(name, texts, TEXTS[name]))
    assert not told, f"If these changes are meant, keep them: make recorded\n{told}"


@pytest.mark.parametrize("name", OUTCOMES)
def test_every_table_has_texts(name: str) -> None:
    assert len(TEXTS[name]) > BATCH


def test_another_outcome_is_told_with_its_text() -> None:
    text, other = "The pier sank. | The pier sank. | The quay burned.", "The pier sank. | The quay burned."
    recorded = {text: [], other: ["it was recorded otherwise"]}
    (told,) = changes("doubting", [text, other], recorded)
    first, was, *now = told.split("\n")
    assert (first, was) == (other, "  - it was recorded otherwise")
    assert now
    assert all(line.startswith("  + ") for line in now)
