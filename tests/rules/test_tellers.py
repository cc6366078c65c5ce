"""What a sentence lays in a source's mouth, wherever it names the source."""

from __future__ import annotations

import pytest

from .evidence import found, marked

EVIDENCE = ("g: the pier sank", "h: the boats burned")

TOLD = [
    "According to the Gazette, the pier sank.",
    "The pier sank, according to the Gazette.",
    "In the Herald, the boats burned.",
    "The pier sank, according to the Gazette, and the boats burned, according to the Herald.",
    "The pier sank, and, according to the Herald, the boats burned.",
    "According to the Gazette, the pier sank, and the boats burned.",
    "According to the Herald and the Gazette, the pier sank.",
    "The pier sank, says the Gazette; the boats burned, says the Herald.",
    "The pier sank, wrote the Gazette, and the boats burned.",
    "According to the Gazette, the pier sank; in the Herald, the boats burned.",
    "The pier sank, according to the Gazette, and the boats burned.",
]
TOLD_BY_ANOTHER = [
    ("According to the Herald, the *pier* sank.", "Herald"),
    ("The *pier* sank, according to the Herald.", "Herald"),
    ("The pier sank, says the Gazette; the *boats* burned, says the Gazette.", "Gazette"),
    ("The *pier* sank, wrote the Herald.", "Herald"),
    ("To the Gazette, the boats *burned*.", "Gazette"),
    ("The pier sank and, according to the Gazette, the *boats* burned.", "Gazette"),
    ("The *pier* sank; in the Herald, the pier sank.", "Herald"),
    ("The boats burned, and the *pier* sank, according to the Herald.", "Herald"),
]


@pytest.mark.parametrize("unit", TOLD)
def test_what_a_source_says_is_told_as_its_own(unit: str) -> None:
    assert found(unit, *EVIDENCE) == []


@pytest.mark.parametrize(("unit", "teller"), TOLD_BY_ANOTHER)
def test_what_another_source_says_is_doubted(unit: str, teller: str) -> None:
    marked("is not told by", unit, teller, *EVIDENCE)
