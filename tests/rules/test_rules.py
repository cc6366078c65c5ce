"""The table of rules: each explains itself, and each is seen to bite and to let its neighbour pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
import yaml

from sourced.book.inputs import INPUT_CODES
from sourced.book.loading import load_book
from sourced.chain.display import FIGURES
from sourced.chain.reading import read_pages
from sourced.rules import MODULES, RULES, Rule, checks_for
from sourced.rules.check import check_book
from sourced.rules.registry import Hit, Link, Scope, surest

from ..bridge import DATA

CASES = Path(__file__).parent / "cases"
ALL = [pytest.param(rule, id=code) for code, rule in RULES.items()]

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


def _codes(root: Path) -> set[str]:
    """The codes of all findings and of all doubts of rules."""
    report = check_book(load_book(root))
    doubted = {rule.code for judged in report.judged for rule, hit in judged.hits if hit.doubt}
    return {finding.code for finding in report.findings} | doubted


@pytest.mark.parametrize(("code", "edits"), OWN)
def test_a_rule_bites(small_book: Path, code: str, edits: list[tuple[str, str, str]]) -> None:
    for edit in edits:
        _edit(small_book, *edit)
    assert code in _codes(small_book)


@pytest.mark.parametrize("edits", NEIGHBOURS)
def test_its_neighbour_passes(small_book: Path, edits: list[tuple[str, str, str]]) -> None:
    for edit in edits:
        _edit(small_book, *edit)
    assert _codes(small_book) - {"unreviewed"} == set()


def expected() -> Iterator[str]:
    """The codes that some case expects."""
    for path in CASES.glob("*.yaml"):
        for case in yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader):
            if isinstance(case["expect"], list):
                yield from case["expect"]
    yield from (str(case.values[0]) for case in OWN)


ELSEWHERE = {"shown-not-read", "picture-impossible"}
"""What only a build can find, held by ``tests/faces/sphinx/test_shown.py``, and what is wrong with a picture,
held by ``test_check.py``: the rules know nothing of pictures."""


def test_every_code_is_expected_by_a_case() -> None:
    assert set(RULES) - set(expected()) - ELSEWHERE == set()


def test_every_expected_code_is_a_rule() -> None:
    assert set(expected()) - set(RULES) == set()


@pytest.mark.parametrize("rule", ALL)
def test_a_rule_explains_itself(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.code)
    for text in (rule.summary, rule.explanation, rule.hint):
        assert re.match(r"[A-Z`]", text), text
        assert text.endswith((".", ".." if rule.code == "date-invalid" else ".")), text
        assert text.count("`") % 2 == 0, text
    assert rule.link in get_args(Link)
    assert rule.severity == "error"


def test_the_table_follows_the_chain_and_then_the_list_of_modules() -> None:
    links, modules = get_args(Link), [module.__name__ for module in MODULES]
    places = [(links.index(rule.link), modules.index(rule.module)) for rule in RULES.values()]
    assert places == sorted(places)
    assert next(iter(RULES)) == "source-changed"


@pytest.mark.parametrize("scope", get_args(Scope))
def test_things_are_judged_in_the_order_of_the_table(scope: Scope) -> None:
    codes = [rule.code for rule, _ in checks_for(scope)]
    assert codes == sorted(codes, key=list(RULES).index)


def test_rules_and_refusals_share_no_code() -> None:
    assert not RULES.keys() & INPUT_CODES.keys()


def test_every_rule_has_a_check() -> None:
    """Two are judged where verdicts are, and one where pages are written."""
    checked = {rule.code for scope in get_args(Scope) for rule, _ in checks_for(scope)}
    assert RULES.keys() - checked - ELSEWHERE == {"opposite-word", "unreviewed"}


@pytest.mark.parametrize(
    ("doubts", "told"),
    [
        pytest.param([True, False, False], [1], id="a doubt hides nothing that is sure"),
        pytest.param([False, True], [0], id="the first that is sure"),
        pytest.param([True, True], [0], id="the first doubt, if nothing is"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_of_several_hits_the_surest_is_told(doubts: list[bool], told: list[int]) -> None:
    hits = [Hit(message=str(number), doubt=doubt) for number, doubt in enumerate(doubts)]
    assert list(surest(iter)(hits)) == [hits[number] for number in told]


def test_every_module_of_rules_is_read() -> None:
    folder = Path(str(MODULES[0].__file__)).parent
    declaring = {
        path
        for path in folder.rglob("*.py")
        if re.search(r"^@(rule|also)\(|^\w+ = declare\(", path.read_text(), re.MULTILINE)
    }
    assert declaring == {Path(str(module.__file__)) for module in MODULES}


def test_the_hint_names_the_figures_that_there_are() -> None:
    assert RULES["figure-unknown"].hint.endswith(f": {', '.join(FIGURES)}.")


def test_the_small_book_is_right(small_book: Path) -> None:
    assert _codes(small_book) == set()
    assert read_pages(load_book(small_book))
