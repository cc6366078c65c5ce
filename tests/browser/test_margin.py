"""Quotations beside the text that they bear out, where there is room; the sign of what waits for review."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page, expect

from .reading import CARD, MARK, NOTES, PHONE, SHIFTS, SWITCH, Reader, Scheme, Site, box, focused, meet, words

MARGIN, GROUP, SIDE, MORE = (
    "#sourced-margin",
    ".sourced-beside:visible",
    ".sourced-proof:visible",
    ".sourced-more:visible",
)
BESIDE = f"{MARK}[data-beside]"
WIDE = (1280, 1600)
TOPS = f"""
[...document.querySelectorAll('main {MARK}')].map((mark) => mark.closest("p").getBoundingClientRect().top)
"""


@pytest.fixture(params=WIDE)
def margin(reader: Reader, site: Site, request: pytest.FixtureRequest) -> Page:
    """The page with the most marks and a margin beside it."""
    page = reader.open(site.richest, width=request.param)
    expect(page.locator(GROUP).first).to_be_visible()
    return page


def note(page: Page, number: str) -> Locator:
    """A note of the page, by its number."""
    return page.locator(f"{NOTES} > li").nth(int(number) - 1)


def numbers(page: Page) -> list[str]:
    """The first number of each quotation that is shown."""
    texts = page.locator(f"{SIDE} .sourced-proof-number").all_text_contents()
    return [re.split(r"\D", text)[0] for text in texts]


def test_a_quotation_stands_first_then_its_source_and_its_date(margin: Page) -> None:
    side = margin.locator(SIDE).first
    first = note(margin, numbers(margin)[0])
    quoted = words(side.locator(".sourced-proof-words").text_content())
    assert quoted[0] + quoted[-1] == "“”"
    letters = re.compile(r"\W+")
    assert letters.sub("", quoted) in letters.sub("", first.text_content() or "")
    line = words(side.locator(".sourced-proof-source").text_content())
    assert line.startswith(words(first.locator("cite").first.text_content()))
    assert side.locator(".sourced-proof-words ~ .sourced-proof-source").count() == 1


def test_the_margin_tells_a_verdict_only_where_nobody_has_reviewed_yet(reader: Reader, site: Site) -> None:
    """That it was reviewed is as it should be, and stands in the note."""
    page = reader.open(site.richest)
    expect(page.locator(GROUP).first).to_be_visible()
    assert "reviewed" not in " ".join(page.locator(SIDE).all_text_contents())
    waiting = re.sub("sourced-is-(reviewed|supported)", "sourced-is-unreviewed", site.text(site.richest))
    page.route(f"**/{site.richest}", lambda route: route.fulfill(body=waiting, content_type="text/html"))
    page.reload()
    expect(page.locator(SIDE).first).to_contain_text("· not yet reviewed")


def test_of_a_long_search_the_margin_has_the_first_words(reader: Reader, site: Site) -> None:
    page = reader.open("geography.html", width=1440)
    absence = page.locator(SIDE).filter(has_text="No source has any of these words").first
    expect(absence).to_contain_text(re.compile(r"words: “[^”]+”, “[^”]+” and \d+ more\.$"))
    first = note(page, (absence.locator(".sourced-proof-number").text_content() or "").split(",")[0])
    told = first.locator(".sourced-absent").text_content() or ""
    assert words(absence.text_content()).endswith(f"and {told.count('“') - 2} more.")


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


def test_what_does_not_fit_is_counted_and_opens_beside_the_text(margin: Page) -> None:
    more = margin.locator(MORE).filter(has_text=re.compile("^and "))
    expect(more.first).to_have_text(re.compile(r"^and \d+ more$"))
    for link in more.all()[:4]:
        link.scroll_into_view_if_needed()
        link.click()
        card = margin.locator(CARD)
        expect(card).to_be_visible()
        hidden = (link.get_attribute("data-notes") or "").split()
        assert card.locator(".sourced-note").count() == len(hidden)
        assert box(card)["x"] >= box(margin.locator("main"))["x"] + box(margin.locator("main"))["width"]
        margin.keyboard.press("Escape")
        expect(card).to_be_hidden()
        expect(link).to_be_focused()


def test_a_mark_whose_quotations_are_there_lights_them_and_opens_no_card(margin: Page) -> None:
    """Until it is pressed."""
    mark = margin.locator(BESIDE).first
    mark.hover()
    expect(margin.locator(".sourced-proof.sourced-near").first).to_be_visible()
    margin.wait_for_timeout(400)
    assert not margin.locator(f"{CARD}:popover-open").count()
    mark.click()
    expect(margin.locator(CARD)).to_be_visible()
    margin.keyboard.press("Escape")
    assert focused(margin) == mark.get_attribute("id")
    other = margin.locator(f"{MARK}:not([data-beside])").first
    other.hover()
    expect(margin.locator(CARD)).to_be_visible()


def test_a_quotation_lights_the_mark_that_rests_on_it(margin: Page) -> None:
    margin.locator(SIDE).first.hover()
    number = numbers(margin)[0]
    lit = margin.locator(f"main {MARK}.sourced-near").first
    assert number in re.split(r"\D+", lit.text_content() or "") or number in (
        lit.get_attribute("data-notes") or ""
    )


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


def test_without_scripts_and_on_paper_there_are_notes(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest, scripts=False)
    expect(page.locator(MARGIN)).to_be_hidden()
    expect(page.locator("#page-toc")).to_be_visible()
    expect(page.locator(f"{NOTES} > li").first).to_be_visible()
    page = reader.open(site.richest)
    page.emulate_media(media="print")
    expect(page.locator(MARGIN)).to_be_hidden()
    expect(page.locator(f"{NOTES} > li").first).to_be_visible()


@pytest.mark.parametrize("width", [PHONE, *WIDE])
def test_nothing_moves_while_a_page_comes(reader: Reader, site: Site, width: int) -> None:
    page = reader.open(site.richest, width=width, before=SHIFTS)
    page.wait_for_timeout(500)
    assert page.evaluate("globalThis.shifted") < 0.01


def test_the_margin_follows_the_text(margin: Page) -> None:
    """Where the switch makes paragraphs longer, quotations move with them."""
    margin.locator(SWITCH).click()
    margin.wait_for_timeout(200)
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_quotation_can_be_read_in_forced_colours_and_has_no_edge_there(
    reader: Reader, site: Site, scheme: Scheme
) -> None:
    page = reader.open(site.richest, scheme=scheme, forced_colors=True)
    side = page.locator(SIDE).first
    assert side.evaluate("each => getComputedStyle(each).borderInlineStartStyle") == "none"
    side.hover()
    number = side.locator(".sourced-proof-number")
    expect(number).to_have_css("text-decoration-line", "underline")


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


def test_no_line_begins_with_a_dot(margin: Page) -> None:
    """What stands between source, date and verdict stays with what is before it."""
    lines = margin.locator(f"{SIDE} .sourced-proof-source").all_text_contents()
    assert any("\N{NO-BREAK SPACE}· " in line for line in lines)
    assert not [line for line in lines if " · " in line]


def test_the_arrow_of_the_first_page_stays_with_its_words(reader: Reader) -> None:
    page = reader.open("index.html", width=320)
    arrow = page.locator(".start a").evaluate("each => getComputedStyle(each, '::after').content")
    assert arrow.startswith('"\N{NO-BREAK SPACE}→')
