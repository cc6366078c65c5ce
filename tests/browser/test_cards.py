"""What a mark rests on, found by mouse, keyboard, thumb and screen reader, and without any script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from .reading import CARD, MARK, SIGN, WITH_WORDS, Reader, Site, assert_beside, focused, words

STOP = f"{MARK}, a.sourced-name"
STATEMENT = ".sourced-statement"
RUN = f"{SIGN}[data-notes]"
NO_POPOVERS = "delete HTMLElement.prototype.popover"


@pytest.fixture
def chapter(reader: Reader, site: Site) -> Page:
    """The page with the most marks, where there is no room for quotations beside it."""
    return reader.open(site.richest, width=1200)


def note_of(page: Page, mark: Locator) -> Locator:
    """The note that a mark leads to."""
    return page.locator(f'[id="{(mark.get_attribute("href") or "#")[1:]}"]')


def statement_of(page: Page, mark: Locator) -> str:
    """What the note says, without the way back."""
    text = (
        note_of(page, mark)
        .locator(STATEMENT)
        .evaluate(
            "each => { const copy = each.cloneNode(true); copy.querySelector('.sourced-back')?.remove();"
            " return copy.textContent }"
        )
    )
    return words(text)


def test_hovering_opens_the_card(chapter: Page) -> None:
    mark, card = chapter.locator(WITH_WORDS).first, chapter.locator(CARD)
    mark.hover()
    expect(card).to_be_visible()
    expect(card).to_contain_text(statement_of(chapter, mark))
    quotations = note_of(chapter, mark).locator(".sourced-quotation").all()
    assert quotations
    for quotation in quotations:
        expect(card).to_contain_text(words(quotation.text_content()))
    assert_beside(chapter, mark)


def test_the_card_stays_open_under_the_pointer_and_closes_behind_it(chapter: Page) -> None:
    mark, card = chapter.locator(WITH_WORDS).first, chapter.locator(CARD)
    mark.hover()
    expect(card).to_be_visible()
    card.hover()
    chapter.wait_for_timeout(600)
    expect(card).to_be_visible()
    chapter.mouse.move(2, 2)
    expect(card).to_be_hidden()


def test_passing_over_a_mark_opens_nothing(chapter: Page) -> None:
    mark = chapter.locator(WITH_WORDS).first
    mark.hover()
    chapter.mouse.move(2, 2)
    chapter.wait_for_timeout(400)
    assert not chapter.locator(f"{CARD}:popover-open").count()


def test_escape_dismisses_a_hovered_card(chapter: Page) -> None:
    chapter.locator(WITH_WORDS).first.hover()
    expect(chapter.locator(CARD)).to_be_visible()
    chapter.keyboard.press("Escape")
    expect(chapter.locator(CARD)).to_be_hidden()


def test_a_press_pins_the_card_until_the_next(chapter: Page) -> None:
    mark, card = chapter.locator(WITH_WORDS).first, chapter.locator(CARD)
    mark.click()
    expect(card).to_be_visible()
    chapter.mouse.move(2, 2)
    chapter.wait_for_timeout(600)
    expect(card).to_be_visible()
    mark.click()
    expect(card).to_be_hidden()
    mark.click()
    expect(card).to_be_visible()
    chapter.locator("h1").click()
    expect(card).to_be_hidden()
    assert "#fact-" not in chapter.url


def test_every_card_is_on_the_screen_and_beside_its_words(chapter: Page) -> None:
    marks = chapter.locator(MARK).all()
    assert len(marks) > 10
    for mark in marks:
        mark.scroll_into_view_if_needed()
        mark.focus()
        chapter.keyboard.press("Enter")
        expect(chapter.locator(CARD)).to_be_visible()
        assert_beside(chapter, mark)
        chapter.keyboard.press("Escape")


def test_the_keyboard_opens_reads_and_leaves_the_card(chapter: Page) -> None:
    mark, card = chapter.locator(WITH_WORDS).nth(1), chapter.locator(CARD)
    chapter.locator(MARK).first.focus()
    while focused(chapter) != mark.get_attribute("id"):
        chapter.keyboard.press("Tab")
    expect(card).to_be_visible()
    chapter.keyboard.press("Enter")
    expect(card.get_by_role("button", name="Close")).to_be_focused()
    assert "#fact-" not in chapter.url
    chapter.keyboard.press("Tab")
    assert card.locator("a:focus").count() == 1
    chapter.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert focused(chapter) == mark.get_attribute("id")
    chapter.keyboard.press("Escape")
    chapter.keyboard.press("Tab")
    expect(chapter.locator(STOP).nth(index_of(chapter, mark) + 1)).to_be_focused()


def index_of(page: Page, mark: Locator) -> int:
    """Which of the page's marks and names this is."""
    ids = [each.get_attribute("id") for each in page.locator(STOP).all()]
    return ids.index(mark.get_attribute("id"))


def test_tabbing_on_leaves_a_pinned_card_behind(chapter: Page) -> None:
    mark, card = chapter.locator(WITH_WORDS).nth(1), chapter.locator(CARD)
    mark.focus()
    chapter.keyboard.press("Enter")
    expect(card).to_be_visible()
    for _ in card.locator("a, button").all():
        chapter.keyboard.press("Tab")
    assert card.locator(":focus").count() == 0
    expect(chapter.locator(STOP).nth(index_of(chapter, mark) + 1)).to_be_focused()


def test_a_screen_reader_is_told(chapter: Page) -> None:
    mark, card = chapter.locator(WITH_WORDS).nth(1), chapter.locator(CARD)
    chapter.locator(STOP).nth(index_of(chapter, mark) - 1).focus()
    chapter.keyboard.press("Tab")
    says = statement_of(chapter, mark)
    expect(mark).to_have_accessible_description(re.compile(re.escape(says)))
    chapter.keyboard.press("Enter")
    assert card.aria_snapshot().startswith('- dialog "What this rests on')
    expect(card.get_by_role("button", name="Close")).to_be_visible()
    expect(card.get_by_role("blockquote").first).to_be_visible()
    chapter.keyboard.press("Escape")
    expect(mark).not_to_have_attribute("aria-describedby", re.compile("."))


def test_a_run_of_marks_has_one_card_for_all_its_notes(chapter: Page) -> None:
    run = chapter.locator(f"{RUN}[aria-label*='–']").first
    count = len((run.get_attribute("data-notes") or "").split())
    first, _, last = (run.text_content() or "").partition("–")
    assert count == int(last) - int(first) + 1 > 2
    run.click()
    card = chapter.locator(CARD)
    expect(card.locator("#sourced-card-title")).to_have_text(f"What this rests on · {count} notes")
    links = card.get_by_role("link", name=re.compile("^Note "))
    assert links.all_text_contents() == [f"Note {number}" for number in range(int(first), int(last) + 1)]
    expect(card.locator(STATEMENT).first).to_be_in_viewport()
    assert run.get_attribute("aria-describedby") == " ".join(f"sourced-card-{n}" for n in range(count))


def test_a_card_says_what_its_note_says(chapter: Page) -> None:
    for mark in chapter.locator(f"{MARK}:not([data-notes])").all()[:12]:
        note = note_of(chapter, mark).evaluate(
            "each => { const copy = each.cloneNode(true); copy.querySelector('.sourced-back').remove();"
            " return copy.textContent }"
        )
        mark.press("Enter")
        assert words(chapter.locator(f"{CARD} .sourced-note").text_content()).startswith(words(note))
        chapter.keyboard.press("Escape")


def test_the_words_that_a_card_speaks_of_are_lit(chapter: Page) -> None:
    assert lit(chapter) == []
    mark = chapter.locator(WITH_WORDS).first
    mark.click()
    assert lit(chapter) == [words(mark.locator(".sourced-said").text_content())]
    chapter.keyboard.press("Escape")
    assert lit(chapter) == []
    sign = chapter.locator(f"p {SIGN}").first
    paragraph = words(sign.evaluate("each => each.closest('p').textContent"))
    sign.click()
    sentence = " ".join(lit(chapter))
    assert sentence.endswith((".", "”"))
    assert sentence[0].isupper() or sentence[0] == "“"
    number = words(sign.text_content())
    assert re.search(rf"{re.escape(sentence.split()[-1])} ?{number}", paragraph)


def lit(page: Page) -> list[str]:
    """The words that are lit, each as often as it is in pieces."""
    texts: list[str] = page.evaluate("[...(CSS.highlights.get('sourced-passage') ?? [])].map(String)")
    return [text for text in map(words, texts) if text]


def test_the_close_button_shows_that_it_has_the_focus_and_the_card_does_not(chapter: Page) -> None:
    chapter.locator(WITH_WORDS).first.focus()
    chapter.keyboard.press("Enter")
    outlines = "[card, card.querySelector('button')].map((each) => getComputedStyle(each).outlineStyle)"
    assert chapter.locator(CARD).evaluate(f"card => {outlines}") == ["none", "solid"]


def test_a_card_leads_to_its_note(chapter: Page) -> None:
    mark = chapter.locator(WITH_WORDS).first
    mark.click()
    chapter.locator(CARD).locator(f'a[href="{mark.get_attribute("href")}"]').click()
    expect(chapter.locator(CARD)).to_be_hidden()
    expect(note_of(chapter, mark)).to_be_in_viewport()
    note_of(chapter, mark).get_by_role("link", name="Back to text").first.click()
    expect(mark).to_be_in_viewport()


@pytest.mark.parametrize(
    "before", [pytest.param(None, id="no script"), pytest.param(NO_POPOVERS, id="no popovers")]
)
def test_without_cards_a_mark_leads_to_its_note_and_back(
    reader: Reader, site: Site, before: str | None
) -> None:
    page = reader.open(site.richest, scripts=before is not None, before=before or "")
    mark = page.locator(WITH_WORDS).first
    mark.click()
    assert page.url.endswith(mark.get_attribute("href") or "?")
    note = note_of(page, mark)
    expect(note).to_be_in_viewport()
    expect(note.locator("cite").first).to_be_visible()
    note.get_by_role("link", name="Back to text").first.click()
    expect(mark).to_be_in_viewport()
