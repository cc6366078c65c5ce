"""Cards on a phone: sheets at the bottom, opened and put away by thumb."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .reading import CARD, MARK, PHONE, SIGN, WITH_WORDS, Reader, Site, assert_beside, box


@pytest.mark.parametrize("width", [320, PHONE])
def test_a_tap_opens_a_sheet_at_the_bottom(reader: Reader, site: Site, width: int) -> None:
    page = reader.open(site.richest, width=width, touch=True)
    card = page.locator(CARD)
    for mark in (page.locator(WITH_WORDS).nth(2), page.locator(SIGN).nth(2)):
        mark.tap()
        expect(card).to_be_visible()
        sheet = box(card)
        assert sheet["width"] == width
        assert sheet["y"] + sheet["height"] == 700
        assert sheet["height"] <= 700 / 2
        assert_beside(page, mark)
        close = box(card.get_by_role("button", name="Close"))
        assert min(close["width"], close["height"]) >= 44
        card.get_by_role("button", name="Close").tap()
        expect(card).to_be_hidden()


@pytest.mark.parametrize(("by", "closed"), [(30, False), (120, True)])
def test_a_sheet_is_drawn_away(reader: Reader, site: Site, by: int, closed: bool) -> None:
    page = reader.open(site.richest, width=PHONE, touch=True)
    page.locator(WITH_WORDS).nth(2).tap()
    card = page.locator(CARD)
    expect(card).to_be_visible()
    x, y = PHONE / 2, box(card)["y"] + 15
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y + by / 2)
    page.mouse.move(x, y + by)
    assert box(card)["y"] == pytest.approx(y - 15 + by, abs=1)
    page.mouse.up()
    expect(card).to_be_visible(visible=not closed)
    if not closed:
        assert box(card)["y"] == pytest.approx(y - 15, abs=1)


def test_neighbours_each_open_their_own_card(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest, width=PHONE, touch=True)
    for mark in page.locator(MARK).all():
        mark.evaluate("each => each.scrollIntoView({ block: 'center', behavior: 'instant' })")
        hit = mark.evaluate(
            "each => { const box = (each.querySelector('sup') ?? each).getBoundingClientRect();"
            " return document.elementFromPoint(box.right - 3, (box.top + box.bottom) / 2)?.closest('a')?.id }"
        )
        assert hit == mark.get_attribute("id")


def test_a_thumb_need_not_hit_the_number(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest, width=PHONE, touch=True)
    sign = page.locator(SIGN).nth(2)
    sign.scroll_into_view_if_needed()
    number = box(sign)
    page.touchscreen.tap(number["x"] + number["width"] / 2, number["y"] + number["height"] + 5)
    expect(page.locator(CARD)).to_be_visible()


REACH = """marks => marks.map(mark => {
    mark.scrollIntoView({ block: "center", behavior: "instant" });
    const box = mark.getClientRects()[0], x = box.left + box.width / 2, y = box.top + box.height / 2;
    const answers = (at) => document.elementFromPoint(x, at)?.closest("a") === mark;
    let up = 0, down = 0;
    while (up < 60 && answers(y - up - 1)) up++;
    while (down < 60 && answers(y + down + 1)) down++;
    return up + down + 1;
})"""


def test_all_marks_reach_about_as_far_up_and_down(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest, width=PHONE, touch=True)
    of_words = page.locator(f"main :is({WITH_WORDS}, a.sourced-name):visible").evaluate_all(REACH)
    of_numbers = page.locator(f"main {SIGN}:visible").evaluate_all(REACH)
    assert min(len(of_words), len(of_numbers)) > 5
    assert min(of_words + of_numbers) >= 20, "where two stand above each other, each has its half"
    assert max(of_words + of_numbers) <= 1.6 * min(of_words + of_numbers)
