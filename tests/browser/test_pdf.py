"""The printed book."""

from __future__ import annotations

import html
import re
import shutil
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from pypdf import PageObject, PdfReader

from sourced.faces.theme.paper import assemble
from sourced.faces.theme.topdf import make_pdf


def titles(outline: list[Any]) -> list[str]:
    """Of the bookmarks, at all levels."""
    return [
        title for entry in outline for title in (titles(entry) if isinstance(entry, list) else [entry.title])
    ]


def words(page: PageObject) -> str:
    """What is printed on a page, letters that are joined in print taken apart."""
    return " ".join(unicodedata.normalize("NFKC", page.extract_text()).split())


@pytest.mark.usefixtures("chromium")
def test_the_whole_book_is_printed(built: Path, tmp_path: Path) -> None:
    """With bookmarks, tags, and the page of each chapter in the contents; and nothing stays behind."""
    book = tmp_path / "book"
    shutil.copytree(built, book)  # a page is put there for the moment, and others read what is built
    before = sorted(book.iterdir())
    make_pdf(book, tmp_path / "book.pdf")
    assert sorted(book.iterdir()) == before
    pdf = PdfReader(tmp_path / "book.pdf")
    chapters = [title for _, title, _ in assemble(built).chapters]
    assert set(chapters) <= set(titles(pdf.outline))
    assert pdf.root_object["/MarkInfo"]["/Marked"]
    contents = words(pdf.pages[1])
    for title in chapters:
        place = re.search(rf"{re.escape(title)} (\d+)", contents)
        assert place, title
        assert title in words(pdf.pages[int(place[1]) - 1])
    folded = re.findall(r'"sourced-statement">([^<]+)', (built / "facts.html").read_text(encoding="utf-8"))
    statement = " ".join(unicodedata.normalize("NFKC", html.unescape(folded[0])).split())
    assert any(statement in words(page) for page in pdf.pages[len(pdf.pages) // 4 :])
