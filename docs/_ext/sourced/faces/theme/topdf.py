"""The book as a PDF file: ``sphinx-build -b pdf``.

Chromium prints it, as it draws the pictures and the marks as readers know them; it makes bookmarks and tags
for screen readers too. It asks no other host for anything. The book is printed twice: only then is known on
which page each chapter stands.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pikepdf
from sphinx.errors import SphinxError

from .printedbook import Book

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OPTIONS = (
    *("--headless", "--disable-gpu", "--no-pdf-header-footer"),
    *("--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND"),
)
DRAFT, FAIR = "--disable-pdf-tagging", "--generate-pdf-document-outline"
UNDATED = "D:19800101000000Z"
"""In place of the moment of printing, so that the same book gives the same file."""

NO_BROWSER = "The PDF needs Chromium to print it. On Debian and Ubuntu: apt install chromium"
FILE = "book.pdf"


def make_pdf(book: Book, folder: Path) -> None:
    """Print a book, whose page and all that it shows are in the folder."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise SphinxError(NO_BROWSER)
    page = folder / "index.html"
    with tempfile.TemporaryDirectory() as draft:
        pdf = Path(draft) / FILE
        _print(browser, page, pdf, DRAFT)
        page.write_text(book.html(_page_numbers(pdf)), encoding="utf-8", newline="\n")
        _print(browser, page, pdf, FAIR)
        _save(pdf, folder / FILE, book)


def _print(browser: str, html: Path, pdf: Path, how: str) -> None:
    with tempfile.TemporaryDirectory() as profile:
        own = [how, f"--user-data-dir={profile}", f"--print-to-pdf={pdf}"]
        own += ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium refuses root its sandbox
        done = subprocess.run(
            [browser, *OPTIONS, *own, html.as_uri()], capture_output=True, text=True, check=False
        )
    if done.returncode or not pdf.exists():
        raise SphinxError(f"Chromium could not print the book:\n{done.stderr.strip()}")


def _page_numbers(file: Path) -> dict[str, int]:
    """On which page each anchor stands that something leads to."""
    with pikepdf.open(file) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        places = pdf.Root.get("/Dests", pikepdf.Dictionary()).items()
        anchors = ((name.lstrip("/"), place.as_list()[0].objgen) for name, place in places)
        return {name: numbers[page] for name, page in anchors}


def _save(printed: Path, out: Path, book: Book) -> None:
    """Pack it to a third of its size; say whose it is, but not when and by which browser it was printed."""
    with pikepdf.open(printed) as pdf:
        for name in ("/CreationDate", "/ModDate"):
            pdf.docinfo[name] = UNDATED
        pdf.docinfo["/Author"], pdf.docinfo["/Creator"] = book.author, book.title
        with pdf.open_outline() as outline:
            _mend(outline.root, {_joined(heading): heading for heading in book.headings})
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)


def _mend(bookmarks: Iterable[pikepdf.OutlineItem], headings: Mapping[str, str]) -> None:
    """Give bookmarks back the spaces that Chromium drops where a heading is broken into lines."""
    for bookmark in bookmarks:
        bookmark.title = headings.get(_joined(bookmark.title), bookmark.title)
        _mend(bookmark.children, headings)


def _joined(words: str) -> str:
    return "".join(words.split())
