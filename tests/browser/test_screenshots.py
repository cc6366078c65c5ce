"""Pictures of the book for people to look at, in build/screenshots: phone and desk, light and dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .reading import CARD, MARK, PHONE, SWITCH, Reader, Scheme, Site

SHOTS = Path(__file__).parents[2] / "build" / "screenshots"
SMALLEST = 5_000
"""An empty page makes a smaller file."""


def shoot(page: Page, name: str) -> None:
    """Keep what is on the screen."""
    path = SHOTS / f"{name}.png"
    page.screenshot(path=path, animations="disabled")
    assert path.stat().st_size > SMALLEST


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, 1280])
def test_the_book_can_be_looked_at(reader: Reader, site: Site, width: int, scheme: Scheme) -> None:
    kind = f"{'phone' if width == PHONE else 'desk'}-{scheme}"
    page = reader.open("index.html", width=width, scheme=scheme, reduced_motion=True)
    shoot(page, f"front-{kind}")
    page.goto(reader.address("search.html?q=Masoud"))
    expect(page.locator(".sourced-results")).to_be_visible()
    shoot(page, f"search-{kind}")
    page.goto(reader.address(site.richest))
    shoot(page, f"chapter-{kind}")
    page.locator(f"{MARK}.sourced-mark").nth(2).click()
    expect(page.locator(CARD)).to_be_visible()
    shoot(page, f"card-{kind}")
    page.keyboard.press("Escape")
    page.locator(SWITCH).click()
    shoot(page, f"switch-{kind}")
