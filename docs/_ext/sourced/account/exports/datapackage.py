"""The description of the CSV files: a Frictionless data package."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from ...book.book import Book
from .data import Json, to_json
from .imprint import Imprint
from .tables import TABLES, Column, Table

_OWN_WORDS = (
    "The licence covers the book's own words; the quotations from the sources remain their publishers'."
)
_ESCAPES = (
    "A text that a spreadsheet would take for a formula has an apostrophe before it: take away the first "
    "apostrophe of a cell that begins with apostrophes and then =, +, -, @, a tab or a line end."
)


def data_package(files: Mapping[str, str], book: Book, imprint: Imprint) -> str:
    """The text of ``datapackage.json`` for the tables in ``files``."""
    package: Json = {
        "profile": "tabular-data-package",
        "name": "facts",
        "title": imprint.title,
        "description": f"Facts, each with the words of the sources that it rests on. {_OWN_WORDS} {_ESCAPES}",
        "licenses": [{"name": imprint.licence, "path": imprint.licence_page}] if imprint.licence else None,
        "sources": [{"title": source.title or source.shown} for source in book.sources.values()] or None,
        "resources": [_resource(table, files[table.file].encode()) for table in TABLES],
    }
    told = {key: value for key, value in package.items() if value is not None}
    return to_json(told)


def _resource(table: Table, content: bytes) -> Json:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "path": table.file,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "fields": [_field(table, column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": [column.name], "reference": {"resource": column.refers, "fields": ["id"]}}
                for column in table.columns
                if column.refers
            ],
        },
    }


def _field(table: Table, column: Column) -> Json:
    constraints: Json = {}
    if column.required:
        constraints["required"] = True
    if table.key == (column.name,):
        constraints["unique"] = True
    if column.type == "integer":
        constraints["minimum"] = 0 if column.name in ("start", "end") else 1
    told = {"name": column.name, "type": column.type, "description": column.description}
    return {**told, "constraints": constraints} if constraints else told
