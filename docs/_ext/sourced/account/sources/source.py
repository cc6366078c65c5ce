"""A source as its page shows it: quotations in their sentences, and only the places of all the rest."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import Literal

from msgspec import Struct

from ...book.quotations import Match
from ...chain.library import Library
from ...text.fold import WORD
from ...text.sentences import Span, sentences_of
from ...text.taken import Taken


class Quotation(Struct, frozen=True, kw_only=True):
    """Where a fact's quotation stands; ``parts`` are split at its ellipses."""

    fact: str
    start: int
    end: int
    parts: tuple[Span, ...]


class Piece(Struct, frozen=True, kw_only=True):
    """A run of words of a source that are quoted or not, and never in part."""

    text: str
    quoted: bool
    starts: tuple[int, ...] = ()
    """The offset of the quotations that begin here."""
    ends: tuple[str, ...] = ()
    """The facts whose quotations end here."""


class Quoted(Struct, frozen=True, kw_only=True):
    """A sentence that holds a quotation; several where one quotation spans them."""

    start: int
    line: int
    pieces: tuple[Piece, ...]
    facts: tuple[str, ...]


class Unshown(Struct, frozen=True, kw_only=True):
    """A place whose words are not shown: set aside with a reason, or not quoted."""

    kind: Literal["aside", "unquoted"]
    start: int
    lines: tuple[int, int]
    why: str = ""


Item = Quoted | Unshown
LEFT_OUT = " […] "
"""Stands for what is set aside inside a sentence."""


def source_view(library: Library, source: str) -> tuple[Item, ...]:
    """What a source's page shows of it, in the order of the source."""
    raw, lines = library.text(source).raw, library.text(source).line_starts
    quotations = quotations_of(library, source)
    edges = sorted({at for span in library.aside_spans(source) for at in span})
    asides = Taken(len(raw), library.aside_spans(source))
    between = _Between(quotations)
    items: list[Item] = [
        Unshown(kind="aside", start=each.start, lines=lines.lines(each.start, each.end), why=each.why)
        for each in library.set_aside(source)
    ]
    for start, end in _joined(sentences_of(raw), between):
        inside = between.touching(start, end)
        if inside:
            within = edges[bisect_left(edges, start) : bisect_right(edges, end)]
            pieces = tuple(_pieces(raw, (start, end), inside, asides, within))
            facts = tuple(dict.fromkeys(q.fact for q in inside))
            items.append(Quoted(start=start, line=lines.line(start), pieces=pieces, facts=facts))
        elif _has_words(raw, start, end, asides):
            items.append(Unshown(kind="unquoted", start=start, lines=lines.lines(start, end)))
    return tuple(_merged(sorted(items, key=lambda item: item.start)))


def quotations_of(library: Library, source: str) -> list[Quotation]:
    """Every quotation from a source, in its order."""
    found = []
    for fact in library.book.facts.values():
        for evidence in fact.evidence:
            match = library.locate(evidence) if evidence.source == source else None
            if isinstance(match, Match):
                found.append(Quotation(fact=fact.id, start=match.start, end=match.end, parts=match.parts))
    return sorted(found, key=lambda q: (q.start, q.end))


class _Between:
    """Quotations in the order in which they begin, and how far those that have begun reach."""

    def __init__(self, quotations: list[Quotation]) -> None:
        self._quotations = quotations
        self._reach = list(accumulate((q.end for q in quotations), max))

    def touching(self, start: int, end: int) -> list[Quotation]:
        """Those that have part of ``[start, end)``."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._quotations, end, key=lambda q: q.start)
        return [q for q in self._quotations[first:last] if start < q.end]

    def span(self, end: int, start: int) -> bool:
        """Whether one begins before ``end`` and ends behind ``start``."""
        begun = bisect_left(self._quotations, end, key=lambda q: q.start)
        return begun > 0 and self._reach[begun - 1] > start


def _joined(sentences: Iterable[Span], between: _Between) -> Iterator[Span]:
    """Sentences, those that one quotation spans as one."""
    held: Span | None = None
    for start, end in sentences:
        if held and between.span(held[1], start):
            held = (held[0], end)
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held


def _pieces(
    raw: str, span: Span, quotations: list[Quotation], asides: Taken, edges: list[int]
) -> Iterator[Piece]:
    start, end = span
    parts = [part for q in quotations for part in q.parts]
    quoted = Taken(end - start, ((max(a - start, 0), b - start) for a, b in parts))
    starts = {q.start for q in quotations}
    ends: dict[int, dict[str, None]] = {}
    for q in quotations:
        ends.setdefault(q.end, {})[q.fact] = None
    cuts = {start, end, *edges} | {at for part in parts for at in part}
    places = sorted(cut for cut in cuts if start <= cut <= end)
    for low, high in pairwise(places):
        if asides.has(low, high):
            yield Piece(text=LEFT_OUT, quoted=False)
            continue
        yield Piece(
            text=re.sub(r"\s+", " ", raw[low:high]),
            quoted=quoted.has(low - start, high - start),
            starts=(low,) if low in starts else (),
            ends=tuple(ends.get(high, ())),
        )


def _has_words(raw: str, start: int, end: int, asides: Taken) -> bool:
    return any(not asides.at(word.start()) for word in WORD.finditer(raw, start, end))


def _merged(items: Iterable[Item]) -> Iterator[Item]:
    """Neighbours that are not quoted, or set aside for the same reason, as one."""
    held: Unshown | None = None
    for item in items:
        if isinstance(item, Unshown) and held and (held.kind, held.why) == (item.kind, item.why):
            held = Unshown(
                kind=held.kind,
                start=held.start,
                lines=(held.lines[0], max(held.lines[1], item.lines[1])),
                why=held.why,
            )
            continue
        if held:
            yield held
        held = item if isinstance(item, Unshown) else None
        if isinstance(item, Quoted):
            yield item
    if held:
        yield held
