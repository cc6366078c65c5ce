"""How a number of a sentence stands to its evidence: given, to be doubted, or contradicted.

A number is contradicted where the evidence says another of the same thing that the sentence leaves out, or
where no source of it has it at all. What can be counted, converted or worked out from the evidence is no
contradiction, and a person has to see to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from ..book.model import Fact
from ..chain.grounds import grounds
from ..chain.library import Library
from ..english.directions import POINTS
from ..english.names import Mention
from ..english.quantities.bounds import clash
from ..english.quantities.conversions import converts, dimension
from ..english.quantities.numbers import Number, is_small_count, same_amount, supports
from ..english.stems import content_words
from ..text.fold import WORD

_NOUN_REACH = 30
_LIFE = 150
"""No age, and no span of years told as an age, is longer."""


class Counted(Struct, frozen=True):
    """A text and the numbers in it."""

    text: str
    numbers: tuple[Number, ...]


class Fault(Struct, frozen=True):
    """What is wrong with a number: the amounts like it, if there are any; whether that is a mere doubt."""

    near: tuple[Number, ...]
    doubt: bool
    why: str = ""
    """What has happened to it, where that is known."""


def fault(
    library: Library,
    number: Number,
    own: Counted,
    known: Sequence[Number],
    *,
    witnesses: Sequence[Counted],
    sources: Iterable[str],
) -> Fault | None:
    """What is wrong with ``number`` of ``own``, measured by the ``known`` numbers; ``None`` if it is given.

    ``witnesses`` are the texts of the evidence, ``sources`` the articles that they are taken from.
    """
    if any(supports(n, number) for n in known) or _is_range_of(number, known):
        return None
    near = tuple(n for n in known if same_amount(n, number))
    if near:
        return Fault(near, not all(clash(n.bound, number.bound) for n in near))
    if any(_is_end_of(number, n) for n in known):
        return None if _has_both_ends(number, own.numbers, known) else Fault((), doubt=False)
    if given := next((n for n in known if converts(n, number)), None):
        return Fault((), doubt=True, why=f"{number} is converted from {given}")
    if any(_alike(n, number) for n in known) or _is_derived(number, known):
        return Fault((), doubt=True)
    if _is_contradicted(library, number, own, witnesses):
        return Fault((), doubt=False)
    if number.unit in ("direction", "kinship") or is_small_count(number):
        return Fault((), doubt=True)
    return Fault((), doubt=stands_in(library, number, sources))


def amount_fault(library: Library, fact: Fact, number: Number, own: Counted) -> Fault | None:
    """What is wrong with a number of a fact, measured by its own quotations."""
    ground = grounds(library, fact)
    sources = {e.source for e in fact.evidence}
    witnesses = [Counted(e.exact, library.atoms(e.exact).numbers) for e in fact.evidence]
    found = fault(library, number, own, ground.numbers, witnesses=witnesses, sources=sources)
    if found and not found.near and not found.doubt and is_span_of_years(number, _all_dates(library, fact)):
        return Fault((), doubt=True)
    return found


def _all_dates(library: Library, fact: Fact) -> list[str]:
    """The dates of a fact, and those of its sources."""
    sources = (library.book.sources.get(e.source) for e in fact.evidence)
    published = [s.published for s in sources if s and s.published]
    return [*grounds(library, fact).dates, *published, *(d for d in (fact.when, fact.as_of) if d)]


def stands_in(library: Library, number: Number, sources: Iterable[str]) -> bool:
    """Whether one of the articles has a number anywhere, perhaps in another unit."""
    return any(
        same_amount(n, number) or converts(n, number) or _alike(n, number)
        for source in sources
        for n in library.atoms(library.book.texts.get(source, "")).numbers
    )


def _is_range_of(number: Number, known: Sequence[Number]) -> bool:
    """Whether a range is given by its two ends: `from 30 to 35`."""
    if number.high is None:
        return False
    low, high = (Number(value, number.unit) for value in (number.value, number.high))
    return any(same_amount(n, low) for n in known) and any(same_amount(n, high) for n in known)


def _is_end_of(number: Number, other: Number) -> bool:
    """Whether ``number`` is one end of the range ``other``."""
    ends = (other.value, other.high)
    return (
        other.high is not None and number.high is None and number.value in ends and _units_meet(number, other)
    )


def _has_both_ends(number: Number, own: Iterable[Number], known: Iterable[Number]) -> bool:
    values = {n.value for n in own}
    return any(_is_end_of(number, n) and {n.value, n.high} <= values for n in known)


def _alike(one: Number, other: Number) -> bool:
    """Whether two amounts are one but for a unit that one of them does not name."""
    return (
        one.value == other.value
        and one.high == other.high
        and one.unit != other.unit
        and _units_meet(one, other)
    )


def _units_meet(one: Number, other: Number) -> bool:
    return one.unit == other.unit or not one.unit or not other.unit


def _is_derived(number: Number, known: Sequence[Number]) -> bool:
    """Whether a number is worked out from two others: as sum, difference, or what is left of a hundred."""
    for one, other in combinations(known, 2):
        results = (one.value + other.value, abs(one.value - other.value))
        if one.unit == other.unit and _units_meet(one, number) and number.value in results:
            return True
    if number.unit == "%" and any(n.unit == "%" and n.value + number.value == 100 for n in known):
        return True
    return len(known) > 2 and sum(n.value for n in known if _units_meet(n, number)) == number.value


def is_span_of_years(number: Number, dates: Iterable[str]) -> bool:
    """Whether a number is the time between two of the dates, or an age at one of them."""
    if number.unit not in ("", "age", "year") or not 0 < number.value < _LIFE:
        return False
    years = {int(date[:4]) for date in dates if date[:4].isdigit()}
    return any(abs(abs(a - b) - number.value) <= 1 for a, b in combinations(sorted(years), 2))


def _is_contradicted(library: Library, number: Number, own: Counted, witnesses: Sequence[Counted]) -> bool:
    """Whether the evidence has another number in its place, which the sentence itself leaves out."""
    return any(
        _rivals(library, number, own, other, witness.text)
        for witness in witnesses
        for other in witness.numbers
        if not any(same_amount(n, other) or converts(n, other) or _alike(n, other) for n in own.numbers)
    )


def _rivals(library: Library, number: Number, own: Counted, other: Number, text: str) -> bool:
    """Whether two numbers are said of the same thing."""
    if number.unit == "direction" and other.unit == "direction":
        return _turns(library, number, own.text, other, text)
    if number.unit == "kinship" or other.unit == "kinship":
        return number.unit == other.unit
    if number.unit:
        same_kind = dimension(number.unit) is not None and dimension(number.unit) == dimension(other.unit)
        return number.unit == other.unit or same_kind or _are_times(number, other)
    return not other.unit and bool(_counted(own.text, number) & _counted(text, other))


def _are_times(number: Number, other: Number) -> bool:
    return {number.unit, other.unit} <= {"clock", "clock?"}


def _counted(text: str, number: Number) -> set[str]:
    """The stems of the words that follow a number: what it counts."""
    words: list[str] = WORD.findall(text[number.end : number.end + _NOUN_REACH])
    return set().union(*(content_words(word) for word in words[:2]))


def _turns(library: Library, number: Number, text: str, other: Number, evidence: str) -> bool:
    """Whether a direction is plainly another one, and not the same told from the other end."""
    apart = abs(int(number.value) - int(other.value)) % len(POINTS)
    if min(apart, len(POINTS) - apart) < 2:
        return False
    return not any(
        (here.start < number.start) != (there.start < other.start)
        for here, there in _shared(library, text, evidence)
    )


def _shared(library: Library, text: str, evidence: str) -> Iterator[tuple[Mention, Mention]]:
    for here in library.atoms(text).names:
        for there in library.atoms(evidence).names:
            if set(here.ids) & set(there.ids):
                yield here, there
