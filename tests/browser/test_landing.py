"""Where a reader arrives: quietly, on the words that were looked for; and what is gone is said to be gone."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from .reading import CARD, MARK, PHONE, Reader, Site

OPEN = f"{CARD}:popover-open"
SOUGHT = """[...(CSS.highlights.get("sourced-sought") ?? [])].map((range) => {
    const { top, bottom } = range.getBoundingClientRect();
    return [String(range), top >= 0 && bottom <= innerHeight];
})"""


def sought(page: Page) -> list[str]:
    """The words that are marked; the first of them is on the screen."""
    page.wait_for_function("globalThis.CSS?.highlights?.has('sourced-sought')")
    found: list[tuple[str, bool]] = page.evaluate(SOUGHT)
    assert any(seen for _, seen in found), found
    return [text for text, _ in found]


@pytest.mark.parametrize("width", [PHONE, 1200])
def test_an_address_opens_no_card(reader: Reader, site: Site, width: int) -> None:
    for number in (1, 9):
        page = reader.open(site.richest, at=f"#mark-{number}", width=width)
        page.wait_for_timeout(500)
        assert not page.locator(OPEN).count()


def test_a_result_that_is_opened_by_key_opens_no_card_and_marks_the_words(reader: Reader) -> None:
    page = reader.open("search.html", at=f"?q={quote('seized Kabul')}")
    chapter = page.locator(".sourced-results > li").filter(has_text="Chapter").locator("p > a").first
    chapter.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#"))
    assert {"Kabul", "seized"} <= set(sought(page))
    page.wait_for_timeout(400)
    assert not page.locator(OPEN).count()
    assert "highlight" not in page.url
    page.keyboard.press("Tab")  # and now the reader moves on, from mark to mark
    expect(page.locator(f"{OPEN}, a:focus").first).to_be_visible()


@pytest.mark.parametrize("from_disk", [False, True], ids=["served", "from disk"])
def test_words_in_what_is_folded_are_shown(reader: Reader, site: Site, *, from_disk: bool) -> None:
    """Be it a section, or an entry of a list."""
    folded = next(page for page in site.pages if '<details class="sourced-twin' in site.text(page))
    listing = next(page for page in site.pages if 'class="sourced-entry" id="fact-' in site.text(page))
    page = reader.open(folded)
    text = page.locator("details.sourced-twin p").first.text_content() or ""
    outer = page.locator("details.sourced-twin").first.evaluate("each => each.closest('section').id")
    id_ = reader.open(listing).locator(".sourced-entry").last.get_attribute("id")
    said = reader.open(listing).locator(f"#{id_} .sourced-statement").text_content() or ""
    for path, place, words in ((folded, outer, text), (listing, id_, said)):
        word = max(re.findall(r"\b[a-z]{4,}\b", words), key=len)
        opened = reader.open(path, at=f"?highlight={word}#{place}", from_disk=from_disk)
        assert word in {each.lower() for each in sought(opened)}


@pytest.mark.parametrize("width", [320, 1280])
def test_an_address_that_leads_nowhere_says_so(reader: Reader, site: Site, width: int) -> None:
    listing = next(page for page in site.pages if 'class="sourced-entry" id="fact-' in site.text(page))
    page = reader.open(listing, at="#fact-elephants-crossed", width=width)
    said = page.get_by_role("status").filter(has_text="fact-elephants-crossed")
    expect(said).to_be_in_viewport()
    said.get_by_role("link", name="Search for “elephants crossed”").click()
    expect(page.locator("main input[name=q]")).to_have_value("elephants crossed")
    page = reader.open(site.richest, at="#mark-1")
    assert not page.locator(".sourced-lost").count()
    page.evaluate("location.hash = 'no-such-place'")
    expect(page.locator(".sourced-lost")).to_be_visible()
    page.evaluate("location.hash = 'mark-2'")
    expect(page.locator(".sourced-lost")).to_have_count(0)


def test_without_scripts_an_address_still_leads_to_its_mark(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest, at="#mark-9", scripts=False)
    expect(page.locator(f"{MARK}#mark-9")).to_be_in_viewport()
