"""Pages as sentences: what of each kind of Markdown is read, and as what."""

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


def texts(page: Page) -> list[str]:
    """Each sentence as the reader sees it, with its kind where it is not prose; code comes last."""
    return [
        sentence.text if sentence.kind == "prose" else f"{sentence.kind}: {sentence.text}"
        for sentence in (*sentences(page), *page.code)
    ]


BLOCKS = [
    pytest.param("One is. Two are.", ["One is.", "Two are."], id="sentences on a line"),
    pytest.param("One\nis. Two\nare.", ["One is.", "Two are."], id="sentences over lines"),
    pytest.param("One  \nis\\\nlong.", ["One is long."], id="hard breaks"),
    pytest.param("One\r\nis.\r\n\r\nTwo are.\r\n", ["One is.", "Two are."], id="CRLF"),
    pytest.param("\ufeff# One", ["heading: One"], id="byte order mark"),
    pytest.param("# One. Two", ["heading: One. Two"], id="a heading is one"),
    pytest.param("## One ##", ["heading: One"], id="closed heading"),
    pytest.param("One\n===\n\nTwo\n---", ["heading: One", "heading: Two"], id="setext headings"),
    pytest.param("- one\n- two\n\n  three", ["one", "two", "three"], id="list items"),
    pytest.param("> One is.\n> > Two\nare.", ["One is.", "Two are."], id="block quotes"),
    pytest.param(
        '{attribution="Me"}\n> One is.', ["label: Me", "One is."], id="block quote with attribution"
    ),
    pytest.param("Term\n: One is.", ["label: Term", "One is."], id="definition list"),
    pytest.param("One is.[^1]\n\n[^1]: Two are.", ["One is.", "Two are."], id="footnote"),
    pytest.param(
        "| A | B |\n|---|---|\n| One is. So. | two |",
        ["label: A", "label: B", "One is.", "So.", "two"],
        id="table",
    ),
    pytest.param("```python\ncode is\n\n  so\n```", ["code: code is\n\n  so"], id="fence"),
    pytest.param("```text\nOne is.\n```", ["code: One is."], id="fence of text"),
    pytest.param("```\nOne is.\n```", ["code: One is."], id="fence that names no language"),
    pytest.param("- a\n\n      One is.", ["a", "code: One is."], id="indented code"),
    pytest.param(
        "```{code-block} python\n:caption: A cap\n\ncode\n```",
        ["label: A cap", "code: code"],
        id="code with caption",
    ),
    pytest.param("```{math}\n:label: x\n\na = 40\n```", ["code: a = 40"], id="formula"),
    pytest.param("```{math} a\n```", ["code: a"], id="formula beside the directive"),
    pytest.param("```{doctest}\n>>> 1\n1\n```", ["doctest: >>> 1\n1"], id="doctest"),
    pytest.param("```python\n>>> 1  # doctest: +SKIP\n1\n```", ["doctest: >>> 1\n1"], id="examples"),
    pytest.param(
        "```python\n>>> 1  # one is\n1\n\ntwo are\n```",
        ["doctest: >>> 1  # one is\n1\n\ntwo are", "code:  one is\n\ntwo are"],
        id="what examples do not prove",
    ),
    pytest.param("```text\n>>> one is\n```", ["code: >>> one is"], id="examples that nobody runs"),
    pytest.param("(a)=\n\n+++\n\n% comment\n\n<!-- comment -->\n\n---", [], id="what nobody sees"),
    pytest.param("```{note}\nOne is.\n```", ["One is."], id="admonition"),
    pytest.param(":::{NOTE} One\nis.\n:::", ["One is."], id="admonition with words beside its name"),
    pytest.param(":::{note}\n:class: x\n\nOne is.\n:::", ["One is."], id="options"),
    pytest.param(":::{note}\n---\nclass: x\n---\nOne is.\n:::", ["One is."], id="options as YAML"),
    pytest.param(":::{epigraph}\n:class: x\n:::", [":class: x"], id="no options where there are none"),
    pytest.param(
        "::::{admonition} A title\n:::{tip}\nOne is.\n:::\n::::", ["label: A title", "One is."], id="nested"
    ),
    pytest.param(":::anything\nOne is.\n:::", ["One is."], id="a division"),
    pytest.param(":::{margin}\nOne is.\n:::", ["One is."], id="margin"),
    pytest.param(
        ":::{card} T\nOne\n^^^\nTwo\n+++\nThree\n:::", ["label: T", "One", "Two", "Three"], id="card"
    ),
    pytest.param("```{versionadded} 2 One is.\n```", ["label: 2", "One is."], id="version"),
    pytest.param(
        "```{figure} a.png\n:alt: A map\n\nOne is.\n```", ["label: A map", "label: One is."], id="figure"
    ),
    pytest.param("```{image} a.png\n:alt: A map\n```", ["label: A map"], id="image"),
    pytest.param("```{image} a.png\n```", ["label: a.png"], id="image called by its file"),
    pytest.param(
        "```{glossary}\nA word\n  One is.\n\n  Two are.\n\nB\nC\n  Three.\n```",
        ["label: A word", "One is.", "Two are.", "label: B", "label: C", "Three."],
        id="glossary",
    ),
    pytest.param("```{glossary}\n\n```", [], id="glossary without terms"),
    pytest.param(
        "```{index} a; b\nsingle: c d\n!see: e; f\n```",
        ["label: a; b", "label: c d", "label: see: e; f"],
        id="index",
    ),
    pytest.param(
        "```{list-table} T\n:header-rows: 1\n\n* - A\n  - B\n* - One is.\n  - Two\n```",
        ["label: T", "label: A", "label: B", "One is.", "Two"],
        id="list-table",
    ),
    pytest.param("```{toctree}\n:caption: C\n\nT <a>\nb\n```", ["label: C", "label: T"], id="toctree"),
    pytest.param("```{quote} lost\n```", ["quote: “They lost 40. We won.”"], id="quotation"),
    pytest.param("```{timeline}\n```", [], id="generated"),
    pytest.param("---\ntitle: A title\n---\n\nOne is.", ["label: A title", "One is."], id="front matter"),
    pytest.param(
        '---\nmyst:\n  html_meta:\n    "description": |\n      A thing\n---\n',
        ["label: A thing"],
        id="description",
    ),
    pytest.param(
        '---\nmyst:\n  html_meta:\n    "property=og:title": A thing\n---\n',
        ["label: A thing"],
        id="what is told to others",
    ),
    pytest.param("---\nsourced: {why: It is.}\n---\n", ["label: It is."], id="why a page is not narrative"),
]


@pytest.mark.parametrize(("text", "expected"), BLOCKS)
def test_blocks(text: str, expected: list[str]) -> None:
    page = read(text)
    assert texts(page) == expected
    assert page.unchecked == ()


def test_groups() -> None:
    """A paragraph, a heading, a table row, each is read together."""
    page = read("# A\n\n### B\n\nOne is. Two are.\n\n| a | b |\n|---|---|\n| c | d |\n")
    assert [(group.level, len(group.sentences)) for group in page.groups] == [
        (1, 1),
        (3, 1),
        (0, 2),
        (0, 2),
        (0, 2),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("| a | | b |\n|---|---|---|\n| | c | d |\n", id="table"),
        pytest.param(
            "```{list-table}\n:header-rows: 1\n\n* - a\n  -\n  - b\n* -\n  - c\n  - d\n```", id="list"
        ),
    ],
)
def test_cells(text: str) -> None:
    """A cell is counted though others of its row are empty."""
    assert [[each.cell for each in group.sentences] for group in read(text).groups] == [[0, 2], [1, 2]]


def test_front_matter() -> None:
    page = read("---\nsourced: {narrative: false, why: It is a list.}\n---\n")
    assert (page.narrative, page.why, page.unchecked) == (False, "It is a list.", ())


NAMED = """\
{fact}`length` {fact}`so long <length>` {name}`He <ahmad>` {evidence}`opened,  lost`
{quote}`lost` {figure}`facts`

```{timeline}
:without: kept
opened, lost: opened
```

> ```{quote} lost
> ```

```{people}
:against: foe, lost
```

```{source} wire
```

| {fact}`length` | `{fact}` |
| --- | --- |
"""


def test_every_id_that_a_page_names_is_noted_at_its_place() -> None:
    page = read(NAMED)
    for each in page.ids:
        assert page.text.startswith(each.id, each.start)
    assert [(each.kind, each.id) for each in page.ids] == [
        *[("fact", "length"), ("fact", "length"), ("name", "ahmad")],
        *[("fact", each) for each in ("opened", "lost", "lost", "kept", "opened", "lost", "lost")],
        *[("against", "foe"), ("against", "lost"), ("source", "wire"), ("fact", "length")],
    ]
    asked = {each.name: each for each in page.generated}
    assert asked["timeline"].options == {"without": "kept"}
    assert asked["timeline"].lines == ("opened, lost: opened",)
    assert (asked["source"].argument, page.place(asked["source"].start)[0]) == ("wire", 16)
    assert [each.id for each in asked["people"].ids] == ["foe", "lost"]
