"""How well sourced each page is, and what each source carries: tables with a bar for each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from ..account.facts import told_alike
from ..book.model import Fact
from ..chain.disagreements import others
from ..chain.library import Library
from ..chain.sharing.independence import independent
from ..english.phrases import capital, plural
from ..page.page import Page
from .svg import ornament, tag
from .twin import Item, Listing, Run, Table, Twin


class Row(Struct, frozen=True, kw_only=True):
    """Some statements, each told by one fact or by several that say the same, by what they rest on."""

    title: str
    page: str = ""
    """The page that cites them, if they are those of one page."""
    statements: int
    parts: tuple[int, int, int]
    """On several independent sources, on one, on none as something is missing from all; of those of
    one source those told elsewhere too, by it alone, and elsewhere in the same words."""
    claims: int
    disputed: int


class Sourcing(Struct, frozen=True, kw_only=True):
    """All that the book states, page by page, and source by source."""

    whole: Row
    pages: tuple[Row, ...]
    sources: tuple[Row, ...]


def sourcing(library: Library, pages: Iterable[Page]) -> Sourcing:
    """Count the narrative pages that cite facts, in the order given, and the sources of the data."""
    judge = _Judge(library)
    rows = (judge.page(page) for page in pages if page.narrative)
    return Sourcing(
        whole=judge.row("The whole book", library.book.facts.values()),
        pages=tuple(row for row in rows if row.statements),
        sources=tuple(judge.source(id_) for id_ in library.book.sources),
    )


class _Judge:
    """Says of each statement what it rests on, once."""

    def __init__(self, library: Library) -> None:
        self._library, self._book = library, library.book
        self._told = {fact.id: told for told in told_alike(self._book.facts.values()) for fact in told}
        self._groups = cache(lambda told: independent(library, [library.book.facts[id_] for id_ in told]))

    def row(self, title: str, facts: Iterable[Fact], page: str = "") -> Row:
        """Count what some facts state by how many independent sources it rests on."""
        told = self._statements(facts)
        strength = Counter(min(len(self._voices(each)), 2) for each in told)
        return Row(
            title=title,
            page=page,
            statements=len(told),
            parts=(strength[2], strength[1], strength[0]),
            claims=sum(each[0].by is not None for each in told),
            disputed=sum(any(others(self._library, fact) for fact in each) for each in told),
        )

    def _statements(self, facts: Iterable[Fact]) -> list[tuple[Fact, ...]]:
        return list({told[0].id: told for told in (self._told[fact.id] for fact in facts)}.values())

    def _voices(self, told: tuple[Fact, ...]) -> list[list[str]]:
        return self._groups(tuple(fact.id for fact in told))

    def page(self, page: Page) -> Row:
        """Count what is stated by the facts that a page cites."""
        known = self._book.facts
        sentences = [each for group in page.groups for each in group.sentences]
        cited = dict.fromkeys(cite.fact for each in sentences for cite in each.cites)
        headings = (each.text for group in page.groups if group.level for each in group.sentences)
        return self.row(
            next(headings, page.docname), [known[id_] for id_ in cited if id_ in known], page.docname
        )

    def source(self, id_: str) -> Row:
        """Count the statements that rest on a source, by who else tells them."""
        resting = [f for f in self._book.facts.values() if any(e.source == id_ for e in f.evidence)]
        voices = [self._voices(each) for each in self._statements(resting)]
        alone = sum(each == [[id_]] for each in voices)
        shared = sum(len(each) == 1 and len(each[0]) > 1 for each in voices)
        row = self.row(capital(self._book.sources[id_].shown), resting)
        return replace(row, parts=(row.parts[0], alone, shared))


def headline(found: Sourcing) -> str:
    """What the picture says, in a sentence."""
    one, all_ = found.whole.parts[1], plural(found.whole.statements, "statement")
    return f"{one:,} of {all_} {'rests' if one == 1 else 'rest'} on one source"


def sourcing_twin(found: Sourcing) -> Twin:
    """The picture itself: tables none of them wider than a column of text, with a bar for each row."""
    title = f"{headline(found)}: page by page, what its statements rest on"
    other = "Source by source: how the statements that rest on it are told"
    return (
        _table(title, ("Page", "Several", "One", "Missing"), (found.whole, *found.pages)),
        _table(other, ("Source", "Elsewhere too", "Alone", "Shared words"), found.sources),
        Listing(title="What the heads mean", items=tuple(Item(runs=(Run(words),)) for words in _HEADS)),
    )


_HEADS = (
    "Statements: facts that give the same answer to the same question from other sources count once.",
    "Several, One: how many independent sources tell it; those that share the passage count as one.",
    "Missing: that something is missing from all sources.",
    "Claims: what somebody else says, and the source passes on. Differing: others say otherwise.",
    "Elsewhere too: also told by an independent source. Shared words: told elsewhere, but in the same words.",
)


def _table(title: str, head: tuple[str, ...], rows: Iterable[Row]) -> Table:
    first, *parts = head
    return Table(
        title=title,
        head=(first, "Statements", *parts, "Claims", "Differing"),
        rows=tuple(
            (
                Run(row.title, page=row.page),
                *(Run(f"{each:,}") for each in (row.statements, *row.parts, row.claims, row.disputed)),
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
