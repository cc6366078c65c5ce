"""A pointer that rests or drags asks for nothing: cards open to one that was moved to a mark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from .reading import CARD, MARK, WITH_WORDS, Reader, Site, box

OPEN = f"{CARD}:popover-open"
STILL = "document.documentElement.style.scrollBehavior = 'auto'"
RESTED = """() => new Promise((rest) => {
    let last = scrollY, still = 0;
    const look = () => {
        still = scrollY === last ? still + 1 : 0;
        last = scrollY;
        if (still > 9) rest(true); else requestAnimationFrame(look);
    };
    look();
})"""


@pytest.fixture
def chapter(reader: Reader, site: Site) -> Page:
    """The page with the most marks, where there is no room for quotations beside it."""
    page = reader.open(site.richest, width=1200)
    page.evaluate(STILL)
    return page


def middle(of: Locator) -> tuple[float, float]:
    """The middle of something, on the screen."""
    rect = of.evaluate("each => each.getClientRects()[0].toJSON()")  # it may be broken into two lines
    return rect["x"] + rect["width"] / 2, rect["y"] + rect["height"] / 2


def rested(page: Page) -> None:
    """Wait until the wheel's turn has come to its end."""
    page.evaluate(RESTED)


def test_text_that_scrolls_by_under_the_pointer_opens_nothing_and_scrolls_on(chapter: Page) -> None:
    """The wheel is turned until a mark lies under a pointer that nobody moves."""
    for mark in chapter.locator(WITH_WORDS).all()[2:5]:
        chapter.evaluate("scrollTo(0, 0)")
        across, down = middle(mark)
        chapter.mouse.move(across, 350)
        chapter.mouse.move(across, 351)
        chapter.keyboard.press("Escape")
        chapter.mouse.wheel(0, down - 351)
        chapter.wait_for_timeout(350)
        rested(chapter)
        assert chapter.evaluate(f"document.elementFromPoint({across}, 351).closest('{MARK}')"), (
            "no mark there"
        )
        assert not chapter.locator(OPEN).count()
        before = chapter.evaluate("scrollY")
        chapter.mouse.wheel(0, 100)
        chapter.wait_for_function("before => scrollY > before + 90", arg=before)
        rested(chapter)
    mark = chapter.locator(f"{WITH_WORDS}:visible").nth(6)
    mark.scroll_into_view_if_needed()
    rested(chapter)
    chapter.mouse.move(*middle(mark), steps=5)  # now it is moved
    expect(chapter.locator(CARD)).to_be_visible()


def test_the_wheel_goes_on_where_a_card_ends(chapter: Page) -> None:
    chapter.locator(WITH_WORDS).nth(6).hover()
    expect(chapter.locator(CARD)).to_be_visible()
    chapter.mouse.move(*middle(chapter.locator(CARD)))
    before = chapter.evaluate("scrollY")
    for _ in range(6):
        chapter.mouse.wheel(0, 400)
    chapter.wait_for_function("before => scrollY > before + 200", arg=before)


@pytest.mark.parametrize("selector", [f"{WITH_WORDS} .sourced-said", "a.sourced-name"])
def test_a_drag_that_begins_on_a_mark_selects(chapter: Page, selector: str) -> None:
    word = chapter.locator(selector).first
    word.scroll_into_view_if_needed()
    found = box(word)
    across, down = (
        int(found["x"] + min(20, found["width"] / 2)),
        int(found["y"] + 10),
    )  # as a mouse: whole pixels
    chapter.mouse.move(across, down)
    chapter.mouse.down()
    chapter.mouse.move(across + 90, down, steps=5)
    chapter.mouse.up()
    chapter.wait_for_timeout(300)
    assert len(chapter.evaluate("String(getSelection())")) > 5
    assert not chapter.locator(OPEN).count()
    chapter.mouse.click(2, 2)
    word.click()
    expect(chapter.locator(CARD)).to_be_visible()
