"""The data in the forms that others read: JSON, CSV in a data package, linked data.

All are made of the same export, so that they cannot differ, and the same book
gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ...book.book import Book
from ...chain.library import Library
from ...page.page import Page
from .data import export, to_json
from .datapackage import data_package
from .imprint import Imprint, read_imprint, read_licence
from .linked import linked_data
from .tables import csv_tables

JSON_FILE, LINKED_FILE, PACKAGE_FILE = "facts.json", "facts.jsonld", "datapackage.json"
FORMS = ("json", "csv", "jsonld")


def exports(
    book: Book,
    pages: Sequence[Page],
    imprint: Imprint,
    library: Library | None = None,
    forms: Collection[str] = FORMS,
) -> dict[str, str]:
    """The files of data in the forms asked for: the text of each by its name."""
    library = library or Library(book)
    exported = export(book, pages, library)
    files = {}
    if "json" in forms:
        files[JSON_FILE] = to_json(exported)
    if "jsonld" in forms:
        files[LINKED_FILE] = linked_data(library, pages, exported, imprint)
    if "csv" in forms:
        tables = csv_tables(exported)
        files |= tables
        files[PACKAGE_FILE] = data_package(tables, book, imprint)
    return files


__all__ = ["Imprint", "exports", "linked_data", "read_imprint", "read_licence"]
