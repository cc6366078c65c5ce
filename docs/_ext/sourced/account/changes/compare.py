"""Two states of a book side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, structs

from ...book.model import Fact
from ...chain.disagreements import Disagreement, disagreements
from ...chain.display import show_value
from ...chain.mentions import names_in
from ...page.page import Page
from ...text.fold import squeeze
from ..uses.subject import KINDS, entries
from .change import Change, Row, State, What
from .entries import Ids, entry_changes
from .pairing import renamed_ids
from .parts import part_changes
from .shown import moved_pages, shown_changes
from .verdicts import judged_in, verdict_changes

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Changes(Struct, frozen=True, kw_only=True):
    """All that changed for a reader, and for whoever answers for it."""

    data: tuple[Change, ...] = ()
    disagreements: tuple[Change, ...] = ()
    pages: tuple[Change, ...] = ()
    parts: tuple[Change, ...] = ()
    verdicts: tuple[Change, ...] = ()
    laid_out: tuple[str, ...] = ()
    """Pages whose text changed in nothing that a reader is told: layout, order."""

    def __bool__(self) -> bool:
        return bool(self.data or self.disagreements or self.pages or self.parts or self.verdicts)


def compare_books(before: State, after: State) -> Changes:
    """What changed from one state to another."""
    scope = _Scope(before, after)
    old = [before.page(file) for file in scope.files if file in before.page_texts]
    new = [after.page(file) for file in scope.files if file in after.page_texts]
    moved = moved_pages(*_only_one_side(old, new))
    shown = shown_changes(old, new, moved, scope.renamed)
    pages = tuple(structs.replace(each, rows=tuple(_told(before, after, each.rows))) for each in shown)
    parts = tuple(part_changes(_side_by_side(old, new, moved), scope.renamed))
    told = {each.file for each in (*pages, *parts)}
    told |= {row.before for each in pages for row in each.rows if row.label == "page"}
    return Changes(
        data=tuple(entry_changes(before, after, scope.ids)),
        disagreements=tuple(_disagreement_changes(scope)) if scope.facts else (),
        pages=pages,
        parts=parts,
        verdicts=tuple(_verdict_changes(scope)),
        laid_out=tuple(file for file in scope.rewritten if file not in told),
    )


def _told(before: State, after: State, rows: Iterable[Row]) -> Iterator[Row]:
    """What something rests on, with what that says; and whom it means, by name."""
    for row in rows:
        if row.label.startswith("rests"):
            was, now = _statement(before, row.before), _statement(after, row.after)
            yield Row(label=row.label, before=was, after=now)
        elif row.label.startswith("means"):
            was, now = before.book.name_of(row.before), after.book.name_of(row.after)
            yield Row(label=row.label, before=was, after=now)
        else:
            yield row


def _statement(state: State, fact: str) -> str:
    known = state.book.facts.get(fact)
    return f"{fact}: {squeeze(known.statement)}" if known else fact


class _Scope:
    """What may have changed: all else is the same on both sides, and is not looked at."""

    def __init__(self, before: State, after: State) -> None:
        self.before, self.after = before, after
        one, other = before.book, after.book
        self.ids: Ids = {kind: renamed_ids(entries(one, kind), entries(other, kind)) for kind in KINDS}
        self.renamed = {was: now for changed in self.ids.values() for was, now in changed.items()}
        self.shared = _shared(before) != _shared(after)
        self.facts = self._facts()
        texts = before.page_texts, after.page_texts
        files = sorted({*texts[0], *texts[1]})
        self.rewritten = [file for file in files if texts[0].get(file) != texts[1].get(file)]
        self.files = [file for file in files if file in self.rewritten or self._may_differ(texts[1][file])]

    def _facts(self) -> frozenset[str]:
        """The facts of either side that changed, or say or mean something else by what they name."""
        one, other = self.before.book, self.after.book
        ids = [*dict.fromkeys([*one.facts, *other.facts])]
        if self.shared:
            return frozenset(ids)
        return frozenset(id_ for id_ in ids if one.facts.get(id_) != other.facts.get(id_))

    def _may_differ(self, text: str) -> bool:
        return self.shared or "{figure}" in text or not self.facts.isdisjoint(_ID.findall(text))

    @property
    def _changed(self) -> list[Fact]:
        books = (self.before.book, self.after.book)
        return [book.facts[id_] for book in books for id_ in self.facts if id_ in book.facts]

    @property
    def concerned(self) -> frozenset[str]:
        """The names and properties of which the facts that changed tell."""
        names = {id_ for fact in self._changed for id_ in names_in(fact, self.after.book.names)}
        return frozenset(names | {fact.property for fact in self._changed})

    @property
    def beside(self) -> frozenset[str]:
        """The facts that changed, and those of which they may decide whether they are disputed."""
        positions = {(fact.about, fact.property) for fact in self._changed}
        return self.facts | {
            fact.id
            for state in (self.before, self.after)
            for fact in state.book.facts.values()
            if (fact.about, fact.property) in positions
        }


def _shared(state: State) -> tuple[object, ...]:
    """What every fact and page is judged by."""
    return state.book.names, state.book.properties, state.book.sources, state.texts


def _verdict_changes(scope: _Scope) -> Iterator[Change]:
    before, after = scope.before, scope.after
    facts, files, entries = scope.beside, scope.files, None if scope.shared else scope.concerned
    signed = before.book.signatures.keys() ^ after.book.signatures.keys()
    judged = [judged_in(state, facts, files, entries) for state in (before, after)]
    if signed - {each.unit.digest for side in judged for each in side}:  # what was signed may stand anywhere
        judged = [judged_in(each, each.book.facts, each.page_texts, None) for each in (before, after)]
    yield from verdict_changes((before, judged[0]), (after, judged[1]), renamed=bool(scope.renamed))


def _only_one_side(old: Iterable[Page], new: Iterable[Page]) -> tuple[list[Page], list[Page]]:
    files = [{page.file for page in side} for side in (old, new)]
    return [p for p in old if p.file not in files[1]], [p for p in new if p.file not in files[0]]


def _side_by_side(
    old: Iterable[Page], new: Iterable[Page], moved: Mapping[str, str]
) -> Iterator[tuple[Page | None, Page | None]]:
    was = {moved.get(page.file, page.file): page for page in old}
    now = {page.file: page for page in new}
    yield from ((was.get(file), now.get(file)) for file in dict.fromkeys([*was, *now]))


def _disagreement_changes(scope: _Scope) -> Iterator[Change]:
    before, after, ids = scope.before, scope.after, scope.ids
    old = {
        (ids["name"].get(e.about, e.about), ids["property"].get(e.property, e.property)): e
        for e in disagreements(before.library)
    }
    new = {(e.about, e.property): e for e in disagreements(after.library)}
    for key in dict.fromkeys([*old, *new]):
        was, now = old.get(key), new.get(key)
        if was is None or now is None:
            state, told = (before, was) if was else (after, now)
            assert told is not None  # one of them is there
            yield _disagreement("gone" if was else "new", state, told, _values(state, told))
        elif was.kind != now.kind:
            rows = (Row(label="it is a matter of", before=was.kind, after=now.kind),)
            yield _disagreement("changed", after, now, rows)


def _values(state: State, told: Disagreement) -> tuple[Row, ...]:
    book = state.book
    shown = (show_value(book, facts[0]) for facts in told.positions)
    return (Row(label="it is a matter of", after=told.kind), *(Row(label="value", after=v) for v in shown))


def _disagreement(what: What, state: State, told: Disagreement, rows: tuple[Row, ...]) -> Change:
    book = state.book
    kind = book.properties[told.property]
    first = told.positions[0][0]
    line, column = book.place((KINDS["fact"], first.id), key=True)
    return Change(
        what=what,
        kind="disagreement",
        id=first.id,
        text=squeeze(f"{kind.title}: {book.name_of(told.about)}"),
        rows=rows,
        file=book.data_file,
        line=line,
        column=column,
    )
