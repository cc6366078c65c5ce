"""The pages of a book, read once each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from ..book.book import Book
from ..book.findings import InputError
from ..book.inputs import problem
from ..book.pagefiles import page_files
from ..page.page import Display, Page
from ..page.reading import read_page
from ..text.files import NOTHING_UNSAVED, UnreadableError, Unsaved, read_text
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


def read_pages(
    book: Book,
    library: Library | None = None,
    unsaved: Unsaved = NOTHING_UNSAVED,
    *,
    wanted: Callable[[str], bool] = lambda _: True,
) -> list[Page]:
    """Every Markdown page whose text is ``wanted``, in order of name; then those that are none and wait.

    ``library`` is the book's, where there is one: it may know most of the pages already.
    ``unsaved`` texts of pages count as if they were saved.
    """
    library = library or Library(book)
    texts = page_texts(book, unsaved)
    pages = [read_file(library, file, text) for file, text in texts.items() if wanted(text)]
    return pages + [page for page in _waiting(book) if wanted("")]


def page_texts(book: Book, unsaved: Unsaved = NOTHING_UNSAVED) -> dict[str, str]:
    """The text of every Markdown page by its file, in order of name."""
    texts, problems = {}, []
    for path in page_files(book.root, book.settings).markdown:
        file = path.relative_to(book.root).as_posix()
        try:
            texts[file] = read_text(path, file, unsaved)
        except UnreadableError as error:
            problems.append(problem(error.code, error.message, file=file, place=error.place or (1, 1)))
    if problems:
        raise InputError(problems)
    return texts


def read_file(library: Library, file: str, text: str) -> Page:
    """The page in a file of the book, which is named from its root."""
    display = library.once(make_display, "", lambda: make_display(library.book))
    return page_of(library, text, docname=_docname(library.book, file), file=file, display=display)


def _waiting(book: Book) -> Iterator[Page]:
    """The pages that nobody can read, where pages are taken in one by one; else each is a finding."""
    for path in () if book.settings.taken_in else page_files(book.root, book.settings).others:
        file = path.relative_to(book.root).as_posix()
        docname = _docname(book, file)
        yield Page(docname=docname, file=file, text="", groups=(), taken_in=False, narrative=False)


def _docname(book: Book, file: str) -> str:
    return PurePosixPath(file).relative_to(book.settings.docs).with_suffix("").as_posix()
