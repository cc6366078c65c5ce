"""Folds and entries: opened by links, by hand and by the filter, and open where no script runs."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from .reading import PHONE, WIDTHS, Reader, Site, words

ENTRY = ".sourced-entry"
FOLD = ".sourced-folded > details"


@pytest.fixture
def facts(reader: Reader, site: Site) -> Page:
    """The list of all facts."""
    return reader.open(listing(site))


def listing(site: Site) -> str:
    """The page of the list of all facts."""
    return next(page for page in site.pages if 'class="sourced-entry" id="fact-' in site.text(page))


def differences(site: Site) -> str:
    """The page of the differences."""
    return next(page for page in site.pages if 'class="sourced-positions' in site.text(page))


def last_id(page: Page) -> str:
    """The ID of the last entry that has a quotation."""
    return str(page.locator(ENTRY).filter(has=page.locator(".sourced-quotation")).last.get_attribute("id"))


def in_sight(entry: Locator) -> bool:
    """Whether the beginning of an entry is on the screen, below what covers its top."""
    return bool(
        entry.evaluate(
            """entry => {
                const { top, left } = entry.querySelector('.sourced-statement').getBoundingClientRect();
                const seen = document.elementFromPoint(left + 2, top + 4);
                return entry.contains(seen);
            }"""
        )
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_link_to_a_fact_shows_all_it_rests_on(
    reader: Reader, site: Site, width: int, *, scripts: bool
) -> None:
    page = listing(site)
    id_ = last_id(reader.open(page))
    opened = reader.open(page, at=f"#{id_}", width=width, scripts=scripts)
    entry = opened.locator(f"#{id_}")
    for part in (".sourced-statement", ".sourced-kind", ".sourced-quotation", ".sourced-quotation a"):
        expect(entry.locator(part).first).to_be_visible()
    assert in_sight(entry)


def test_a_link_on_the_page_opens_what_it_leads_to(facts: Page) -> None:
    entry = facts.locator(f"#{last_id(facts)}")
    expect(entry).to_be_hidden()
    facts.evaluate("id => { location.hash = id; }", last_id(facts))
    expect(entry).to_be_visible()


def test_the_pages_that_use_a_fact_are_entered_at_its_note(facts: Page) -> None:
    entry = facts.locator(f"#{last_id(facts)}")
    facts.evaluate("id => { location.hash = id; }", last_id(facts))
    entry.locator(".sourced-used a").first.click()
    expect(facts.locator(".sourced-note:target")).to_have_count(1)


def test_folds_open_by_hand_and_all_at_once(facts: Page) -> None:
    folds, opened = facts.locator(FOLD), facts.locator(f"{FOLD}[open]")
    expect(opened).to_have_count(0)
    folds.first.locator("summary").press("Enter")
    expect(opened).to_have_count(1)
    count = facts.locator(".sourced-folded > details").count()
    expect(facts.locator(".sourced-all")).to_have_text(f"Open all {count}")
    facts.get_by_role("button", name="Open all").click()
    expect(opened).to_have_count(folds.count())
    facts.get_by_role("button", name="Close all").click()
    expect(opened).to_have_count(0)


def test_the_filter_opens_what_has_all_words_and_says_how_many(facts: Page) -> None:
    count = facts.locator(ENTRY).count()
    word = words(facts.locator(f"{ENTRY} .sourced-statement").last.text_content()).split()[1]
    facts.get_by_label("Filter").fill(f"{word.upper()} report")
    shown = facts.locator(f"{ENTRY}:visible")
    assert 0 < shown.count() < count
    for fold in facts.locator(f"{FOLD}:visible").all():
        subject = words(fold.locator("summary").text_content()).lower()
        for text in fold.locator(f"{ENTRY}:visible").all_text_contents():
            assert word.lower() in f"{subject} {text.lower()}"
    expect(facts.get_by_role("status")).to_have_text(f"{shown.count()} of {count}")
    facts.get_by_label("Filter").fill("no such words anywhere")
    expect(shown).to_have_count(0)
    expect(facts.locator(f"{FOLD}:visible")).to_have_count(0)
    expect(facts.get_by_role("status")).to_have_text("Nothing here")
    expect(facts.get_by_role("button", name="Open all")).to_be_hidden()
    facts.get_by_role("button", name="Clear").click()
    expect(facts.get_by_label("Filter")).to_have_value("")
    expect(facts.get_by_label("Filter")).to_be_focused()
    expect(facts.get_by_role("button", name="Clear")).to_be_hidden()
    expect(facts.get_by_role("button", name="Open all")).to_be_visible()
    facts.get_by_label("Filter").fill("")
    expect(facts.locator(f"{FOLD}:visible")).to_have_count(facts.locator(FOLD).count())
    expect(facts.locator(f"{FOLD}[open]")).to_have_count(0)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Masoud", "Massoud"),
        ("massood", "Massoud"),
        ("Mas[s]oud", "Massoud"),
        ("Motaqi", "Muttaqi"),
        ("NRF", "NRF|National Resistance Front"),
        ("kings college", "King’s College"),
        ("150,000", "150,000|1,50,000"),
    ],
)
def test_the_filter_knows_how_names_are_spelt(facts: Page, typed: str, printed: str) -> None:
    facts.get_by_label("Filter").fill(typed)
    shown = facts.locator(f"{ENTRY}:visible")
    expect(shown.first).to_be_visible()
    for fold in facts.locator(f"{FOLD}:visible").all():
        assert re.search(printed, words(fold.text_content()))


def test_the_filter_of_names_knows_spellings_that_are_not_printed(reader: Reader) -> None:
    names = reader.open("names.html")
    for typed in ("Ahmad Shah Masoud", "Ahmad Shah Mas[s]oud", "ahmad-shah massoud"):
        names.get_by_label("Filter").fill(typed)
        expect(names.locator(f"{ENTRY}:visible strong").first).to_have_text("Ahmad Shah Massoud")


def test_a_link_to_what_the_filter_hides_shows_it(facts: Page) -> None:
    entry = facts.locator(f"#{last_id(facts)}")
    facts.get_by_label("Filter").fill("no such words anywhere")
    expect(entry).to_be_hidden()
    facts.evaluate("id => { location.hash = id; }", last_id(facts))
    expect(entry).to_be_visible()
    assert in_sight(entry)


def test_without_scripts_everything_stands_open(reader: Reader, site: Site) -> None:
    for page in (listing(site), differences(site)):
        opened = reader.open(page, scripts=False)
        quotations = opened.locator(".sourced-quotation")
        expect(quotations.first).to_be_visible()
        expect(quotations.last).to_be_visible()
        expect(opened.locator(".sourced-tools")).to_be_hidden()


def test_a_page_of_entries_is_wide_before_the_first_of_them_comes(reader: Reader, site: Site) -> None:
    for page in site.pages:
        body = re.search("<body[^>]*>", site.text(page))
        assert body
        assert ("with-entries" in body[0]) == ('class="sourced-entry"' in site.text(page))
    width = "document.querySelector('main').offsetWidth"
    page = reader.open(listing(site))
    before = page.evaluate(width)
    page.evaluate(
        "document.querySelectorAll('.sourced-grouped, .sourced-entries').forEach((each) => each.remove())"
    )
    assert page.evaluate(width) == before


def test_what_opens_all_folds_stands_before_the_first_heading_of_any(reader: Reader, site: Site) -> None:
    page = reader.open(differences(site))
    tools = page.locator(".sourced-tools")
    expect(tools).to_have_text(f"Open all {page.locator(FOLD).count()}")
    first = page.locator(f"section:has(> {FOLD}) > h2").first
    assert tools.evaluate("(each, head) => each.compareDocumentPosition(head) & 4", first.element_handle())
    assert page.locator(f"section:has(> {FOLD})").count() > 1


def test_the_headings_of_the_list_stand_in_the_list_of_headings(facts: Page) -> None:
    links = facts.locator("#page-toc a[href^='#about-']")
    assert links.count() == facts.locator(FOLD).count()


@pytest.mark.parametrize("width", [320, PHONE])
def test_entries_are_cards_on_a_phone(reader: Reader, site: Site, width: int) -> None:
    page = reader.open(listing(site), width=width)
    page.get_by_role("button", name="Open all").click()
    entry = page.locator(ENTRY).first
    said, given = (entry.locator(part).bounding_box() for part in (".sourced-stated", ".sourced-basis"))
    assert said
    assert given
    assert said["y"] + said["height"] <= given["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
