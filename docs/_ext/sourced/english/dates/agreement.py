"""Which dates a date carries: as fine, and in agreement."""

from __future__ import annotations

from collections.abc import Iterable

from ...text.edtf import bare, contains, days
from ..limits import Limit, limits
from .dates import WEEKDAYS

_DAY = len("2018-02-27")


def supports(evidence: str, claim: str, completed: frozenset[str] = frozenset()) -> bool:
    """Whether a date of the evidence is at least as fine as the claimed one and agrees with it.

    ``completed`` are the whole dates that one without a year may mean.
    """
    claim, evidence = bare(claim), bare(evidence)
    if claim == evidence:
        return True
    if claim in WEEKDAYS:
        return _weekday(evidence) == claim
    if evidence in WEEKDAYS:
        return False
    if claim.startswith("XXXX-"):
        return evidence[4:].startswith(claim[4:]) and evidence[4:7] == claim[4:7] and "/" not in evidence
    if evidence.startswith("XXXX-"):
        return any(contains(claim, whole) for whole in completed if whole[4:] == evidence[4:])
    if "/" in evidence and "/" not in claim:
        return any(contains(claim, end) for end in evidence.split("/") if days(end))
    return "/" not in claim and contains(claim, evidence)


def supported(evidence: Iterable[str], claim: str, completed: frozenset[str] = frozenset()) -> bool:
    """Whether the dates of the evidence together carry the claimed one.

    An interval may be carried by its ends.
    """
    evidence = tuple(evidence)
    if any(supports(e, claim, completed) for e in evidence):
        return True
    if "/" not in claim:
        return False
    ends = [end for end in claim.split("/") if end not in ("", "..")]
    return bool(ends) and all(any(supports(e, end, completed) for e in evidence) for end in ends)


def refines(claim: str, evidence: str) -> bool:
    """Whether the claim is finer than the evidence and lies within it."""
    claim, evidence = bare(claim), bare(evidence)
    if evidence.startswith("XXXX-"):
        return claim[4:].startswith(evidence[4:])
    return claim != evidence and contains(evidence, claim)


def in_same_part(evidence: str, dates: Iterable[str], claim: str) -> bool:
    """Whether a date as the evidence words it, one of ``dates``, has the `early` or `late` of a claimed one.

    A day, which is finer, may have none.
    """
    part = _part(claim)
    if not part:
        return True
    given = _part(evidence)
    return part == given or (not given and any(len(bare(date)) == _DAY for date in dates))


def _part(words: str) -> list[Limit]:
    """Which part of a month or a year the words for a date begin with."""
    return [limit for limit in limits(words.partition(" ")[0]) if limit.kind == "part"]


def _weekday(value: str) -> str | None:
    """The day of the week of a full date."""
    span = days(bare(value))
    return WEEKDAYS[span[0].weekday()] if span and span[0] == span[1] else None
