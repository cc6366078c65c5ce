"""What ``sourced uses`` prints."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import to_builtins

from ....account.uses.resting import may_use
from ....account.uses.subject import Kind, kinds_of, nearest_ids
from ....account.uses.uses import Place, Uses, uses_of
from ....book.book import Book
from ....book.loading import load_book
from ....chain.library import Library
from ....chain.reading import read_pages
from ....english.phrases import plural
from ....pictures.request import gathered_by
from ..reports import plain
from ..status import CLEAN, CallError
from ..streams import write_utf8


def uses(options: argparse.Namespace, root: Path) -> int:
    """Say where an ID is used. Raises ``InputError`` and ``CallError``."""
    book = load_book(root)
    library = Library(book)
    found = [_uses(library, kind, options.id) for kind in asked_kinds(book, options.id, options.kind)]
    if options.format == "json":
        write_utf8(json.dumps([to_builtins(each) for each in found], indent=2) + "\n")
    else:
        write_utf8("\n".join("".join(_told(each)) for each in found))
    return CLEAN


def asked_kinds(book: Book, id_: str, kind: Kind | None) -> list[Kind]:
    """What is meant by an ID. Raises ``CallError`` where nothing has it, with the likest that there are."""
    kinds = [each for each in kinds_of(book, id_) if kind in (None, each)]
    if not kinds:
        near = ", ".join(nearest_ids(book, id_))
        what = kind or "fact, name, property or source"
        proposed = f"; like it are: {near}" if near else ""
        raise CallError(f"the book has no {what} with the ID {plain(id_)}{proposed}")
    return kinds


def _uses(library: Library, kind: Kind, id_: str) -> Uses:
    pages = read_pages(library.book, library, wanted=may_use(library, kind, id_))
    return uses_of(library, pages, kind, id_, lambda part: gathered_by(library, part))


def _told(found: Uses) -> Iterator[str]:
    subject = found.subject
    place = f"{subject.file}:{subject.line}:{subject.column}"
    yield f"{place}: {subject.kind} {subject.id}: {plain(subject.title)}\n"
    files = {each.file for each in found.sentences}
    pages = f" on {plural(len(files), 'page')}" if files else ""
    yield from _listed(f"Used in {plural(len(found.sentences), 'sentence')}{pages}", found.sentences)
    yield from _listed(f"Shown in {plural(len(found.pictures), 'part')} made from the data", found.pictures)
    if subject.kind != "fact":
        yield from _listed(f"It is in {plural(len(found.facts), 'fact')}", found.facts)
    signed = plural(len(found.signatures), "signature")
    yield from _listed(f"{signed} would expire if what is told of it changed", found.signatures)


def _listed(title: str, places: Sequence[Place]) -> Iterator[str]:
    yield f"\n{title}{':' if places else '.'}\n"
    for place in places:
        kind = "" if place.kind == "sentence" or place.text.startswith("{") else f"{place.kind}: "
        by = f"  [{', '.join(place.by)}]" if place.by else ""
        yield f"  {plain(place.file)}:{place.line}:{place.column}: {kind}{plain(place.text)}{by}\n"
