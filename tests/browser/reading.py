"""A reader of the built book: opens its pages and notes what goes wrong meanwhile."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, FloatRect, Locator, Page, Response

MARK = 'a[role="doc-noteref"]'
WITH_WORDS = f"{MARK}.sourced-mark"
SIGN = f".sourced-number > {MARK}"
CARD = "#sourced-card"
SWITCH = ".sourced-switch button"
NOTES = ".sourced-note-list"
PHONE = 375
WIDTHS = (320, PHONE, 1280)

Scheme = Literal["light", "dark"]


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


class Reader:
    """Opens pages, and keeps what the console said and what other hosts were asked."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self._browser, self._site = browser, site
        self._contexts: list[BrowserContext] = []
        self.messages: list[str] = []
        self.foreign: list[str] = []

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
        """A page in a browser of its own, ``at`` a place on it; ``before`` is a script that runs first."""
        context = self._browser.new_context(
            viewport={"width": width, "height": 700},
            color_scheme=scheme,
            has_touch=touch,
            java_script_enabled=scripts,
            forced_colors="active" if forced_colors else "none",
            reduced_motion="reduce" if reduced_motion else "no-preference",
        )
        self._contexts.append(context)
        if before:
            context.add_init_script(before)
        opened = context.new_page()
        self._listen(opened)
        opened.goto(self.address(page, from_disk=from_disk) + at)
        return opened

    def address(self, page: str, *, from_disk: bool = False) -> str:
        """Where a page is."""
        return f"{self._site.folder.as_uri() if from_disk else self._site.address}/{page}"

    def close(self) -> None:
        """Close all that is open."""
        for context in self._contexts:
            context.close()

    def _listen(self, page: Page) -> None:
        page.on("console", lambda message: self.messages.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: self.messages.append(f"{page.url}: {error}"))
        page.on("response", lambda response: self._answered(page, response))
        page.on("request", lambda request: self._asked(page, request.url))

    def _answered(self, page: Page, response: Response) -> None:
        if response.status >= 400:
            self.messages.append(f"{page.url}: {response.status} for {response.url}")

    def _asked(self, page: Page, url: str) -> None:
        own = (self._site.address, self._site.folder.as_uri(), "data:", "blob:")
        if not url.startswith(own):
            self.foreign.append(f"{page.url} asks {url}")


def focused(page: Page) -> str:
    """The ID of what has the focus."""
    return str(page.evaluate("document.activeElement.id"))


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
