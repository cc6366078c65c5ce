"""The picture of people: out of the way on a phone, open where there is room, and its ties open cards."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .reading import CARD, NOTES, PHONE, SIGN, Reader, Site, box, words

SIDES, TIE = ".sourced-side", "a.sourced-tie"
SUMMARY = ".sourced-ties-box > summary"


def people(reader: Reader, site: Site, *, width: int = 1280, scripts: bool = True) -> Page:
    """The page that has the picture."""
    page = next(each for each in site.pages if "sourced-of-people" in site.text(each))
    return reader.open(page, width=width, scripts=scripts)


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_the_words_come_first(reader: Reader, site: Site, *, scripts: bool) -> None:
    page = people(reader, site, width=PHONE, scripts=scripts)
    expect(page.locator(SIDES).first).to_be_hidden()
    assert box(page.locator("main h2").first)["y"] < 1000, "on the second screen at the latest"
    page.locator(SUMMARY).click()
    expect(page.locator(SIDES).first).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_where_there_is_room_it_is_open(reader: Reader, site: Site, *, scripts: bool) -> None:
    page = people(reader, site, scripts=scripts)
    expect(page.locator(SIDES).first).to_be_visible()
    expect(page.locator(SUMMARY)).to_be_hidden()


def test_a_link_to_somebody_unfolds_it(reader: Reader, site: Site) -> None:
    page = people(reader, site, width=PHONE)
    place = page.locator(f"{SIDES} > li").last.get_attribute("id")
    page.evaluate(f"location.hash = '{place}'")
    expect(page.locator(f"[id='{place}']")).to_be_in_viewport()


def test_a_tie_opens_its_card_as_any_mark_does(reader: Reader, site: Site) -> None:
    """Also one that no sentence of the page cites."""
    page = people(reader, site)
    before = page.url
    ties = page.locator(TIE)
    assert ties.count() > 10
    uncited = page.locator(".sourced-uncited").first.get_attribute("id")
    for tie in (ties.first, page.locator(f"{TIE}[href='#{uncited}']").first):
        tie.click()
        note = page.locator(f"[id='{(tie.get_attribute('href') or '')[1:]}']")
        expect(page.locator(CARD)).to_be_visible()
        statement = words(note.locator(".sourced-stated").text_content())
        expect(page.locator(CARD)).to_contain_text(statement)
        page.keyboard.press("Escape")
        expect(tie).to_be_focused()
    assert page.url == before


def test_without_scripts_a_tie_leads_to_its_note_and_back(reader: Reader, site: Site) -> None:
    page = people(reader, site, scripts=False)
    tie = page.locator(TIE).last
    tie.click()
    note = page.locator(":target")
    expect(note).to_be_in_viewport()
    back = note.locator(f".sourced-back a[href='#{tie.get_attribute('id')}']")
    back.click()
    expect(tie).to_be_in_viewport()


def test_paper_has_the_picture_and_no_notes_that_nothing_there_names(reader: Reader, site: Site) -> None:
    page = people(reader, site, width=PHONE)
    page.emulate_media(media="print")
    expect(page.locator(SIDES).first).to_be_visible()
    assert not page.locator(".sourced-uncited:visible").count()
    assert page.locator(".sourced-note-list > li:visible").count() > 10


def test_a_card_looks_the_same_wherever_it_is_opened(reader: Reader, site: Site) -> None:
    page = people(reader, site)
    looks = []
    for mark in (page.locator(TIE).first, page.locator(SIGN).first):
        mark.click()
        looks.append(
            [
                page.locator(f"{CARD} .sourced-{part}").first.evaluate(
                    "each => { const { fontSize, lineHeight } = getComputedStyle(each);"
                    " return [fontSize, lineHeight]; }"
                )
                for part in ("statement", "quotation > p", "source")
            ]
        )
        page.keyboard.press("Escape")
    assert looks[0] == looks[1]


def test_the_button_counts_the_notes_of_the_text_and_those_of_the_picture(reader: Reader, site: Site) -> None:
    """As the head of the page counts facts."""
    page = people(reader, site)
    pictured = page.locator(".sourced-uncited").count()
    cited = page.locator(f"{NOTES} > li").count() - pictured
    assert pictured > 1
    expect(page.locator(".sourced-head")).to_contain_text(f"{cited} facts")
    expect(page.locator(".sourced-fold")).to_have_text(f"Show {cited} notes, and {pictured} of the picture")


def test_who_tells_a_tie_also_is_told_by_name(reader: Reader, site: Site) -> None:
    page = people(reader, site)
    texts = [words(text) for text in page.locator(f"{SIDES} li > p").all_text_contents()]
    assert any("told also by " in text for text in texts)
    assert not [text for text in texts if "account 2" in text]
