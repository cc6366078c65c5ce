"""Judging parts of a book, of which those that are known are not judged again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from ...book.kept import Entry, Kept, Stated, Unsure, together
from ...chain.library import Library
from ...page.page import Page
from ..check import sentences
from ..verdict.judging import Outcome, each_entry, judge_fact, judge_page
from ..verdict.titles import is_told_elsewhere, needs_others
from ..verdict.verdicts import Judged
from .keys import page_key
from .known import Known
from .parts import Facts, parts_of
from .store import save_known

SENTENCES = ("sentence", "own", "quotation")
"""The kinds of units that a reader calls a sentence."""


class Judging:
    """Tells what the facts and pages of a book came to, and judges those of which nothing is known."""

    def __init__(self, library: Library, known: Known | None = None) -> None:
        self.library, self.known = library, known
        self._facts: dict[str, Kept] = {}

    def fact(self, id_: str) -> Kept:
        """What is told of a fact of the book; its figures only if it was judged now."""
        if id_ not in self._facts:
            part = self._part_of.get(id_)
            kept = self._find(part) if part else None
            self._facts[id_] = self._judge(id_) if kept is None else kept.of(id_)
        return self._facts[id_]

    def take(self, file: str, page: Entry | None, facts: dict[str, Kept]) -> None:
        """Take over what another process has told of a page, and of facts."""
        self._facts.update(facts)
        if self.known is not None and page is not None:
            self.known.keep(name_of(file), *page)

    def page(self, page: Page) -> Kept:
        """What a page came to."""
        if self.known is None:
            return self._judge_page(page)
        key = page_key(self.library, page)
        kept = self.known.find(name_of(page.file), key, self.library)
        if kept is None:
            kept = self._judge_page(page)
            self.known.keep(name_of(page.file), key, kept)
        return kept

    def part(self, part: Facts) -> Kept:
        """What some facts came to."""
        kept = self._find(part)
        if kept is None:
            judged = together(self._facts.get(id_) or self._judge(id_) for id_ in part.ids)
            self._keep(part, judged)
            return judged
        return kept

    def each_part(self) -> Iterator[Kept]:
        """What all facts came to, a few at a time."""
        if self.known is None:
            yield from (self._facts.get(id_) or self._judge(id_) for id_ in self.library.book.facts)
        for part in self.parts:
            yield self.part(part)

    @cached_property
    def entries(self) -> list[Kept]:
        """What sources, names and properties came to."""
        return [kept_of_entry(outcome) for outcome in each_entry(self.library)]

    def finish(self, files: Iterable[str]) -> None:
        """Keep what was found, of a book with these pages, also of those that nobody asked for now."""
        if self.known is None:
            return
        for part in self.parts:
            if self.known.before or all(id_ in self._facts for id_ in part.ids):
                self.part(part)
        self.known.keep_others([*(part.name for part in self.parts), *map(name_of, files)])
        save_known(self.library.book, self.known)

    def entry_of(self, file: str) -> Entry | None:
        """What is to be kept of a page, for another process."""
        return self.known.now.get(name_of(file)) if self.known is not None else None

    @cached_property
    def parts(self) -> list[Facts]:
        """The parts that are kept."""
        return list(parts_of(self.library)) if self.known is not None else []

    @cached_property
    def _part_of(self) -> dict[str, Facts]:
        return {id_: part for part in self.parts for id_ in part.ids}

    def _find(self, part: Facts) -> Kept | None:
        kept = self.known.find(part.name, part.key, self.library) if self.known is not None else None
        return None if kept is None else part.placed(kept, self.library.book.data_file)

    def _keep(self, part: Facts, kept: Kept) -> None:
        movable = part.movable(kept, self.library.book.data_file)
        if self.known is not None and movable is not None:
            self.known.keep(part.name, part.key, movable)

    def _judge(self, id_: str) -> Kept:
        return kept_of_fact(self.library, id_)

    def _judge_page(self, page: Page) -> Kept:
        return kept_of_page(self.library, page)


def name_of(file: str) -> str:
    """The name under which a page is known."""
    return f"page {file}"


def kept_of_fact(library: Library, id_: str) -> Kept:
    """A fact, judged."""
    fact, outcome = library.book.facts[id_], judge_fact(library, id_)
    first = outcome.judged[0]
    stated = Stated(first.verdict, first.beyond)
    return Kept(
        atoms=len(library.atoms(fact.statement)),
        verdicts=_counted(outcome.judged),
        unsure=tuple(_unsure(outcome.judged)),
        stated={id_: stated} if stated != Stated() else {},
        elsewhere=(
            {fact.property: is_told_elsewhere(library, fact.property)} if needs_others(library, fact) else {}
        ),
        findings=tuple(outcome.findings),
    )


def kept_of_page(library: Library, page: Page) -> Kept:
    """A page, judged."""
    outcome = judge_page(library, page)
    return Kept(
        atoms=sum(len(library.atoms(text)) for text in sentences(page)),
        verdicts=_counted(outcome.judged),
        sentences=_counted(each for each in outcome.judged if each.unit.kind in SENTENCES),
        unsure=tuple(_unsure(outcome.judged, page)),
        findings=tuple(outcome.findings),
    )


def kept_of_entry(outcome: Outcome) -> Kept:
    """Sources, names and properties, judged."""
    return Kept(
        verdicts=_counted(outcome.judged),
        unsure=tuple(_unsure(outcome.judged)),
        findings=tuple(outcome.findings),
    )


def _counted(judged: Iterable[Judged]) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in judged:
        found[each.verdict] = found.get(each.verdict, 0) + 1
    return found


def _unsure(judged: Iterable[Judged], page: Page | None = None) -> Iterator[Unsure]:
    for each in judged:
        if each.verdict in ("reviewed", "unreviewed"):
            unit = each.unit
            on = each.signature.on if each.signature else ""
            line = page.place(unit.at)[0] if page else 0
            yield Unsure(unit.digest, on, unit.kind, unit.text, each.beyond, line)
