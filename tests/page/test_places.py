"""Where on a page the words of its sentences stand.

``¦`` stands before the word whose place is asserted; it is taken out before the page is read.
"""

from __future__ import annotations

import random
import re

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
    return [*(sentence for group in page.groups for sentence in group.sentences), *page.code]


PLACES = [
    pytest.param("One ¦two three", id="paragraph"),
    pytest.param("a\n  b ¦two c", id="second line, indented"),
    pytest.param("a\r\nb ¦two", id="CRLF"),
    pytest.param("\ufeffa ¦two", id="byte order mark"),
    pytest.param("# a ¦two #", id="heading"),
    pytest.param("> # a ¦two", id="heading in a block quote"),
    pytest.param("- a\n  > b\n  > - c\n  >   ¦two", id="lists in block quotes in lists"),
    pytest.param("> a\n¦two", id="lazy continuation"),
    pytest.param("-\ta ¦two", id="tab behind a list marker"),
    pytest.param("-\t x\n\t\t¦two", id="tabs before a line"),
    pytest.param("[two](two.md) ¦two", id="repeated in a link target"),
    pytest.param("[a](b.md 'two') [¦two](two.md)", id="repeated in a link title"),
    pytest.param("a &amp; b &lt; ¦two", id="behind entities"),
    pytest.param("a \\* b \\_ ¦two", id="behind escapes"),
    pytest.param("**a** _b_ **¦two**", id="emphasis"),
    pytest.param("a ** b * c _ ¦two", id="behind marks that mean nothing"),
    pytest.param("`two` {fact}`length` ¦two", id="behind code and a role"),
    pytest.param("🙂 é e\u0301 ¦two", id="characters, not bytes"),
    pytest.param("a<br>b <!-- two --> ¦two", id="behind HTML"),
    pytest.param("| a | b |\n|---|---|\n| x | ¦two |", id="table cell"),
    pytest.param("| a | b |\n|---|---|\n| two \\| b | c \\| ¦two |", id="table cell with a bar"),
    pytest.param("> a | b\n> --|--\n> | | ¦two |", id="table in a block quote"),
    pytest.param("t\n: a ¦two", id="definition"),
    pytest.param("a ¦two\n: b", id="term"),
    pytest.param("a[^1]\n\n[^1]: b\n    ¦two", id="footnote"),
    pytest.param("```{note} a ¦two\n```", id="beside the directive"),
    pytest.param("```{admonition} a ¦two\n```", id="title of a directive"),
    pytest.param("- a\n\n  ```{note}\n  :class: two\n\n  b\n  ¦two\n  ```", id="directive in a list"),
    pytest.param(
        "> ::::{note}\n> a\n>\n> :::{tip}\n> b\n>   ¦two\n> :::\n> ::::", id="directives in directives"
    ),
    pytest.param("\t\n-\t```{note}\n\tb\n\t¦two\n\t```", id="directive behind tabs"),
    pytest.param("`¦two` `a", id="code before a backquote that opens none"),
    pytest.param("a `` ` ¦two `` b", id="code with spaces around it"),
    pytest.param("{.b}\na\n: **c** ¦two", id="what is said of a term"),
    pytest.param("{.b}\na ¦two\n: c", id="term"),
    pytest.param("::::{container} a\n:::{container} b\n{.c}\n¦two\n:::\n::::", id="classes in boxes"),
    pytest.param("{.b}\n## a ¦two\n", id="heading with a class"),
    pytest.param("```{figure} two.png\n:alt: a ¦two\n```", id="option"),
    pytest.param("```{image} two.png\n---\nalt: 'a ¦two'\n---\n```", id="quoted option"),
    pytest.param("```{toctree}\n\n ¦two <two>\n```", id="entry of contents"),
    pytest.param("```{list-table}\n* - a\n  - b ¦two\n```", id="list-table"),
    pytest.param("```text\na\n  b ¦two\n```", id="fence"),
    pytest.param("- a\n\n      b\n        ¦two", id="indented code"),
    pytest.param("> ```{code-block} python\n> :caption: a\n>\n> b\n>   ¦two\n> ```", id="code in a quote"),
    pytest.param("```python\n>>> 1  # a ¦two\n1\n```", id="comment of an example"),
    pytest.param("```{math}\n\na\n¦two\n```", id="formula"),
    pytest.param("a {math}`b ¦two`", id="formula in a line"),
    pytest.param("a {samp}`b{c} ¦two`", id="sample with a brace"),
    pytest.param("a <https://a.org/¦two>", id="address"),
    pytest.param(":::{card} a\n:link: https://a.org/¦two\n:::", id="address of a card"),
    pytest.param("```{glossary}\na\n  b\n  ¦two\n```", id="glossary"),
    pytest.param("```{index} single: a; ¦two\n```", id="words of an index"),
    pytest.param("![a ¦two](two.png)", id="alternative text"),
    pytest.param("two [a](two.md '¦two')", id="title of a link"),
    pytest.param("---\ntitle: ¦two\n---\n", id="front matter"),
    pytest.param("a {term}`b ¦two`", id="role that prints"),
    pytest.param("a {ref}`b ¦two <two>`", id="role with a target"),
    pytest.param("a {fact}`  ¦two <length>`", id="words for a fact"),
    pytest.param("\u00a0\na ¦two", id="behind a line of no-break spaces"),
]


@pytest.mark.parametrize("marked", PLACES)
def test_places(marked: str) -> None:
    offset = marked.index("¦")
    page = read(marked.replace("¦", ""))
    found = [
        sentence.offset(sentence.text.rindex("two")) for sentence in sentences(page) if "two" in sentence.text
    ]
    assert offset in found
    assert page.text[offset : offset + 3] == "two"


def test_place_is_line_and_column() -> None:
    page = read("# Title\n\n- One is\n  two three.\n")
    sentence = page.groups[1].sentences[0]
    assert page.place(sentence.start) == (3, 3)
    assert page.place(sentence.offset(sentence.text.index("three"))) == (4, 7)


def test_every_letter_has_its_place() -> None:
    text = (
        'One *is* so [long](b.md "c").\n> - Two\n>   are `x` many.\n\n| a \\| b | c |\n|--|--|\n| d | e |\n'
    )
    page = read(text)
    for sentence in sentences(page):
        for index, character in enumerate(sentence.text):
            if character.isalnum():
                assert page.text[sentence.offset(index)] == character


OTHERS = [
    "One is. Two are.\n===",
    "## One ##",
    "1. one\n\n   > two",
    "    code",
    "$x$ $5 and $6\n\n$$\na\n$$",
    "\\begin{align}\nx\n\\end{align}",
    "{{ x }} {% y %}",
    "[^1]: foo\n\n    bar",
    '{.a #b c="d"}',
    "(t)=\n+++\n% com",
    "<!-- a --> b <!--> c -->",
    "{fact}``a ` b <c>`` {evidence}`,,` {own}`\n` {name}`<>` {a:b}`c`",
    "[![a](b \"t\")](c 'u') ![a ![b](c)](d)",
    "::::{grid} 2\n:::{grid-item-card} T\nb\n^^^\nc\n+++\nd\n:::\n::::",
    "---\nsourced: [\n---",
    "---\nsourced: {narrative: false}\n? [a]\n: b\n---\n",
    "```{list-table}\n:header-rows: x\n* - a\n```",
    "```{unknown}\nfoo\n```\n\n:::{epigraph}\n:x: y\n:::",
    "<http://a.b> <a@b.c> [a]: b 'c'\n[a]",
    "\u00a0\ufeff\0\ud800\r\n\r",
]


def _mutated(chance: random.Random, snippets: list[str]) -> str:
    text = chance.choice(["\n\n", "\n", "", " "]).join(chance.choices(snippets, k=chance.randrange(1, 8)))
    for _ in range(chance.choice([0, 0, 3, 20])):
        at = chance.randrange(len(text) + 1)
        if chance.random() < 0.5:
            text = text[:at] + text[at + 1 :]
        else:
            text = text[:at] + chance.choice("`{}<>[]()*_:\\|\n\t \"'!$%&#-+^~.“”\r\0\ud800x") + text[at:]
    return text


def test_any_text_can_be_read() -> None:
    """Whatever is written, the page is read, and each word of plain text is where it is said to be."""
    chance = random.Random(20210903)
    snippets = [str(case.values[0]).replace("¦", "") for case in PLACES] + OTHERS
    words = 0
    for _ in range(500):
        page = read(_mutated(chance, snippets))
        for sentence in sentences(page):
            for piece in sentence.pieces:
                assert 0 <= piece.start <= len(page.text)
                if piece.kind != "text" or sentence.kind == "label":
                    continue
                for word in re.finditer("[a-z]{3,}", piece.text):
                    assert page.text.startswith(word[0], piece.start + word.start()), (piece, page.text)
                    words += 1
        assert all(0 <= offset <= len(page.text) for offset, _ in page.unchecked)
    assert words > 1000
