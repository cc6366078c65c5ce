"""The printed book."""

from __future__ import annotations

import html
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from pypdf import PageObject, PdfReader

ROOT = Path(__file__).parents[2]


def titles(outline: list[Any]) -> list[str]:
    """Of the bookmarks, at all levels."""
    return [
        title for entry in outline for title in (titles(entry) if isinstance(entry, list) else [entry.title])
    ]


def words(page: PageObject) -> str:
    """What is printed on a page, letters that are joined in print taken apart."""
    return " ".join(unicodedata.normalize("NFKC", page.extract_text()).split())


@pytest.mark.usefixtures("chromium")
def test_the_whole_book_is_printed(tmp_path: Path) -> None:
    """With bookmarks, tags, and the page of each chapter in the contents."""
    options = ["-q", "-b", "pdf", "-c", str(ROOT), "-d", str(tmp_path / "doctrees")]
    command = [sys.executable, "-m", "sphinx", *options, str(ROOT / "docs"), str(tmp_path / "out")]
    subprocess.run(command, check=True, cwd=ROOT)
    pdf = PdfReader(tmp_path / "out/book.pdf")
    page = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    chapters = dict(re.findall(r'<li><a href="#page-[^"]+">(.+?) <span>(\d+)</span></a></li>', page))
    assert len(chapters) > 20
    assert set(map(html.unescape, chapters)) <= set(titles(pdf.outline))
    assert pdf.root_object["/MarkInfo"]["/Marked"]
    contents = words(pdf.pages[1])
    for title, number in chapters.items():
        assert f"{html.unescape(title)} {number}" in contents
        assert html.unescape(title) in words(pdf.pages[int(number) - 1])
    folded = re.findall(r'"sourced-statement">(?:<[^>]+>)*([^<]+)', page[page.index('id="page-facts"') :])
    statement = " ".join(unicodedata.normalize("NFKC", html.unescape(folded[0])).split())
    assert any(statement in words(each) for each in pdf.pages[len(pdf.pages) // 4 :])
