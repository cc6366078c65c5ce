"""The book as a PDF file: ``python -m sourced.theme.topdf build/html build/book.pdf``.

Chromium prints it, as it draws the pictures and the marks as readers know them; it makes bookmarks and tags
for screen readers too. It asks no other host for anything. The book is printed twice: only then is known on
which page each chapter stands.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from pypdf import PdfReader

from .paper import assemble

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OPTIONS = (
    *("--headless", "--disable-gpu", "--no-pdf-header-footer", "--generate-pdf-document-outline"),
    *("--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND"),
)
DATE = re.compile(rb"/(CreationDate|ModDate) \(D:[^)]*\)")
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
    with tempfile.TemporaryDirectory(dir=root, prefix=".paper-") as folder:
        html, pdf = Path(folder) / "book.html", Path(folder) / "book.pdf"
        html.write_text(book.html({}), encoding="utf-8")
        _print(browser, html, pdf)
        html.write_text(book.html(_page_numbers(pdf)), encoding="utf-8")
        _print(browser, html, pdf)
        out.write_bytes(DATE.sub(_fixed_date, pdf.read_bytes()))
