"""``sourced add-source``: a file becomes a source of the book."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from ....account.drafting.datafile import change_data
from ....account.drafting.documents import DocumentError, read_document
from ....account.drafting.intake import ASKED, Intake, IntakeError, take_in
from ....book.book import Book
from ....book.loading import load_book
from ....book.yamledit import Add, EditError
from ....english.phrases import joined
from ....text.files import UnreadableError, read_bytes
from ..reports import plain
from ..status import CLEAN, CallError
from ..streams import write_utf8


def add_source(options: argparse.Namespace, root: Path) -> int:
    """Take a file in, and say what was read of it and what it leaves open. Raises ``InputError`` too."""
    book = load_book(root)
    try:
        data = read_bytes(options.file, plain(str(options.file)))
        document = read_document(data, options.file.name)
        intake = take_in(book, options.file, data, document, _given(options))
        if options.no_asides:
            intake.entry.pop("aside", None)
        line = change_data(book, [Add(("sources", intake.id), intake.entry)], intake.files)
    except UnreadableError as error:
        raise CallError(error.message) from None
    except (DocumentError, IntakeError) as error:
        raise CallError(str(error)) from None
    except EditError as error:
        raise CallError(f"{book.data_file} was left as it is: {error}") from None
    write_utf8("".join(f"{told}\n" for told in _told(book, intake, line, asides="aside" in intake.entry)))
    return CLEAN


def _given(options: argparse.Namespace) -> dict[str, str]:
    fields = ((field, getattr(options, field.replace("-", "_"))) for field in (*ASKED, "id"))
    return {field: value for field, value in fields if value}


def _told(book: Book, intake: Intake, line: int, *, asides: bool) -> Iterator[str]:
    files = joined(map(book.settings.seed, intake.files))
    yield f"{book.data_file}:{line}: the source “{intake.id}”, {files}"
    for field, value, where in intake.origins:
        yield f"  {field}: {plain(value)}  ({where})"
    if intake.warning:
        yield f"  Look at the text: {intake.warning}."
    if asides and intake.asides:
        yield "Proposed to be set aside; take out what is the article's own:"
        yield from (f"  {lines}: {why}: “{plain(words)} …”" for lines, why, words in intake.asides)
    if intake.missing:
        options = joined(f"{field} (--{field})" for field in intake.missing)
        yield f"Not stated in the file, and left out: {options}."
    if "published" in intake.missing:
        if intake.yearless:
            number, day = intake.yearless
            yield f"  Line {number} gives “{plain(day)}” without a year; if you know it, add it: --published."
        yield "  If you can infer the day, write it as an interval, and say how under `dated-by`."
    yield f'Next: sourced scaffold {intake.id}, or sourced quote "a few words" --source {intake.id}'
