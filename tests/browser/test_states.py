"""States of a page: led to, searched, its text spaced, its colours forced, contrast or stillness wanted."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .reading import CARD, PHONE, SHIFTS, WIDTHS, WITH_WORDS, Reader, Scheme, Site, settle, shifted
from .test_access import COLOURS, violations

SPACED = """
* { letter-spacing: 0.12em !important; line-height: 1.5 !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""
"""What WCAG 1.4.12 lets a reader set."""

CUT = """[...document.querySelectorAll("body *")].filter((each) => {
    const { overflowX, overflowY } = getComputedStyle(each), cuts = (way) => ["hidden", "clip"].includes(way);
    const small = each.offsetWidth < 2 || each.offsetHeight < 2; // for those who hear it
    const shortened = each.matches(".sourced-proof-words"); // and says so, and opens in full
    return each.checkVisibility() && !small && !shortened && !(each instanceof SVGElement)
        && ((cuts(overflowX) && each.scrollWidth > each.clientWidth + 1)
        || (cuts(overflowY) && each.scrollHeight > each.clientHeight + 1));
}).map((each) => each.outerHTML.slice(0, 120))"""


def entries(site: Site) -> str:
    """The list of all facts."""
    return next(page for page in site.pages if 'class="sourced-entry" id="fact-' in site.text(page))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_led_to_can_be_read(reader: Reader, site: Site, scheme: Scheme) -> None:
    """A mark, a note, an entry, a section, the results of a search, and an address that leads nowhere."""
    fact = str(reader.open(entries(site)).locator(".sourced-entry").nth(3).get_attribute("id"))
    note = str(reader.open(site.richest).locator(".sourced-note").nth(2).get_attribute("id"))
    section = str(reader.open(site.richest).locator("section section").first.get_attribute("id"))
    places = (
        *((site.richest, f"#{place}") for place in ("mark-1", note, section, "no-such-place")),
        *((entries(site), f"#{fact}"), ("search.html", "?q=Kabul"), ("search.html", "?q=no+such+zeppelin")),
    )
    found = []
    for page, at in places:
        opened = reader.open(page, at=at, scheme=scheme, reduced_motion=True)
        if "?q=" in at:
            expect(opened.locator(".sourced-found")).to_be_visible()
        settle(opened)
        found += violations(opened, COLOURS)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", WIDTHS)
def test_spaced_text_is_not_cut(reader: Reader, site: Site, width: int) -> None:
    for path in (site.richest, "index.html", entries(site)):
        page = reader.open(path, width=width)
        page.add_style_tag(content=SPACED)
        settle(page)
        assert page.evaluate(CUT) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_forced_colours_mark_one_page_of_the_menu_as_current(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest, forced_colors=True)
    edges = page.locator("#site-nav li a").evaluate_all(
        "all => all.map((each) => [each.matches('[aria-current]'),"
        " getComputedStyle(each).borderInlineStartColor])"
    )
    current = {colour for is_current, colour in edges if is_current}
    others = {colour for is_current, colour in edges if not is_current}
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert others == {ground}
    assert current
    assert not current & others


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_asks_for_contrast_gets_it(reader: Reader, site: Site, scheme: Scheme) -> None:
    """Quiet words are as dark as all others, and what bears evidence has a whole line under it."""
    page = reader.open(site.richest, scheme=scheme)
    quiet = "main p:not([class]), .sourced-number, .sourced-head"
    colours = f"[...document.querySelectorAll('{quiet}')].map((each) => getComputedStyle(each).color)"
    line = "getComputedStyle(document.querySelector('.sourced-said')).textDecorationStyle"
    assert len(set(page.evaluate(colours))) > 1
    page.emulate_media(contrast="more", color_scheme=scheme)
    assert len(set(page.evaluate(colours))) == 1
    assert page.evaluate(line) == "solid"


@pytest.mark.parametrize("width", [320, PHONE, 412, 520, 1280])
def test_nothing_moves_where_scripts_bring_controls_or_results(
    reader: Reader, site: Site, width: int
) -> None:
    pages = ((entries(site), ""), ("names.html", ""), ("disagreements.html", ""), ("search.html", "?q=Kabul"))
    for path, at in pages:
        page = reader.open(path, at=at, width=width, before=SHIFTS)
        slow = page.context.new_cdp_session(page)  # so that the page is shown before its scripts have run
        slow.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.reload()
        page.wait_for_timeout(250)
        assert shifted(page, since_parsed=True) < 0.003, path
        assert shifted(page) < 0.01, path  # as it comes, one button after the other


def test_counts_follow_the_filter(reader: Reader, site: Site) -> None:
    page = reader.open(entries(site))
    before = page.locator("summary .sourced-count").all_text_contents()
    page.get_by_label("Filter").fill("Kabul")
    folds = page.locator(".sourced-folded:visible")
    assert 1 < folds.count() < len(before)
    for fold in folds.all():
        shown, said = fold.locator(".sourced-entry:visible").count(), fold.locator("summary .sourced-count")
        text = said.text_content() or ""
        assert text.startswith(f"{shown} ")
    page.get_by_label("Filter").fill("")
    assert page.locator("summary .sourced-count").all_text_contents() == before


def test_the_card_has_an_edge_in_forced_colours(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest, forced_colors=True)
    page.locator(WITH_WORDS).first.click()
    style = page.locator(CARD).evaluate(
        "each => [getComputedStyle(each).borderTopStyle, getComputedStyle(each).borderTopWidth]"
    )
    assert style == ["solid", "1px"]


def test_nothing_moves_for_those_who_asked_for_that(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest, reduced_motion=True)
    page.locator(WITH_WORDS).first.click()
    assert page.locator(CARD).evaluate("each => getComputedStyle(each).transitionDuration") == "0s"
