"""What marks and roles say about which sentence, and what a page holds that cannot be read."""

from __future__ import annotations

import pytest

from sourced.page.page import Page, Sentence
from sourced.page.reading import read_page

SHOWN = {
    ("fact", "length"): "115 km",
    ("fact", "opened"): "9 Sept. 2001",
    ("quote", "lost"): "“They lost 40. We won.”",
    ("name", "ahmad"): "Ahmad Massoud",
    ("figure", "sources"): "5",
}


def read(text: str) -> Page:
    return read_page(
        text, docname="a", file="docs/a.md", display=lambda role, name: SHOWN.get((role, name), "")
    )


def sentences(page: Page) -> list[Sentence]:
    return [sentence for group in page.groups for sentence in group.sentences]


MARKS = [
    pytest.param("One is{evidence}`a`. Two are.", [["a"], []], id="inside"),
    pytest.param("One is.{evidence}`a` Two are.", [["a"], []], id="behind the full stop"),
    pytest.param("One is. {evidence}`a` Two are.", [["a"], []], id="behind it and a space"),
    pytest.param("One is.\n{evidence}`a`\nTwo are.", [["a"], []], id="behind it and a line break"),
    pytest.param("One is.\n{evidence}`a` Two are.", [["a"], []], id="at the start of the next line"),
    pytest.param("One is. Two{evidence}`a` are.", [[], ["a"]], id="inside the next"),
    pytest.param("One is. Two are.{evidence}`a`", [[], ["a"]], id="behind the last"),
    pytest.param("{evidence}`a` One is. Two are.", [["a"], []], id="before the first"),
    pytest.param("“One is.” {evidence}`a` Two are.", [["a"], []], id="behind a quotation mark"),
    pytest.param("**One is.**{evidence}`a` Two are.", [["a"], []], id="behind emphasis"),
    pytest.param("One is.[^1]{evidence}`a` Two are.", [["a"], []], id="behind a footnote mark"),
    pytest.param(
        "One is.{evidence}`a, b`{evidence}` c ,\nd` Two are.", [["a", "b", "c", "d"], []], id="several"
    ),
    pytest.param(
        "One is.\n\n{evidence}`a`", [[], ["a"]], id="in the next paragraph: a sentence without words"
    ),
    pytest.param("One is. {fact}`length` it is.", [[], ["length"]], id="a fact begins the next"),
    pytest.param("One is. {quote}`lost` it is.", [[], ["lost"]], id="a quotation begins the next"),
    pytest.param("One is. {fact}`unknown` it is.", [[], ["unknown"]], id="a fact that prints nothing"),
    pytest.param(
        "One is {fact}`unknown`. Two are.", [["unknown"], []], id="a fact that prints nothing, inside"
    ),
    pytest.param("| a |\n|---|\n| One. {evidence}`a` Two. |", [[], ["a"], []], id="in a table cell"),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_marks(text: str, expected: list[list[str]]) -> None:
    page = read(text)
    found = [[cite.fact for cite in sentence.cites] for sentence in sentences(page)]
    assert found == expected
    for sentence in sentences(page):
        for cite in sentence.cites:
            assert page.text.startswith(cite.fact, cite.start)


def test_own() -> None:
    page = read("One is.\n{own}`about\nthe book` Two are.\n")
    one, two = sentences(page)
    assert (one.own, two.own) == ("about the book", None)


def test_roles_of_citations() -> None:
    page = read("A {fact}`length` is {fact}`long <length>` {quote}`lost`.{evidence}`x`")
    (sentence,) = sentences(page)
    assert [cite.role for cite in sentence.cites] == ["fact", "fact", "quote", "evidence"]
    pieces = [(piece.kind, piece.target, piece.chosen) for piece in sentence.pieces if piece.kind != "text"]
    assert pieces == [("fact", "length", False), ("fact", "length", True), ("quote", "lost", False)]


UNCHECKED = [
    pytest.param("a\n\n¦<div>words</div>", "raw HTML", id="HTML"),
    pytest.param("¦<!--> words -->", "raw HTML", id="HTML that only looks like a comment"),
    pytest.param("¦<!-- a --> words", "raw HTML", id="HTML behind a comment"),
    pytest.param(
        "a ¦<img alt='words'>", "raw HTML \"<img alt='words'>\"", id="HTML with words in an attribute"
    ),
    pytest.param("a ¦{{ b }} c", "substitution `b`", id="substitution"),
    pytest.param("a\n\n  ¦{{ b }}", "substitution `b`", id="substitution block"),
    pytest.param("a ¦$x$ b", "formula `x`", id="formula"),
    pytest.param("¦$$\nx\n$$", "formula", id="formula block"),
    pytest.param("a ¦{nonsense}`b`", "role `nonsense`", id="role"),
    pytest.param("a ¦{bdg-nonsense}`b`", "role `bdg-nonsense`", id="no badge"),
    pytest.param("a ¦{bdg-info}`b ; c`", "role `bdg-info`", id="badge with words under the pointer"),
    pytest.param("a ¦{bdg-link}`b <c> ; d`", "role `bdg-link`", id="link with words under the pointer"),
    pytest.param("a ¦{bdg-link}`https://b.example`", "role `bdg-link`", id="badge with an address"),
    pytest.param("- ¦```{nonsense} b\n  ```", "directive `nonsense`", id="directive"),
    pytest.param("¦```{include} b\n```", "directive `include`", id="include"),
    pytest.param("¦```{eval-rst}\nb\n```", "directive `eval-rst`", id="eval-rst"),
    pytest.param("¦:::{only} html\nb\n:::", "directive `only`", id="only"),
    pytest.param("a {fact}`¦<>`", "role `fact` with nothing to look up", id="fact without a fact"),
    pytest.param("a {quote}`¦b <lost>`", "role `quote` with words of its own", id="quotation in other words"),
    pytest.param("a {evidence}`¦,`", "role `evidence` without a fact", id="evidence without a fact"),
    pytest.param("```{quote} lost\n¦b\n```", "words in the body of `quote`", id="quotation with a body"),
    pytest.param("a ¦![{fact}`length`](b.png)", "role in an alternative text", id="role in an image"),
    pytest.param("---\n¦a: [\n---\n", "front matter that is no valid YAML", id="broken front matter"),
    pytest.param("---\n¦- a\n---\n", "front matter that is no mapping", id="front matter that is a list"),
    pytest.param(
        "---\nmyst: {¦enable_extensions: [replacements]}\n---\n",
        "front matter: `myst` with `enable_extensions`",
        id="another Markdown",
    ),
    pytest.param("---\nsourced: ¦off\n---\n", "front matter: `sourced` is no mapping", id="sourced: off"),
    pytest.param(
        "---\nsourced: {¦narative: false}\n---\n", "front matter: `sourced` with `narative`", id="a slip"
    ),
    pytest.param(
        "---\na: ¦" + "[" * 3000 + "\n---\n", "front matter that is no valid YAML", id="deep front matter"
    ),
]


@pytest.mark.parametrize(("marked", "what"), UNCHECKED)
def test_unchecked(marked: str, what: str) -> None:
    page = read(marked.replace("¦", ""))
    assert len(page.unchecked) == 1
    offset, found = page.unchecked[0]
    assert found.startswith(what)
    assert page.narrative
    line = page.place(marked.index("¦"))[0]
    assert page.place(offset)[0] == line
    # What YAML says is wrong is found at its line only.
    if "YAML" not in what:
        assert offset == marked.index("¦")


def test_directives_nested_too_deep() -> None:
    page = read("\n".join(":" * (60 - depth) + "{note}" for depth in range(50)) + "\nOne is.")
    assert [what for _, what in page.unchecked] == ["directives nested too deep"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(f"{'>' * 20} One is.", [("text nested too deep", 0)], id="quotations"),
        pytest.param(f"{'>' * 19} One is.", [], id="not too deep"),
        pytest.param(
            f"One is.\n\n{'>' * 30} One is.", [("text nested too deep", 9)], id="behind other words"
        ),
    ],
)
def test_text_nested_too_deep_is_left_out_by_the_parser(text: str, found: list[tuple[str, int]]) -> None:
    page = read(text)
    assert [(what, offset) for offset, what in page.unchecked] == found
    assert ("One is." in [sentence.text for group in page.groups for sentence in group.sentences]) is not (
        len(found) == 1 and text.startswith(">")
    )
