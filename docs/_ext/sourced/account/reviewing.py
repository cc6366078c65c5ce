"""What is there to be reviewed: each unit beside its evidence, and what signing it writes down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from rapidfuzz import fuzz, process

from ..book.book import DATA_FILE
from ..book.signatures import Signature, Signatures
from ..chain.library import Library
from ..chain.units import Unit
from ..page.page import Page
from ..rules.check import Report
from ..rules.verdicts import Judged
from ..text.fold import squeeze

_SAME = 75
"""Two units as like as this (of 100) are one, reworded."""


class Proof(Struct, frozen=True, kw_only=True):
    """One quotation of the evidence, in its place."""

    fact: str
    statement: str
    source: str
    published: str
    by: str
    before: str
    exact: str
    after: str
    gloss: dict[str, str] = {}


class Item(Struct, frozen=True, kw_only=True):
    """A unit for somebody to read."""

    judged: Judged
    file: str
    line: int
    column: int
    proofs: tuple[Proof, ...]
    signed_before: Signature | None
    """The signature that stood for it until something changed."""

    @property
    def place(self) -> str:
        """Where it stands, as messages name places."""
        return f"{self.file}:{self.line}"


def to_review(library: Library, pages: Iterable[Page], report: Report) -> list[Item]:
    """Every unit that waits for a signature, in the order of files and lines."""
    by_file = {page.file: page for page in pages}
    idle = idle_signatures(library.book.signatures, report)
    waiting = [judged for judged in report.judged if judged.verdict == "unreviewed"]
    items = [_item(library, by_file, idle, judged) for judged in waiting]
    return sorted(items, key=lambda item: (item.file, item.line, item.column))


def _item(library: Library, pages: dict[str, Page], idle: Signatures, judged: Judged) -> Item:
    unit = judged.unit
    page = pages.get(unit.page)
    line, column = page.place(unit.at) if page else library.book.place(unit.path)
    return Item(
        judged=judged,
        file=page.file if page else DATA_FILE,
        line=line,
        column=column,
        proofs=tuple(_proofs(library, unit)),
        signed_before=_before(unit, idle),
    )


def _before(unit: Unit, idle: Signatures) -> Signature | None:
    """The signature that the unit most likely had: one of like words that stands for nothing now."""
    alike = [each for each in idle.values() if each.kind == unit.kind]
    texts = {n: each.text for n, each in enumerate(alike)}
    best = process.extractOne(squeeze(unit.text), texts, scorer=fuzz.ratio, score_cutoff=_SAME)
    return alike[best[2]] if best else None


def _proofs(library: Library, unit: Unit) -> Iterator[Proof]:
    for id_ in unit.facts:
        fact = library.book.facts.get(id_)
        for evidence in fact.evidence if fact else ():
            source = library.book.sources.get(evidence.source)
            passage = library.passage(evidence)
            start, end = passage.inner if passage else (0, 0)
            yield Proof(
                fact=id_,
                statement=fact.statement if fact else "",
                source=source.shown if source else evidence.source,
                published=(source.published or "") if source else "",
                by=library.called[fact.by].name if fact and fact.by in library.called else "",
                before=passage.sentence[:start] if passage else "",
                exact=passage.sentence[start:end] if passage else evidence.exact,
                after=passage.sentence[end:] if passage else "",
                gloss=evidence.gloss,
            )


def idle_signatures(signatures: Signatures, report: Report) -> Signatures:
    """The signatures that stand for nothing any more: their unit, or its evidence, has changed or gone."""
    standing = {judged.unit.digest for judged in report.judged}
    return {digest: each for digest, each in signatures.items() if digest not in standing}


def sign(judged: Judged, *, on: str, note: str = "") -> Signature:
    """What is written down when a unit is signed."""
    unit = judged.unit
    return Signature(
        unit=unit.digest,
        kind=unit.kind,
        text=squeeze(unit.text),
        rests=unit.evidence_digest,
        beyond=judged.beyond,
        on=on,
        note=note,
    )
