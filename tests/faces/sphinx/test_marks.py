"""Where marks stand: runs of them are one, and no line breaks between words, punctuation and number."""

from __future__ import annotations

import re

import pytest

from sourced.faces.sphinx.evidence.marks import THIN_SPACE, spans
from sourced.rules.verdict.judging import Outcome

from .conftest import TinyBook
from .test_notes import Links, page

SAID = '<span class="sourced-said">3 May 1901</span>'


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        pytest.param([7], "7", id="one"),
        pytest.param([4, 5], f"4,{THIN_SPACE}5", id="two in a row"),
        pytest.param([4, 5, 6, 7, 8, 9], "4–9", id="a span"),
        pytest.param([4, 7, 8, 9], f"4,{THIN_SPACE}7–9", id="one and a span"),
        pytest.param([14, 2], f"14,{THIN_SPACE}2", id="the words' own first"),
    ],
)
def test_numbers_are_joined(numbers: list[int], shown: str) -> None:
    assert spans((number, "") for number in numbers) == shown


def body(html: str) -> str:
    """The text of a page, before its notes, without the addresses."""
    text = html[html.index("</h1>") + 5 : html.index('<section class="sourced-notes')]
    return re.sub(r' href="[^"]*"| id="[^"]*"| role="[^"]*"', "", text.replace(THIN_SPACE, "_"))


def number(shown: str) -> str:
    """A number behind words."""
    return f'<sup class="sourced-number">_{shown}</sup></a>'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("On {fact}`bridge-opened` it", f"{SAID}{number('1')} it", id="nothing follows"),
        pytest.param("On {fact}`bridge-opened`, it", f"{SAID},{number('1')} it", id="comma"),
        pytest.param("On “{fact}`bridge-opened`”, it", f">“{SAID}”,{number('1')} it", id="quotation marks"),
        pytest.param("“On {fact}`bridge-opened`”.", f">{SAID}”.{number('1')}</p>", id="one of two marks"),
        pytest.param("In {fact}`bridge-opened`’s y", f"{SAID}{number('1')}’s y", id="apostrophe"),
        pytest.param("(on {fact}`bridge-opened`), it", f"{SAID}{number('1')}), it", id="bracket"),
        pytest.param("New {evidence}`bridge-opened`, so", 'New,<sup class="sourced-number">_', id="a sign"),
    ],
)
def test_a_number_stands_behind_punctuation(tiny_book: TinyBook, text: str, shown: str) -> None:
    assert shown in body(page(tiny_book, f"# The opening\n\n{text}\n"))


def test_signs_side_by_side_are_one_link(tiny_book: TinyBook) -> None:
    html = page(
        tiny_book,
        "# The opening\n\nIt is long. {evidence}`bridge-opened, bridge-length` {evidence}`bridge-opened`\n",
    )
    links = Links(html)
    assert links.roles.count("doc-noteref") == 1
    assert links.roles.count("doc-backlink") == 2
    assert links.local.count("mark-1") == 2
    run = 'long.<sup class="sourced-number">_<a data-notes="1 2" aria-label="Notes 1,_2">1,_2</a></sup>'
    assert run in body(html)


def test_a_sign_behind_words_is_part_of_their_mark(tiny_book: TinyBook) -> None:
    text = "On {fact}`bridge-opened`. {evidence}`bridge-opened, bridge-length`"
    html = page(tiny_book, f"# The opening\n\nLong. {{evidence}}`bridge-length`\n\n{text}\n")
    assert f'<a class="sourced-mark sourced-whole" data-notes="2 1">{SAID}.{number("2,_1")}</p>' in body(html)
    assert 'href="#fact-bridge-opened" id="mark-2" role="doc-noteref" data-notes' in html


def test_pop_up_notes_have_a_number_each(tiny_book: TinyBook) -> None:
    tiny_book.edit("conf.py", 'version = "1"', 'version = "1"\nepub_show_urls = "no"\ncopyright = "none"')
    tiny_book.edit("docs/opening.md", "`.", "`. {evidence}`bridge-length`")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sourced.rules.keeping.judging.judge_page", lambda *_: Outcome())
        html = tiny_book.build("epub").text("opening.xhtml")
    assert [link for link in Links(html).local if link.startswith("fact-")] == [
        "fact-bridge-opened",
        "fact-bridge-length",
    ]
    assert "data-notes" not in html
