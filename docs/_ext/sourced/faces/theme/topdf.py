"""The book as a PDF file: ``python -m sourced.faces.theme.topdf build/html build/book.pdf``.

Chromium prints it, as it draws the pictures and the marks as readers know them; it makes bookmarks and tags
for screen readers too. It asks no other host for anything. The book is printed twice: only then is known on
which page each chapter stands.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pikepdf

from .paper import Book, assemble

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OPTIONS = (
    *("--headless", "--disable-gpu", "--no-pdf-header-footer"),
    *("--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND"),
)
DRAFT, FAIR = "--disable-pdf-tagging", "--generate-pdf-document-outline"
UNDATED = "D:19800101000000Z"
"""In place of the moment of printing, so that the same book gives the same file."""

NO_BROWSER = "The PDF needs Chromium to print it. On Debian and Ubuntu: apt install chromium"
NO_BOOK = "No book in {}. Build it first: make html"


def make_pdf(root: Path, out: Path) -> None:
    """Print a built book."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise SystemExit(NO_BROWSER)
    if not (root / "index.html").exists():
        raise SystemExit(NO_BOOK.format(root))
    book = assemble(root)
    # Beside the front page, so that it finds style sheets and pictures where that finds them.
    with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile("wb", dir=root) as page:
        pdf, html = Path(folder) / "book.pdf", Path(page.name).with_suffix(".html")
        try:
            html.write_text(book.html({}), encoding="utf-8")
            _print(browser, html, pdf, DRAFT)
            html.write_text(book.html(_page_numbers(pdf)), encoding="utf-8")
            _print(browser, html, pdf, FAIR)
        finally:
            html.unlink(missing_ok=True)
        out.parent.mkdir(parents=True, exist_ok=True)
        _save(pdf, out, book)


def _print(browser: str, html: Path, pdf: Path, how: str) -> None:
    with tempfile.TemporaryDirectory() as profile:
        own = [how, f"--user-data-dir={profile}", f"--print-to-pdf={pdf}"]
        own += ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium refuses root its sandbox
        done = subprocess.run(
            [browser, *OPTIONS, *own, html.as_uri()], capture_output=True, text=True, check=False
        )
    if done.returncode or not pdf.exists():
        raise SystemExit(f"Chromium could not print the book:\n{done.stderr.strip()}")


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


def main(arguments: Sequence[str]) -> None:
    """Print the book that the first argument names into the file that the second names."""
    root, out = map(Path, arguments)
    make_pdf(root.resolve(), out)


if __name__ == "__main__":
    main(sys.argv[1:])
