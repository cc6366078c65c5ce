"""Rules on the numbers and dates of a sentence: each is in a fact that it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from ...chain.grounds import date_is_carried, given
from ...chain.views import View
from ...english.dates.counted import DATELINE
from ...english.dates.dates import Date
from ...english.quantities.amounts import Amounts, is_span_of_years
from ...english.quantities.numbers import Number
from ...text.edtf import days
from ..messages import lack, listed, told, whose
from ..registry import Hit, Mend, rule
from ..verdict.amounts import Counted, counted, fault, part_faults
from ..verdict.contradicted import is_wrong_date
from ..verdict.mending import values
from .counting import counts_sources

_NEAR = 60
"""So many characters before a date may say that it is that of a source."""


@rule(
    "number-not-in-facts",
    link="prose",
    scope="sentence",
    hint="Correct the number, its unit or its bound; or cite the fact that gives it.",
)
def number_not_in_facts(view: View) -> Iterator[Hit]:
    """A number of a sentence, with its unit and bound, is in no fact that the sentence cites.

    Digits and words are one, and so are the spellings of a unit; `about 40` and `40` are two.
    """
    if view.own:
        return
    for message, doubt in part_faults(view.text, [each.text for each in _witnesses(view)]):
        yield Hit(message=message, doubt=doubt)
    dates = {date for given in view.given for date in given.dates}
    own = Counted(view.text, view.atoms.amounts)
    for number in view.atoms.numbers:
        if _needs_no_fact(view, number) or (not number.unit and f"{number.value:f}" in dates):
            continue
        known, giver = _known_numbers(view, number)
        if known.has(number) or _is_idle_one(view.text, number, known):
            continue
        found = fault(view.library, number, own, known, witnesses=_witnesses(view), sources=_sources(view))
        if found and found.near:
            message = f"{giver} {listed(found.near)}, not {number}"
            yield Hit(message=message, at=number.start, doubt=found.doubt, mends=_amounts(view, number))
        elif found:
            doubt = found.doubt or is_span_of_years(number, dates)
            message = found.why or lack(view, number, listed(known, number))
            yield Hit(message=message, at=number.start, doubt=doubt, mends=_amounts(view, number))


def _amounts(view: View, number: Number) -> tuple[Mend, ...]:
    """The values of cited facts that are an amount of the same kind."""
    facts = [
        fact
        for fact in view.facts
        if fact.value and any(each.unit == number.unit for each in view.library.atoms(fact.value).numbers)
    ]
    return values(view, number.start, number.end, facts)


def _witnesses(view: View) -> list[Counted]:
    """What the facts of a sentence say, with the numbers."""
    texts = [text for fact in view.facts for text in (fact.statement, fact.value) if text]
    return [counted(view.library, text) for text in texts]


def _sources(view: View) -> set[str]:
    return {e.source for fact in view.facts for e in fact.evidence}


def _needs_no_fact(view: View, number: Number) -> bool:
    """Whether a role prints the number, or another rule judges it: that of independence, that of wordings."""
    if view.printed(number.start, number.end, "figure", "quote") or counts_sources(view.text, number):
        return True
    piece = view.printed(number.start, number.end)
    return piece is not None and piece.kind == "fact" and (piece.chosen or not number.bound)


def _known_numbers(view: View, number: Number) -> tuple[Amounts, str]:
    """The numbers that may stand here, and what gives them."""
    fact = view.fact_of(view.printed(number.start, number.end))
    if fact is not None:
        return given(view.library, fact).numbers, f"the fact “{fact.id}” gives"
    return view.cited.numbers, f"{whose(view)} {'give' if len(view.facts) > 1 else 'gives'}"


def _is_idle_one(text: str, number: Number, known: Iterable[Number]) -> bool:
    """Whether ``one`` is a mere determiner: the facts count nothing that it could be mistaken for."""
    if text[number.start : number.end].lower() != "one" or number.unit or number.bound:
        return False
    return not any(not n.unit and n.bound != "many" and n.value <= 20 for n in known)


@rule(
    "date-not-in-facts",
    link="prose",
    scope="sentence",
    hint="Correct the date, or cite the fact that gives it; a date is never finer than its fact.",
)
def date_not_in_facts(view: View) -> Iterator[Hit]:
    """A date of a sentence is in no fact that the sentence cites, or is finer than it.

    A year does for a day of that year, and never the other way round.
    """
    if view.own:
        return
    known, completed = view.cited.dates, view.cited.completed
    numbers = {f"{n.value:f}" for given in view.given for n in given.numbers if not n.unit}
    own = [d.value for d in view.atoms.dates]
    carried = cache(lambda value: date_is_carried(known, value, completed))
    for date in view.atoms.dates:
        if view.printed(date.start, date.end, "figure", "quote", "fact") or _is_dateline(view, date):
            continue
        if not carried(date.value) and date.value not in numbers:
            doubt = not is_wrong_date(view.library, date.value, own, view.facts)
            message = lack(view, date, told(known))
            dated = [fact for fact in view.facts if days(fact.value or "")]
            mends = values(view, date.start, date.end, dated)
            yield Hit(message=message, at=date.start, doubt=doubt, mends=mends)


def _is_dateline(view: View, date: Date) -> bool:
    """Whether a date says when a cited source was written, as in ``as of 3 September 2021``."""
    if not DATELINE.search(view.text, max(0, date.start - _NEAR), date.start):
        return False
    cited = {e.source for f in view.facts for e in f.evidence}
    published = (s.published for s in view.library.book.sources.values() if s.id in cited and s.published)
    return date_is_carried(tuple(published), date.value, frozenset())
