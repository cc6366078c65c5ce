"""The pages of a book, read once each."""

from __future__ import annotations

from pathlib import Path

from ..book.book import PAGES, Book
from ..book.findings import InputError
from ..book.inputs import problem
from ..page.page import Display, Page
from ..page.reading import read_page
from ..text.files import UnreadableError, read_text
from .display import make_display
from .library import Library


def page_of(library: Library, text: str, *, docname: str, file: str, display: Display) -> Page:
    """The page with this text, read when it is first asked for."""
    return library.once(
        read_page, (docname, text), lambda: read_page(text, docname=docname, file=file, display=display)
    )


def read_pages(book: Book, library: Library | None = None) -> list[Page]:
    """Every Markdown page below ``docs/``, in order of name; ``_`` and ``.`` begin folders without pages.

    ``library`` is the book's, where there is one: it may know most of the pages already.
    """
    library = library or Library(book)
    folder = book.root / PAGES
    display = make_display(book)
    pages, problems = [], []
    for path in sorted(folder.rglob("*.md")):
        parts = path.relative_to(folder).parts
        if any(part.startswith(("_", ".")) for part in parts):
            continue
        file = path.relative_to(book.root).as_posix()
        try:
            text = read_text(path, file).removeprefix("\ufeff")
        except UnreadableError as error:
            problems.append(problem(error.code, error.message, file=file, place=error.place or (1, 1)))
            continue
        docname = Path(*parts).with_suffix("").as_posix()
        pages.append(page_of(library, text, docname=docname, file=file, display=display))
    if problems:
        raise InputError(problems)
    return pages
