"""What is shown held against what was read: which differences there are, and where they are told."""

from __future__ import annotations

import pytest

from sourced.page.page import Page
from sourced.page.reading import read_page
from sourced.page.shown import Read, Shown, compare, place_of, read_of, words


def read(text: str) -> Page:
    return read_page(text, docname="a", file="docs/a.md", display=lambda role, name: "")


def shown(*blocks: str) -> list[Shown]:
    """Blocks; what stands between ``<`` and ``>`` may be a title."""
    parts = (block.replace(">", "<").split("<") for block in blocks)
    return [
        Shown(parts=tuple((words(text), bool(n % 2)) for n, text in enumerate(each) if words(text)))
        for each in parts
    ]


WORDS = [
    pytest.param("It’s un-known, at 5,000 m.", "It s un known at 5,000 m", id="words"),
    pytest.param("−12 and 10–20 and x-5", "-12 and 10 20 and x 5", id="signs"),
    pytest.param("5½ 40% $5 1.5 2021-09-03", "5 ½ 40 % $ 5 1.5 2021 09 03", id="numbers"),
    pytest.param("-- … “ ”", "", id="marks alone"),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words(text: str, expected: str) -> None:
    assert words(text) == expected


SAME = [
    pytest.param(["One is.", "Two are."], ["One is", "Two are"], id="just so"),
    pytest.param(["One is. Two are."], ["Two are", "One is"], id="a block as two"),
    pytest.param(["1 | 1 May | May 1"], ["1", "May 1", "1 May"], id="the longer cells first"),
    pytest.param(["See for more."], ["See <The bridge> for more"], id="a title that Sphinx has put there"),
    pytest.param(["See The bridge."], ["See <The bridge>"], id="a title that the page has written"),
    pytest.param([], ["<The bridge>"], id="nothing but a title"),
]


@pytest.mark.parametrize(("text", "blocks"), SAME)
def test_no_difference(text: list[str], blocks: list[str]) -> None:
    assert compare(Read(text=tuple(map(words, text))), shown(*blocks)) == []


OTHER = [
    pytest.param(["One was not so."], ["One was so"], [("", "not")], id="a word less"),
    pytest.param(["One was so."], ["One was not so"], [("not", "")], id="a word more"),
    pytest.param(["One was so."], ["One was thus"], [("thus", "so")], id="another word"),
    pytest.param(["One beat Two."], ["Two beat One"], [("Two beat", "")], id="another order"),
    pytest.param(["One is."], [], [("", "One is")], id="nothing shown"),
    pytest.param([], ["One is"], [("One is", "")], id="nothing read"),
    pytest.param(["One is so."], ["One is so", "One is"], [("One is", "")], id="shown twice"),
    pytest.param(["One is so.", "Two"], ["One", "Two"], [("", "is so")], id="only a part shown"),
    pytest.param(["See 40 more."], ["See <50> more"], [("50", "40")], id="another number in a link"),
    pytest.param(["It was -5."], ["It was 5"], [("5", "-5")], id="a sign"),
]


@pytest.mark.parametrize(("text", "blocks", "expected"), OTHER)
def test_differences(text: list[str], blocks: list[str], expected: list[tuple[str, str]]) -> None:
    found = compare(Read(text=tuple(map(words, text))), shown(*blocks))
    assert [(each.shown, each.read) for each in found] == expected


def test_what_stands_beside_the_text_need_not_be_shown() -> None:
    beside = Read(text=("One is",), beside=("A picture",))
    assert compare(beside, shown("One is")) == compare(beside, shown("One is", "A picture")) == []
    assert [each.shown for each in compare(beside, shown("One is", "A drawing"))] == ["drawing"]


def test_an_index_says_again_what_was_read() -> None:
    read_ = Read(text=("One is",))
    assert compare(read_, [*shown("One is"), Shown(parts=(("One", False),), repeats=True)]) == []
    (found,) = compare(read_, [*shown("One is"), Shown(parts=(("Two", False),), repeats=True)])
    assert (found.shown, found.at) == ("Two", 1)


def test_a_difference_has_its_place() -> None:
    page = read("---\ntitle: A\n---\n\n# One\n\n![a](b.svg) Two *are*.\nThree {kbd}`were` four.\n")
    (found,) = compare(read_of(page), shown("One", "Two are. Three are four", "a"))
    assert (found.shown, found.read) == ("are", "were")
    assert found.block is not None
    assert page.text.startswith("were", place_of(page, found.block, found.word))


def test_what_is_read_beside_the_text() -> None:
    page = read(
        "---\ntitle: A\n---\n\n# One\n\n![a](b.svg) Two.\n\n```text\nThree\n```\n\n{index}`four <five>`\n"
    )
    assert read_of(page) == Read(text=("One", "Two", "four"), beside=("A", "a", "five", "Three"))
