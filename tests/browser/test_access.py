"""Every page by axe-core: light and dark, at every width, with a card open and with the switch on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from .reading import CARD, MARK, SWITCH, WIDTHS, Reader, Scheme, Site

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


def violations(page: Page, options: dict[str, Any] | None = None) -> Iterator[str]:
    """What axe finds on the page as it is, one line for each rule."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE_SCRIPT)
    arguments = [{"exclude": [ALIKE]}, {"resultTypes": ["violations"], **(options or ALL)}]
    found = page.evaluate("([context, options]) => axe.run(context, options)", arguments)
    for each in found["violations"]:
        places = [" ".join(map(str, node["target"])) for node in each["nodes"]]
        size = page.evaluate("`${innerWidth} ${document.documentElement.dataset.theme}`")
        yield f"{page.url} {size}: {each['id']} ({each['impact']}) {len(places)} × {', '.join(places[:3])}"


def everywhere(page: Page) -> Iterator[str]:
    """What axe finds on a page at every width, in light and dark."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 700})
        page.emulate_media(color_scheme="light")
        yield from violations(page)
        page.emulate_media(color_scheme="dark")
        yield from violations(page, COLOURS)


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_an_open_card_breaks_no_rule(reader: Reader, site: Site, width: int, scheme: Scheme) -> None:
    page = reader.open(site.richest, width=width, scheme=scheme, reduced_motion=True)
    page.locator(MARK).nth(3).click()
    assert page.locator(f"{CARD}:popover-open").count() == 1
    found = list(violations(page))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_margin_breaks_no_rule(reader: Reader, site: Site, scheme: Scheme) -> None:
    """With a quotation lit, and with a card open in it."""
    page = reader.open(site.richest, width=1280, scheme=scheme, reduced_motion=True)
    page.locator(".sourced-proof:visible").first.hover()
    assert page.locator(".sourced-near").count() > 1
    found = list(violations(page))
    page.locator(".sourced-more:visible").first.click()
    assert page.locator(f"{CARD}:popover-open").count() == 1
    found += violations(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_the_switch_shows_and_unfolded_notes_break_no_rule(
    reader: Reader, site: Site, scheme: Scheme
) -> None:
    page = reader.open(site.richest, width=320, scheme=scheme)
    page.locator(SWITCH).click()
    page.get_by_role("button", name="Show", exact=False).last.click()
    found = list(violations(page))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
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
        found += violations(page)
    assert not found, "\n".join(found)
