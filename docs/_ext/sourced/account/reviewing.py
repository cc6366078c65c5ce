"""What is there to be reviewed: each unit beside its evidence, and what signing it writes down."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import UNSET, Struct
from rapidfuzz import fuzz, process

from ..book.signatures import Signature, Signatures
from ..chain.library import Library
from ..chain.units import Unit, rest_digest
from ..page.page import Page
from ..rules.check import Report
from ..rules.verdict.verdicts import Judged
from ..text.fold import squeeze
from .proofs import Piece, Proof, context, proofs
from .rewording import WordChange, compared_words

_SAME, _SAME_EVIDENCE = 75, 50
"""Two units as like as this (of 100) are one, reworded; fewer will do where they rest on the same."""


class Former(Struct, frozen=True, kw_only=True):
    """The signature that stood for a unit until something changed, and what that is."""

    signature: Signature
    words: tuple[WordChange, ...]
    """The unit's words, then and now."""
    facts: tuple[str, ...]
    """The facts that are new in its evidence, or have changed."""
    gone: int
    """How many texts of its former evidence are not in it any more."""

    @property
    def reworded(self) -> bool:
        """Whether the unit itself has changed."""
        return any(kind != "kept" for kind, _ in self.words)


class Item(Struct, frozen=True, kw_only=True):
    """A unit for somebody to read."""

    judged: Judged
    file: str
    line: int
    column: int
    context: tuple[str, ...]
    """What else it is judged by, in words."""
    proofs: tuple[Proof, ...]
    """Its evidence; what has changed since a former signature comes first."""
    former: Former | None

    @property
    def place(self) -> str:
        """Where it stands, as messages name places."""
        return f"{self.file}:{self.line}"

    @property
    def digest(self) -> str:
        """What a signature of it signs."""
        return self.judged.unit.digest

    @property
    def marked(self) -> list[Piece]:
        """Its text in pieces, each with whether a reviewer has to look at it."""
        text, at, pieces = self.judged.unit.text, 0, []
        for doubt in sorted(self.judged.doubts):
            if doubt.end > at:
                start = max(at, doubt.start)
                pieces += [(text[at:start], False), (text[start : doubt.end], True)]
                at = doubt.end
        return [piece for piece in (*pieces, (text[at:], False)) if piece[0]]


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
    signature = _before(unit, idle)
    former = _former(unit, signature) if signature else None
    changed = former.facts if former else ()
    return Item(
        judged=judged,
        file=page.file if page else library.book.data_file,
        line=line,
        column=column,
        context=tuple(context(library, unit)),
        proofs=tuple(sorted(proofs(library, unit), key=lambda proof: proof.fact not in changed)),
        former=former,
    )


def _before(unit: Unit, idle: Signatures) -> Signature | None:
    """The signature that the unit most likely had: of the same words, or of like words on like evidence."""
    alike = [each for each in idle.values() if each.kind == unit.kind]
    rests = set(unit.rest_digests)
    same = [each for each in alike if rests & set(each.rests)]
    return _most_like(unit, same, _SAME_EVIDENCE) or _most_like(unit, alike, _SAME)


def _most_like(unit: Unit, signatures: list[Signature], least: int) -> Signature | None:
    texts = {n: each.text for n, each in enumerate(signatures)}
    best = process.extractOne(squeeze(unit.text), texts, scorer=fuzz.ratio, score_cutoff=least)
    return signatures[best[2]] if best else None


def _former(unit: Unit, signature: Signature) -> Former:
    had = set(signature.rests)
    facts = [id_ for id_, text in zip(unit.facts, unit.rests, strict=False) if rest_digest(text) not in had]
    return Former(
        signature=signature,
        words=tuple(compared_words(signature.text, squeeze(unit.text))),
        facts=tuple(facts),
        gone=len(had - set(unit.rest_digests)),
    )


def idle_signatures(signatures: Signatures, report: Report) -> Signatures:
    """The signatures that stand for nothing any more: their unit, or its evidence, has changed or gone."""
    standing = {judged.unit.digest for judged in report.judged}
    return {digest: each for digest, each in signatures.items() if digest not in standing}


def sign(judged: Judged, *, on: str, note: str = "", by: str = "") -> Signature:
    """What is written down when a unit is signed; without a name if none is given."""
    unit = judged.unit
    return Signature(
        unit=unit.digest,
        kind=unit.kind,
        text=squeeze(unit.text),
        rests=unit.rest_digests,
        beyond=judged.beyond,
        on=on,
        note=note,
        by=by or UNSET,
    )
