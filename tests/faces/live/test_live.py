"""The live preview, as a browser and an editor meet it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from sourced.faces.live import run
from sourced.faces.live.site import Site

CONF = """\
extensions = ["myst_parser", "sourced.sphinx"]
html_theme = "basic"
smartquotes = False
"""


class Live:
    """A running preview."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.process = subprocess.Popen(
            [sys.executable, "-m", "sourced", "live", "--root", str(root), "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline().split("/")[2].split(":")[1])
        self._news = self.ask("/-/events")

    def ask(self, path: str, host: str = "") -> HTTPResponse:
        """The answer to a request."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path, headers={"Host": host} if host else {})
        return connection.getresponse()

    def news(self) -> list[str]:
        """What a browser is told next."""
        patience = time.monotonic() + 120  # a sign of life, which comes all the time, is no news
        while not (line := self._news.readline()).startswith(b"data: "):
            assert line, "the preview has ended"
            assert time.monotonic() < patience, "the preview has seen no change"
        told: list[str] = json.loads(line[6:])["messages"]
        return told

    def page(self, name: str = "") -> str:
        """A page as a browser gets it."""
        return self.ask(f"/{name}").read().decode()

    def edit(self, name: str, old: str, new: str) -> None:
        """Save a file otherwise."""
        path = self.root / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    def end(self) -> int:
        """Press Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)


@pytest.fixture
def live(small_book: Path) -> Iterator[Live]:
    """A preview of the small book, which has been built."""
    (small_book / "conf.py").write_text(CONF, encoding="utf-8")
    running = Live(small_book)
    assert running.page().count("Elm Bridge") > 1
    yield running
    with running.process:  # closes its output
        running.process.kill()


def test_an_edit_is_shown_and_what_is_wrong_beside_it(live: Live) -> None:
    assert live.news() == []
    assert '<script src="/-/live.js"' in live.page()
    live.edit("docs/index.md", "# The bridge", "# The old bridge")
    assert live.news() == []
    assert "The old bridge" in live.page()

    live.edit("data/facts.yaml", "facts:", "facts: [")
    told = live.news()
    assert any(line.startswith("data/facts.yaml:13: ERROR: column ") for line in told), told
    assert "The old bridge" in live.page(), "the last good page stays"
    live.edit("data/facts.yaml", "facts: [", "facts:")
    assert live.news() == []

    assert live.ask("/", host="elsewhere.example").status == 403
    assert live.ask("/-/../run.py").status == 404
    assert live.end() == 0
    assert not (live.root / "build/doctrees/sourced-unfinished").exists()
    assert (live.root / "build/html/index.html").read_text(encoding="utf-8").count("The old bridge") > 1


def test_what_is_saved_while_nobody_is_told_is_built(
    small_book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """During the first build, or just as the changes before are handed over."""
    (small_book / "conf.py").write_text(CONF, encoding="utf-8")
    page = small_book / "docs/index.md"

    def watch(*_paths: Path, **_settings: object) -> Iterator[set[tuple[int, str]]]:
        yield set()
        page.write_text(page.read_text("utf-8").replace("# The bridge", "# The new bridge"), "utf-8")
        yield set()
        assert "The new bridge" in (tmp_path / "out/html/index.html").read_text("utf-8")
        built = (tmp_path / "out/html/index.html").stat().st_mtime_ns
        yield set()
        assert (tmp_path / "out/html/index.html").stat().st_mtime_ns == built, "it is built once"

    monkeypatch.setattr(run, "watch", watch)
    monkeypatch.setattr(run.Stop, "listen", lambda _: None)
    assert run.serve(small_book, tmp_path / "out", 0) == 0


def test_a_project_that_does_not_load_the_extension_is_told_so(small_book: Path, tmp_path: Path) -> None:
    conf = small_book / "conf.py"
    conf.write_text(CONF.replace(', "sourced.sphinx"', ""), encoding="utf-8")
    site = Site(root=small_book, out=tmp_path / "out")
    (told,) = site.build().messages
    assert told.startswith("ConfigError: conf.py does not load the extension: name sourced.sphinx")
    assert not site.is_behind
    conf.write_text(CONF, encoding="utf-8")
    assert site.build().pages
    site.end()


def test_pages_are_built_from_the_folder_that_the_settings_name(small_book: Path, tmp_path: Path) -> None:
    (small_book / "docs").rename(small_book / "source")
    (small_book / "sourced.toml").write_text('docs = "source"\n', encoding="utf-8")
    (small_book / "conf.py").write_text(CONF, encoding="utf-8")
    site = Site(root=small_book, out=tmp_path / "out")
    assert site.build().pages
    site.end()
