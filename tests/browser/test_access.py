"""Every page by axe-core: light and dark, on a phone and on a desk, and with a card open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .reading import CARD, MARK, WIDTHS, Reader, Scheme, Site

RULES = {"resultTypes": ["violations"], "iframes": False}


def violations(page: Page) -> Iterator[str]:
    """What axe finds on the page as it is, one line for each rule."""
    found: list[dict[str, Any]] = Axe().run(page, options=RULES).response["violations"]
    for each in found:
        places = [" ".join(map(str, node["target"])) for node in each["nodes"]]
        yield f"{page.url}: {each['id']} ({each['impact']}): {each['help']}: {len(places)} × {', '.join(places[:3])}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_breaks_a_rule(reader: Reader, site: Site, width: int, scheme: Scheme) -> None:
    page = reader.open(site.pages[0], width=width, scheme=scheme)
    found = []
    for path in site.pages:
        page.goto(reader.address(path))
        found += violations(page)
    assert len(site.pages) > 10
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_an_open_card_breaks_no_rule(reader: Reader, site: Site, width: int, scheme: Scheme) -> None:
    page = reader.open(site.richest, width=width, scheme=scheme, reduced_motion=True)
    page.locator(MARK).nth(3).click()
    assert page.locator(f"{CARD}:popover-open").count() == 1
    found = list(violations(page))
    assert not found, "\n".join(found)
