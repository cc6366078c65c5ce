"""How well sourced each page is, and what each source carries, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from ..disagreements import others
from ..independence import independent
from ..library import Library
from ..model import Fact
from ..pages import Page
from .telling import capital, plural
from .twin import Run, Table, Twin


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
    """All rows."""

    pages: tuple[PageRow, ...]
    sources: tuple[SourceRow, ...]


def sourcing(library: Library, pages: Iterable[Page]) -> Sourcing:
    """Count the narrative pages that cite facts, in the order given, and the sources of the data."""
    judge = _Judge(library)
    return Sourcing(
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
    """The same as tables."""
    pages = tuple(_page_cells(row) for row in found.pages)
    sources = tuple(_source_cells(row) for row in found.sources)
    return (
        Table(
            title="Page by page",
            head=(
                "Page", "Sentences", "that cite a fact", "the editor’s own", "Facts",
                "on several independent sources", "on one", "that something is missing", "claims", "disputed",
            ),
            rows=pages,
        ),
        Table(
            title="Source by source",
            head=(
                "Source", "Facts", "also told independently", "in shared words only", "by it alone", "claims",
                "disputed",
            ),
            rows=sources,
        ),
    )  # fmt: skip


def _page_cells(row: PageRow) -> tuple[Run, ...]:
    count = row.count
    numbers = (
        row.sentences,
        row.citing,
        row.own,
        count.facts,
        count.several,
        count.one,
        count.absent,
        count.claims,
        count.disputed,
    )
    return (Run(row.title, page=row.docname), *(Run(f"{each:,}") for each in numbers))


def _source_cells(row: SourceRow) -> tuple[Run, ...]:
    count = row.count
    numbers = (count.facts, count.several, row.shared, row.alone, count.claims, count.disputed)
    return (Run(row.label), *(Run(f"{each:,}") for each in numbers))


def described(found: Sourcing) -> str:
    """The picture in a sentence."""
    shown = f"{plural(len(found.pages), 'page')} and {plural(len(found.sources), 'source')}"
    what = "how many facts, and what they rest on"
    return f"Bars for {shown}: {what}. The same stands as tables beside this picture."
