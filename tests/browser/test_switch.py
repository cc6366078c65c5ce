"""The switch that marks every sourced passage at once."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .reading import MARK, SWITCH, Reader, Site, words

HIGHLIGHTS = "[...CSS.highlights].filter(([name, of]) => name.startsWith('sourced-') && of.size)"
NO_STORE = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"
)


def shown(page: Page) -> list[str]:
    """The sentences that are marked, each as often as it is in pieces."""
    texts: list[str] = page.evaluate(f"{HIGHLIGHTS}.flatMap(([, of]) => [...of].map(String))")
    return [words(text) for text in texts]


def test_the_switch_marks_every_sourced_passage_and_takes_it_back(chapter: Page) -> None:
    switch = chapter.get_by_role("button", name="Show what this rests on")
    before = words(chapter.locator("main").inner_text())
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.press("Space")
    expect(switch).to_have_attribute("aria-pressed", "true")
    for mark in chapter.locator(MARK).all():
        tags = mark.evaluate(
            "each => { let part = each.closest('sup') ?? each; part = part.closest('a') ?? part;"
            " while (part.nextElementSibling?.matches('.sourced-apart')) part = part.nextElementSibling;"
            " return part.nextElementSibling.className }"
        )
        assert tags == "sourced-tags"
    assert shown(chapter)
    switch.click()
    assert not shown(chapter)
    assert words(chapter.locator("main").inner_text()) == before


def test_the_words_of_each_mark_are_marked(chapter: Page) -> None:
    chapter.locator(SWITCH).click()
    marked = shown(chapter)
    with_words = chapter.locator(f"{MARK}.sourced-mark").all()
    assert with_words
    for mark in with_words:
        said = words(mark.evaluate("each => each.firstChild.textContent"))
        assert any(said in text for text in marked), said


def test_every_source_has_a_tag_in_the_legend(chapter: Page) -> None:
    chapter.locator(SWITCH).click()
    named = {words(item) for item in chapter.locator(".sourced-legend li .sourced-tag").all_text_contents()}
    used = {words(item) for item in chapter.locator(".sourced-tags .sourced-tag").all_text_contents()}
    assert used == named
    assert len(named) == chapter.locator(".sourced-legend li").count() > 1


def test_the_switch_is_remembered(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest)
    page.locator(SWITCH).click()
    page.goto(reader.address("index.html"))
    expect(page.locator(SWITCH)).to_have_attribute("aria-pressed", "true")
    assert shown(page)
    page.locator(SWITCH).click()
    page.reload()
    expect(page.locator(SWITCH)).to_have_attribute("aria-pressed", "false")


def test_the_switch_works_where_nothing_may_be_stored(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest, before=NO_STORE)
    page.locator(SWITCH).click()
    assert shown(page)


def test_there_is_no_switch_without_scripts(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest, scripts=False)
    expect(page.locator(SWITCH)).to_be_hidden()
