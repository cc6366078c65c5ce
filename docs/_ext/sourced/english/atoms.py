"""Atoms: what can be wrong in a text. Numbers, dates, names, quoted words, negations, hedges."""

from __future__ import annotations

from msgspec import Struct

from ..text.taken import Taken
from .dates.dates import Date, find_dates
from .markers import Marker, find_markers
from .names import NameIndex
from .quantities.numbers import Number, find_numbers
from .quoted import Quoted, find_quoted
from .spellings import Mention

Atom = Number | Date | Mention | Quoted | Marker


class Atoms(Struct, frozen=True):
    """The atoms of one text, each kind in order of place."""

    numbers: tuple[Number, ...] = ()
    dates: tuple[Date, ...] = ()
    names: tuple[Mention, ...] = ()
    quoted: tuple[Quoted, ...] = ()
    markers: tuple[Marker, ...] = ()
    within_names: tuple[Number, ...] = ()
    """Numbers that are part of a name, as in ``an 81-year-old man``: no claims of a sentence."""

    def __len__(self) -> int:
        return len(self.numbers) + len(self.dates) + len(self.names) + len(self.quoted) + len(self.markers)

    @property
    def named(self) -> set[str]:
        """The IDs of the names that mean one only."""
        return {m.ids[0] for m in self.names if len(m.ids) == 1}

    @property
    def amounts(self) -> tuple[Number, ...]:
        """All its numbers, with those that are part of a name."""
        return (*self.numbers, *self.within_names)

    def in_order(self) -> list[Atom]:
        """All of them in order of place."""
        everything: list[Atom] = [*self.numbers, *self.dates, *self.names, *self.quoted, *self.markers]
        return sorted(everything, key=lambda atom: atom.start)


def read_atoms(text: str, names: NameIndex) -> Atoms:
    """Read ``text``. What is part of a name (``the 9/11 attacks``) is no date or number of its own."""
    mentions = names.find(text)
    named = Taken(len(text), ((m.start, m.end) for m in mentions))
    dates = [d for d in find_dates(text) if not named.has(d.start, d.end)]
    dated = [(d.start, d.end) for d in dates]
    taken = dated + [(m.start, m.end) for m in mentions]
    within = find_numbers(text, dated) if mentions else []
    return Atoms(
        numbers=tuple(find_numbers(text, taken)),
        dates=tuple(dates),
        names=tuple(mentions),
        quoted=find_quoted(text),
        markers=find_markers(text),
        within_names=tuple(number for number in within if named.has(number.start, number.end)),
    )
