"""What a file holds, as an outline: entries of the data file, facts and names of a page."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import DocumentSymbol, SymbolKind

from ...account.uses.subject import KIND_IN, title_of
from ...book.book import Book
from ...page.page import Page
from .reading.positions import Positions
from .shifting import entry_lines

_KINDS = {
    "sources": SymbolKind.File,
    "names": SymbolKind.Object,
    "properties": SymbolKind.Property,
    "facts": SymbolKind.Constant,
}


def data_symbols(book: Book, positions: Positions) -> list[DocumentSymbol]:
    """The sections of the data file, each with its entries."""
    tree = book.tree
    found: list[DocumentSymbol] = []
    lines = [line for line, _ in entry_lines(tree)]
    ends = dict(zip(lines, [*(line - 1 for line in lines[1:]), tree.text.count("\n") + 1], strict=True))
    for section, entries in tree.root.items():
        if section not in _KINDS or not isinstance(entries, dict):
            continue
        inside = []
        for id_ in entries:
            start = tree.offset((section, id_), key=True)
            end = positions.at(ends[tree.line_column(start)[0]] + 1, 1)
            whole = positions.range(start, max(end, start + len(id_)))
            name = positions.range(start, start + len(id_))
            inside.append(
                DocumentSymbol(id_, _KINDS[section], whole, name, title_of(book, KIND_IN[section], id_))
            )
        start = tree.offset((section,), key=True)
        name = positions.range(start, start + len(section))
        last = inside[-1].range.end if inside else name.end
        whole = positions.range(start, start + len(section))
        whole.end = max(whole.end, last)
        found.append(DocumentSymbol(section, SymbolKind.Namespace, whole, name, children=inside))
    return found


def page_symbols(book: Book, page: Page, positions: Positions) -> list[DocumentSymbol]:
    """The facts that a page cites, and the names that it has by a role, in their order."""
    return sorted(_named(book, page, positions), key=lambda each: each.range.start)


def _named(book: Book, page: Page, positions: Positions) -> Iterator[DocumentSymbol]:
    for sentence in (each for group in page.groups for each in group.sentences):
        for cite in sentence.cites:
            where = positions.range(cite.start, cite.start + len(cite.fact))
            fact = book.facts.get(cite.fact)
            yield DocumentSymbol(
                cite.fact, SymbolKind.Constant, where, where, fact.statement if fact else None
            )
        for piece in sentence.pieces:
            if piece.kind == "name" and piece.target:
                where = positions.range(piece.start, piece.start + len(piece.text))
                yield DocumentSymbol(
                    piece.target, SymbolKind.Object, where, where, book.name_of(piece.target)
                )
