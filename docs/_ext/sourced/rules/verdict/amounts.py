"""How a number of a sentence stands to its evidence: given, to be doubted, or contradicted.

A number is contradicted where the evidence has another of the same thing in its place, beside the same word,
and the sentence leaves that out; or where the evidence has nothing that it could be worked out from, and no
article has it. What can be counted, converted or worked out is no contradiction: a person has to see to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from msgspec import Struct

from ...book.model import Fact
from ...chain.grounds import grounds
from ...chain.library import Library
from ...english.denials import denials
from ...english.lexis.directions import POINTS
from ...english.lexis.stems import content_words, stem
from ...english.limits import is_empty, is_limiting
from ...english.quantities.amounts import is_span_of_years
from ...english.quantities.bounds import clash
from ...english.quantities.conversions import converts, dimension
from ...english.quantities.numbers import SCALES, Number, is_small_count, same_amount, supports
from ...english.quantities.parts import takes_one, whole_for_part
from ...english.quantities.ranges import has_both_ends, is_bound_of, is_end_of, is_range_of, units_meet
from ...english.spellings import Mention
from ...text.fold import WORD

_NOUN_REACH = 30
_BEFORE_REACH = 40
_NEXT_WORD = re.compile(r"[ -]([a-z]\w+)")
_MOST = 300
"""Where a sentence or its evidence has more numbers, what is not given as it stands is for a person."""


class Counted(Struct, frozen=True):
    """A text and the numbers in it."""

    text: str
    numbers: tuple[Number, ...]


def counted(library: Library, text: str) -> Counted:
    """A text of the book with all its numbers, also those that are part of a name."""
    return Counted(text, library.atoms(text).amounts)


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
    if any(supports(n, number) for n in known[:_MOST]) or is_range_of(number, known[:_MOST]):
        return None
    if max(len(known), len(own.numbers)) > _MOST:
        return Fault((), doubt=True, why=f"{number} does not stand there as it is written here")
    near = tuple(n for n in known if same_amount(n, number))
    if near:
        turned = any(
            marker.end <= number.start for marker in denials(own.text)
        )  # `at no time more than four`
        return Fault(near, turned or not all(clash(n.bound, number.bound) for n in near))
    if any(is_bound_of(number, n) for n in known):
        return None  # in other words, which a person compares
    if any(is_end_of(number, n) for n in known):
        return None if has_both_ends(number, own.numbers, known) else Fault((), doubt=False)
    if given := next((n for n in known if converts(n, number)), None):
        return Fault((), doubt=True, why=f"{number} is converted from {given}")
    if any(_alike(n, number) for n in known) or _is_derived(number, known):
        return Fault((), doubt=True)
    if number.value == 1 and not number.unit and any(takes_one(each.text) for each in witnesses):
        return None  # in other words, which a person compares
    if _is_contradicted(library, number, own, witnesses):
        return Fault((), doubt=False)
    from_nowhere = not any(n.unit not in SCALES for n in known) and not stands_in(library, number, sources)
    idle = number.unit in SCALES or is_small_count(number) or is_part(number)
    return Fault((), doubt=idle or not from_nowhere)


def amount_fault(library: Library, fact: Fact, number: Number, own: Counted) -> Fault | None:
    """What is wrong with a number of a fact, measured by its own quotations."""
    ground = grounds(library, fact)
    if ground.numbers.has(number):
        return None
    sources = {e.source for e in fact.evidence}
    witnesses = [counted(library, e.exact) for e in fact.evidence]
    found = fault(library, number, own, ground.numbers, witnesses=witnesses, sources=sources)
    if found and not found.near and not found.doubt and is_span_of_years(number, _all_dates(library, fact)):
        return Fault((), doubt=True)
    return found


def part_faults(text: str, evidence: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Where ``text`` says of a counted whole what its evidence says of a part; whether that is a doubt."""
    found = [each for each in (whole_for_part(text, one) for one in evidence) if each]
    for told, doubt in found[:1]:
        yield f"the evidence says this of a part only: “{told}”", doubt


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
        for n in library.atoms(library.book.texts.get(source, "")).amounts
    )


def _alike(one: Number, other: Number) -> bool:
    """Whether two amounts are one but for a unit that one of them does not name."""
    return (
        one.value == other.value
        and one.high == other.high
        and one.unit != other.unit
        and units_meet(one, other)
        and not (one.elided or other.elided)
    )


def is_part(number: Number) -> bool:
    """Whether a number is a part of a whole that is told beside it: `two thirds` of them."""
    return not number.unit and 0 < number.value < 1


def _share_of(one: Number, other: Number) -> Decimal | None:
    """What two thirds of 90, or 40 per cent of them, are."""
    if is_part(one) and not is_part(other):
        return one.value * other.value
    return one.value * other.value / 100 if one.unit == "%" else None


def _is_derived(number: Number, known: Sequence[Number]) -> bool:
    """Whether a number is worked out from others: as sum, difference, share, or rest of a hundred."""
    for one, other in permutations(known, 2):
        share = _share_of(one, other)
        if share is not None and abs(share - number.value) < 1 and units_meet(other, number):
            return True
        results = (one.value + other.value, abs(one.value - other.value))
        if one.unit == other.unit and units_meet(one, number) and number.value in results:
            return True
    if number.unit == "%" and any(n.unit == "%" and n.value + number.value == 100 for n in known):
        return True
    return len(known) > 2 and sum(n.value for n in known if units_meet(n, number)) == number.value


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
        same = number.unit == other.unit or same_kind or _are_times(number, other)
    else:
        same = not other.unit and bool(_counted(own.text, number) & _counted(text, other))
    ahead = _ahead(own.text, number)
    return same and (
        _behind(own.text, number) == _behind(text, other) or bool(ahead and ahead == _ahead(text, other))
    )


def _ahead(text: str, number: Number) -> str:
    """The stem of the word that follows a number and its unit, as `thick` does."""
    following = _NEXT_WORD.match(text, number.end)
    return stem(following[1].lower()) if number.unit and following and not is_empty(following[1]) else ""


def _behind(text: str, number: Number) -> str:
    """The stem of the last word of meaning before a number; nothing at the beginning of a text."""
    before = text[max(0, number.start - _BEFORE_REACH) : number.start]
    words = [
        stem(word) for word in WORD.findall(before.lower()) if not is_empty(word) and not is_limiting(word)
    ]
    return words[-1] if words else ""


def _are_times(number: Number, other: Number) -> bool:
    return {number.unit, other.unit} <= {"clock", "clock?"}


def _counted(text: str, number: Number) -> set[str]:
    """The stems of the words that follow a number: what it counts."""
    words: list[str] = WORD.findall(text[number.end : number.end + _NOUN_REACH])
    if is_part(number):  # `a third of the hospital`
        words = [word for word in words if not is_empty(word)]
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
