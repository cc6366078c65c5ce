"""EDTF dates as they are drawn and said: where they begin and end, and how exactly that is known."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

from msgspec import Struct

from ...english.dates.dates import say
from ...text.edtf import bare, days

Shape = Literal["day", "within", "interval"]


class Span(Struct, frozen=True, kw_only=True):
    """The days that a date covers, and what is known of its ends.

    A ``day`` is one; ``within`` is some time in a month, a year, a decade;
    an ``interval`` has two ends, of which one may be open.
    """

    edtf: str
    first: dt.date
    last: dt.date
    shape: Shape
    open_start: bool = False
    open_end: bool = False
    uncertain: bool = False

    @property
    def label(self) -> str:
        """The date in words."""
        return say(self.edtf)

    @property
    def precision(self) -> str:
        """How exact it is, in words."""
        return ", ".join([_precision(self), *(["uncertain"] if self.uncertain else [])])


def span(edtf: str) -> Span | None:
    """A date as it is drawn; ``None`` if the text is no date."""
    covered = days(edtf)
    if covered is None:
        return None
    first, _, last = edtf.partition("/")
    one_day = covered[0] == covered[1]
    return Span(
        edtf=edtf,
        first=covered[0],
        last=covered[1],
        shape="interval" if "/" in edtf else "day" if one_day else "within",
        open_start="/" in edtf and first in ("", ".."),
        open_end="/" in edtf and last in ("", ".."),
        uncertain=re.search("[?~%]", edtf) is not None,
    )


def _precision(found: Span) -> str:
    if found.shape != "interval":
        return "to the day" if found.shape == "day" else f"only to the {_unit(found.edtf)}"
    first, last = found.edtf.split("/")
    if found.open_end:
        return f"from one {_unit(first)} on, with no end given"
    if found.open_start:
        return f"up to one {_unit(last)}, with no beginning given"
    units = dict.fromkeys((_unit(first), _unit(last)))
    return (
        f"between two {'s, or '.join(units)}s"
        if len(units) == 1
        else f"from one {_unit(first)} to another {_unit(last)}"
    )


_UNITS = (
    (r"\d\dXX", "century"),
    (r"\d{3}X", "decade"),
    (r"\d{4}", "year"),
    (r"\d{4}-(?:2[1-4])", "season"),
    (r"\d{4}-[\dX]{2}", "month"),
)


def _unit(date: str) -> str:
    plain = bare(date)
    return next((unit for form, unit in _UNITS if re.fullmatch(form, plain)), "day")
