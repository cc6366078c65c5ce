"""The real book, built in several ways: the same pages, byte for byte."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT

OF_THE_BOOK = ("docs", "data", "seeds", "tests/books", "conf.py")
"""With the small books from which a page of it shows pieces."""


pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book in another folder."""
    root = tmp_path_factory.mktemp("another place", numbered=False)
    for name in OF_THE_BOOK:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, root)
    return root


def build(root: Path, *options: str) -> dict[str, bytes]:
    """Build a book; all files of it."""
    out = root / "build/html"
    strict = ["-q", "-W", "-c", str(root), "-d", str(root / "build/doctrees")]
    command = [sys.executable, "-m", "sphinx", *strict, *options, str(root / "docs"), str(out)]
    subprocess.run(command, check=True, cwd=root)
    return files(out)


def files(out: Path) -> dict[str, bytes]:
    """All files of a built book, but for the builder's own notes."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and path.name != ".buildinfo" and ".doctrees" not in path.parts
    }


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that one book has and the other has not, or has otherwise."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.fixture(scope="module")
def elsewhere(moved: Path) -> dict[str, bytes]:
    """It, built by several at once."""
    return build(moved, "-j", "4")


def test_a_book_elsewhere_built_by_several_at_once_is_the_same(
    elsewhere: dict[str, bytes], built: Path
) -> None:
    other = files(built)
    assert len(other) > 40
    assert differing(elsewhere, other) == []


def test_a_build_that_follows_others_is_the_same(moved: Path, elsewhere: dict[str, bytes]) -> None:
    assert differing(elsewhere, build(moved)) == [], "nothing had changed"
    page, data = moved / "docs/geography.md", moved / "data/facts.yaml"
    before = page.read_text(encoding="utf-8"), data.read_text(encoding="utf-8")
    page.write_text(before[0].replace("# The valley, and", "# The land, and"), encoding="utf-8")
    data.write_text(before[1].replace("title: Length", "title: How long"), encoding="utf-8")
    assert "geography.html" in differing(elsewhere, build(moved))
    page.write_text(before[0], encoding="utf-8")
    data.write_text(before[1], encoding="utf-8")
    assert differing(elsewhere, build(moved)) == [], "everything had changed back"
