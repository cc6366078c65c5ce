"""Putting numbers, dates, facts and suggestions into the words of a message."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from rapidfuzz import process

from ..chain.views import View
from ..english.dates.dates import say
from ..english.quantities.numbers import Number

_LIKE = 70
"""A known word as like as this (of 100) is suggested."""


def nearest(word: str, known: Collection[str]) -> str:
    """“ Did you mean …?” for the known word most like ``word``, or nothing."""
    best = process.extractOne(word, list(known), score_cutoff=_LIKE)
    return f" Did you mean “{best[0]}”?" if best else ""


def listed(numbers: Iterable[Number]) -> str:
    """Numbers as a reader would write them."""
    return ", ".join(dict.fromkeys(str(n) for n in numbers)) or "no number"


def told(dates: Iterable[str]) -> str:
    """EDTF dates as a reader would write them."""
    return ", ".join(sorted({say(date) for date in dates})) or "no date"


def whose(view: View) -> str:
    """The facts that a sentence cites."""
    ids = [f.id for f in view.facts]
    if not ids:
        return "no fact"
    return (
        f"the fact “{ids[0]}”" if len(ids) == 1 else f"the facts {', '.join(ids[:3])}{' …' * (len(ids) > 3)}"
    )


def lack(view: View, what: object) -> str:
    """That no fact of a sentence gives or names ``what``."""
    if not view.facts:
        return f"no fact is cited that has {what}"
    return f"{whose(view)} {'does' if len(view.facts) == 1 else 'do'} not have {what}"
