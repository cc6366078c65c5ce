"""What leaves a page by the clipboard is what was checked."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

from .reading import CARD, MARK, SWITCH, WITH_WORDS, Reader, Site, words

BEFORE = """mark => {
    const range = new Range(), paragraph = mark.closest("p");
    range.setStart(document.body, 0);
    range.setEndBefore(paragraph);
    return String(range);
}"""
"""What a page says before the paragraph of a mark."""


@pytest.fixture
def chapter(reader: Reader, site: Site) -> Page:
    """The page with the most marks, whose words may be copied."""
    return allowed(reader, site.richest)


def allowed(reader: Reader, path: str) -> Page:
    """A page whose words may be copied."""
    page = reader.open(path, width=1200)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def copied(page: Page) -> str:
    """What is in the clipboard, after the reader's own keys."""
    page.keyboard.press("Control+c")
    return str(page.evaluate("navigator.clipboard.readText()"))


def cited(page: Page, mark: Locator) -> tuple[str, str]:
    """What the card of a mark gives: the words before the citation, and the address behind it."""
    mark.click()
    page.get_by_role("button", name="Copy with citation").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    text = str(page.evaluate("navigator.clipboard.readText()"))
    page.keyboard.press("Escape")
    said, found, rest = text.rpartition(
        f" — {words(page.locator('#citation').inner_text()).split('http')[0]}".rstrip()
    )
    assert found
    return said, rest.split()[-1]


def bare(page: Page, selector: str) -> list[str]:
    """The words of blocks, without what stands behind them."""
    texts: list[str] = page.evaluate(
        """selector => [...document.querySelectorAll(selector)].map((each) => {
            const copy = each.cloneNode(true);
            const behind = ".sourced-number, .sourced-tags, .sourced-card";
            for (const one of copy.querySelectorAll(behind)) one.remove();
            return copy.textContent;
        })""",
        selector,
    )
    return [words(text) for text in texts if words(text)]


@pytest.mark.parametrize("how", ["plain", "with the switch on", "with a card open"])
def test_numbers_tags_and_cards_are_not_copied(chapter: Page, how: str) -> None:
    paragraphs = bare(chapter, f"main section > p:has({MARK})")
    assert len(paragraphs) > 3
    if how == "with the switch on":
        chapter.locator(SWITCH).click()
    if how == "with a card open":
        chapter.locator(WITH_WORDS).nth(2).hover()
        expect(chapter.locator(CARD)).to_be_visible()
    chapter.keyboard.press("Control+a")
    text = words(copied(chapter))
    missing = [each for each in paragraphs if each not in text]
    assert not missing, missing[:2]
    assert "What this rests on Report" not in text


def test_words_that_are_selected_in_a_card_are_copied(chapter: Page) -> None:
    chapter.locator(WITH_WORDS).first.click()
    quotation = chapter.locator(f"{CARD} .sourced-quotation p").first
    quotation.click(click_count=3)
    assert words(quotation.text_content()) in words(copied(chapter))


def test_a_card_gives_its_sentence_with_citation_and_address(reader: Reader, chapter: Page) -> None:
    mark = chapter.locator(WITH_WORDS).nth(1)
    note = (mark.get_attribute("href") or "#")[1:]
    mark.click()
    chapter.get_by_role("button", name="Copy with citation").click()
    expect(chapter.get_by_role("button", name="Copied")).to_be_visible()
    text = str(chapter.evaluate("navigator.clipboard.readText()"))
    sentence, _, cited = text.partition(" — ")
    assert any(sentence in paragraph for paragraph in bare(chapter, "main p"))
    assert not re.search(r"\d$", sentence.rstrip(".”"))
    assert words(chapter.locator("#citation").inner_text()) in cited
    address = cited.rpartition(" ")[2]
    assert address.startswith(f"{chapter.url.partition('#')[0]}#{note}:~:text=")
    assert leads_to(mark, address)


def leads_to(mark: Locator, address: str) -> bool:
    """Whether an address shows a mark: a browser looks for words until a page has come, and then no more."""
    for _ in range(3):
        mark.page.goto("about:blank")
        mark.page.goto(address)
        try:
            expect(mark).to_be_in_viewport(timeout=2000)
        except AssertionError:
            continue
        return True
    return False


def test_the_words_of_an_address_stand_nowhere_before_their_sentence(chapter: Page) -> None:
    """A browser goes to the first place that has them."""
    marks = chapter.locator(f"main section > p > {WITH_WORDS}").all()
    told = 0
    for mark in marks:
        _, address = cited(chapter, mark)
        sought = words(unquote(address.partition(":~:text=")[2])).casefold()
        before = words(mark.evaluate(BEFORE)).casefold()
        assert sought not in before or not sought, sought
        told += bool(sought)
    assert told > len(marks) * 0.9 > 10


def test_the_copied_citation_of_a_page_has_its_address(chapter: Page) -> None:
    chapter.get_by_role("button", name="Copy", exact=True).click()
    expect(chapter.get_by_role("button", name="Copied")).to_be_visible()
    assert str(chapter.evaluate("navigator.clipboard.readText()")).endswith(f" {chapter.url}")


def test_a_quotation_that_stands_by_itself_is_copied_with_whose_it_is(reader: Reader) -> None:
    chapter = allowed(reader, "events/talks.html")
    blocks = chapter.locator(f"blockquote.sourced-block:has(.attribution {MARK})").all()
    assert len(blocks) > 2
    for block in blocks:
        said, address = cited(chapter, block.locator(MARK))
        quotation = words(block.locator("p").first.text_content())
        attribution = words(block.locator(".attribution").evaluate("each => each.firstChild.textContent"))
        assert said == f"{quotation} {attribution}"
        first = unquote(address.partition(":~:text=")[2])
        assert first
        assert first in quotation


@pytest.mark.parametrize("path", ["people.html", "glossary.html"])
def test_what_is_said_in_an_entry_is_copied_with_whom_it_is_about(reader: Reader, path: str) -> None:
    page = allowed(reader, path)
    entries = page.locator(f"main dl.simple > dd:has({MARK})").all()[:6]
    assert len(entries) == 6
    for entry in entries:
        head = words(
            entry.evaluate(
                "each => { while (each.matches('dd')) each = each.previousElementSibling;"
                " return each.textContent; }"
            )
        )
        said, address = cited(page, entry.locator(MARK).first)
        assert said.startswith(f"{head}: ")
        first = unquote(address.partition(":~:text=")[2])
        assert first in words(entry.text_content())


def test_what_is_said_in_no_entry_is_copied_as_it_is(chapter: Page) -> None:
    said, _ = cited(chapter, chapter.locator(f"main section > p > {WITH_WORDS}").first)
    assert any(said in paragraph for paragraph in bare(chapter, "main section > p"))
