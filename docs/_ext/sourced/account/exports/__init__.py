"""The data in the forms that others read: JSON, CSV in a data package, linked data.

All are made of the same export, so that they cannot differ, and the same book
gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...book.book import Book
from ...chain.library import Library
from ...page.page import Page
from .data import Json, export, to_json
from .datapackage import data_package
from .imprint import Imprint, read_imprint, read_licence
from .linked import linked_data
from .tables import csv_tables

JSON_FILE, LINKED_FILE, PACKAGE_FILE = "facts.json", "facts.jsonld", "datapackage.json"


def tables(book: Book, exported: Json, imprint: Imprint) -> dict[str, str]:
    """The data as CSV, with the package that describes them: the text of each file by its name."""
    files = csv_tables(exported)
    return {**files, PACKAGE_FILE: data_package(files, book, imprint)}


def exports(
    book: Book, pages: Sequence[Page], imprint: Imprint, library: Library | None = None
) -> dict[str, str]:
    """Every file of data that stands beside a built book: its text by its name."""
    library = library or Library(book)
    exported = export(book, pages, library)
    return {
        JSON_FILE: to_json(exported),
        LINKED_FILE: linked_data(library, pages, exported, imprint),
        **tables(book, exported, imprint),
    }


def chosen(form: str, book: Book, pages: Sequence[Page], imprint: Imprint) -> dict[str, str]:
    """The files of one form (``json``, ``csv`` or ``jsonld``) alone."""
    library = Library(book)
    exported = export(book, pages, library)
    if form == "csv":
        return tables(book, exported, imprint)
    if form == "jsonld":
        return {LINKED_FILE: linked_data(library, pages, exported, imprint)}
    return {JSON_FILE: to_json(exported)}


__all__ = ["Imprint", "chosen", "exports", "linked_data", "read_imprint", "read_licence", "tables"]
