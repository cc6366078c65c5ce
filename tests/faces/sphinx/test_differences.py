"""What sources tell differently, and what they share: each beside the other."""

from __future__ import annotations

import hashlib
import re

import pytest

from sourced.book.book import DATA_FILE

from .conftest import HERALD, TinyBook, find_nothing


def test_the_positions_stand_side_by_side(full_book: TinyBook) -> None:
    html = full_book.build().text("differences.html")
    assert html.count('id="differ-elm-bridge-length"') == 1
    assert "<h3>Length (Elm Bridge)</h3>" in html
    for words in (
        "40 metres",
        "41 metres",
        "“The Elm Bridge is 41 metres long”",
        "Said by The mayor",
        "5–6 May 1901",
    ):
        assert words in html
    assert 'href="gazette.html#passage-gazette-0"' in html
    assert 'href="facts.html#fact-bridge-length"' in html
    assert 'href="index.html"' in html
    assert "There is none of this kind." in html
    assert "Each of these sources is a voice of its own here." in html


def test_values_have_the_quotation_marks_of_what_stands_around_them(full_book: TinyBook) -> None:
    full_book.edit(DATA_FILE, "value: 41 metres", "value: '\"41 metres\"'")
    with pytest.MonkeyPatch.context() as patch:
        find_nothing(patch)
        html = full_book.build().text("differences.html")
    assert "40 metres ↔ “41 metres”" in html
    assert "“41 metres”</strong>" in html


def _make_rougher(book: TinyBook) -> None:
    """Let the second source agree with the first as far as it goes."""
    herald = HERALD.replace("41 metres", "at least 40 metres")
    book.write("seeds/herald.txt", herald)
    book.edit(DATA_FILE, *(hashlib.sha256(text.encode()).hexdigest() for text in (HERALD, herald)))
    path = book.root / DATA_FILE
    path.write_text(path.read_text().replace("41 metres", "at least 40 metres"))


@pytest.mark.parametrize(
    ("same", "rougher", "one"), [(True, False, True), (False, False, False), (False, True, True)]
)
def test_sources_that_share_text_are_one_voice_where_they_say_the_same_or_do_not_gainsay_each_other(
    full_book: TinyBook, same: bool, rougher: bool, one: bool
) -> None:
    shared = "      - {{source: {0}, exact: It was opened on 3 May 1901 by the mayor}}\n".format
    forty, other = (
        f"      - {{source: {at}, exact: The Elm Bridge is {value} metres long}}\n"
        for at, value in (("gazette", 40), ("herald", 41))
    )
    full_book.edit(DATA_FILE, forty, forty + shared("gazette") + shared("herald") * same)
    full_book.edit(DATA_FILE, other, other + shared("herald") * (not same))
    if rougher:
        _make_rougher(full_book)
    html = full_book.build().text("differences.html")
    assert ("count as one voice" in html) == one
    assert ("count as one voice where they agree" in html) == rougher
    assert ("Each of these sources is a voice of its own here." in html) != one


def test_what_two_sources_share_stands_side_by_side(full_book: TinyBook) -> None:
    build = full_book.build()
    html = build.text("shared.html")
    part = html[html.index('id="shared-gazette-herald"') :].split("</table>")[0]
    assert "One voice for what both say, because they share running text" in part
    assert part.count('<mark class="sourced-lit">It was opened on 3 May 1901 by the mayor</mark>.') == 2
    assert 'href="gazette.html#passage-gazette-34">Gazette, line 1</a>' in part
    assert 'href="herald.html">Herald</a>, line 1' in _plain(part)
    assert 'href="shared.html#shared-gazette-herald"' in build.text("gazette.html")


def test_words_that_two_sources_share_are_marked_without_html_too(full_book: TinyBook) -> None:
    text = " ".join(full_book.build("text").text("shared.txt").split())
    assert text.count("*It was opened on 3 May") == 2


def test_sources_that_share_nothing_stand_not_side_by_side(full_book: TinyBook) -> None:
    """One word makes them differ: then no six in a row are the same."""
    herald = HERALD.replace("3 May", "3 June")
    full_book.write("seeds/herald.txt", herald)
    sums = (hashlib.sha256(each.encode()).hexdigest() for each in (HERALD, herald))
    full_book.edit(DATA_FILE, *sums)
    build = full_book.build()
    assert "No two sources share so many words in a row." in build.text("shared.html")
    assert "shared.html#" not in build.text("gazette.html")


def _plain(html: str) -> str:
    return re.sub(r"</?(span|cite)[^>]*>", "", html)
