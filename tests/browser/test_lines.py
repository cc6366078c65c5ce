"""How marks sit in lines of text: nothing that belongs together is parted."""

from __future__ import annotations

from playwright.sync_api import Page

from .reading import MARK, SIDE, WIDTHS, Reader, Site


def test_no_line_begins_with_a_number_or_what_follows_it(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest)
    for path in site.pages:
        if MARK.split("[")[1][:-1] in site.text(path):
            page.goto(reader.address(path))
            for width in (*WIDTHS, 1440):
                page.set_viewport_size({"width": width, "height": 700})
                assert page.evaluate(BROKEN) == [], (path, width)


BROKEN = """[...document.querySelectorAll(".bd-article .sourced-number")].filter((sup) => {
  if (!sup.checkVisibility()) return false;
  const block = sup.closest("p, li, td, th, dd, dt") ?? sup.parentElement;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  const line = (node, at) => {
    const range = new Range();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect();
    return (box.top + box.bottom) / 2;
  };
  const own = texts.filter((text) => sup.contains(text));
  const before = texts[texts.indexOf(own[0]) - 1], after = texts[texts.indexOf(own.at(-1)) + 1];
  const middle = line(own.at(-1), own.at(-1).length - 1);
  const apart = (other) => Math.abs(other - middle) > parseFloat(getComputedStyle(block).fontSize);
  const follows = after && /^[^\\s\\w(“‘–—]/.test(after.data) && apart(line(after, 0));
  return own.some((text) => apart(line(text, text.length - 1)))
    || apart(line(before, before.length - 1)) || follows;
}).map((sup) => sup.parentElement.textContent.slice(-60))"""


def test_no_line_begins_with_a_dot(margin: Page) -> None:
    """What stands between source, date and verdict stays with what is before it."""
    lines = margin.locator(f"{SIDE} .sourced-proof-source").all_text_contents()
    assert any("\N{NO-BREAK SPACE}· " in line for line in lines)
    assert not [line for line in lines if " · " in line]


def test_the_arrow_of_the_first_page_stays_with_its_words(reader: Reader) -> None:
    page = reader.open("index.html", width=320)
    arrow = page.locator(".start a").evaluate("each => getComputedStyle(each, '::after').content")
    assert arrow.startswith('"\N{NO-BREAK SPACE}→')
