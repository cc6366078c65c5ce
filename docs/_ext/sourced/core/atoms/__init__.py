"""Atoms: what can be wrong in a text. Numbers, dates, names, quoted words, negations, hedges."""

from __future__ import annotations

from msgspec import Struct

from .amounts import Number, find_numbers
from .dates import Date, find_dates
from .markers import Marker, find_markers
from .names import Mention, NameIndex
from .quoted import Quoted, find_quoted

__all__ = ["Atoms", "read_atoms"]


class Atoms(Struct, frozen=True):
    """The atoms of one text, each kind in order of place."""

    numbers: tuple[Number, ...] = ()
    dates: tuple[Date, ...] = ()
    names: tuple[Mention, ...] = ()
    quoted: tuple[Quoted, ...] = ()
    markers: tuple[Marker, ...] = ()

    def __len__(self) -> int:
        return len(self.numbers) + len(self.dates) + len(self.names) + len(self.quoted) + len(self.markers)


def read_atoms(text: str, names: NameIndex) -> Atoms:
    """Read ``text``. A number inside a date or a name (``9/11``) is no number of its own."""
    dates = find_dates(text)
    mentions = names.find(text)
    taken = [(d.start, d.end) for d in dates] + [(m.start, m.end) for m in mentions]
    numbers = find_numbers(text, taken)
    return Atoms(tuple(numbers), tuple(dates), tuple(mentions), tuple(find_quoted(text)), tuple(find_markers(text)))
