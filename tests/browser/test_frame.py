"""The frame around the text: the lists of chapters and headings, the colours, the way to search, paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .reading import CARD, MARK, PHONE, Reader, Scheme, Site, box, focused, words

MODE = "#mode-button"
MENU, CHAPTERS = "#site-nav-button", "#site-nav"
LIST, HEADINGS = "#page-toc-button", "#page-toc"
WHITE, GROUND = "rgb(255, 255, 255)", "rgb(253, 252, 249)"


def colours(page: Page) -> tuple[str, str]:
    """Of the page and of its words."""
    style = "(({backgroundColor, color}) => [backgroundColor, color])(getComputedStyle(document.body))"
    ground, words = page.evaluate(style)
    return str(ground), str(words)


def brightness(colour: str) -> int:
    """The sum of red, green and blue."""
    return sum(int(part) for part in colour.removeprefix("rgb(").rstrip(")").split(","))


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("width", [320, PHONE])
def test_the_chapters_open_on_a_phone(reader: Reader, site: Site, width: int, scripts: bool) -> None:
    """And close by their button, and by Escape, which leaves the focus where it was."""
    page = reader.open(site.richest, width=width, scripts=scripts, touch=True)
    chapters = page.locator(CHAPTERS)
    expect(chapters).to_be_hidden()
    page.tap(MENU)
    expect(chapters.get_by_role("link").nth(1)).to_be_in_viewport()
    chapters.get_by_role("button", name="Close").tap()
    expect(chapters).to_be_hidden()
    page.locator(MENU).press("Enter")
    expect(chapters).to_be_visible()
    page.keyboard.press("Escape")
    expect(chapters).to_be_hidden()
    assert focused(page) == MENU[1:]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_heading_is_reached_from_the_list(reader: Reader, site: Site, scripts: bool) -> None:
    """With scripts the list closes behind the reader."""
    page = reader.open(site.richest, width=PHONE, scripts=scripts)
    page.locator(LIST).click()
    link = page.locator(f"{HEADINGS} ul ul a").nth(2)
    target = link.get_attribute("href") or ""
    link.click()
    expect(page.locator(f"{target} > h2")).to_be_in_viewport()
    if scripts:
        expect(page.locator(HEADINGS)).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_colours_are_those_of_the_system(
    reader: Reader, site: Site, scheme: Scheme, scripts: bool
) -> None:
    """With and without scripts."""
    page = reader.open(site.richest, scheme=scheme, scripts=scripts)
    ground, words = map(brightness, colours(page))
    assert ground - words > 400 if scheme == "light" else words - ground > 400
    expect(page.locator(MODE)).to_be_visible(visible=scripts)


def test_chosen_colours_are_remembered(reader: Reader, site: Site) -> None:
    """On every page, until the reader goes back to those of the system."""
    page = reader.open(site.richest)
    button = page.get_by_role("button", name="Colours: as the system has them")
    button.click()
    button = page.get_by_role("button", name="Colours: light")
    button.click()
    expect(page.get_by_role("button", name="Colours: dark")).to_be_focused()
    page.goto(reader.address("index.html"))
    ground, words = map(brightness, colours(page))
    assert ground < words
    page.get_by_role("button", name="Colours: dark").click()
    assert colours(page)[0] == GROUND


def test_colours_work_where_nothing_may_be_stored(reader: Reader, site: Site) -> None:
    """As with a browser that keeps no data."""
    refuse = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused'); }});"
    page = reader.open(site.richest, scheme="dark", before=refuse)
    page.locator(MODE).click()
    assert colours(page)[0] == GROUND


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white(reader: Reader, site: Site, scheme: Scheme) -> None:
    """Whatever the screen shows and the reader has chosen; and what can only be clicked is left out."""
    page = reader.open(site.richest, scheme=scheme)
    page.locator(MODE).click(click_count=2)
    page.emulate_media(media="print", color_scheme=scheme)
    ground, words = colours(page)
    assert (ground, brightness(words)) == (WHITE, 0)
    for hidden in (CHAPTERS, HEADINGS, MODE, MENU, ".prev-next-area", ".headerlink"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".citation")).to_be_visible()


def test_the_chapters_can_be_put_away_on_a_wide_screen(reader: Reader, site: Site) -> None:
    """And stay away on the next page."""
    page = reader.open(site.richest)
    expect(page.locator(CHAPTERS)).to_be_visible()
    page.locator(MENU).click()
    expect(page.locator(CHAPTERS)).to_be_hidden()
    page.goto(reader.address("index.html"))
    expect(page.locator(CHAPTERS)).to_be_hidden()
    page.locator(MENU).click()
    expect(page.locator(CHAPTERS)).to_be_visible()


def test_the_heading_being_read_is_marked(reader: Reader, site: Site) -> None:
    """In the list beside the text."""
    page = reader.open(site.richest)
    target = page.locator(f"{HEADINGS} ul ul a").nth(2).get_attribute("href") or ""
    page.locator(target).evaluate("section => scrollTo(0, section.offsetTop)")
    expect(page.locator(f"{HEADINGS} [aria-current]")).to_have_attribute("href", target)


@pytest.mark.parametrize("key", ["/", "Control+k"])
@pytest.mark.parametrize("width", [PHONE, 1280])
def test_a_key_leads_to_the_search(reader: Reader, site: Site, key: str, width: int) -> None:
    """From anywhere in the text."""
    page = reader.open(site.richest, width=width)
    page.keyboard.press(key)
    page.keyboard.type("a/b")
    expect(page.locator(f"{CHAPTERS} input")).to_have_value("a/b")


def test_the_citation_can_be_copied(reader: Reader, site: Site) -> None:
    """By one click; without scripts there is no button."""
    page = reader.open(site.richest)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{words(page.locator('#citation').inner_text())} {page.url}"
    expect(reader.open(site.richest, scripts=False).locator("#copy-citation")).to_be_hidden()


def test_a_line_in_the_header_of_a_phone_says_how_far_one_has_read(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest, width=PHONE, reduced_motion=True)
    line = "new DOMMatrix(getComputedStyle(document.querySelector('.bd-header'), '::after').transform).a"
    assert page.evaluate(line) == 0
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.wait_for_function(f"{line} > 0.95")


def test_arrow_keys_turn_the_page(reader: Reader, site: Site) -> None:
    """But not while they move something else."""
    page = reader.open(site.richest)
    for key, way in (("ArrowRight", "next"), ("ArrowLeft", "prev")):
        page.goto(reader.address(site.richest))
        target = str(page.locator(f".prev-next-area [rel={way}]").evaluate("each => each.href"))
        page.locator("#site-nav input").focus()
        page.keyboard.press(key)
        page.locator("#site-nav input").blur()
        page.locator(MARK).first.click()
        page.keyboard.press(key)
        page.keyboard.press("Escape")
        assert page.url == reader.address(site.richest)
        page.keyboard.press(key)
        page.wait_for_url(target)


def test_the_text_stays_in_the_middle(reader: Reader, site: Site) -> None:
    """When the chapters are put away, and on every page alike."""
    for width in (1280, 1600):
        page = reader.open(site.richest, width=width)
        page.locator(MENU).click()
        for path in (site.richest, "index.html"):
            page.goto(reader.address(path))
            box = page.locator("main").bounding_box()
            assert box
            assert abs(box["x"] + box["width"] / 2 - width / 2) <= 8  # half a scroll bar


def test_the_first_screen_invites_the_first_tap(reader: Reader) -> None:
    """What it is, as of when, the way in, and a sentence whose mark opens a card."""
    for width, height in ((PHONE, 700), (1280, 700)):
        page = reader.open("index.html", width=width)
        for part in ("h1", ".dek", ".as-of", ".start", ".specimen"):
            box = page.locator(part).first.bounding_box()
            assert box
            assert box["y"] + box["height"] <= height, part
        page.locator(f".specimen {MARK}").first.click()
        expect(page.locator(f"{CARD}:popover-open")).to_be_visible()


def test_a_long_title_is_whole_on_the_narrowest_screen(reader: Reader, site: Site) -> None:
    """In two lines if need be."""
    title = reader.open(site.richest, width=320).locator(".bd-header-title")
    assert title.evaluate(
        "each => each.scrollWidth <= each.clientWidth && each.scrollHeight <= each.clientHeight + 1"
    )


def test_a_phone_says_which_chapter_is_open(reader: Reader, site: Site) -> None:
    """Under the name of the book, and not on its front, whose title is that name."""
    page = reader.open(site.richest, width=390)
    chapter = page.locator(".bd-header-chapter")
    expect(chapter).to_be_visible()
    heading = page.locator("main h1").evaluate("each => each.firstChild.textContent")
    assert words(chapter.text_content()) == words(heading)
    assert not reader.open("index.html", width=390).locator(".bd-header-chapter").count()


@pytest.mark.parametrize("width", [320, 390])
def test_the_title_is_not_squeezed_into_the_bar(reader: Reader, site: Site, width: int) -> None:
    """Of the page with the longest title."""
    heads = (each for each in site.pages if 'class="bd-header-chapter"' in site.text(each))
    longest = max(
        heads, key=lambda each: len(site.text(each).partition('"bd-header-chapter"')[2].partition("</")[0])
    )
    page = reader.open(longest, width=width)
    bar, title = box(page.locator(".bd-header")), box(page.locator(".bd-header-title"))
    assert title["y"] - bar["y"] >= 4
    assert bar["y"] + bar["height"] - title["y"] - title["height"] >= 4


def test_the_first_stop_leads_to_the_text(reader: Reader, site: Site) -> None:
    """Past all navigation."""
    page = reader.open(site.richest)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
