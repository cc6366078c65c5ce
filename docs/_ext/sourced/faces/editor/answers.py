"""Answers to what an editor asks at one place of one file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import accumulate
from pathlib import Path

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams
from pygls.workspace import PositionCodec

from ...account.proofs import proof_of
from ...account.renaming.rename import RenameError, renamed
from ...book.book import Book
from ...book.findings import InputError
from ...book.model import Evidence, Fact
from ...chain.library import Library
from .completion import complete_data, complete_page
from .reading import ids
from .reading.datafile import Place, place_in_data
from .reading.ids import Id, Spot
from .reading.positions import Positions
from .symbols import data_symbols, page_symbols
from .telling import TELL, plain, tell_proof
from .workshop import Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A file that somebody works on, and the place in it that is asked about."""

    workshop: Workshop
    library: Library
    codec: PositionCodec
    file: str
    positions: Positions
    offset: int = 0

    @property
    def book(self) -> Book:
        """The book as it could be read last."""
        return self.library.book

    @property
    def is_data(self) -> bool:
        """Whether the file is the data file."""
        return self.file == self.book.data_file

    def moved(self, position: lsp.Position) -> Desk:
        """The same file at another place."""
        return replace(self, offset=self.positions.offset(position))

    def id(self) -> Id | None:
        """The ID that stands here."""
        if self.is_data:
            return ids.id_in_data(self.book, self.positions.text, self.offset)
        return ids.id_on_page(self.book, self.positions.text, self.offset) if self._is_page else None

    @property
    def _is_page(self) -> bool:
        return self.workshop.is_page(self.file)

    @property
    def data_is_read(self) -> bool:
        """Whether the data file was read as it stands now."""
        text = self.workshop.text(self.book.data_file)
        return text is not None and text.removeprefix("\ufeff") == self.book.tree.text

    def location(self, spot: Spot) -> lsp.Location | None:
        """A spot as the editor is told of it."""
        text = self.workshop.text(spot.file)
        if text is None:
            return None
        shift = len(text) - len(text.removeprefix("\ufeff"))
        where = Positions(text, self.codec).range(spot.start + shift, spot.end + shift)
        return lsp.Location(uri_of(self.workshop.root, spot.file), where)


def uri_of(root: Path, file: str) -> str:
    """The address of a file of the book."""
    return (root / file).absolute().as_uri()


def completion(desk: Desk) -> lsp.CompletionList:
    """What can stand here."""
    complete = complete_data if desk.is_data else complete_page
    return complete(desk.library, desk.positions, desk.offset)


def hover(desk: Desk) -> lsp.Hover | None:
    """What is told of what stands here."""
    found = desk.id()
    if found is not None:
        return _hover(TELL[found.kind](desk.library, found.id), desk, found.start, found.end)
    quoted = _quotation(desk)
    if quoted is None:
        return None
    fact, evidence, place = quoted
    if desk.library.passage(evidence) is None:
        told = f"These words do not stand in `{plain(evidence.source)}`, or stand there more than once."
    else:
        told = "\n".join(tell_proof(proof_of(desk.library, fact, evidence)))
    return _hover(told, desk, place.start, place.end)


def _quotation(desk: Desk) -> tuple[Fact, Evidence, Place] | None:
    """The quotation whose entry stands here."""
    return ids.evidence_at(desk.book, desk.offset) if desk.is_data and desk.data_is_read else None


def _hover(told: str, desk: Desk, start: int, end: int) -> lsp.Hover:
    value = lsp.MarkupContent(lsp.MarkupKind.Markdown, told)
    return lsp.Hover(value, desk.positions.range(start, end))


def definition(desk: Desk) -> lsp.Location | None:
    """Where what stands here is entered, or stands in its source."""
    found = desk.id()
    if found is not None:
        entry = ids.entry_of(desk.book, found)
        if entry and desk.is_data and entry.start <= desk.offset <= entry.end and found.kind == "source":
            return _whole(desk, desk.book.sources[found.id].file)
        return desk.location(entry) if entry else None
    if not desk.is_data:
        return None
    place = place_in_data(desk.positions.text, desk.offset)
    if place is not None and not place.is_key and place.keys[-1:] == ("file",):
        return _whole(desk, place.text)
    quoted = _quotation(desk)
    spot = ids.quotation_of(desk.library, quoted[1]) if quoted else None
    return desk.location(spot) if spot else None


def _whole(desk: Desk, name: str) -> lsp.Location | None:
    return desk.location(Spot(desk.book.settings.seed(name), 0, 0)) if Path(name).name == name else None


def references(desk: Desk, *, declared: bool) -> list[lsp.Location] | None:
    """Everywhere that the ID that stands here is named, on pages and in the data."""
    found = desk.id()
    if found is None:
        return None
    spots = [*_uses(desk, found)]
    entry = ids.entry_of(desk.book, found)
    if declared and entry:
        spots.insert(0, entry)
    return [place for spot in spots if (place := desk.location(spot))]


def _uses(desk: Desk, wanted: Id) -> Iterator[Spot]:
    yield from ids.uses_in_data(desk.book, wanted)
    for page in desk.workshop.read_pages():
        yield from ids.uses_on_page(page, wanted)


def renamed_range(desk: Desk) -> lsp.Range | None:
    """What a renaming would replace here; nothing where no entry of the book stands."""
    found = desk.id()
    if found is None or ids.entry_of(desk.book, found) is None:
        return None
    return desk.positions.range(found.start, found.end)


def rename(desk: Desk, name: str) -> lsp.WorkspaceEdit:
    """The changes that give an ID another name, in the data and on every page."""
    found = desk.id()
    entry = ids.entry_of(desk.book, found) if found else None
    if found is None or entry is None:
        raise JsonRpcInvalidParams("Here stands no ID of the book.")
    if desk.workshop.broken or not desk.data_is_read:
        raise JsonRpcInvalidParams("The data file cannot be read as it stands: mend that first.")
    try:
        renaming = renamed(desk.book, found.kind, found.id, name, desk.workshop.unsaved)
    except RenameError as error:
        raise JsonRpcInvalidParams(f"{error}.") from error
    except InputError as error:  # a page that nobody has open
        raise JsonRpcInvalidParams(f"{error.findings[0].message}: mend that first.") from error
    changes = {}
    for file, text in renaming.files.items():
        positions = Positions(desk.workshop.text(file) or "", desk.codec)
        changes[uri_of(desk.workshop.root, file)] = edits(positions, text)
    return lsp.WorkspaceEdit(changes=changes)


def edits(positions: Positions, text: str) -> list[lsp.TextEdit]:
    """What makes a text another one, by whole lines."""
    old, new = positions.text.splitlines(keepends=True), text.splitlines(keepends=True)
    starts = list(accumulate((len(line) for line in old), initial=0))
    if len(old) == len(new):
        changed = [(n, n + 1, n, n + 1) for n, line in enumerate(old) if line != new[n]]
    else:
        codes = SequenceMatcher(a=old, b=new).get_opcodes()
        changed = [code[1:] for code in codes if code[0] != "equal"]
    return [lsp.TextEdit(positions.range(starts[a], starts[b]), "".join(new[c:d])) for a, b, c, d in changed]


def symbols(desk: Desk) -> list[lsp.DocumentSymbol] | None:
    """The outline of a file."""
    if desk.is_data:
        return data_symbols(desk.book, desk.positions) if desk.data_is_read else None
    page = desk.workshop.read_page(desk.file) if desk._is_page else None
    return page_symbols(desk.book, page, desk.positions) if page else None
