"""A card that is open leaves in sight what page it belongs to."""

from __future__ import annotations

from .reading import CARD, MARK, Reader, Site, box, meet


def test_no_card_covers_the_title_of_its_page(reader: Reader, site: Site) -> None:
    """Where there is so much room between the two as a card needs; a longer one scrolls."""
    above = 0
    for path in (each for each in site.pages if 'role="doc-endnotes"' in site.text(each)):
        page = reader.open(path, width=1200)
        title = box(page.locator("h1").first)
        for mark in page.locator(f"main {MARK}:visible").all()[:12]:
            place = mark.bounding_box()
            if place and title["y"] + title["height"] + 300 < place["y"] < 680:
                mark.click()
                card = box(page.locator(CARD))
                above += card["y"] < place["y"]
                assert not meet(card, title), (path, mark)
                assert card["height"] <= 400
                page.keyboard.press("Escape")
    assert above > 2
