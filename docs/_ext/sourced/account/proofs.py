"""What a unit rests on, as a reviewer reads it: each quotation in its place in its source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from ..book.model import Evidence, Fact
from ..chain.library import Library, Passage
from ..chain.units import Unit, told_as
from ..text.sentences import sentence_at
from .facts import brief_date

_OF_ONE = ("gloss", "locator")
"""Kinds of units that belong to one quotation."""
_HEAD = 300
"""So many characters show how a source, or a passage that is set aside, begins and ends."""
_NEAR = 2000
"""The sentence before, or after, stands within so many characters."""

Piece = tuple[str, bool]
"""Some words, and whether they are meant: quoted, or beyond the evidence."""


class Proof(Struct, frozen=True, kw_only=True):
    """One quotation of the evidence, in its place."""

    fact: str = ""
    statement: str = ""
    told: str = ""
    """The fact as its table tells it, with its dates."""
    source: str
    published: str = ""
    by: str = ""
    before: str = ""
    """The sentence before, and its own sentence up to the quotation."""
    pieces: tuple[Piece, ...] = ()
    """The quotation as it stands, those words apart that it leaves out with an ellipsis."""
    after: str = ""
    gloss: dict[str, str] = {}

    @property
    def exact(self) -> str:
        """The words of the source from the quotation's first to its last."""
        return "".join(text for text, _ in self.pieces)


def proofs(library: Library, unit: Unit) -> Iterator[Proof]:
    """All quotations that a unit rests on; for a gloss the one it reads, for a source how its text begins."""
    if unit.path[:1] == ("sources",):
        yield _of_source(library, unit)
        return
    for id_ in unit.facts:
        fact = library.book.facts.get(id_)
        for index, evidence in enumerate(fact.evidence if fact else ()):
            if fact and (unit.kind not in _OF_ONE or unit.path[3] == index):
                yield proof_of(library, fact, evidence)


def context(library: Library, unit: Unit) -> Iterator[str]:
    """What else a unit is judged by, in words."""
    facts = library.book.facts
    others = [rest.partition(": ") for rest in unit.rests[len(unit.facts) :]] if unit.page else []
    for kind, _, why in others:
        if kind == "own":
            yield f"marked as the editors' own: {why}"
    if meant := [library.name(who) for kind, _, who in others if kind == "meant"]:
        yield f"whom its pronouns may mean: {', '.join(meant)}"
    if unit.kind == "absence":
        words = (f"“{word}”" for id_ in unit.facts for word in facts[id_].absent)
        yield f"looked for in every source: {', '.join(words)}"
    if unit.kind == "difference":
        yield f"said of {library.name(str(unit.path[-1]))}"


def proof_of(library: Library, fact: Fact, evidence: Evidence) -> Proof:
    """One quotation of a fact."""
    source = library.book.sources.get(evidence.source)
    passage = library.passage(evidence)
    before, after = _around(library, passage) if passage else ("", "")
    dates = [
        f"when: {brief_date(fact.when)}" if fact.when else "",
        f"as of {brief_date(fact.as_of)}" if fact.as_of else "",
    ]
    return Proof(
        fact=fact.id,
        statement=_line(fact.statement),
        told="; ".join([told_as(library, fact), *filter(None, dates)]),
        source=source.shown if source else evidence.source,
        published=(source.published or "") if source else "",
        by=library.name(fact.by) if fact.by else "",
        before=before,
        pieces=tuple(_pieces(library, passage)) if passage else ((_line(evidence.exact), True),),
        after=after,
        gloss={key: library.name(value) for key, value in evidence.gloss.items()},
    )


def _pieces(library: Library, passage: Passage) -> Iterator[Piece]:
    """The quotation, cut where it leaves words out."""
    raw = library.text(passage.source).raw
    cuts = sorted({at for part in passage.match.parts for at in part})
    for low, high in pairwise(cuts):
        yield _line(raw[low:high], trim=False), any(part[0] <= low < part[1] for part in passage.match.parts)


def _around(library: Library, passage: Passage) -> tuple[str, str]:
    """The words of the source before a quotation and after it, from the sentence before to the one after."""
    start, end = passage.start, passage.start + len(passage.sentence)
    raw = library.text(passage.source).raw
    at = start - 1 - _blank(raw[max(0, start - _NEAR) : start][::-1])
    to = end + _blank(raw[end : end + _NEAR])
    first = _neighbour(library, passage.source, at)[0] if at >= 0 else start
    last = _neighbour(library, passage.source, to)[1] if to < len(raw) else end
    before, after = raw[min(first, start) : passage.match.start], raw[passage.match.end : max(last, end)]
    return _line(before, trim=False).lstrip(), _line(after, trim=False).rstrip()


def _neighbour(library: Library, source: str, at: int) -> tuple[int, int]:
    return library.once(_neighbour, (source, at), lambda: sentence_at(library.text(source).raw, at))


def _blank(text: str) -> int:
    """How many blank characters ``text`` begins with."""
    return len(text) - len(text.lstrip())


def _of_source(library: Library, unit: Unit) -> Proof:
    id_ = str(unit.path[1])
    source, raw = library.book.sources[id_], library.book.texts.get(id_, "")
    text = raw
    if unit.path[2] == "aside":
        span = next((a for a in library.asides(id_) if a.index == unit.path[3] and a.start >= 0), None)
        text = raw[span.start : span.end] if span else ""
    pieces: list[Piece] = [(_line(text[:_HEAD], trim=False), True)] if text.strip() else []
    if len(text) > _HEAD and unit.path[2] == "aside":
        pieces += [(" … ", False), (_line(text[max(_HEAD, len(text) - _HEAD) :], trim=False), True)]
    return Proof(source=source.shown, published=source.published or "", pieces=tuple(pieces))


def _line(text: str, *, trim: bool = True) -> str:
    """``text`` on one line: every run of white space is one space."""
    line = " ".join(text.split())
    if trim or not line:
        return line or (" " if text and not trim else "")
    return f"{' ' * text[0].isspace()}{line}{' ' * text[-1].isspace()}"
