"""Taking a file in as a source: its text, its sum, what it states of itself, and what may be set aside."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from ...book.book import Book
from ...book.model import Aside
from ...book.quotations import Text
from ...book.yaml.tree import Node
from ...chain.asides import spans_of
from ...english.furniture import DAY, HEADLINE
from ...text.edtf import days
from ...text.plain import plain
from .documents import Document
from .furniture import propose_asides
from .ids import FreeIds, words_of
from .stated import stated, yearless

_ID_WORDS = 4
"""An ID is made of no more words."""
ASKED = ("title", "publisher", "published", "address", "retrieved", "archive", "label", "dated-by")
"""The fields that may be given."""
WANTED = ("title", "publisher", "published")
"""The fields that a source states, as a rule."""


_HEADS = (("published", DAY), ("title", HEADLINE))
"""Fields that a line of the text states, which no fact rests on, and why."""


class Intake(Struct, frozen=True, kw_only=True):
    """A source that is to be taken in."""

    id: str
    entry: dict[str, Node]
    """Its entry in the data file."""
    files: dict[str, bytes]
    """What is to be written into the folder of sources."""
    origins: tuple[tuple[str, str, str], ...]
    """Fields that the file states: field, value, and where it was read."""
    asides: tuple[tuple[str, str, str], ...]
    """What is proposed to be set aside: the lines, the reason, the first words."""
    missing: tuple[str, ...]
    """Fields that neither the file nor the caller states."""
    warning: str = ""
    yearless: tuple[int, str] | None = None
    """The line of a dateline whose day has no year, and that day; where nothing else states the day."""


class IntakeError(Exception):
    """Why a file cannot be taken in."""


def take_in(book: Book, file: Path, data: bytes, document: Document, given: Mapping[str, str]) -> Intake:
    """What becomes of a file; nothing is written yet. ``given`` are fields, and perhaps ``id``."""
    for field in ("published", "retrieved"):
        if field in given and days(given[field]) is None:
            raise IntakeError(
                f"--{field} is “{given[field]}”, no date in EDTF: write 2014-10-17, 2014-10 or 2014"
            )
    text = plain(document.text)
    found = {each.field: (each.value, each.where, each.line) for each in stated(text)}
    found |= {field: (value, "what the page says of itself", "") for field, value in document.said.items()}
    found = {field: value for field, value in found.items() if field not in given}
    heads = {found[field][2]: why for field, why in _HEADS if field in found and found[field][2]}
    asides = propose_asides(Text(text), heads)
    names = _file_names(book, file, data, document)
    kept = document.text.encode("utf-8", "surrogatepass") if document.is_original else data
    fields = {**{field: value for field, (value, _, _) in found.items()}, **given}
    entry: dict[str, Node] = {"file": names[0], "sha256": sha256(kept).hexdigest()}
    if document.is_original:
        entry["original"] = {"file": names[1], "sha256": sha256(data).hexdigest()}
    entry |= {field: fields[field] for field in ASKED if fields.get(field)}
    if asides:
        entry["aside"] = [_node(aside) for aside in asides]
    return Intake(
        id=_id(book, given.get("id", ""), fields, file),
        entry=entry,
        files=dict(zip(names, (kept, data), strict=False)),
        origins=tuple((field, value, where) for field, (value, where, _) in found.items()),
        asides=tuple(_told(Text(text), aside) for aside in asides),
        missing=tuple(field for field in WANTED if not fields.get(field)),
        warning=document.warning,
        yearless=None if fields.get("published") else yearless(text),
    )


def _file_names(book: Book, file: Path, data: bytes, document: Document) -> list[str]:
    """The names in the folder of sources: of the text, and of the original if there is one."""
    digest = sha256(data).hexdigest()
    for source in book.sources.values():
        if digest in (source.sha256, source.original.sha256 if source.original else ""):
            raise IntakeError(f"this file is already the source “{source.id}”")
    names = [f"{file.stem}.txt", file.name] if document.is_original else [file.name]
    for name, content in zip(names, (None, data) if document.is_original else (data,), strict=True):
        there = book.root / book.settings.seed(name)
        if there.exists() and (content is None or there.read_bytes() != content):
            told = f"{book.settings.seed(name)} is there already, and is another file"
            raise IntakeError(f"{told}; rename this one first")
    return names


def _id(book: Book, given: str, fields: Mapping[str, str], file: Path) -> str:
    """The given ID, or one made of publisher, title or file name that no source has yet."""
    if given:
        if given in book.sources:
            raise IntakeError(f"there is a source “{given}” already; choose another --id")
        return given
    told = (fields.get("publisher", ""), fields.get("title", ""), file.stem)
    text = next(filter(words_of, told), "")
    return FreeIds(book.sources).of(text, most=_ID_WORDS, otherwise="source")


def _node(aside: Aside) -> dict[str, Node]:
    node: dict[str, Node] = {"from": aside.from_}
    if aside.to:
        node["to"] = aside.to
    if aside.every:
        node["every"] = "true"
    return {**node, "why": aside.why}


def _told(text: Text, aside: Aside) -> tuple[str, str, str]:
    """On which lines an aside stands, why, and its first words."""
    places = spans_of(text, aside, 0)
    first, last = text.line_starts.lines(places[0].start, places[0].end)
    lines = f"line {first}" if first == last else f"lines {first} to {last}"
    more = f" and {len(places) - 1} more" if len(places) > 1 else ""
    return f"{lines}{more}", aside.why, aside.from_
