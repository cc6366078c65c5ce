"""A reader of the built book: opens its pages and notes what goes wrong meanwhile."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext, CDPSession, FloatRect, Locator, Page, Response

MARK = 'a[role="doc-noteref"]'
WITH_WORDS = f"{MARK}.sourced-mark"
SIGN = f".sourced-number > {MARK}"
CARD = "#sourced-card"
SWITCH = ".sourced-switch button"
NOTES = ".sourced-note-list"
MARGIN = "#sourced-margin"
GROUP, SIDE = ".sourced-beside:visible", ".sourced-proof:visible"
BESIDE = f"{MARK}[data-beside]"
PHONE = 375
WIDTHS = (320, PHONE, 1280)
WIDE = (1280, 1600)
Scheme = Literal["light", "dark"]

SHIFTS = """
globalThis.shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries()))
  .observe({ type: "layout-shift", buffered: true });
"""
"""Keeps what moves while a page comes."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """The built book, as files and as an address."""

    folder: Path
    address: str

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """Every page, by its path."""
        pages = (path.relative_to(self.folder) for path in self.folder.rglob("*.html"))
        return tuple(sorted(path.as_posix() for path in pages if "_static" not in path.parts))

    @cached_property
    def richest(self) -> str:
        """The page with the most marks."""
        return max(self.pages, key=lambda page: self.text(page).count('role="doc-noteref"'))

    def text(self, page: str) -> str:
        """The HTML of a page."""
        return (self.folder / page).read_text(encoding="utf-8")


@dataclass(kw_only=True)
class Seat:
    """A browser context with a page that stays open, so that its process does, and one to read on."""

    context: BrowserContext
    keeper: CDPSession
    page: Page
    taken: bool = False


class Visits:
    """Contexts and pages that are used again: starting a process takes longer than showing a page.

    Whatever a visit has stored is cleared before the next.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._seats: dict[tuple[str, bool, bool], Seat] = {}
        self._fresh: list[BrowserContext] = []

    def again(self, address: str, *, touch: bool, scripts: bool) -> Page:
        """An empty page where nothing is stored of the site at an address."""
        seat = self._seats.get((address, touch, scripts))
        if not seat:
            context = self._browser.new_context(has_touch=touch, java_script_enabled=scripts)
            keeper = context.new_page()
            keeper.goto(f"{address}/_static/")
            seat = Seat(context=context, keeper=context.new_cdp_session(keeper), page=context.new_page())
            self._seats[address, touch, scripts] = seat
        seat.keeper.send("Storage.clearDataForOrigin", {"origin": address, "storageTypes": "all"})
        if seat.taken or seat.page.is_closed():
            return seat.context.new_page()
        seat.taken = True
        return seat.page

    def fresh(self, *, touch: bool, scripts: bool) -> Page:
        """A page of a context that nobody has used, with an empty cache."""
        self._fresh.append(self._browser.new_context(has_touch=touch, java_script_enabled=scripts))
        return self._fresh[-1].new_page()

    def close(self) -> None:
        """Close or empty the pages that are open, and take back what they were allowed."""
        for seat in filter(lambda seat: seat.taken, self._seats.values()):
            _, *pages = seat.context.pages
            for page in pages:
                if page is not seat.page:
                    page.close()
            if not seat.page.is_closed():
                seat.page.goto("about:blank")
                seat.page.mouse.move(0, 0)
            seat.context.clear_permissions()
            seat.taken = False
        while self._fresh:
            self._fresh.pop().close()


class Reader:
    """Opens pages, and keeps what the console said and what other hosts were asked."""

    def __init__(self, visits: Visits, site: Site) -> None:
        self._visits, self._site = visits, site
        self.messages: list[str] = []
        self.foreign: list[str] = []
        self._listening: list[tuple[Page, str, Callable[[Any], None]]] = []

    def open(
        self,
        page: str,
        *,
        width: int = 1280,
        scheme: Scheme = "light",
        touch: bool = False,
        scripts: bool = True,
        from_disk: bool = False,
        before: str = "",
        at: str = "",
        forced_colors: bool = False,
        reduced_motion: bool = False,
    ) -> Page:
        """A page as in a browser of its own, ``at`` a place on it; ``before`` is a script that runs first."""
        if before or from_disk:
            opened = self._visits.fresh(touch=touch, scripts=scripts)
        else:
            opened = self._visits.again(self._site.address, touch=touch, scripts=scripts)
        opened.set_viewport_size({"width": width, "height": 700})
        opened.emulate_media(
            media="null",
            contrast="no-preference",
            color_scheme=scheme,
            forced_colors="active" if forced_colors else "none",
            reduced_motion="reduce" if reduced_motion else "no-preference",
        )
        if before:
            opened.add_init_script(before)
        self._listen(opened)
        opened.goto(self.address(page, from_disk=from_disk) + at)
        return opened

    def address(self, page: str, *, from_disk: bool = False) -> str:
        """Where a page is."""
        return f"{self._site.folder.as_uri() if from_disk else self._site.address}/{page}"

    def close(self) -> None:
        """Close all that is open, and listen no longer."""
        for page, event, heard in self._listening:
            page.remove_listener(event, heard)
        self._visits.close()

    def _listen(self, page: Page) -> None:
        heard: dict[str, Callable[[Any], None]] = {
            "console": lambda message: self.messages.append(f"{page.url}: {message.text}"),
            "pageerror": lambda error: self.messages.append(f"{page.url}: {error}"),
            "response": lambda response: self._answered(page, response),
            "request": lambda request: self._asked(page, request.url),
        }
        for event, each in heard.items():
            page.on(event, each)  # type: ignore[call-overload]  # its events are literals
            self._listening.append((page, event, each))

    def _answered(self, page: Page, response: Response) -> None:
        if response.status >= 400:
            self.messages.append(f"{page.url}: {response.status} for {response.url}")

    def _asked(self, page: Page, url: str) -> None:
        own = (self._site.address, self._site.folder.as_uri(), "data:", "blob:")
        if not url.startswith(own):
            self.foreign.append(f"{page.url} asks {url}")


def shifted(page: Page, *, since_parsed: bool = False) -> float:
    """How far things have moved while a page came, or since it was parsed, for which scripts wait."""
    parsed = "performance.getEntriesByType('navigation')[0].domInteractive" if since_parsed else "0"
    counted = f"shifts.filter((each) => each.startTime >= {parsed})"
    return float(page.evaluate(f"{counted}.reduce((sum, {{ value }}) => sum + value, 0)"))


def focused(page: Page) -> str:
    """The ID of what has the focus."""
    return str(page.evaluate("document.activeElement.id"))


def settle(page: Page) -> None:
    """Wait until what watches sizes has acted on a change: it measures in one frame, and acts in the next."""
    for _ in range(3):  # the first may begin before the change is measured
        page.evaluate("new Promise(requestAnimationFrame)")


def words(text: str | None) -> str:
    """A text with its white space folded."""
    return re.sub(r"\s+", " ", text or "").strip()


def box(of: Locator) -> FloatRect:
    """Where something is on the screen."""
    found = of.bounding_box()
    assert found is not None
    return found


def meet(one: FloatRect, other: FloatRect) -> bool:
    """Whether two boxes share any of the screen."""
    return (
        one["x"] < other["x"] + other["width"]
        and other["x"] < one["x"] + one["width"]
        and one["y"] < other["y"] + other["height"]
        and other["y"] < one["y"] + one["height"]
    )


def assert_beside(page: Page, mark: Locator) -> None:
    """The open card is wholly on the screen and on none of the words it explains."""
    card = box(page.locator(CARD))
    size = page.viewport_size
    assert size is not None
    assert card["x"] >= 0
    assert card["y"] >= 0
    assert card["x"] + card["width"] <= size["width"] + 0.5
    assert card["y"] + card["height"] <= size["height"] + 0.5
    rects: list[FloatRect] = mark.evaluate("each => [...each.getClientRects()].map(rect => rect.toJSON())")
    assert rects
    assert not any(meet(card, rect) for rect in rects), (card, rects)
