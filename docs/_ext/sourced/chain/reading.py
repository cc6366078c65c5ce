"""The pages of a book, read once each."""

from __future__ import annotations

from ..book.book import Book
from ..book.findings import InputError
from ..book.inputs import problem
from ..book.pagefiles import page_files
from ..page.page import Display, Page
from ..page.reading import read_page
from ..text.files import UnreadableError, read_text
from .display import make_display
from .library import Library


def page_of(library: Library, text: str, *, docname: str, file: str, display: Display) -> Page:
    """The page with this text, read when it is first asked for. A byte order mark is no part of the text."""
    text = text.removeprefix("\ufeff")
    taken_in = library.book.settings.taken_in
    return library.once(
        read_page,
        (docname, text),
        lambda: read_page(text, docname=docname, file=file, display=display, taken_in=taken_in),
    )


def waiting_page(docname: str, file: str) -> Page:
    """A page that is not taken in, whatever it holds."""
    return Page(docname=docname, file=file, text="", groups=(), taken_in=False, narrative=False)


def read_pages(book: Book, library: Library | None = None) -> list[Page]:
    """Every page that is written in Markdown, in order of name; then those that wait in another language.

    Where pages have to be taken in, one that cannot be read is not, and else it is a finding by itself.
    ``library`` is the book's, where there is one: it may know most of the pages already.
    """
    library = library or Library(book)
    folder = book.root / book.settings.docs
    display = make_display(book)
    pages, problems = [], []
    files = page_files(book.root, book.settings)
    for path in files.markdown:
        file = path.relative_to(book.root).as_posix()
        try:
            text = read_text(path, file)
        except UnreadableError as error:
            problems.append(problem(error.code, error.message, file=file, place=error.place or (1, 1)))
            continue
        docname = path.relative_to(folder).with_suffix("").as_posix()
        pages.append(page_of(library, text, docname=docname, file=file, display=display))
    if problems:
        raise InputError(problems)
    waiting = () if book.settings.taken_in else files.others
    named = ((path, path.relative_to(folder).with_suffix("").as_posix()) for path in waiting)
    pages += [waiting_page(docname, path.relative_to(book.root).as_posix()) for path, docname in named]
    return pages
