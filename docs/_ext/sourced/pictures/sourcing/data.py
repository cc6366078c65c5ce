"""How well sourced each page is, and what each source carries, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from ...book.model import Fact
from ...chain.disagreements import others
from ...chain.independence import independent
from ...chain.library import Library
from ...english.phrases import capital, plural
from ...page.page import Page
from ..twin import Item, Listing, Run, Table, Twin


class Count(Struct, frozen=True, kw_only=True):
    """Facts, by what they rest on; ``several`` and ``one`` count independent sources."""

    facts: int
    several: int
    one: int
    absent: int
    """Facts that something is missing from all sources."""
    claims: int
    disputed: int


class PageRow(Struct, frozen=True, kw_only=True):
    """One page: its sentences, and the facts that they cite."""

    docname: str
    title: str
    sentences: int
    citing: int
    own: int
    """Sentences marked as the editor's own."""
    count: Count


class SourceRow(Struct, frozen=True, kw_only=True):
    """One source: the facts that rest on it. ``shared`` ones stand in another source in the same words."""

    label: str
    alone: int
    shared: int
    count: Count


class Sourcing(Struct, frozen=True, kw_only=True):
    """All rows, and all facts of the book together."""

    whole: Count
    pages: tuple[PageRow, ...]
    sources: tuple[SourceRow, ...]


def sourcing(library: Library, pages: Iterable[Page]) -> Sourcing:
    """Count the narrative pages that cite facts, in the order given, and the sources of the data."""
    judge = _Judge(library)
    return Sourcing(
        whole=judge.count(library.book.facts.values()),
        pages=tuple(
            row for page in pages if page.narrative and (row := _page(library, judge, page)).count.facts
        ),
        sources=tuple(_source(library, judge, id_) for id_ in library.book.sources),
    )


class _Judge:
    """Says of each fact what it rests on, once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.groups = cache(self._groups)

    def _groups(self, fact: str) -> list[list[str]]:
        return independent(self._library, [self._library.book.facts[fact]])

    def count(self, facts: Iterable[Fact]) -> Count:
        """Count some facts."""
        facts = list(facts)
        strength = Counter(min(len(self.groups(fact.id)), 2) for fact in facts)
        return Count(
            facts=len(facts),
            several=strength[2],
            one=strength[1],
            absent=strength[0],
            claims=sum(fact.by is not None for fact in facts),
            disputed=sum(bool(others(self._library, fact)) for fact in facts),
        )


def _page(library: Library, judge: _Judge, page: Page) -> PageRow:
    facts = library.book.facts
    told = list(_sentences(page))
    cited = dict.fromkeys(
        cite.fact for group in page.groups for each in group.sentences for cite in each.cites
    )
    heading = next(
        (each.text for group in page.groups if group.level for each in group.sentences), page.docname
    )
    return PageRow(
        docname=page.docname,
        title=heading,
        sentences=len(told),
        citing=told.count("cites"),
        own=told.count("own"),
        count=judge.count(facts[id_] for id_ in cited if id_ in facts),
    )


def _sentences(page: Page) -> Iterator[str]:
    """What each sentence is; the cells of a table's row count as one, as what one cites serves all."""
    for group in page.groups:
        prose = [each for each in group.sentences if each.kind == "prose" and each.text.strip()]
        for each in [prose] if group.row and prose else [[one] for one in prose]:
            own = all(one.own is not None for one in each)
            yield "cites" if any(one.cites for one in each) else "own" if own else "neither"


def _source(library: Library, judge: _Judge, id_: str) -> SourceRow:
    resting = [f for f in library.book.facts.values() if any(e.source == id_ for e in f.evidence)]
    groups = [judge.groups(fact.id) for fact in resting]
    return SourceRow(
        label=capital(library.book.sources[id_].shown),
        alone=sum(each == [[id_]] for each in groups),
        shared=sum(len(each) == 1 and len(each[0]) > 1 for each in groups),
        count=judge.count(resting),
    )


def sourcing_twin(found: Sourcing) -> Twin:
    """The same as tables, none of them wider than a column of text."""
    return (
        Table(
            title="Page by page: what the facts that it cites rest on",
            head=("Page", "Facts", "Several", "One", "Missing", "Claims", "Disputed"),
            rows=tuple(
                (
                    Run(row.title, page=row.docname),
                    *_cells(row.count, row.count.several, row.count.one, row.count.absent),
                )
                for row in found.pages
            ),
        ),
        Table(
            title="Page by page: its sentences",
            head=("Page", "Sentences", "Citing facts", "Editor’s own"),
            rows=tuple(
                (Run(row.title, page=row.docname), *_runs(row.sentences, row.citing, row.own))
                for row in found.pages
            ),
        ),
        Table(
            title="Source by source: how the facts that rest on it are told",
            head=("Source", "Facts", "Elsewhere too", "Shared words", "Alone", "Claims", "Disputed"),
            rows=tuple(
                (Run(row.label), *_cells(row.count, row.count.several, row.shared, row.alone))
                for row in found.sources
            ),
        ),
        Listing(title="What the heads mean", items=tuple(Item(runs=(Run(words),)) for words in _HEADS)),
    )


_HEADS = (
    "Several, One: how many independent sources a fact rests on; those that share running text count as one.",
    "Missing: facts that something is missing from all sources.",
    "Claims: facts that somebody else says, and the source passes on. Disputed: another fact says otherwise.",
    "Elsewhere too: also told by an independent source. Shared words: told elsewhere, but in the same words.",
)


def _cells(count: Count, *parts: int) -> tuple[Run, ...]:
    return _runs(count.facts, *parts, count.claims, count.disputed)


def _runs(*numbers: int) -> tuple[Run, ...]:
    return tuple(Run(f"{each:,}") for each in numbers)


def headline(found: Sourcing) -> str:
    """What the picture says, in a sentence."""
    one, all_ = found.whole.one, plural(found.whole.facts, "fact")
    return f"{one:,} of {all_} {'rests' if one == 1 else 'rest'} on one source"


def described(found: Sourcing) -> str:
    """The picture in words."""
    whole = found.whole
    rest = f"{whole.several:,} on several independent ones, {whole.absent:,} on what all leave out"
    shown = f"{plural(len(found.pages), 'page')} and {plural(len(found.sources), 'source')}"
    bars = f"Bars show the shares for {shown}."
    return f"{headline(found)}, {rest}. {bars} The same stands as tables beside this picture."
