"""The room that quotations have beside the text, and that they take from nothing else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from .reading import (
    BESIDE,
    GROUP,
    MARGIN,
    MARK,
    PHONE,
    SHIFTS,
    SIDE,
    SWITCH,
    WIDE,
    Reader,
    Site,
    box,
    meet,
    settle,
    shifted,
)

TOPS = f"""
[...document.querySelectorAll('main {MARK}')].map((mark) => mark.closest("p").getBoundingClientRect().top)
"""


def test_where_no_quotation_has_room_nothing_stands_in_the_margin(reader: Reader) -> None:
    page = reader.open("people.html", width=1280)
    expect(page.locator(GROUP).first).to_be_visible()
    for group in page.locator(GROUP).all():
        assert group.locator(SIDE).count()


def test_groups_stand_level_with_their_text_and_never_on_each_other(margin: Page) -> None:
    groups = [box(group) for group in margin.locator(GROUP).all()]
    assert len(groups) > 5
    text, beside = box(margin.locator("main")), box(margin.locator(MARGIN))
    assert not meet(text, beside)
    tops = margin.evaluate(TOPS)
    for one, other in pairwise(groups):
        assert one["y"] + one["height"] <= other["y"] + 0.5, (one, other)
    for group in groups:
        assert min(abs(group["y"] - top) for top in tops) < 1
        assert beside["x"] <= group["x"]
        assert group["x"] + group["width"] <= beside["x"] + beside["width"]


def test_the_number_of_no_quotation_stands_on_the_text(margin: Page) -> None:
    text = box(margin.locator(".bd-article"))
    for number in margin.locator(f"{SIDE} .sourced-proof-number").all():
        assert box(number)["x"] >= text["x"] + text["width"] + 4


@pytest.mark.parametrize("width", [PHONE, 1200])
def test_where_there_is_no_room_there_is_no_margin(reader: Reader, site: Site, width: int) -> None:
    """And quotations come and go with it."""
    page = reader.open(site.richest, width=width)
    expect(page.locator(MARGIN)).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 700})
    expect(page.locator(GROUP).first).to_be_visible()
    page.set_viewport_size({"width": width, "height": 700})
    expect(page.locator(MARGIN)).to_be_hidden()
    expect(page.locator(BESIDE)).to_have_count(0)


@pytest.mark.parametrize("width", WIDE)
@pytest.mark.parametrize("put_away", [False, True], ids=["chapters", "chapters put away"])
def test_on_the_front_page_quotations_and_the_picture_both_have_a_place(
    reader: Reader, width: int, put_away: bool
) -> None:
    page = reader.open("index.html", width=width)
    if put_away:
        page.locator("#site-nav-button").click()
    groups = page.locator(".sourced-beside:visible")
    expect(groups.first).to_be_visible()
    opening, picture, beside = (
        box(page.locator(each).first) for each in (".opening-words", ".opening svg:visible", MARGIN)
    )
    assert sum(box(each)["y"] < opening["y"] + opening["height"] for each in groups.all()) > 4
    assert picture["width"] > 300
    assert beside["x"] >= opening["x"] + opening["width"]
    assert not meet(picture, beside)
    assert not meet(picture, opening)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [PHONE, *WIDE])
def test_nothing_moves_while_a_page_comes(reader: Reader, site: Site, width: int) -> None:
    page = reader.open(site.richest, width=width, before=SHIFTS)
    page.wait_for_timeout(500)
    assert shifted(page) < 0.01


def test_the_margin_follows_the_text(margin: Page) -> None:
    """Where the switch makes paragraphs longer, quotations move with them."""
    margin.locator(SWITCH).click()
    settle(margin)
    test_groups_stand_level_with_their_text_and_never_on_each_other(margin)


def test_the_list_of_headings_is_beyond_the_margin_or_behind_its_button(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest, width=1600)
    headings, beside = box(page.locator("#page-toc")), box(page.locator(MARGIN))
    assert not meet(headings, beside)
    assert headings["x"] >= beside["x"] + beside["width"]
    page = reader.open(site.richest, width=1280)
    expect(page.locator("#page-toc")).to_be_hidden()
    page.locator("#page-toc-button").click()
    expect(page.locator("#page-toc")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator("#page-toc")).to_be_hidden()
    page.locator("#site-nav-button").click()
    headings = box(page.locator("#page-toc"))
    assert not any(meet(headings, box(page.locator(each))) for each in ("main", MARGIN))


def test_quotations_stand_apart_with_room_for_their_numbers(margin: Page) -> None:
    """No rule of another part of the book, such as a list of people, holds for them as well."""
    sides = [box for side in margin.locator(SIDE).all()[:4] if (box := side.bounding_box())]
    assert len(sides) > 2
    number, words = (margin.locator(f"{SIDE} .sourced-proof-{part}").first for part in ("number", "words"))
    before, behind = number.bounding_box(), words.bounding_box()
    assert before
    assert behind
    assert before["x"] + before["width"] <= behind["x"]
    gaps = [below["y"] - above["y"] - above["height"] for above, below in pairwise(sides)]
    assert min(gaps) >= 10


@pytest.mark.parametrize("path", ["people.html", "events/talks.html"])
def test_no_later_quotation_stands_where_the_first_has_no_room(reader: Reader, path: str) -> None:
    """What bears a sentence out first is not passed over for what is short."""
    page = reader.open(path, width=1280)
    expect(page.locator(GROUP).first).to_be_visible()
    shown: list[list[bool]] = page.locator(GROUP).evaluate_all(
        "all => all.map((each) => [...each.querySelectorAll('.sourced-proof')].map((side) => !side.hidden))"
    )
    assert sum(len(sides) > 1 for sides in shown) > 5
    assert all(sides[0] for sides in shown if any(sides))
    assert any(sides[0] for sides in shown)
