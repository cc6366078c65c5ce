"""Tables that can be sorted and filtered, by pointer and by keyboard, and plain ones where no script runs."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .reading import PHONE, Reader, Site

TABLE = "table.sourced-sortable"
ROWS = f"{TABLE} tbody tr"
STATEMENTS = f"{ROWS}:not([hidden]) td.sourced-statement"


@pytest.fixture
def table(reader: Reader, site: Site) -> Page:
    """The table of all facts."""
    return reader.open(facts(site))


def facts(site: Site) -> str:
    """The page of the table of all facts."""
    return next(page for page in site.pages if "sourced-facts" in site.text(page))


def shown(page: Page) -> list[str]:
    """The statements that are shown, in order."""
    return page.locator(STATEMENTS).all_text_contents()


def test_a_heading_sorts_both_ways_and_back(table: Page) -> None:
    before = shown(table)
    button = table.get_by_role("button", name="Statement")
    heading = table.locator("th.sourced-statement")
    button.press("Enter")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    up = shown(table)
    assert up != before
    assert sorted(up) == sorted(before)
    button.click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert shown(table)[0] == up[-1]
    button.click()
    assert heading.get_attribute("aria-sort") is None
    assert shown(table) == before


def test_dates_sort_by_date_and_empty_cells_come_last(table: Page) -> None:
    button = table.get_by_role("button", name="As of")
    for _ in range(2):
        button.click()
        cells = table.locator(f"{ROWS} td.sourced-as-of")
        keys = cells.evaluate_all("all => all.map(c => c.className.match(/sourced-key-(\\S+)/)?.[1] ?? '')")
        dated = [key for key in keys if key]
        assert dated
        assert keys == dated + [""] * (len(keys) - len(dated))
        assert dated in (sorted(dated), sorted(dated, reverse=True))


def test_the_filter_shows_what_has_all_words_and_says_how_many(table: Page) -> None:
    count = table.locator(ROWS).count()
    word = shown(table)[-1].split()[1]
    field = table.get_by_label("Filter")
    field.fill(word.upper())
    rows = table.locator(f"{ROWS}:not([hidden])")
    assert 0 < rows.count() <= count
    assert all(word.lower() in text.lower() for text in rows.all_text_contents())
    expect(table.get_by_role("status")).to_have_text(f"{rows.count()} of {count} rows")
    field.fill("no such words anywhere")
    expect(rows).to_have_count(0)
    field.fill("")
    expect(rows).to_have_count(count)


def test_a_link_to_a_hidden_row_shows_it(table: Page) -> None:
    row = table.locator(ROWS).last
    table.get_by_label("Filter").fill("no such words anywhere")
    expect(row).to_be_hidden()
    table.evaluate("id => { location.hash = id; }", row.get_attribute("id"))
    expect(row).to_be_visible()


@pytest.mark.parametrize("width", [320, PHONE])
def test_rows_are_cards_on_a_phone(reader: Reader, site: Site, width: int) -> None:
    page = reader.open(facts(site), width=width)
    row = page.locator(ROWS).nth(1)
    statement, subject = row.locator("td.sourced-statement"), row.locator("td.sourced-subject")
    first, second = statement.bounding_box(), subject.bounding_box()
    assert first
    assert second
    assert first["y"] + first["height"] <= second["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_it_is_a_plain_table(reader: Reader, site: Site) -> None:
    page = reader.open(facts(site), scripts=False)
    expect(page.locator(ROWS).last).to_be_visible()
    expect(page.locator("th.sourced-statement")).to_have_text("Statement")
    assert page.locator(f"{TABLE} button, .sourced-tools").count() == 0
