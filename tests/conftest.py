"""What several tests share: a book small enough to read at a glance, and the real one, built."""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sourced.chain.library import Library
from sourced.page.page import Page
from sourced.rules.keeping import judging

from .bridge import bridge, make_book, refused, sign_all

__all__ = ["bridge", "built", "judged", "make_book", "refused", "small_book"]

ROOT = Path(__file__).parents[1]

SOURCE = "The Elm Bridge is 40 metres long. It was opened on 3 May 1901 by the mayor.\n"

DATA = f"""\
sources:
  gazette:
    file: gazette.txt
    sha256: {hashlib.sha256(SOURCE.encode()).hexdigest()}
    title: A bridge
    publisher: Gazette
    published: 1901-05-04
names:
  elm-bridge: {{kind: place, name: Elm Bridge}}
properties:
  length: {{title: Length, single: true}}
  opened: {{title: Opened, single: true}}
facts:
  bridge-length:
    about: elm-bridge
    property: length
    value: 40 metres
    statement: The Elm Bridge is 40 metres long.
    evidence:
      - {{source: gazette, exact: The Elm Bridge is 40 metres long}}
  bridge-opened:
    about: elm-bridge
    property: opened
    value: 1901-05-03
    statement: The Elm Bridge was opened on 3 May 1901.
    evidence:
      - {{source: gazette, exact: It was opened on 3 May 1901, gloss: {{It: elm-bridge}}}}
"""

PAGE = """\
# The bridge

The Elm Bridge is {fact}`bridge-length` long.
It was opened on {fact}`bridge-opened`.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the longest come first, so that no worker has one left when the others are done."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.fixture
def small_book(tmp_path: Path) -> Path:
    """The root of a book of one source, two facts and one page, with nothing wrong in it and all signed."""
    return make_small_book(tmp_path / "book")


def make_small_book(root: Path) -> Path:
    """Such a book in a folder."""
    for name, text in {"seeds/gazette.txt": SOURCE, "data/facts.yaml": DATA, "docs/index.md": PAGE}.items():
        path = root / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8", newline="")
    sign_all(root)
    return root


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built book."""
    return _build(tmp_path_factory, "html")


@pytest.fixture(scope="session")
def on_paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the book as one page for paper."""
    return _build(tmp_path_factory, "paper")


def _build(factory: pytest.TempPathFactory, builder: str) -> Path:
    """The first worker to come builds it, the others wait."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    out, done = shared / f"book-{builder}", shared / f"book-{builder}-is-built"
    with (shared / "book.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            options = ["-q", "-b", builder, "-c", str(ROOT), "-d", str(shared / "doctrees")]
            command = [sys.executable, "-m", "sphinx", *options, str(ROOT / "docs"), str(out)]
            subprocess.run(command, check=True, cwd=ROOT)
            done.touch()
    return out


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The facts that are judged, one after another."""
    found: list[str] = []
    judge = judging.judge_fact

    def noted(library: Library, fact: str) -> object:
        found.append(fact)
        return judge(library, fact)

    monkeypatch.setattr(judging, "judge_fact", noted)
    return found


@pytest.fixture
def judged_pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are judged, one after another."""
    found: list[str] = []
    judge = judging.judge_page

    def noted(library: Library, page: Page) -> object:
        found.append(page.file)
        return judge(library, page)

    monkeypatch.setattr(judging, "judge_page", noted)
    return found
