"""The book itself, case by case: a failure reads as the sentence or the fact that does not hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from sourced.testing import Case, book_cases

ROOT = Path(__file__).parents[1]
CASES = book_cases(ROOT)
PAGES = [path for path in sorted((ROOT / "docs").rglob("*.md")) if "_ext" not in path.parts]

BLOCK = re.compile(r"#|\||: |[-*+] |\d+[.)] |\[\^|!\[")
FENCE = re.compile(r"(`{3,}|~{3,}|:{3,})\s*(\{\S+\})?")
SHOWN_OPTION = re.compile(r"^(?:description|:caption): ", re.MULTILINE)
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
WHY = re.compile(r"^  why: ", re.MULTILINE)
DRAWN = {"{timeline}", "{people}", "{locator}", "{sourcing}"}
WITHOUT_PROSE = {
    None,
    "{toctree}",
    "{code-block}",
    "{fields}",
    "{chapters}",
    "{codes}",
    "{facts-table}",
    "{names-table}",
    *DRAWN,
}
NO_WORDS = re.compile(r"[|: -]+|%.*|\{[.#][^}]*\}")


def groups(text: str) -> int:
    """The paragraphs, headings, list items, table rows and captions of a page, counted line by line."""
    front = FRONT.match(text)
    count, inside = len(SHOWN_OPTION.findall(text)) + len(WHY.findall(front[0] if front else "")), False
    opened: list[str] = []
    prose = True
    for line in map(str.strip, FRONT.sub("", text).split("\n")):
        fence = FENCE.match(line)
        if opened and line == opened[-1]:
            opened.pop()
            inside, prose = False, True
        elif fence and prose:
            opened.append(fence[1])
            inside, prose = False, fence[2] not in WITHOUT_PROSE
            count += fence[2] == "{quote}"
        elif not line or NO_WORDS.fullmatch(line):
            inside = False
        elif prose:
            count += not inside or bool(BLOCK.match(line))
            inside = True
    return count


@pytest.mark.parametrize("case", CASES.facts)
def test_fact(case: Case) -> None:
    case.hold()


@pytest.mark.parametrize("case", CASES.groups)
def test_page(case: Case) -> None:
    case.hold()


@pytest.mark.parametrize("case", CASES.rest)
def test_everything_else(case: Case) -> None:
    case.hold()


def test_every_fact_has_its_case() -> None:
    data = yaml.safe_load((ROOT / "data/facts.yaml").read_text(encoding="utf-8"))
    quotations = [each for fact in data["facts"].values() for each in fact.get("evidence", ())]
    assert len(CASES.facts) == CASES.checked.facts == len(data["facts"]) > 0
    assert CASES.checked.quotations == len(quotations) > 0
    assert CASES.checked.sources == len(data["sources"]) == len(list((ROOT / "seeds").iterdir())) > 0


def test_every_sentence_has_its_case() -> None:
    counted = sum(groups(path.read_text(encoding="utf-8")) for path in PAGES)
    cases = len(CASES.groups)
    assert cases == counted > 0
    assert CASES.checked.pages == len(PAGES) > 0
