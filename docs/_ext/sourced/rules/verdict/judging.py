"""Judging the units of a book: what the rules find, and what is left to a person."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct, structs

from ...book.book import Book
from ...book.findings import Finding, Fix
from ...book.model import Entry
from ...book.signatures import Signatures
from ...chain.library import Library
from ...chain.pageunits import page_units
from ...chain.units import Unit, fact_units, name_units, property_units, source_units
from ...chain.views import View
from ...page.page import Page
from ..messages import short
from ..registry import Hit, Rule, Scope, checks_for
from .mending import data_fixes, page_fixes
from .verdicts import UNREVIEWED, Judged, judge

_Found = tuple[Rule, Hit]
_WORDING = frozenset({"copied-words"})
"""Rules that ask how a thing is said, and not whether it is so."""
_SIGN = "sourced review"
"""The command by which a unit is signed."""
_Entry = TypeVar("_Entry", bound=Entry)


class Outcome(Struct, frozen=True, kw_only=True):
    """What was found in a part of a book, and how each unit of it was judged."""

    findings: list[Finding] = []
    judged: list[Judged] = []


def judge_data(library: Library) -> Outcome:
    """Judge every unit of the data file."""
    return _joined([judge_entries(library), *(judge_fact(library, id_) for id_ in library.book.facts)])


def judge_entries(library: Library, only: Collection[str] | None = None) -> Outcome:
    """Judge sources, names and properties: all of them, or those with these IDs."""
    return _joined(each_entry(library, only))


def each_entry(library: Library, only: Collection[str] | None = None) -> Iterator[Outcome]:
    """The same, one after another."""
    book = library.book
    for source in _chosen(book.sources, only):
        yield _in_data(library, list(source_units(library, source)), _found("source", library, source))
    for name in _chosen(book.names, only):
        yield _in_data(library, list(name_units(library, name)), _found("name", library, name))
    for each in _chosen(book.properties, only):
        yield _in_data(library, list(property_units(library, each)), [])


def _found(scope: Scope, library: Library, judged: object) -> list[_Found]:
    return [(rule, hit) for rule, check in checks_for(scope) for hit in check(library, judged)]


def _joined(outcomes: Iterable[Outcome]) -> Outcome:
    outcomes = list(outcomes)
    return Outcome(
        findings=[finding for outcome in outcomes for finding in outcome.findings],
        judged=[judged for outcome in outcomes for judged in outcome.judged],
    )


def _chosen(entries: Mapping[str, _Entry], only: Collection[str] | None) -> list[_Entry]:
    return [entry for id_, entry in entries.items() if only is None or id_ in only]


def judge_fact(library: Library, fact_id: str) -> Outcome:
    """Judge the units of one fact."""
    return library.once(judge_fact, fact_id, lambda: _judge_fact(library, fact_id))


def _judge_fact(library: Library, fact_id: str) -> Outcome:
    fact = library.book.facts[fact_id]
    return _in_data(library, list(fact_units(library, fact)), _found("fact", library, fact), fact=fact_id)


def _in_data(library: Library, units: list[Unit], hits: list[_Found], *, fact: str | None = None) -> Outcome:
    """The units of entries judged. What stands in no unit of a fact falls to its statement."""
    if not hits:
        return _supported_or_not(library, units, fact)
    findings, judged = [], []
    owners = [next((n for n, unit in enumerate(units) if _covers(unit, hit)), None) for _, hit in hits]
    if fact:
        owners = [owner or 0 for owner in owners]
    findings += [
        data_finding(library.book, *found, fact)
        for found, owner in zip(hits, owners, strict=True)
        if owner is None
    ]
    for number, unit in enumerate(units):
        own = [found for found, owner in zip(hits, owners, strict=True) if owner == number]
        judged.append(each := judge(library, unit, own))
        findings += [
            data_finding(library.book, rule, hit, fact, _to_be_signed(each)) for rule, hit in told(each)
        ]
    return Outcome(findings=findings, judged=judged)


def _supported_or_not(library: Library, units: list[Unit], fact: str | None) -> Outcome:
    """The units of entries of which no rule found anything, judged."""
    judged = [judge(library, unit, ()) for unit in units]
    findings = [
        data_finding(library.book, rule, hit, fact, _to_be_signed(each))
        for each in judged
        if each.verdict in ("refuted", "unreviewed")
        for rule, hit in told(each)
    ]
    return Outcome(findings=findings, judged=judged)


def _covers(unit: Unit, hit: Hit) -> bool:
    """Whether a hit in the data concerns a unit: its path leads to it, or into it."""
    size = min(len(unit.path), len(hit.path))
    return size > 2 and unit.path[:size] == hit.path[:size]


def resigned(library: Library, signatures: Signatures) -> Library:
    """The library of the same book with other signatures; only the verdicts are to be given anew."""
    return library.resigned(signatures, without=(judge_fact, judge_page))


def judge_page(library: Library, page: Page) -> Outcome:
    """Judge the units of one page."""
    return library.once(judge_page, (page.file, page.text), lambda: _judge_page(library, page))


def _judge_page(library: Library, page: Page) -> Outcome:
    if not page.taken_in:
        waiting = _found("waiting-page", library, page)
        return Outcome(findings=[page_finding(page, rule, hit) for rule, hit in waiting])
    found = _found("page", library, page)
    units = list(page_units(library, page))
    starts = [unit.at for unit, _ in units]
    ends = [_end(*each) for each in units]
    owners = [bisect_right(starts, hit.at) - 1 for _, hit in found]
    # Where not all sentences are units, what is wrong may stand in none.
    owners = [n if n >= 0 and hit.at <= ends[n] else -1 for n, (_, hit) in zip(owners, found, strict=True)]
    findings = [page_finding(page, *each) for each, owner in zip(found, owners, strict=True) if owner < 0]
    judged = []
    for number, (unit, view) in enumerate(units):
        hits = [each for each, owner in zip(found, owners, strict=True) if owner == number]
        each = judge(library, unit, [*hits, *_in_sentence(view)])
        judged.append(each)
        found_here = told(each, _first_doubt(each, view))
        findings += [page_finding(page, rule, hit, _to_be_signed(each)) for rule, hit in found_here]
    return Outcome(findings=findings, judged=judged)


def _end(unit: Unit, view: View | None) -> int:
    """Where a unit ends on its page: with its last words, or the last fact that it cites."""
    if view is None:
        return unit.at + len(unit.text)
    pieces = (piece.start + len(piece.text) * (piece.kind == "text") for piece in view.sentence.pieces)
    return max([unit.at, *pieces, *(cite.start for cite in view.sentence.cites)])


def _in_sentence(view: View | None) -> list[_Found]:
    """What the rules on sentences find, at places of the page; they read prose, on narrative pages."""
    if view is None or not view.page.narrative or view.sentence.kind == "code":
        return []
    return [
        (rule, structs.replace(hit, at=view.sentence.offset(hit.at)))
        for rule, check in checks_for("sentence")
        for hit in check(view)
    ]


def _first_doubt(judged: Judged, view: View | None) -> int:
    """The offset on its page of the first word that a reviewer has to look at."""
    if view is None or not judged.doubts:
        return judged.unit.at
    return view.sentence.offset(judged.doubts[0].start + len(view.text) - len(view.text.lstrip()))


def _to_be_signed(judged: Judged) -> str:
    return judged.unit.digest if judged.verdict == "unreviewed" else ""


def told(judged: Judged, at: int = 0) -> Iterator[_Found]:
    """What is reported of a unit: all that refutes it, or one thing, that it has to be reviewed.

    Of one that is refuted for its wording alone, both: in other words it would say the same.
    """
    wrong = [(rule, hit) for rule, hit in judged.hits if not hit.doubt]
    yield from wrong
    reasons = judged.doubted if wrong and {rule.code for rule, _ in wrong} <= _WORDING else []
    if judged.verdict == "unreviewed" or reasons:
        message = f"to be reviewed: {'; '.join(reasons or judged.reasons)}"
        mends = tuple(mend for _, hit in judged.hits for mend in hit.mends)
        hint = _to_review(judged)
        yield UNREVIEWED, Hit(message=message, path=judged.unit.path, at=at, hint=hint, mends=mends)


def _to_review(judged: Judged) -> str:
    """What may be done about a unit that waits: what its rule says, or else to say less, or to sign."""
    hints = [hit.hint or rule.hint for rule, hit in judged.hits if hit.doubt]
    if not hints or _SIGN in hints[0]:
        return hints[0] if hints else ""
    return f"{hints[0]} Or set it beside its evidence and sign it: {_SIGN}."


def data_finding(book: Book, rule: Rule, hit: Hit, fact: str | None = None, unit: str = "") -> Finding:
    """A finding in the data file, or in another file as a whole."""
    place = book.place(hit.path, key=len(hit.path) <= 2) if hit.path else (1, 1)
    fixes = tuple(data_fixes(book.tree, hit.mends)) if hit.mends else ()
    return _finding(rule, hit, hit.file or book.data_file, place, fact, unit, fixes)


def page_finding(page: Page, rule: Rule, hit: Hit, unit: str = "") -> Finding:
    """A finding on a page, at the offset that the hit names."""
    fixes = tuple(page_fixes(page, hit.mends)) if hit.mends else ()
    return _finding(rule, hit, page.file, page.place(hit.at), hit.fact, unit, fixes)


def _finding(
    rule: Rule,
    hit: Hit,
    file: str,
    place: tuple[int, int],
    fact: str | None,
    unit: str,
    fixes: tuple[Fix, ...],
) -> Finding:
    return Finding(
        file=file,
        line=place[0],
        column=place[1],
        code=rule.code,
        severity="review" if hit.doubt or rule is UNREVIEWED else rule.severity,
        message=short(hit.message),
        hint=hit.hint or rule.hint,
        fact=fact,
        unit=unit,
        fixes=fixes,
    )
