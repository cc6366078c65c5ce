"""Pictures in use: all of a link answers, and a thread can be chosen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .reading import WIDTHS, Reader, Site

LINKS = ".sourced-svg a"
TIMELINE = 'input[class^="sourced-pick-"]'

SHARE = """link => {
  document.documentElement.style.scrollBehavior = "auto";
  let points = 0, answered = 0;
  for (const part of link.querySelectorAll('[pointer-events="all"], text')) {
    part.scrollIntoView({ block: "center" });
    const box = part.getBBox(), turned = part.getScreenCTM();
    for (let n = 0; n < 25; n++) {
      const across = box.x + (box.width * ((n % 5) + 0.5)) / 5;
      const down = box.y + (box.height * (Math.floor(n / 5) + 0.5)) / 5;
      const { x, y } = new DOMPoint(across, down).matrixTransform(turned);
      answered += document.elementFromPoint(x, y)?.closest("a") === link;
      points += 1;
    }
  }
  return points && answered / points;
}"""
"""How much of a link's boxes leads where it says, from 0 to 1."""


def pictured(site: Site) -> list[str]:
    """The pages whose pictures have links."""
    return [page for page in site.pages if "pointer-events" in site.text(page)]


def timeline(reader: Reader, site: Site, width: int = 1280) -> Page:
    """The page with a choice of threads."""
    (path,) = (page for page in site.pages if "sourced-pick-1" in site.text(page))
    return reader.open(path, width=width)


@pytest.mark.parametrize("width", WIDTHS)
def test_all_of_a_link_in_a_picture_answers(reader: Reader, site: Site, width: int) -> None:
    assert pictured(site)
    for path in pictured(site):
        page = reader.open(path, width=width)
        links = [link for link in page.locator(LINKS).all() if link.is_visible()]
        shares = {link.get_attribute("href"): link.evaluate(SHARE) for link in links}
        assert shares
        assert {href: share for href, share in shares.items() if share < 0.75} == {}


def test_a_chosen_thread_is_all_that_is_told_and_stands_out_of_the_picture(
    reader: Reader, site: Site
) -> None:
    page = timeline(reader, site)
    everything = page.locator(".sourced-events > li:visible").count()
    counts = []
    for number in range(1, page.locator(TIMELINE).count()):
        page.locator(f".sourced-pick-{number}").check()
        told = page.locator(".sourced-events > li:visible")
        counts.append(told.count())
        assert all(f"sourced-thread-{number}" in str(each.get_attribute("class")) for each in told.all())
        dates = page.locator("section.sourced-date:visible")
        assert dates.count()
        assert all(date.locator(".sourced-events > li:visible").count() for date in dates.all())
        faint = "each => Number(getComputedStyle(each).opacity) < 1"
        for lane in page.locator(".sourced-wide g.sourced-thread:not(.sourced-poles)").all():
            own = f"sourced-thread-{number}" in str(lane.get_attribute("class")).split()
            assert lane.evaluate(faint) != own
        has = page.locator(".sourced-stretch:visible").evaluate_all(
            f"all => all.map(each => each.classList.contains('sourced-has-{number}'))"
        )
        assert has
        assert all(has), "a stretch of time where nothing of that happened is drawn all the same"
    assert 0 < sum(counts) <= everything
    page.locator(".sourced-pick-0").check()
    assert page.locator(".sourced-events > li:visible").count() == everything


def test_a_thread_is_chosen_by_keyboard(reader: Reader, site: Site) -> None:
    page = timeline(reader, site)
    page.locator(".sourced-pick-0").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator(".sourced-pick-1").is_checked()
    assert page.locator(".sourced-pick-1").evaluate("each => each === document.activeElement")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_timeline_is_seen_at_a_glance(reader: Reader, site: Site, width: int) -> None:
    """It is no taller than a screen or two, and its words are not too small to read."""
    page = timeline(reader, site, width)
    stretches = page.locator(".sourced-timeline svg:visible")
    high = 0.0
    for picture in stretches.all():
        box = picture.bounding_box()
        assert box
        high += box["height"]
        sizes = picture.locator("text").evaluate_all(
            "(texts, wide) => texts.map(text => Number(text.getAttribute('font-size')) * wide)",
            box["width"] / float(str(picture.get_attribute("width"))),
        )
        assert min(sizes) >= 11
    assert 0 < high < 1100


TARGETS = """links => links.filter(link => link.checkVisibility()).map(link => {
  const { width, height } = link.querySelector('[pointer-events="all"]').getBoundingClientRect();
  return Math.min(width, height);
})"""


@pytest.mark.parametrize("width", WIDTHS)
def test_each_date_of_the_timeline_can_be_touched_and_leads_to_its_heading(
    reader: Reader, site: Site, width: int
) -> None:
    page = timeline(reader, site, width)
    sizes = page.locator(f".sourced-timeline {LINKS}").evaluate_all(TARGETS)
    assert sizes
    assert min(sizes) >= 24
    link = page.locator(f".sourced-timeline {LINKS}:visible").last
    link.locator('[pointer-events="all"]').click()
    target = page.locator(str(link.get_attribute("href")))
    assert "sourced-date" in str(target.get_attribute("class"))
    assert page.url.endswith(str(link.get_attribute("href")))


def test_the_keyboard_goes_from_the_choice_of_a_thread_past_the_picture(reader: Reader, site: Site) -> None:
    page = timeline(reader, site)
    page.locator(".sourced-pick-0").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('svg')") is None
    assert page.locator(".sourced-key summary").evaluate("each => each === document.activeElement")


def test_what_a_choice_makes_faint_leads_nowhere(reader: Reader, site: Site) -> None:
    """What it would lead to is hidden."""
    page = timeline(reader, site)
    page.locator(".sourced-pick-1").check()
    faint = page.locator(".sourced-wide g.sourced-thread:not(.sourced-thread-1) a [pointer-events]")
    events = faint.evaluate_all("parts => parts.map(part => getComputedStyle(part).pointerEvents)")
    assert set(events) == {"none"}
