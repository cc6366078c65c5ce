"""The data as CSV: one table for each kind of thing, one row for each thing.

A cell of text that a spreadsheet would take for a formula is escaped: an
apostrophe is put before it. Numbers are not touched.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from .data import Json

FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""How a cell begins that a spreadsheet may run, or that was escaped: so every escape can be undone."""


class Column(Struct, frozen=True):
    """A column: its name, its Table Schema type, what it holds, and what must be true of it."""

    name: str
    type: str
    description: str
    required: bool = False
    refers: str = ""
    """The table whose ``id`` it holds."""


class Table(Struct, frozen=True):
    """A table: its name, what a row is, its columns, and those that tell a row from all others."""

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def file(self) -> str:
        return f"{self.name}.csv"


TABLES = (
    Table(
        "facts", "Facts", "One row for each fact.", ("id",),
        (
            Column("id", "string", "Its ID.", True),
            Column("about", "string", "The ID of the name that it is about.", True, "names"),
            Column("property", "string", "The ID of the property that it states.", True, "properties"),
            Column("value", "string", "A number with its unit, a date in EDTF, the ID of a name, or words."),
            Column("statement", "string", "The fact as one sentence, in the book's own words.", True),
            Column("by", "string", "The ID of whoever says so, if not the source itself.", False, "names"),
            Column("when", "string", "When it happened, in EDTF."),
            Column("asOf", "string", "When the source knew it, in EDTF."),
            Column("absent", "array", "Where no source has something: words that would show otherwise."),
            Column("usedOn", "array", "The pages that cite it."),
            Column("unused", "string", "Why no page cites it, where none does."),
            Column("formerly", "array", "IDs that it had before."),
        ),
    ),
    Table(
        "evidence", "Evidence", "One row for each quotation that a fact rests on.", ("fact", "number"),
        (
            Column("fact", "string", "The ID of the fact.", True, "facts"),
            Column("number", "integer", "Which of the fact's quotations this is, from 1.", True),
            Column("source", "string", "The ID of the source.", True, "sources"),
            Column("exact", "string", "The words of the source; … leaves words out.", True),
            Column("prefix", "string", "The words before, where they tell the passage from another."),
            Column("suffix", "string", "The words after, where they tell the passage from another."),
            Column("gloss", "object", "What words of it mean: the ID of a name, or a date in EDTF."),
            Column("start", "integer", "Where it begins, in characters of the file, from 0."),
            Column("end", "integer", "Where it ends; this character is not part of it."),
            Column("line", "integer", "The line of the file on which it begins, from 1."),
            Column("page", "string", "The page on which it stands."),
            Column("section", "string", "The heading under which it stands."),
            Column("parts", "array", "Its words as the file has them, each run with its own start and end."),
        ),
    ),
    Table(
        "sources", "Sources", "One row for each source.", ("id",),
        (
            Column("id", "string", "Its ID.", True),
            Column("file", "string", "Its file in the project.", True),
            Column("sha256", "string", "SHA-256 of the file's bytes, in hexadecimal digits.", True),
            Column("label", "string", "What running text calls it.", True),
            Column("title", "string", "Its headline, where the file has one."),
            Column("publisher", "string", "Who published it, where the file says so."),
            Column("published", "string", "When, in EDTF; an interval where no date is stated."),
            Column("datedBy", "string", "How the date was inferred, where it is not stated."),
            Column("original", "object", "The file that the text was made from, and its SHA-256."),
            Column("address", "string", "Where it was read: an address on the web."),
            Column("retrieved", "string", "When it was read there, in EDTF."),
            Column("archive", "string", "Where a copy of it is kept: an address."),
        ),
    ),
    Table(
        "asides", "Passages set aside", "One row for each passage of a source that no fact may rest on.",
        ("source", "number"),
        (
            Column("source", "string", "The ID of the source.", True, "sources"),
            Column("number", "integer", "Which of the source's asides this is, from 1.", True),
            Column("from", "string", "Its first words.", True),
            Column("to", "string", "Its last words; empty where the first words are all of it."),
            Column("every", "boolean", "Whether it is every line with these words.", True),
            Column("why", "string", "Why it was set aside.", True),
        ),
    ),
    Table(
        "names", "Names", "One row for everyone and everything that has a name.", ("id",),
        (
            Column("id", "string", "Its ID.", True),
            Column("kind", "string", "person, place, group, …", True),
            Column("name", "string", "The spelling that the book prints.", True),
            Column("also", "array", "Other spellings."),
            Column("about", "string", "A few words that tell who or what it is."),
        ),
    ),
    Table(
        "properties", "Properties", "One row for each thing that a fact can say of its subject.", ("id",),
        (
            Column("id", "string", "Its ID.", True),
            Column("title", "string", "What it is called.", True),
            Column("single", "boolean", "Whether two different values are a disagreement.", True),
            Column("difference", "string", "How values in words differ, where this is stated."),
        ),
    ),
)  # fmt: skip


_as_json = json.JSONEncoder(ensure_ascii=False).encode


def csv_tables(exported: Json) -> dict[str, str]:
    """The text of each table by its file name (RFC 4180)."""
    return {table.file: _csv(table, _rows(table.name, exported)) for table in TABLES}


def _rows(name: str, exported: Json) -> Iterator[Json]:
    if name == "evidence":
        for fact in exported["facts"]:
            for number, evidence in enumerate(fact["evidence"], 1):
                yield {"fact": fact["id"], "number": number, **evidence}
    elif name == "asides":
        for source in exported["sources"]:
            for number, aside in enumerate(source["aside"], 1):
                yield {"source": source["id"], "number": number, **aside}
    else:
        yield from exported[name]


def _csv(table: Table, rows: Iterable[Json]) -> str:
    written = io.StringIO()
    writer = csv.writer(written)
    names = [column.name for column in table.columns]
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in names])
    return written.getvalue()


def _cell(value: Any) -> str | int:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, (list, dict)):
        return _as_json(value)
    return int(value)


def escape(text: str) -> str:
    """``text`` as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if FORMULA.match(text) else text
