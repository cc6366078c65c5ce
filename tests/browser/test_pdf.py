"""The printed book."""

from __future__ import annotations

import html
import re
import subprocess
import sys
import unicodedata
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PageObject, PdfReader

from .reading import PHONE, Reader, Site

ROOT = Path(__file__).parents[2]
BOOK = "The Panjshir Valley"
LONGEST = 90


def titles(outline: list[Any]) -> list[str]:
    """Of the bookmarks, at all levels."""
    return [
        title for entry in outline for title in (titles(entry) if isinstance(entry, list) else [entry.title])
    ]


def words(page: PageObject) -> str:
    """What is printed on a page, letters that are joined in print taken apart."""
    return " ".join(unicodedata.normalize("NFKC", page.extract_text()).split())


@pytest.mark.long
@pytest.mark.usefixtures("chromium")
def test_the_whole_book_is_printed(tmp_path: Path) -> None:
    """With bookmarks, tags, running heads, the page of each chapter in the contents; in few pages."""
    options = ["-q", "-b", "pdf", "-c", str(ROOT), "-d", str(tmp_path / "doctrees")]
    command = [sys.executable, "-m", "sphinx", *options, str(ROOT / "docs"), str(tmp_path / "out")]
    subprocess.run(command, check=True, cwd=ROOT)
    pdf = PdfReader(tmp_path / "out/book.pdf")
    page = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    chapters = dict(re.findall(r'<li><a href="#page-[^"]+">(.+?) <span>(\d+)</span></a></li>', page))
    assert len(chapters) > 12
    assert len(pdf.pages) <= LONGEST
    assert set(map(html.unescape, chapters)) <= set(titles(pdf.outline))
    assert pdf.root_object["/MarkInfo"]["/Marked"]
    contents = words(pdf.pages[1])
    for title, number in chapters.items():
        assert f"{html.unescape(title)} {number}" in contents
        assert html.unescape(title) in words(pdf.pages[int(number) - 1])
        assert words(pdf.pages[int(number) - 1]).startswith(
            f"{BOOK} {unicodedata.normalize('NFKC', html.unescape(title))}"
        )
    folded = re.findall(r'class="sourced-positions".*?<strong>([^<]+)<', page, re.DOTALL)
    assert any(html.unescape(folded[0]) in words(each) for each in pdf.pages[len(pdf.pages) // 4 :])


@pytest.mark.long
def test_a_chapter_prints_in_half_as_much_again_as_its_prose(reader: Reader, site: Site) -> None:
    """Its notes are short on paper, and small."""
    more = {}
    for path in site.pages:
        if 'role="doc-endnotes"' not in site.text(path):
            continue
        page = reader.open(path, width=PHONE)
        sheets = [len(PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages)]
        page.add_style_tag(content=".sourced-notes { display: none !important; }")
        sheets.append(len(PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages))
        more[path] = sheets[0] / sheets[1]
    assert len(more) > 5
    assert not {path: share for path, share in more.items() if share > 1.5}
