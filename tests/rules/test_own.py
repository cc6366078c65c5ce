"""Rules that are seen on the small book: each bites one edit, and lets its neighbour pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourced.book.loading import load_book
from sourced.rules.check import check_book

from ..bridge import DATA

AGAIN = DATA[DATA.index("  gazette:") : DATA.index("names:")].replace("gazette:", "gazette-again:")
PERSON = [
    ("data/facts.yaml", "names:\n", "names:\n  ann-ames: {kind: person, name: Ann Ames}\n"),
    ("data/facts.yaml", "about: elm-bridge\n    property: opened", "about: ann-ames\n    property: opened"),
]
TIMELINE = "# The bridge\n\n```{{timeline}}\n:scales: 1901\n\nbridge-opened: {}\n```\n"
OWN = [
    pytest.param(
        "source-twice",
        [("data/facts.yaml", "names:\n", f"{AGAIN}names:\n")],
        id="source-twice: a second entry for a file",
    ),
    pytest.param(
        "name-twice",
        [("data/facts.yaml", "names:\n", "names:\n  the-bridge: {kind: place, name: Elm Bridge}\n")],
        id="name-twice: a second entry for a spelling",
    ),
    pytest.param(
        "former-id-taken",
        [("data/facts.yaml", "  bridge-opened:\n", "  bridge-opened:\n    formerly: [bridge-length]\n")],
        id="former-id-taken: the ID of another fact",
    ),
    pytest.param(
        "former-id-taken",
        [
            ("data/facts.yaml", "  bridge-opened:\n", "  bridge-opened:\n    formerly: [elm]\n"),
            ("data/facts.yaml", "  bridge-length:\n", "  bridge-length:\n    formerly: [elm]\n"),
        ],
        id="former-id-taken: that of another fact as well",
    ),
    *(
        pytest.param(
            "about-not-in-facts",
            [("data/facts.yaml", "name: Elm Bridge}", f"name: Elm Bridge, about: {about}}}")],
            id=f"about-not-in-facts: {title}",
        )
        for title, about in [
            ("a number of its own", "a bridge of 50 metres"),
            ("a date of its own", "a bridge of 1902"),
        ]
    ),
    pytest.param(
        "about-not-in-facts",
        [
            (
                "data/facts.yaml",
                "  elm-bridge: {kind: place, name: Elm Bridge}",
                (
                    "  oak-bridge: {kind: place, name: Oak Bridge}\n"
                    "  elm-bridge: {kind: place, name: Elm Bridge, about: a neighbour of Oak Bridge}"
                ),
            )
        ],
        id="about-not-in-facts: a name of its own",
    ),
    pytest.param(
        "label-not-in-fact",
        [("docs/index.md", "# The bridge\n", TIMELINE.format("The ford was opened"))],
        id="label-not-in-fact: a picture names something else",
    ),
    pytest.param(
        "fact-without-value",
        [("data/facts.yaml", "    value: 40 metres\n", "")],
        id="fact-without-value: a page prints it",
    ),
    pytest.param(
        "figure-unknown",
        [("docs/index.md", "It was opened", "It has {figure}`doors` doors and was opened")],
        id="figure-unknown: a figure of something else",
    ),
    pytest.param(
        "subject-not-in-quotation",
        PERSON,
        id="subject-not-in-quotation: a person whom it does not name",
    ),
    pytest.param(
        "opposite-word",
        [("data/facts.yaml", "statement: The Elm Bridge was opened", "statement: The Elm Bridge was closed")],
        id="opposite-word: closed for opened",
    ),
    pytest.param(
        "unreviewed",
        [("docs/index.md", "It was opened", "It was solemnly opened")],
        id="unreviewed: a word that no quotation has",
    ),
]
NEIGHBOURS = [
    pytest.param(
        [("data/facts.yaml", "names:\n", "names:\n  old-bridge: {kind: place, name: Old Elm Bridge}\n")],
        id="name-twice: a longer spelling",
    ),
    *(
        pytest.param(
            [("data/facts.yaml", "name: Elm Bridge}", f"name: Elm Bridge, about: {about}}}")],
            id=f"about-not-in-facts: {title}",
        )
        for title, about in [
            ("a number of its facts", "a bridge of 40 metres"),
            ("a date of its facts, less exact", "a bridge of 1901"),
            ("no more than words", "a bridge"),
        ]
    ),
    pytest.param(
        [("docs/index.md", "# The bridge\n", TIMELINE.format("The Elm Bridge was … on 3 May 1901"))],
        id="label-not-in-fact: words of the statement",
    ),
    pytest.param(
        [("docs/index.md", "{fact}`bridge-length`", "{fact}`40 metres <bridge-length>`")],
        id="fact-without-value: words in its place",
    ),
    pytest.param(
        [("docs/index.md", "It was", "This book has {figure}`facts` facts. {own}`about the book`\nIt was")],
        id="figure-unknown: a figure of the book",
    ),
    pytest.param(
        [*PERSON, ("data/facts.yaml", "1901, gloss: {", "1901 by the mayor, gloss: {the mayor: ann-ames, ")],
        id="subject-not-in-quotation: a person whom a gloss names",
    ),
    pytest.param(
        [
            (
                "data/facts.yaml",
                "statement: The Elm Bridge was opened",
                "statement: The Elm Bridge was finished",
            )
        ],
        id="opposite-word: a word that is no opposite",
    ),
    pytest.param(
        [("data/facts.yaml", "It was opened on 3 May 1901,", "It was opened on 3 May 1901 by the mayor,")],
        id="unreviewed: more words of the same quotation",
    ),
]


def _edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")


def codes_of(root: Path) -> set[str]:
    """The codes of all findings and of all doubts of rules."""
    report = check_book(load_book(root))
    doubted = {rule.code for judged in report.judged for rule, hit in judged.hits if hit.doubt}
    return {finding.code for finding in report.findings} | doubted


@pytest.mark.parametrize(("code", "edits"), OWN)
def test_a_rule_bites(small_book: Path, code: str, edits: list[tuple[str, str, str]]) -> None:
    for edit in edits:
        _edit(small_book, *edit)
    assert code in codes_of(small_book)


@pytest.mark.parametrize("edits", NEIGHBOURS)
def test_its_neighbour_passes(small_book: Path, edits: list[tuple[str, str, str]]) -> None:
    for edit in edits:
        _edit(small_book, *edit)
    assert codes_of(small_book) - {"unreviewed"} == set()
