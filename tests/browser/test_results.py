"""How the results of a search are shown, and what each leads to."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from .reading import Reader
from .test_search import search

BROAD = {"fighting": "Fighting, rumour and silence", "talks": "Words, and talks that failed"}
"""What many passages tell of: the chapter on it comes before the words by which the book speaks of it."""


def test_all_results_are_shown_on_demand(reader: Reader) -> None:
    page = search(reader, "Massoud")
    results = page.locator(".sourced-results > li")
    more = page.get_by_role("button", name="Show all")
    count = int((more.text_content() or "").rpartition(" ")[2])
    assert count > 40
    more.click()
    expect(results).to_have_count(count)
    expect(results.nth(40).locator("a").first).to_be_focused()
    expect(page.locator(".sourced-found")).to_have_text(re.compile(rf"^{count} results"))
    expect(more).to_have_count(0)


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


def test_each_result_says_what_it_is_and_how_many_there_are(reader: Reader) -> None:
    page = search(reader, "Massoud")
    assert re.match(r"40 of \d{2,} results", page.locator(".sourced-found").text_content() or "")
    assert page.locator(".sourced-results li").count() == 40
    labels = page.locator(".sourced-results .sourced-label").all_text_contents()
    assert len(labels) == 40
    assert {"Name", "Chapter"} <= set(labels) <= {"Name", "Source", "Chapter", "Page", "Fact"}


def test_a_fact_is_one_result_and_leads_to_where_it_is_used(reader: Reader) -> None:
    page = search(reader, "seized Kabul on 15 August")
    fact = page.locator(".sourced-results li", has=page.locator(".sourced-label", has_text="Fact")).filter(
        has_text="The Taliban seized Kabul on 15 August."
    )
    assert fact.count() == 1
    uses = fact.locator(".sourced-uses a")
    assert uses.count() > 1
    uses.first.click()
    expect(page.locator(f'[id="{page.url.partition("#")[2]}"]')).to_be_in_viewport()


def test_a_source_leads_to_its_page(reader: Reader) -> None:
    page = search(reader, "truncated report")
    page.locator(".sourced-results li", has_text="Source").first.locator("a").first.click()
    expect(page.locator("h1")).to_contain_text("truncated report")


def test_without_scripts_it_says_so_and_offers_the_index(reader: Reader) -> None:
    page = reader.open("search.html", scripts=False)
    assert "needs JavaScript" in page.locator("main").inner_text()
    page.locator("main").get_by_role("link", name="index").click()
    expect(page.locator("h1")).to_have_text("Index")


@pytest.mark.parametrize("query", BROAD)
def test_a_broad_search_leads_to_the_chapter_first(reader: Reader, query: str) -> None:
    first = search(reader, query).locator(".sourced-results > li").first
    expect(first.locator(".sourced-label")).to_have_text("Chapter")
    expect(first.locator("a").first).to_have_text(BROAD[query])


@pytest.mark.parametrize(
    ("query", "name"), [("tolo news", "TOLOnews"), ("hindukush", "Hindu Kush"), ("al qaeda", "al Qaeda")]
)
def test_a_name_is_found_written_together_or_apart(reader: Reader, query: str, name: str) -> None:
    first = search(reader, query).locator(".sourced-results > li").first
    expect(first.locator(".sourced-label")).to_have_text("Name")
    expect(first.locator("a").first).to_have_text(name)


def test_a_word_of_a_longer_name_is_not_what_another_word_means(reader: Reader) -> None:
    """A tweet is a post, and The Washington Post is none; whoever types that word means it."""
    titles = search(reader, "tweet").locator(".sourced-results > li .sourced-result").all_text_contents()
    assert "Name Twitter" in titles[0]
    assert not [title for title in titles if re.search("^Name .*Washington Post", title)]
    typed = search(reader, "post").locator(".sourced-results > li .sourced-result").all_text_contents()
    assert [title for title in typed if re.search("^Name The Washington Post", title)]
