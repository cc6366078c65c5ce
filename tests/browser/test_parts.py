"""What the theme and its usual extensions have, in a browser: it looks and behaves as its readers know it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import QuietHandler
from .reading import PHONE, SHIFTS, Reader, Scheme, Site, Visits, box, meet, shifted
from .showcase import write_showcase
from .test_access import violations

WIDE = 1440
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def showcase(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The book of parts, built and served to this machine alone."""
    root = tmp_path_factory.mktemp("showcase")
    write_showcase(root)
    out = root / "html"
    command = [sys.executable, "-m", "sphinx", "-q", str(root / "docs"), str(out)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "docs" / "_ext")}
    subprocess.run(command, check=True, env=environment)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(out))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(folder=out, address=f"http://127.0.0.1:{server.server_port}")
        server.shutdown()


@pytest.fixture
def visitor(visits: Visits, showcase: Site) -> Iterator[Reader]:
    """Opens its pages; whatever the console says, or another host is asked, fails the test."""
    visitor = Reader(visits, showcase)
    yield visitor
    visitor.close()
    assert not visitor.messages, "\n".join(visitor.messages)
    assert not visitor.foreign, "\n".join(visitor.foreign)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_the_parts_break_no_rule(visitor: Reader, width: int, scheme: Scheme) -> None:
    """By axe-core, the menus open as well; and nothing is wider than the screen."""
    for name in ("parts.html", "bridge.html"):
        page = visitor.open(name, width=width, scheme=scheme)
        assert not [*violations(page)]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Source repositories").click()
    expect(page.get_by_role("link", name="Suggest edit")).to_be_visible()
    assert not [*violations(page)]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_what_stands_in_the_margin_stands_beside_the_text(visitor: Reader, scripts: bool) -> None:
    """And none of it on another, on the text, or on the list of headings."""
    page = visitor.open("parts.html", width=WIDE, scripts=scripts)
    text = box(page.locator(".bd-article"))
    beside = [*page.locator("aside.margin, .sidenote, .marginnote, figcaption").all()]
    assert len(beside) == 5
    boxes = [box(each) for each in beside]
    assert all(each["x"] >= text["x"] + text["width"] for each in boxes)
    assert all(each["x"] + each["width"] <= WIDE for each in boxes)
    assert not [pair for pair in combinations(boxes, 2) if meet(*pair)]
    wide = box(page.locator(".full-width"))
    assert wide["width"] > text["width"] * 1.3
    assert not [each for each in boxes if meet(each, wide)]
    expect(page.locator("aside.margin .sidebar-title").first).to_have_text("In the margin")


def test_notes_unfold_where_there_is_no_margin(visitor: Reader) -> None:
    """By a tap or by the keyboard, whole, without scripts; boxes stand in the text."""
    page = visitor.open("parts.html", width=PHONE, scripts=False)
    note = page.locator(".sidenote")
    expect(note).to_be_hidden()
    page.locator(".sidenote-label").click()
    expect(note).to_contain_text("What is noted.")
    expect(note).to_contain_text("Its second paragraph.")
    page.get_by_role("checkbox", name="Note", exact=True).press("Space")
    expect(page.locator(".marginnote")).to_have_text("Beside the text.")
    for aside in page.locator("aside.margin").all():
        assert box(aside)["width"] > PHONE * 0.8


def test_evidence_and_what_authors_put_there_share_the_margin(visitor: Reader) -> None:
    """Quotations stand below a box of the author, and none stands on it or on a block that reaches there."""
    page = visitor.open("bridge.html", width=WIDE)
    quoted = page.locator(".sourced-beside:visible")
    expect(quoted.first).to_be_visible()
    assert quoted.count() > 1
    held = [box(each) for each in page.locator("aside.margin, .full-width").all()]
    assert len(held) == 2
    boxes = [box(each) for each in quoted.all()]
    assert not [pair for pair in combinations([*boxes, *held], 2) if meet(*pair)]


@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_a_menu_opens_below_its_button_without_scripts(visitor: Reader, width: int) -> None:
    page = visitor.open("parts.html", width=width, scripts=False)
    button, menu = page.locator(".source-buttons"), page.locator("#source-buttons-menu")
    expect(menu).to_be_hidden()
    button.click()
    expect(menu.get_by_role("link", name="Repository")).to_be_visible()
    shown = box(menu)
    assert shown["y"] >= box(button)["y"] + box(button)["height"] / 2
    assert shown["x"] >= 0
    assert shown["x"] + shown["width"] <= width


def test_tabs_and_folds_open(visitor: Reader) -> None:
    page = visitor.open("parts.html")
    expect(page.get_by_text("What the second tab has.")).to_be_hidden()
    page.locator(".sd-tab-label", has_text="Second").click()
    expect(page.get_by_text("What the second tab has.")).to_be_visible()
    expect(page.get_by_text("What the first tab has.")).to_be_hidden()
    expect(page.get_by_text("What was folded.")).to_be_hidden()
    page.get_by_text("Folded", exact=True).click()
    expect(page.get_by_text("What was folded.")).to_be_visible()


def test_cards_stand_side_by_side_where_there_is_room(visitor: Reader) -> None:
    for width, level in ((WIDE, True), (PHONE, False)):
        page = visitor.open("parts.html", width=width)
        cards = page.locator(".sd-card").filter(has_text="Words of the").all()
        first, second = map(box, cards)
        assert (abs(first["y"] - second["y"]) < 1) == level
    page.locator(".sd-card", has_text="Card one").click()
    page.wait_for_url("**/bridge.html")


def test_a_listing_can_be_copied(visitor: Reader) -> None:
    page = visitor.open("parts.html")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".highlight").hover()
    page.locator("button.copybtn").click()
    assert page.evaluate("navigator.clipboard.readText()") == 'print("copy me")'


def test_arrow_keys_turn_pages(visitor: Reader) -> None:
    page = visitor.open("parts.html")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/bridge.html")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/parts.html")


def test_an_arrow_key_turns_the_page_once(visitor: Reader) -> None:
    """Also with the theme's option, for which a script of its own had turned it again."""
    page = visitor.open("parts.html")
    page.evaluate(
        "turned = 0; addEventListener('click', (event) => { event.preventDefault(); turned += 1; })"
    )
    page.keyboard.press("ArrowRight")
    assert page.evaluate("turned") == 1


def test_a_part_of_the_list_of_chapters_unfolds_without_scripts(visitor: Reader) -> None:
    page = visitor.open("parts.html", scripts=False)
    link = page.get_by_role("link", name="Deep")
    expect(link).to_be_hidden()
    page.locator("#site-nav summary").click()
    expect(link).to_be_visible()


def test_the_way_back_to_the_top_comes_after_the_first_screen(visitor: Reader) -> None:
    page = visitor.open("parts.html", width=PHONE)
    link = page.get_by_role("link", name="Back to top")
    expect(link).not_to_be_in_viewport()
    page.evaluate("scrollTo(0, 1600)")
    expect(link).to_be_in_viewport()
    link.click()
    expect(page.locator("h1")).to_be_in_viewport()


@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_nothing_moves_while_the_parts_come(visitor: Reader, width: int) -> None:
    """The logo and the announcement have their room before they are there."""
    page: Page = visitor.open("parts.html", width=width, before=SHIFTS)
    page.wait_for_timeout(300)
    assert shifted(page) < 0.01


def test_no_page_of_it_is_heavy(showcase: Site) -> None:
    """The weight of a first view, as for the book."""
    from ..faces.theme.test_weight import weight  # late: it loads a script of the benchmarks

    views = weight.weigh_all(showcase.folder)
    assert not [(view.page, view.foreign) for view in views if view.foreign]
    assert not [(view.page, view.bytes) for view in views if view.bytes > weight.GOAL * 1000]
