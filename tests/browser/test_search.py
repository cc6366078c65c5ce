"""Searching: what is read as another word, where else is looked, and what is said where nothing is found."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from .reading import Reader


def search(reader: Reader, query: str, *, from_disk: bool = False) -> Page:
    """The search page, with the results of a query."""
    page = reader.open("search.html", at=f"?q={quote(query)}", from_disk=from_disk)
    expect(page.locator(".sourced-found")).to_be_visible()
    return page


@pytest.mark.parametrize(("typed", "not_"), [("tankers", "talks"), ("wafer", "water"), ("roses", "rises")])
def test_no_common_word_is_taken_for_another(reader: Reader, typed: str, not_: str) -> None:
    said = search(reader, typed).locator(".sourced-found")
    expect(said).to_contain_text("nowhere in the book")
    expect(said).not_to_contain_text(f"read as {not_}")


def test_a_slip_of_the_finger_is_mended(reader: Reader) -> None:
    """As are words that readers use for those of reports."""
    expect(search(reader, "narow").locator(".sourced-found")).to_contain_text("read as narrow")
    first = search(reader, "op-ed").locator(".sourced-results > li").first
    expect(first.locator("a").first).to_have_text(re.compile("article in The Washington Post"))


def test_reference_pages_are_looked_through_when_asked(reader: Reader) -> None:
    page = search(reader, "sentence")
    labels = page.locator(".sourced-results .sourced-label")
    before = labels.all_text_contents().count("Page")
    page.get_by_role("button", name="Look in the reference pages as well").click()
    expect(page.get_by_role("button", name="Look in the reference pages as well")).to_have_count(0)
    assert labels.all_text_contents().count("Page") > before


@pytest.mark.parametrize("query", ["Masoud", "1996"])
def test_searching_works_from_disk(reader: Reader, query: str) -> None:
    assert search(reader, query, from_disk=True).locator(".sourced-results li").count() > 1


def test_what_is_not_there_is_said(reader: Reader) -> None:
    page = search(reader, "zeppelin")
    expect(page.locator(".sourced-found")).to_have_text("No results; nowhere in the book: “zeppelin”.")
    assert not page.locator(".sourced-results li").count()


@pytest.mark.parametrize("query", ["zzz", ""])
def test_who_finds_nothing_is_offered_the_index_the_names_and_the_chapters(
    reader: Reader, query: str
) -> None:
    page = reader.open("search.html", at=f"?q={query}")
    elsewhere = page.get_by_role("navigation", name="Where else to look")
    expect(elsewhere).to_be_visible()
    for title in ("The valley, and why it could be held", "Who had held it"):
        expect(elsewhere.get_by_role("link", name=title, exact=True)).to_be_visible()
    for number, heading in ((0, "Index"), (1, "Names")):
        page.goto(page.url)
        elsewhere.get_by_role("link").nth(number).click()
        expect(page.locator("h1")).to_contain_text(heading)
        page.go_back()
    page.locator("main input[name=q]").fill("emerald")
    expect(elsewhere).to_have_count(0)
