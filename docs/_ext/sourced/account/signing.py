"""How many signatures were given on how many days: signing everything at once is seen here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from ..book.signatures import Signature


class Signed(Struct, frozen=True, kw_only=True):
    """Figures of signatures. ``most`` were given on the day ``most_on``."""

    units: int = 0
    days: int = 0
    most: int = 0
    most_on: str = ""


def signed(signatures: Iterable[Signature]) -> Signed:
    """The figures of ``signatures``."""
    return signed_on(Counter(each.on for each in signatures))


def signed_by(signatures: Iterable[Signature]) -> dict[str, int]:
    """How many each name signed, the most first; ``""`` are those without a name."""
    return dict(Counter(each.by or "" for each in signatures).most_common())


def signed_on(by_day: Counter[str]) -> Signed:
    """The figures of so many signatures on each day."""
    most_on = min(by_day, key=lambda day: (-by_day[day], day), default="")
    return Signed(units=by_day.total(), days=len(by_day), most=by_day[most_on], most_on=most_on)
