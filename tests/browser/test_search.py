"""Searching for what people type. Only the first group of queries was looked at while it was written."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from .reading import Reader

KNOWN = {
    "Masoud": "Massoud",
    "Motaqi": "Muttaqi",
    "150,000": "150,000",
    "1996": "1996",
    "five lions": "five lions",
    "massive natural military": "natural military advantages",
    "hindukush": "Hindu Kush",
}
OTHERS = {
    "115km": "115 ?km",
    "Amrulah Sale": "Amrullah Saleh",
    "Panjsher": "Panjshir",
    "doorstep of the capital": "doorstep of the capital",
    "emerald": "emeralds",
    "how long is the valley": "115 km|long and narrow",
    "kings college": "King’s College London",
    "lion of panjshir": "Lion of Panjshir",
    "muttaki": "Muttaqi",
    "panshir population": "Tajik population|150,000",
    "resistence front": "Resistance Front|resistance front",
    "september 9 2001": "9 September 2001",
    "soviet tanks wreck": "Wrecks of Soviet|wrecks of Soviet",
    "who killed massoud": "assassin|Assassin",
}


def search(reader: Reader, query: str, *, from_disk: bool = False) -> Page:
    """The search page, with the results of a query."""
    page = reader.open("search.html", at=f"?q={quote(query)}", from_disk=from_disk)
    expect(page.locator(".sourced-found")).to_be_visible()
    return page


@pytest.mark.parametrize(("query", "words"), [pytest.param(q, w, id=q) for q, w in (KNOWN | OTHERS).items()])
def test_what_people_type_is_found(reader: Reader, query: str, words: str) -> None:
    page = search(reader, query)
    first = page.locator(".sourced-results li").all()[:3]
    found = next((each for each in first if re.search(words, each.locator("p").text_content() or "")), None)
    assert found, [each.text_content() for each in first]
    found.locator("a").click()
    place = page.url.partition("#")[2]
    assert place
    expect(page.locator(f'[id="{place}"]')).to_be_in_viewport()


@pytest.mark.parametrize("query", ["Masoud", "1996"])
def test_searching_works_from_disk(reader: Reader, query: str) -> None:
    assert search(reader, query, from_disk=True).locator(".sourced-results li").count() > 1


def test_what_is_not_there_is_said(reader: Reader) -> None:
    page = search(reader, "zeppelin")
    expect(page.locator(".sourced-found")).to_have_text("No passages; nowhere in the book: “zeppelin”.")
    assert not page.locator(".sourced-results li").count()


def test_results_follow_what_is_typed(reader: Reader) -> None:
    page = search(reader, "emerald")
    field = page.locator("main input[name=q]")
    expect(field).to_have_value("emerald")
    field.fill("Kabul")
    expect(page.locator(".sourced-results mark").first).to_have_text("Kabul")
    assert page.url.endswith("?q=Kabul")


def test_a_query_is_text_and_nothing_else(reader: Reader) -> None:
    page = search(reader, "<img src=x onerror=alert(1)>")
    assert not page.locator("main .sourced-found img, .sourced-results img").count()
