"""Which sentences of a page are units, and which verdict they get where no rule speaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourced.book.loading import load_book
from sourced.chain.display import make_display
from sourced.chain.library import Library
from sourced.page.reading import read_page
from sourced.rules.verdict.judging import judge_page

LIBRARY = Library(load_book(Path(__file__).parents[1] / "books" / "tern-rock"))

NARRATIVE = "# One\n\nThe engineer {fact}`tower-builder` built the lighthouse.\n\n"
PLAIN = "---\nsourced: {narrative: false}\n---\n\n"

Judged = list[tuple[str, str, str]]


def judged(text: str) -> Judged:
    """The kind, the verdict and the words of each unit."""
    page = read_page(text, docname="a", file="docs/a.md", display=make_display(LIBRARY.book))
    units = judge_page(LIBRARY, page).judged
    assert [each.unit.at for each in units] == sorted(each.unit.at for each in units)
    return [(each.unit.kind, each.verdict, each.unit.text) for each in units]


CODE = [
    pytest.param("```text\nThe tower fell.\n```", "The tower fell.", id="fence"),
    pytest.param("```\nThe tower fell.\n```", "The tower fell.", id="fence that names no language"),
    pytest.param("    The tower fell.", "The tower fell.", id="indented code"),
    pytest.param("```{code-block} text\nThe tower fell.\n```", "The tower fell.", id="code block"),
    pytest.param("```{math}\n40 = 4\n```", "40 = 4", id="formula"),
    pytest.param("<https://a.org/the-tower-fell>", "https://a.org/the-tower-fell", id="address"),
    pytest.param("```python\n>>> 1  # The tower fell.\n1\n```", "The tower fell.", id="comment"),
]


@pytest.mark.parametrize(("code", "words"), CODE)
def test_code_is_to_be_reviewed(code: str, words: str) -> None:
    """Nothing is known of what code says, so nothing in it is shown to be wrong, a number included."""
    assert judged(NARRATIVE + code)[2:] == [("code", "unreviewed", words)]


def test_code_in_words_of_the_facts_is_supported() -> None:
    builder = LIBRARY.book.names[str(LIBRARY.book.facts["tower-builder"].value)].name
    assert judged(f"{NARRATIVE}```text\n{builder}\n```")[2:] == [("code", "supported", builder)]


def test_an_example_that_is_run_is_no_unit() -> None:
    assert len(judged(f"{NARRATIVE}```python\n>>> 'The tower fell.'\n'The tower fell.'\n```")) == 2


ELSEWHERE = [
    pytest.param("Tern Rock sank.", "sentence", id="sentence"),
    pytest.param("# Tern Rock sank", "heading", id="heading"),
    pytest.param("A\n: b\n\n    Tern Rock sank.", "sentence", id="definition"),
    pytest.param("![Tern Rock sank](a.svg)", "label", id="alternative text"),
    pytest.param("```{figure} a.svg\n:alt: a\n\nTern Rock sank.\n```", "label", id="caption"),
    pytest.param("```text\nTern Rock sank.\n```", "code", id="code"),
    pytest.param("```{index} Tern Rock sank\n```", "label", id="word of the index"),
]


@pytest.mark.parametrize(("text", "kind"), ELSEWHERE)
def test_a_name_is_judged_on_every_page(text: str, kind: str) -> None:
    found = judged(f"{PLAIN}The text is free.\n\n{text}")
    assert [each[:2] for each in found] == [(kind, "unreviewed")]


FRONT = [
    pytest.param("title: Tern Rock sank", id="title"),
    pytest.param("myst: {html_meta: {description: Tern Rock sank}}", id="description"),
    pytest.param("myst: {html_meta: {'property=og:title': Tern Rock sank}}", id="what is told to others"),
]


@pytest.mark.parametrize("front", FRONT)
def test_front_matter_is_judged_on_every_page(front: str) -> None:
    found = judged(f"---\nsourced: {{narrative: false}}\n{front}\n---\n\nThe text is free.")
    assert found == [("label", "unreviewed", "Tern Rock sank")]


def test_what_a_pronoun_means_is_judged_on_every_page() -> None:
    found = judged(f"{PLAIN}The text is free. It is new.\n\nTern Rock is far. It sank in 1850. All is new.")
    assert [text for _, _, text in found] == ["Tern Rock is far.", "It sank in 1850."]


def test_a_page_that_names_nothing_has_no_units() -> None:
    assert judged(f"{PLAIN}# Licence\n\nThe text is free since 2014.\n\n```text\nmake 40\n```") == []
