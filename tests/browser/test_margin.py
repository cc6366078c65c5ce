"""Quotations beside the text that they bear out, where there is room; the sign of what waits for review."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from .reading import (
    BESIDE,
    CARD,
    GROUP,
    MARGIN,
    MARK,
    NOTES,
    SIDE,
    Reader,
    Scheme,
    Site,
    box,
    focused,
    words,
)

MORE = ".sourced-more:visible"


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


def test_without_scripts_and_on_paper_there_are_notes(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest, scripts=False)
    expect(page.locator(MARGIN)).to_be_hidden()
    expect(page.locator("#page-toc")).to_be_visible()
    expect(page.locator(f"{NOTES} > li").first).to_be_visible()
    page = reader.open(site.richest)
    page.emulate_media(media="print")
    expect(page.locator(MARGIN)).to_be_hidden()
    expect(page.locator(f"{NOTES} > li").first).to_be_visible()


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
