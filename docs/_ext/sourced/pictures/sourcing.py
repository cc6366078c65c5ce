"""How well sourced each page is, and what each source carries: tables with a bar for each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from ..book.model import Fact
from ..chain.disagreements import others
from ..chain.library import Library
from ..chain.sharing.independence import independent
from ..english.phrases import capital, plural
from ..page.page import Page
from .svg import ornament, tag
from .twin import Item, Listing, Run, Table, Twin


class Row(Struct, frozen=True, kw_only=True):
    """Some facts, by what they rest on."""

    title: str
    page: str = ""
    """The page that cites them, if they are those of one page."""
    facts: int
    parts: tuple[int, int, int]
    """On several independent sources, on one, on none as something is missing from all; of the facts of
    one source those told elsewhere too, by it alone, and elsewhere in the same words."""
    claims: int
    disputed: int


class Sourcing(Struct, frozen=True, kw_only=True):
    """All facts of the book together, page by page, and source by source."""

    whole: Row
    pages: tuple[Row, ...]
    sources: tuple[Row, ...]


def sourcing(library: Library, pages: Iterable[Page]) -> Sourcing:
    """Count the narrative pages that cite facts, in the order given, and the sources of the data."""
    judge = _Judge(library)
    rows = (judge.page(page) for page in pages if page.narrative)
    return Sourcing(
        whole=judge.row("The whole book", library.book.facts.values()),
        pages=tuple(row for row in rows if row.facts),
        sources=tuple(judge.source(id_) for id_ in library.book.sources),
    )


class _Judge:
    """Says of each fact what it rests on, once."""

    def __init__(self, library: Library) -> None:
        self._library, self._book = library, library.book
        self._groups = cache(lambda id_: independent(library, [library.book.facts[id_]]))

    def row(self, title: str, facts: Iterable[Fact], page: str = "") -> Row:
        """Count some facts by how many independent sources they rest on."""
        facts = list(facts)
        strength = Counter(min(len(self._groups(fact.id)), 2) for fact in facts)
        return Row(
            title=title,
            page=page,
            facts=len(facts),
            parts=(strength[2], strength[1], strength[0]),
            claims=sum(fact.by is not None for fact in facts),
            disputed=sum(bool(others(self._library, fact)) for fact in facts),
        )

    def page(self, page: Page) -> Row:
        """Count the facts that a page cites."""
        known = self._book.facts
        sentences = [each for group in page.groups for each in group.sentences]
        cited = dict.fromkeys(cite.fact for each in sentences for cite in each.cites)
        headings = (each.text for group in page.groups if group.level for each in group.sentences)
        return self.row(
            next(headings, page.docname), [known[id_] for id_ in cited if id_ in known], page.docname
        )

    def source(self, id_: str) -> Row:
        """Count the facts that rest on a source, by who else tells them."""
        resting = [f for f in self._book.facts.values() if any(e.source == id_ for e in f.evidence)]
        groups = [self._groups(fact.id) for fact in resting]
        alone = sum(each == [[id_]] for each in groups)
        shared = sum(len(each) == 1 and len(each[0]) > 1 for each in groups)
        row = self.row(capital(self._book.sources[id_].shown), resting)
        return replace(row, parts=(row.parts[0], alone, shared))


def headline(found: Sourcing) -> str:
    """What the picture says, in a sentence."""
    one, all_ = found.whole.parts[1], plural(found.whole.facts, "fact")
    return f"{one:,} of {all_} {'rests' if one == 1 else 'rest'} on one source"


def sourcing_twin(found: Sourcing) -> Twin:
    """The picture itself: tables none of them wider than a column of text, with a bar for each row."""
    title = f"{headline(found)}: page by page, what the facts that it cites rest on"
    other = "Source by source: how the facts that rest on it are told"
    return (
        _table(title, ("Page", "Several", "One", "Missing"), (found.whole, *found.pages)),
        _table(other, ("Source", "Elsewhere too", "Alone", "Shared words"), found.sources),
        Listing(title="What the heads mean", items=tuple(Item(runs=(Run(words),)) for words in _HEADS)),
    )


_HEADS = (
    "Several, One: how many independent sources a fact rests on; those that share the passage count as one.",
    "Missing: facts that something is missing from all sources.",
    "Claims: facts that somebody else says, and the source passes on. Differing: others say otherwise.",
    "Elsewhere too: also told by an independent source. Shared words: told elsewhere, but in the same words.",
)


def _table(title: str, head: tuple[str, ...], rows: Iterable[Row]) -> Table:
    first, *parts = head
    return Table(
        title=title,
        head=(first, "Facts", *parts, "Claims", "Differing"),
        rows=tuple(
            (
                Run(row.title, page=row.page),
                *(Run(f"{each:,}") for each in (row.facts, *row.parts, row.claims, row.disputed)),
            )
            for row in rows
        ),
        parts=tuple(parts),
    )


_FILLS: tuple[dict[str, str | float], ...] = (
    {"fill": "currentColor", "class_": "sourced-accent"},
    {"fill": "currentColor", "fill_opacity": "0.26", "class_": "sourced-accent"},
    {"fill": "none", "stroke": "currentColor", "stroke_opacity": "0.55"},
)
"""How the parts of a bar are told apart: by their tone, as full ink, a tint, an outline."""


def draw_bar(parts: Sequence[int], width: float = 300, height: float = 8) -> str:
    """Parts of a whole, always of the same length."""
    x, whole, drawn = 0.0, max(sum(parts), 1), ""
    for size, fill in zip(parts, _FILLS, strict=True):
        wide, edge = width * size / whole, 0.5 if fill["fill"] == "none" else 0.0
        if size:
            long, high = max(wide - 1 - 2 * edge, 0.8), height - 2 * edge
            drawn += tag("rect", x=x + edge, y=edge, width=long, height=high, **fill)
        x += wide
    return ornament(width, height, drawn, class_="sourced-bar", preserveAspectRatio="none")


def draw_sample(part: int) -> str:
    """How one of the parts looks, for the head of its column."""
    return draw_bar([int(number == part) for number in range(len(_FILLS))], 12, 12)
