"""The sign of what waits for review."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .reading import Reader, Site, box

SIGN = '<span class="sourced-unreviewed" role="img" aria-label="Not yet reviewed:"></span>'
WAITING = f"document.querySelector('.bd-article section > p').insertAdjacentHTML('afterbegin', '{SIGN}')"


@pytest.mark.parametrize(("width", "outside"), [(320, False), (1200, False), (1280, True), (1600, True)])
def test_what_waits_is_marked_before_the_line_or_in_it(
    reader: Reader, site: Site, width: int, outside: bool
) -> None:
    page = reader.open("about.html", width=width)
    page.evaluate(WAITING)
    sign, text = box(page.locator(".sourced-unreviewed").first), box(page.locator(".bd-article"))
    assert (sign["x"] + sign["width"] <= text["x"]) == outside
    assert sign["x"] >= 0
    expect(page.get_by_role("img", name="Not yet reviewed:").first).to_be_visible()
    drawn = "each => getComputedStyle(each, '::before').content"
    assert page.locator(".sourced-unreviewed").first.evaluate(drawn).startswith('"?"')
    assert page.locator(".sourced-unreviewed").first.text_content() == ""
