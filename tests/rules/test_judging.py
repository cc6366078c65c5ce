"""To which unit of a page belongs what a rule finds on it: there it is told, and may be signed."""

from __future__ import annotations

import pytest

from sourced.chain.display import make_display
from sourced.chain.library import Library
from sourced.page.reading import read_page
from sourced.rules.verdict.judging import judge_page

from ..bridge import MakeBook
from .prose.pier import ENTRIES, TEXTS

LONG = "It is 40 metres long. {evidence}`long` {evidence}`long2`"


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        pytest.param(f"It is old. {{evidence}}`lung`\n{LONG}\n", ["It is old."], id="the first"),
        pytest.param(f"{LONG}\nIt is old. {{evidence}}`lung`\n", ["It is old."], id="the last"),
        pytest.param(f"{LONG}\nIt is old. {{evidence}}`lung`\n{LONG}\n", ["It is old."], id="one between"),
        pytest.param(f"{LONG}\nIt is {{fact}}`lung`.\n", ["It is ."], id="where it prints"),
        pytest.param(f"{LONG}\n\n<div>It is old.</div>\n", [], id="none, behind them"),
        pytest.param(f"<div>It is old.</div>\n\n{LONG}\n", [], id="none, before them"),
        pytest.param(f"{LONG}\n\n<div>It is old.</div>\n\n{LONG}\n", [], id="none, between them"),
    ],
)
def test_what_is_wrong_belongs_to_the_unit_in_which_it_stands(
    make_book: MakeBook, text: str, owned: list[str]
) -> None:
    book = make_book(*ENTRIES, **TEXTS)
    page = read_page(text, docname="pier", file="docs/pier.md", display=make_display(book))
    outcome = judge_page(Library(book), page)
    codes = ("fact-unknown", "content-unchecked")
    assert [
        each.unit.text for each in outcome.judged if any(rule.code in codes for rule, _ in each.hits)
    ] == owned
    assert len([each for each in outcome.findings if each.code in codes]) == 1, "and it is told once"


def test_what_a_picture_calls_a_fact_is_to_be_reviewed_where_it_stands(make_book: MakeBook) -> None:
    book = make_book(*ENTRIES, **TEXTS)
    text = "```{timeline}\n:scales: 1903\n\nsold: The Elm Pier was sold for … 900 pounds\n```\n"
    page = read_page(text, docname="pier", file="docs/pier.md", display=make_display(book))
    (told,) = [each for each in judge_page(Library(book), page).findings if each.code == "unreviewed"]
    assert (told.line, told.column) == (4, len("sold: ") + 1)
    assert told.message == "to be reviewed: goes beyond “900”"
