"""The notes at the foot of a page: folded, yet there for links, for searches of the page, and in print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .reading import CARD, MARK, NOTES, Reader, Site, words

AGAIN = r'class="sourced-others" data-first'


def folded(page: Page) -> bool:
    """Whether the notes are folded."""
    return page.locator(NOTES).get_attribute("hidden") == "until-found"


def test_the_notes_are_folded_until_asked_for(chapter: Page) -> None:
    button = chapter.get_by_role("button", name=f"Show {chapter.locator(f'{NOTES} > li').count()} notes")
    assert folded(chapter)
    expect(button).to_have_attribute("aria-expanded", "false")
    button.press("Enter")
    assert not folded(chapter)
    expect(chapter.get_by_role("button", name="Hide")).to_have_attribute("aria-expanded", "true")
    expect(chapter.locator(f"{NOTES} > li").first).to_be_visible()
    chapter.get_by_role("button", name="Hide").click()
    assert folded(chapter)


def test_a_link_to_a_note_opens_them(reader: Reader, site: Site) -> None:
    place = reader.open(site.richest).locator(MARK).nth(4).get_attribute("href") or ""
    page = reader.open(site.richest, at=place)
    assert not folded(page)
    expect(page.locator(f'[id="{place[1:]}"]')).to_be_in_viewport()


def test_a_change_of_place_opens_them(chapter: Page) -> None:
    place = chapter.locator(MARK).nth(4).get_attribute("href") or ""
    chapter.evaluate("place => { location.hash = place }", place)
    expect(chapter.locator(f'[id="{place[1:]}"]')).to_be_in_viewport()
    assert not folded(chapter)


def test_folded_notes_can_be_found_on_the_page(chapter: Page) -> None:
    assert folded(chapter)
    assert chapter.locator(NOTES).evaluate("each => getComputedStyle(each).display") == "block"


def test_folded_notes_are_printed(chapter: Page) -> None:
    chapter.emulate_media(media="print")
    assert folded(chapter)
    assert chapter.locator(NOTES).evaluate("each => getComputedStyle(each).contentVisibility") == "visible"
    expect(chapter.locator(f"{NOTES} blockquote:not([data-first]) cite").first).to_be_visible()


def test_on_paper_other_accounts_stand_once_and_on_the_screen_with_each(reader: Reader, site: Site) -> None:
    page = reader.open(next(each for each in site.pages if re.search(AGAIN, site.text(each))))
    again = page.locator(f"{NOTES} .sourced-others[data-first] li").first
    page.get_by_role("button", name=re.compile("^Show .* notes")).click()
    expect(again).to_be_visible()
    first = page.locator(".sourced-others[data-first]").first.get_attribute("data-first")
    assert page.locator(f"{NOTES} > li").nth(int(first or 0) - 1).locator(".sourced-others li").count()
    page.emulate_media(media="print")
    expect(again).to_be_hidden()
    said = page.locator(".sourced-others[data-first]").first
    content = said.evaluate("each => getComputedStyle(each, '::after').content")
    assert words(content.replace('"', "")) == f"see note {first}."


def test_words_of_a_source_stand_between_quotation_marks(chapter: Page) -> None:
    """In a note as in a card, though a copy of a note has the words alone."""
    chapter.locator(".sourced-fold").click()
    chapter.locator(MARK).nth(4).click()
    for where in (NOTES, CARD):
        quoted = chapter.locator(f"{where} .sourced-quotation > p:first-child").first
        expect(quoted).to_be_visible()
        marks = quoted.evaluate(
            "each => ['::before', '::after'].map((side) => getComputedStyle(each, side).content).join('')"
        )
        assert words(marks.replace('"', "")) == "“”"


@pytest.fixture
def book(chromium: Browser, on_paper: Path) -> Iterator[Page]:
    """The whole book as it is printed, as wide as a sheet of A4 between its margins."""
    page = chromium.new_page(viewport={"width": 642, "height": 900})
    page.emulate_media(media="print")
    page.goto((on_paper / "index.html").as_uri())
    yield page
    page.close()


def test_what_is_printed_small_can_still_be_read(book: Page) -> None:
    """Notes of the book are set in 7 points at least, and dark."""
    for part in ("source", "source cite", "verdict", "reading", "quotation > p"):
        size, ink = book.locator(f".sourced-note .sourced-{part}").first.evaluate(
            "each => { const { fontSize, color } = getComputedStyle(each); return [fontSize, color]; }"
        )
        assert float(size.removesuffix("px")) * 72 / 96 >= 6.99, part
        assert max(map(int, re.findall(r"\d+", ink)[:3])) < 80, (part, ink)


def test_differences_of_every_kind_are_printed_alike(book: Page) -> None:
    looks = book.locator(".sourced-positions .sourced-position").evaluate_all(
        "all => all.map((each) => { const { color, fontSize, fontFamily } = getComputedStyle(each);"
        " return [color, fontSize, fontFamily].join(); })"
    )
    assert len(looks) > 20
    assert len(set(looks)) == 1


def test_a_table_is_printed_as_a_table(book: Page) -> None:
    """A sheet is as narrow as a tablet, but no cards of rows are laid on it."""
    rows = book.locator(".sourced-shared tbody > tr")
    assert rows.count() > 5
    assert {row.evaluate("each => getComputedStyle(each).display") for row in rows.all()} == {"table-row"}
