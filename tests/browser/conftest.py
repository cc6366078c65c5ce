"""The built book in a real browser.

Where no Chromium is installed, the tests that need one are skipped
and say so; with ``BROWSER_REQUIRED`` set, as continuous integration has it, they fail instead.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from .reading import GROUP, WIDE, Reader, Site, Visits

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 20_000  # milliseconds: a machine that is busy is slow, not wrong


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser by what it asks for."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and does not speak of it."""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[Site]:
    """The built book, served to this machine alone."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(built))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(folder=built, address=f"http://127.0.0.1:{server.server_port}")
        server.shutdown()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, one for each worker."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        missing = "No Chromium here. On Debian and Ubuntu: apt install chromium"
        if os.environ.get("BROWSER_REQUIRED"):
            pytest.fail(missing)
        pytest.skip(missing)
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium refuses root its sandbox
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=sandbox)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def visits(chromium: Browser) -> Visits:
    """What the tests of a worker share of its browser."""
    return Visits(chromium)


@pytest.fixture
def reader(visits: Visits, site: Site) -> Iterator[Reader]:
    """Opens pages; whatever the console says, or another host is asked, fails the test."""
    reader = Reader(visits, site)
    yield reader
    reader.close()
    assert not reader.messages, "\n".join(reader.messages)
    assert not reader.foreign, "\n".join(reader.foreign)


@pytest.fixture
def chapter(reader: Reader, site: Site) -> Page:
    """The page with the most marks, on a wide screen."""
    return reader.open(site.richest)


@pytest.fixture(params=WIDE)
def margin(reader: Reader, site: Site, request: pytest.FixtureRequest) -> Page:
    """The page with the most marks and a margin beside it."""
    page = reader.open(site.richest, width=request.param)
    expect(page.locator(GROUP).first).to_be_visible()
    return page
