"""A name says who is meant, and a source what it is."""

from __future__ import annotations

from playwright.sync_api import expect

from .reading import CARD, MARK, WITH_WORDS, Reader, Site, assert_beside


def test_a_name_says_who_is_meant(reader: Reader, site: Site) -> None:
    with_names = next(path for path in site.pages if 'class="sourced-name" href' in site.text(path))
    page = reader.open(with_names)
    name = page.locator('a.sourced-name[data-kind="person"]').first
    name.hover()
    card = page.locator(CARD)
    expect(card).to_contain_text(name.get_attribute("data-name") or "?")
    name.click()
    assert card.aria_snapshot().startswith('- dialog "Who is this?"')
    assert_beside(page, name)
    card.get_by_role("link").click()
    place = page.url.partition("#")[2]
    expect(page.locator(f'[id="{place}"]')).to_be_in_viewport()


def test_a_source_is_introduced_where_a_chapter_first_names_it(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest)
    source = page.locator('a.sourced-name[data-kind="source"][data-inferred]').first
    card = page.locator(CARD)
    source.click()
    assert card.aria_snapshot().startswith('- dialog "Which source is this?"')
    for told in ("name", "published", "inferred"):
        expect(card).to_contain_text(source.get_attribute(f"data-{told}") or "?")
    page.keyboard.press("Escape")
    assert source.evaluate("each => each === document.activeElement")
    name = source.get_attribute("data-name") or "?"
    source.click()
    card.get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text(name, ignore_case=True)


def test_a_name_looks_like_no_fact(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest)
    lines = [
        page.locator(each).first.evaluate("each => getComputedStyle(each).textDecorationStyle")
        for each in (f"{WITH_WORDS} .sourced-said", "a.sourced-name")
    ]
    assert lines[0] != lines[1]
    assert not page.locator(
        f"a.sourced-name {MARK}, {MARK} a.sourced-name, :is(h1, h2, h3) a.sourced-name"
    ).count()


def test_without_scripts_a_name_leads_to_what_is_told_of_it(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest, scripts=False)
    page.locator('a.sourced-name[data-kind="person"]').first.click()
    expect(page.locator(f'[id="{page.url.partition("#")[2]}"]')).to_be_in_viewport()
