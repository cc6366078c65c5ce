"""The built book in a real browser.

The book is built once for all workers. Where no Chromium is installed, the tests that need one are skipped
and say so; with ``BROWSER_REQUIRED`` set, as continuous integration has it, they fail instead.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from .reading import Reader, Site

ROOT = Path(__file__).parents[2]
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser by what it asks for."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built book; the first worker to come builds it, the others wait."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    out, done = shared / "book", shared / "book-is-built"
    with (shared / "book.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            options = ["-q", "-b", "html", "-c", str(ROOT), "-d", str(shared / "doctrees")]
            command = [sys.executable, "-m", "sphinx", *options, str(ROOT / "docs"), str(out)]
            subprocess.run(command, check=True, cwd=ROOT)
            done.touch()
    return out


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
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=sandbox)
        yield browser
        browser.close()


@pytest.fixture
def reader(chromium: Browser, site: Site) -> Iterator[Reader]:
    """Opens pages; whatever the console says, or another host is asked, fails the test."""
    reader = Reader(chromium, site)
    yield reader
    reader.close()
    assert not reader.messages, "\n".join(reader.messages)
    assert not reader.foreign, "\n".join(reader.foreign)


@pytest.fixture
def chapter(reader: Reader, site: Site) -> Page:
    """The page with the most marks, on a wide screen."""
    return reader.open(site.richest)
