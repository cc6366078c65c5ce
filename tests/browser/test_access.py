"""Every page by axe-core: light and dark, at every width, with a card open and with the switch on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from .reading import CARD, MARK, SWITCH, WIDTHS, Reader, Scheme, Site

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SHARES = 8
"""The pages are shared out, so that several workers can look at them."""

COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules that a colour scheme can change; the others are the same in light and dark."""

ASKED = (
    *("label-content-name-mismatch", "p-as-heading", "table-fake-caption", "td-has-header"),
    "target-size",
)
"""Rules that axe leaves off unless asked."""

ALL = {"rules": {rule: {"enabled": True} for rule in ASKED}}

ALIKE = ":is(tbody > tr, .sourced-entry):nth-child(n + 15)"
"""The rows of a long table are alike, and the entries of a long list; hundreds of them would take minutes."""


REMEMBER = """() => {
  const { Color } = axe.commons.color, parse = Color.prototype.parseString, known = new Map();
  Color.prototype.parseString = function (text) {
    if (known.has(text)) [this.r, this.g, this.b, this.alpha] = known.get(text);
    else {
      parse.call(this, text);
      known.set(text, [this.r, this.g, this.b, this.alpha]);
    }
    return this;
  };
}"""
"""Axe reads the same few colours many thousand times, which takes nearly half of its time for contrast."""


def violations(page: Page, options: dict[str, Any] | None = None) -> Iterator[str]:
    """What axe finds on the page as it is, one line for each rule."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(REMEMBER)
    arguments = [{"exclude": [ALIKE]}, {"resultTypes": ["violations"], **(options or ALL)}]
    found = page.evaluate("([context, options]) => axe.run(context, options)", arguments)
    for each in found["violations"]:
        places = [" ".join(map(str, node["target"])) for node in each["nodes"]]
        size = page.evaluate("`${innerWidth} ${document.documentElement.dataset.theme}`")
        yield f"{page.url} {size}: {each['id']} ({each['impact']}) {len(places)} × {', '.join(places[:3])}"


def in_scheme(page: Page, scheme: Scheme) -> Iterator[str]:
    """What axe finds in a scheme; in the dark only what is not the same in the light."""
    return violations(page, COLOURS if scheme == "dark" else None)


def everywhere(page: Page) -> Iterator[str]:
    """What axe finds on a page at every width, in light and dark."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 700})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            yield from in_scheme(page, scheme)


@pytest.mark.long
@pytest.mark.parametrize("share", range(SHARES))
def test_no_page_breaks_a_rule(reader: Reader, site: Site, share: int) -> None:
    pages = sorted(site.pages, key=lambda page: len(site.text(page)))[
        share::SHARES
    ]  # equal shares of the long ones
    assert pages
    page = reader.open(pages[0])
    found = []
    for path in pages:
        page.goto(reader.address(path))
        found += everywhere(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_an_open_card_breaks_no_rule(reader: Reader, site: Site, width: int, scheme: Scheme) -> None:
    page = reader.open(site.richest, width=width, scheme=scheme, reduced_motion=True)
    page.locator(MARK).nth(3).click()
    assert page.locator(f"{CARD}:popover-open").count() == 1
    found = list(in_scheme(page, scheme))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_margin_breaks_no_rule(reader: Reader, site: Site, scheme: Scheme) -> None:
    """With a quotation lit, and with a card open in it."""
    page = reader.open(site.richest, width=1280, scheme=scheme, reduced_motion=True)
    page.locator(".sourced-proof:visible").first.hover()
    assert page.locator(".sourced-near").count() > 1
    found = list(in_scheme(page, scheme))
    page.locator(".sourced-more:visible").first.click()
    assert page.locator(f"{CARD}:popover-open").count() == 1
    found += in_scheme(page, scheme)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_the_switch_shows_and_unfolded_notes_break_no_rule(
    reader: Reader, site: Site, scheme: Scheme
) -> None:
    page = reader.open(site.richest, width=320, scheme=scheme)
    page.locator(SWITCH).click()
    page.get_by_role("button", name="Show", exact=False).last.click()
    found = list(in_scheme(page, scheme))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [320, 1280])
def test_opened_folds_break_no_rule(reader: Reader, site: Site, width: int, scheme: Scheme) -> None:
    pages = [page for page in site.pages if 'class="sourced-folded' in site.text(page)]
    assert pages
    page = reader.open(pages[0], width=width, scheme=scheme)
    found = []
    for path in pages:
        page.goto(reader.address(path))
        for fold in page.locator(".sourced-folded > details").all()[:4]:
            fold.locator("summary").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found += in_scheme(page, scheme)
    assert not found, "\n".join(found)


def test_a_colour_that_is_remembered_is_the_same(reader: Reader, site: Site) -> None:
    """And words that are too faint are found, whether or not their colour was read before."""
    page = reader.open(site.richest)
    page.evaluate(AXE_SCRIPT)
    read = """() => ["rgb(1, 2, 3)", "rgba(250, 100, 7, 0.5)", "#abc", "color(srgb 0.1 0.2 0.3 / 0.4)"]
        .flatMap((each) => [1, 2].map(() => new axe.commons.color.Color().parseString(each).toHexString()))"""
    before = page.evaluate(read)
    page.evaluate(REMEMBER)
    assert page.evaluate(read) == before
    page.add_style_tag(content=".bd-article p { color: #ccc !important; background: #fff !important }")
    for _ in range(2):
        assert any("color-contrast" in each for each in violations(page, COLOURS))
