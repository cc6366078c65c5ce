"""Whose claim a sentence tells, how surely, and as of when: each edit, and a neighbour that passes."""

from __future__ import annotations

import pytest

from ...bridge import MakeBook
from .pier import told

DENIED = "“never” denies what the fact “failed” affirms: “Ann Ames failed to save the Elm Pier.”"
SENTENCES = [
    ("Ann Ames never failed to save the Elm Pier. {evidence}`failed`", [f"negation-added? {DENIED}"]),
    (
        "The Elm Pier is a wreck for good. {evidence}`wreck`",
        ["speech-without-speaker: this is what Cora Holm says, and the sentence does not say so"],
    ),
    (
        "The reeve reportedly has a wreck. {evidence}`wreck`",
        ["speech-without-speaker? this is what Cora Holm says, and the sentence does not say so"],
    ),
    (
        "The reeve has a wreck. {evidence}`wreck`",
        ["speech-without-speaker: this is what Cora Holm says, and the sentence does not say so"],
    ),
    (
        "Somebody says it is a wreck. {evidence}`wreck`",
        ["speech-without-speaker? this is what Cora Holm says, and the sentence does not say so"],
    ),
    ("Cora Holm calls it “a wreck for good”. {evidence}`wreck`", []),
    (
        "Cora Holm’s pier is a wreck. {evidence}`wreck`",
        ["speech-without-speaker? the sentence names Cora Holm but states the claim as a fact"],
    ),
    (
        "The old pier of Holm is a wreck. {evidence}`wreck`",
        ["speech-without-speaker? the sentence names Cora Holm but states the claim as a fact"],
    ),
    (
        "The reeve has a wreck, 40 metres long. {evidence}`wreck` {evidence}`long` {evidence}`long2`",
        ["speech-without-speaker? this is what Cora Holm says, and the sentence does not say so"],
    ),
    (
        "Cora Holm called the pier “lost”. {evidence}`lost`",
        ["quote-not-speech: the source does not put “lost” in quotation marks"],
    ),
    (
        "Cora Holm said “{quote}`lost`”. {evidence}`lost`",
        ["quote-not-speech? the quotation of “lost” is not direct speech of Cora Holm"],
    ),
    ("Cora Holm said: {quote}`wreck` {evidence}`wreck`", []),
    (
        "The Elm Pier is not painted, and not closed. {evidence}`paint`",
        ["negation-added? no cited fact says “not”"],
    ),
    (
        "The Elm Pier is not painted, and lacks a roof. {evidence}`paint`",
        ["negation-added? no cited fact says “lacks”"],
    ),
    (
        "It was no wreck, and without paint. {evidence}`paint`",
        ["negation-added? no cited fact says “without”"],
    ),
    ("The Elm Pier lacks paint. {evidence}`sold`", ["negation-added? no cited fact says “lacks”"]),
    (
        "The Elm Pier is painted. {evidence}`paint`",
        ["negation-dropped: the fact “paint” says “not”: “The Elm Pier is not painted.”"],
    ),
    ("The Elm Pier is never painted. {evidence}`paint`", []),
    ("Ann Ames did not save the Elm Pier. {evidence}`failed`", []),
    (
        "Ann Ames failed, and the Elm Pier lacks a roof. {evidence}`failed`",
        ["negation-added? no cited fact says “lacks”"],
    ),
    ("The Elm Pier has no owner. {evidence}`owner`", []),
    (
        "The Elm Pier sank. {evidence}`sank`",
        ["hedge-dropped? the fact “sank” says “reportedly”: “The Elm Pier reportedly sank.”"],
    ),
    ("The Elm Pier is said to have sunk. {evidence}`sank`", []),
    (
        "The Elm Pier may have sunk. {evidence}`sank`",
        ["hedge-dropped? the fact “sank” says “reportedly”: “The Elm Pier reportedly sank.”"],
    ),
    ("It is now closed. {evidence}`closed`", ["time-not-stated? “is” was true as of 1901-05-04"]),
    ("It is closed to this day. {evidence}`closed`", ["time-not-stated? “is” was true as of 1901-05-04"]),
    ("It was still closed. {evidence}`closed`", ["time-not-stated? “still” was true as of 1901-05-04"]),
    ("It was still closed on 4 May 1901. {evidence}`closed`", []),
    ("It was still closed at the time. {evidence}`closed`", []),
    ("It was called “still closed”. {evidence}`closed`", []),
    (
        "It is {fact}`sank` low. {evidence}`sank`",
        [
            "fact-without-value: the fact “sank” has no value to print",
            "hedge-dropped? the fact “sank” says “reportedly”: “The Elm Pier reportedly sank.”",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_is_told_all_that_is_wrong_with_it(
    make_book: MakeBook, sentence: str, expected: list[str]
) -> None:
    assert told(make_book, sentence) == expected
