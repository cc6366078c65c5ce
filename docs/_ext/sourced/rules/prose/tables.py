"""The rule on tables: a cell stands under the head of its column, and beside the head of its row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from ...book.model import Fact
from ...chain.grounds import given
from ...chain.library import Library
from ...english.lexis.stems import content_words
from ...page.page import Group, Page, Sentence
from ..registry import Hit, rule

_MOST = 50
"""So many heads are compared: the time stays in proportion to the table."""


@rule(
    "cell-out-of-place",
    link="prose",
    scope="page",
    hint="Put the fact where its column and its row tell of it; or, if they do, sign: sourced review.",
)
def cell_out_of_place(library: Library, page: Page) -> Iterator[Hit]:
    """A cell of a table prints a fact that another column or another row of the table tells of.

    A reader takes what a cell says from the heads over it and beside it.
    """
    if not page.narrative:
        return
    for over, rows in _tables(page.groups):
        beside = {n: _text(row, 0) for n, row in enumerate(rows)}
        columns, lines = _Heads(over), _Heads(beside)
        for number, row in enumerate(rows):
            names = {i for mention in library.atoms(beside[number]).names for i in mention.ids}
            for cell in (each for each in row.sentences if each.cell):
                for fact in _printed(library, cell):
                    wrong = columns.other(library, fact, cell.cell) or lines.other(library, fact, number)
                    if not wrong and names and names.isdisjoint(given(library, fact).ids):
                        wrong = f"does not tell of “{beside[number]}”"
                    if wrong:
                        message = f"the fact “{fact.id}” {wrong}"
                        yield Hit(message=message, at=cell.start, fact=fact.id, doubt=True)


def _tables(groups: Sequence[Group]) -> Iterator[tuple[dict[int, str], list[Group]]]:
    """Each table of a page that has a row of heads: the heads of its columns, and its other rows."""
    heads: dict[int, str] = {}
    rows: list[Group] = []
    for group in (*groups, Group(sentences=())):
        is_head = group.row and all(each.kind == "label" for each in group.sentences)
        if is_head or not group.row:
            if heads and rows:
                yield heads, rows
            heads, rows = _heads(group) if is_head else {}, []
        elif heads:
            rows.append(group)


def _heads(group: Group) -> dict[int, str]:
    return {cell: _text(group, cell) for cell in sorted({each.cell for each in group.sentences}) if cell}


def _text(group: Group, cell: int) -> str:
    return " ".join(each.text for each in group.sentences if each.cell == cell)


def _printed(library: Library, cell: Sentence) -> Iterable[Fact]:
    """The facts whose values a cell prints."""
    ids = dict.fromkeys(piece.target for piece in cell.pieces if piece.kind in ("fact", "quote"))
    return [library.book.facts[id_] for id_ in ids if id_ in library.book.facts]


class _Heads:
    """The heads of the columns or of the rows of a table, each with its words of meaning."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        self._texts = texts
        self._words = {place: content_words(text) for place, text in texts.items()}

    def other(self, library: Library, fact: Fact, own: int) -> str:
        """That another head tells of a fact, and the one at ``own`` does not; nothing if that is not so."""
        property_ = library.book.properties.get(fact.property)
        title = content_words(property_.title) if property_ else set()
        here = self._words.get(own, set())
        if not here or (title and title <= here):
            return ""
        others = [each for each in islice(self._words.items(), _MOST) if each[0] != own]
        told = next((place for place, words in others if title and title <= words), None)
        if told is None and not here & (said := _said(fact, title)):
            told = next((place for place, words in others if words & said), None)
        return "" if told is None else f"tells of “{self._texts[told]}”, and stands at “{self._texts[own]}”"


def _said(fact: Fact, title: set[str]) -> set[str]:
    """The words that a fact says of itself."""
    return content_words(" ".join((fact.statement, *(each.exact for each in fact.evidence)))) | title
