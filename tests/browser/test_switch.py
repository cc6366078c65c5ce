"""The switch that shows what a page rests on, sentence by sentence."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .reading import MARK, SWITCH, Reader, Site, box, words

HIGHLIGHTS = "[...CSS.highlights].filter(([name, of]) => name.startsWith('sourced-') && of.size)"
NO_STORE = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"
)
ON, OFF = "Hide sources", "Show what this rests on"
AROUND = """each => {
    const block = each.closest("blockquote.sourced-block, p, li, td, th, dd, dt");
    const range = new Range();
    const said = () => {
        const copy = range.cloneContents();
        const others = ".sourced-number, .sourced-tags, .sourced-card";
        for (const other of copy.querySelectorAll(others)) other.remove();
        return copy.textContent;
    };
    range.setStart(block, 0);
    range.setEndBefore(each);
    const before = said();
    range.selectNodeContents(block);
    range.setStartAfter(each);
    return [before, said()];
}"""


STILL = """() => new Promise((done) => {
    const look = (last) => {
        const now = document.querySelector("main").innerHTML;
        now === last ? done(now) : setTimeout(look, 300, now);
    };
    look();
})"""
"""What the page holds once quotations beside the text have found their places."""


def shown(page: Page) -> list[str]:
    """The sentences that are marked, each as often as it is in pieces."""
    texts: list[str] = page.evaluate(f"{HIGHLIGHTS}.flatMap(([, of]) => [...of].map(String))")
    return [words(text) for text in texts]


def switched_on(reader: Reader, path: str, **options: object) -> Page:
    """A page with the switch on."""
    page = reader.open(path, **options)  # type: ignore[arg-type]  # what `open` takes
    page.locator(SWITCH).click()
    return page


def test_the_switch_marks_every_sourced_passage_and_takes_it_back(chapter: Page) -> None:
    before = chapter.evaluate(STILL)
    chapter.get_by_role("button", name=OFF).press("Space")
    expect(chapter.get_by_role("button", name=ON)).to_be_visible()
    blocks = chapter.locator(f"main :is(p, li, td):not(:has(p)):has({MARK})").all()
    assert len(blocks) > 10
    for block in blocks:
        assert block.locator(".sourced-tags").count()
    assert shown(chapter)
    chapter.get_by_role("button", name=ON).click()
    assert not shown(chapter)
    expect(chapter.get_by_role("button", name=OFF)).to_be_visible()
    # Quotations beside the text find their places anew, a moment later.
    same = "before => document.querySelector('main').innerHTML === before"
    chapter.wait_for_function(same, arg=before, timeout=10_000)


def test_the_words_of_each_mark_are_marked(chapter: Page) -> None:
    chapter.locator(SWITCH).click()
    marked = shown(chapter)
    with_words = chapter.locator(f"{MARK}.sourced-mark").all()
    assert with_words
    for mark in with_words:
        said = words(mark.evaluate("each => each.firstChild.textContent"))
        assert any(said in text for text in marked), said


def test_sources_are_named_behind_a_sentence_and_its_full_stop(reader: Reader, site: Site) -> None:
    pages = [path for path in site.pages if 'class="sourced-switch"' in site.text(path)]
    assert len(pages) > 5
    page = reader.open(pages[0])
    page.locator(SWITCH).click()
    for path in pages:
        page.goto(reader.address(path))
        for before, after in page.locator(".sourced-tags").evaluate_all(f"all => all.map({AROUND})"):
            assert not re.match(r"\s*[^\s\w“‘(—–$]", after), (path, before[-40:], after[:40])
            assert not after.strip() or re.search(r"[.!?][”’)]*\s*$", before), (
                path,
                before[-40:],
                after[:40],
            )
            assert not after.strip() or re.match(r"\s", after), (path, before[-40:], after[:40])


def test_every_tag_is_in_the_legend(chapter: Page) -> None:
    chapter.locator(SWITCH).click()
    legend = chapter.locator(".sourced-legend")
    named = set(legend.locator(".sourced-tag").all_text_contents())
    used = set(chapter.locator(".sourced-tags .sourced-tag").all_text_contents())
    assert used <= named
    assert len(named) > 3
    for explained in ("several reports", "a claim", "accounts differ", "the editors’ own words"):
        expect(legend).to_contain_text(explained)


def test_what_somebody_claims_or_another_denies_is_told_apart(reader: Reader, site: Site) -> None:
    page = switched_on(reader, "events/talks.html")
    claims = page.locator('.sourced-tags[aria-label*="holds a claim"]')
    assert 0 < claims.count() < page.locator(".sourced-tags").count()
    for claim in claims.all():
        assert claim.locator(".sourced-claim").count()
    edge = page.locator(".sourced-tags .sourced-claim").first.evaluate(
        "each => getComputedStyle(each).borderStyle"
    )
    assert edge == "dashed"
    differing = page.locator('.sourced-tags[aria-label*="accounts differ"]')
    assert 0 < differing.count() == page.locator(".sourced-tags .sourced-differs").count()


def test_a_source_has_one_tint_on_every_page(reader: Reader, site: Site) -> None:
    tints: dict[str, set[str]] = {}
    page = switched_on(reader, "geography.html")
    for path in ("geography.html", "people.html", "events/fighting.html"):
        page.goto(reader.address(path))
        for name, tint in page.locator(".sourced-legend .sourced-tag[class*=tint]").evaluate_all(
            "all => all.map(each => [each.textContent, getComputedStyle(each).backgroundColor])"
        ):
            tints.setdefault(name, set()).add(tint)
    assert len(tints) > 3
    assert all(len(found) == 1 for found in tints.values()), tints
    assert len(set.union(*tints.values())) == len(tints)


@pytest.mark.parametrize(("width", "height"), [(768, 1024), (1280, 700)])
def test_where_there_is_room_the_legend_stays_in_sight(
    reader: Reader, site: Site, width: int, height: int
) -> None:
    page = switched_on(reader, site.richest, width=width)
    page.set_viewport_size({"width": width, "height": height})
    mark = page.locator(MARK).nth(30)
    page.evaluate("id => { location.hash = id; }", mark.get_attribute("id"))
    expect(page.locator(".sourced-legend li").last).to_be_in_viewport()
    assert box(page.locator(".sourced-switch"))["height"] < height / 5


@pytest.mark.parametrize(
    ("width", "height"), [(320, 256), (320, 640), (390, 844), (640, 400), (768, 1024), (1280, 700)]
)
def test_the_legend_covers_nothing_that_a_reader_comes_to(
    reader: Reader, site: Site, width: int, height: int
) -> None:
    """Neither a heading, nor a mark, nor most of a low window."""
    page = switched_on(reader, site.richest, width=width, reduced_motion=True)
    page.set_viewport_size({"width": width, "height": height})
    headings = page.locator("main section > h2:visible").all()[1:4]
    assert len(headings) == 3
    for target in [*headings, page.locator(MARK).nth(30)]:
        place = target.evaluate("each => each.id || each.parentElement.id")
        page.evaluate("id => { location.hash = id; }", place)
        expect(target).to_be_in_viewport()
        free = target.evaluate(
            "each => { const { left, top } = each.getClientRects()[0];"
            " return each.contains(document.elementFromPoint(left + 4, top + 4)); }"
        )
        assert free, place
        switch = box(page.locator(".sourced-switch"))
        assert switch["y"] + switch["height"] < height / 3


def test_the_switch_is_remembered(reader: Reader, site: Site) -> None:
    page = switched_on(reader, site.richest)
    page.goto(reader.address("index.html"))
    expect(page.get_by_role("button", name=ON)).to_be_visible()
    assert shown(page)
    page.locator(SWITCH).click()
    page.reload()
    expect(page.get_by_role("button", name=OFF)).to_be_visible()
    assert not shown(page)


def test_cards_work_while_the_switch_is_on(reader: Reader, site: Site) -> None:
    page = switched_on(reader, site.richest)
    page.locator(MARK).nth(5).click()
    expect(page.locator("#sourced-card")).to_be_visible()


def test_the_switch_works_where_nothing_may_be_stored(reader: Reader, site: Site) -> None:
    assert shown(switched_on(reader, site.richest, before=NO_STORE))


def test_forced_colours_leave_the_words_as_they_are(reader: Reader, site: Site) -> None:
    page = switched_on(reader, site.richest, forced_colors=True)
    assert not shown(page)
    assert page.locator(".sourced-tags").first.locator(".sourced-tag").first.evaluate(
        "each => getComputedStyle(each).borderStyle"
    ) in ("solid", "dashed")


def test_there_is_no_switch_without_scripts(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest, scripts=False)
    expect(page.locator(SWITCH)).to_be_hidden()
