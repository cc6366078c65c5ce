"""Two reports side by side: two columns where there is room, one below the other where there is none."""

from __future__ import annotations

import pytest

from .reading import PHONE, Reader, Scheme, Site, box
from .test_access import violations

LIT = "mark.sourced-lit"


def sharing(site: Site) -> str:
    """The page on which passages stand side by side."""
    return next(page for page in site.pages if LIT.replace(".", ' class="') in site.text(page))


@pytest.mark.parametrize(
    ("width", "scheme", "level"), [(320, "light", False), (PHONE, "dark", False), (1440, "dark", True)]
)
def test_passages_stand_side_by_side_where_there_is_room(
    reader: Reader, site: Site, width: int, scheme: Scheme, level: bool
) -> None:
    """Without scripts, and with no rule of axe-core broken; the report of each is named beside its words."""
    page = reader.open(sharing(site), width=width, scheme=scheme, scripts=False)
    for row in page.locator(".sourced-side-by-side tbody tr").all():
        one, other = map(box, row.locator("td").all())
        assert (abs(one["y"] - other["y"]) < 1) == level
        assert (other["x"] >= one["x"] + one["width"]) == level
        assert row.locator(LIT).count() >= 2
        assert row.locator("td a[href*='#passage-']").count() == 2
    page = reader.open(sharing(site), width=width, scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert not [*violations(page)]


def test_words_in_both_are_told_by_more_than_colour(reader: Reader, site: Site) -> None:
    """They are underlined, in forced colours too; who hears the page is told; a copy has only the words."""
    for forced in (False, True):
        page = reader.open(sharing(site), forced_colors=forced)
        lit = page.locator(LIT).first
        words = lit.inner_text()
        assert lit.evaluate("each => getComputedStyle(each).textDecorationLine") == "underline"
    assert f"[in both: {words}" in lit.aria_snapshot()
    assert "in both" not in words


def test_one_voice_leads_to_what_makes_it(reader: Reader, site: Site) -> None:
    """From a difference, in which two reports share wording, and from the page of each report."""
    differing = next(page for page in site.pages if ">share wording</a>" in site.text(page))
    page = reader.open(differing, scripts=False)
    places = {str(link.get_attribute("href")) for link in page.get_by_text("share wording", exact=True).all()}
    assert any("#shared-" in place for place in places)
    for place in places:
        page.goto(f"{reader.address(differing).rpartition('/')[0]}/{place}")
        assert page.locator(":target" if "#" in place else "h1").is_visible()
    page.locator(".sourced-side-by-side a").first.click()
    page.get_by_role("link", name="one voice").first.click()
    assert page.locator(":target .sourced-side-by-side").is_visible()
