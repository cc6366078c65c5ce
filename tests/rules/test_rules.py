"""The table of rules: each explains itself, is expected by a case, and stands in its order."""

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
from sourced.rules.registry import Hit, Link, Scope, surest

from .test_own import OWN, codes_of

CASES = Path(__file__).parent / "cases"
ALL = [pytest.param(rule, id=code) for code, rule in RULES.items()]


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
    assert codes_of(small_book) == set()
    assert read_pages(load_book(small_book))
