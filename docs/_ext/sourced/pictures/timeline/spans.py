"""EDTF dates as they are drawn and said: where they begin and end, and how exactly that is known."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from ...account.facts import either_day
from ...english.dates.dates import say, third
from ...text.edtf import days

Shape = Literal["day", "within", "interval", "either"]


TOLD: dict[Shape, str] = {
    "day": "",
    "within": "some time in it",
    "interval": "or some time between",
    "either": "one of these days; which one is not known",
}


class Span(Struct, frozen=True, kw_only=True):
    """The days that a date covers, and what is known of its ends.

    A ``day`` is one; ``within`` is some time in a month, a year, a decade;
    an ``interval`` has two ends, of which one may be open;
    ``either`` is one of several days, and none between.
    """

    edtf: str
    first: dt.date
    last: dt.date
    shape: Shape
    open_start: bool = False
    open_end: bool = False
    uncertain: bool = False
    lasting: bool = False
    """Whether the words that tell an ``interval`` say that something lasted from the one end to the other."""
    by: bool = False
    """Whether the words that tell an open beginning say *by* when it happened, not until when it lasted."""
    words: str = ""
    """The date in the words that tell it, where they say which part of it is meant, as ``late August``."""
    days: tuple[dt.date, ...] = ()
    """Of ``either``, those that it may be."""

    @property
    def known(self) -> dt.date:
        """The first day that is known of it; of what has no beginning the last."""
        return self.last if self.by else self.first

    @property
    def label(self) -> str:
        """The date in words."""
        return self.words or say(self.edtf)

    @property
    def precision(self) -> str:
        """What its words do not say of how exact it is; empty where they say all."""
        if self.open_start or self.open_end:
            told = (
                f"or some time before it{'; no beginning is given' * (not self.by)}"
                if self.open_start
                else ("or some time after it; no end is given")
            )
        else:
            told = "" if self.lasting else TOLD[self.shape]
        return ", ".join(filter(None, [told, "uncertain" if self.uncertain else ""]))


def one_of(possible: Sequence[str]) -> Span:
    """One of several days, in their order."""
    found = tuple(map(dt.date.fromisoformat, possible))
    return Span(
        edtf="/".join((possible[0], possible[-1])),
        first=found[0],
        last=found[-1],
        shape="either",
        words=either_day(possible),
        days=found,
    )


def span(edtf: str, words: str = "") -> Span | None:
    """A date as it is drawn; ``None`` if the text is no date. ``words`` are those that tell it.

    What was so *from* one date *to* another lasted; of other words for a stretch this is not known.
    What had happened *by* a date did not last until then.
    """
    covered = days(edtf)
    if covered is None:
        return None
    first, _, last = edtf.partition("/")
    shape: Shape = "interval" if "/" in edtf else "day" if covered[0] == covered[1] else "within"
    part = third(words) if shape == "within" else None
    open_start = "/" in edtf and first in ("", "..")
    by = open_start and words.lower().startswith("by ")
    if part is not None:
        long = (covered[1] - covered[0] + dt.timedelta(1)) // 3
        begins = covered[0] + long * part
        covered = begins, covered[1] if part == 2 else begins + long
    return Span(
        edtf=edtf,
        first=covered[0],
        last=covered[1],
        shape=shape,
        open_start=open_start,
        open_end="/" in edtf and last in ("", ".."),
        uncertain=re.search("[?~%]", edtf) is not None,
        lasting=shape == "interval" and words.lower().startswith("from "),
        by=by,
        words=words if by or part is not None else "",
    )
