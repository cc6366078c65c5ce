"""Rules on a fact's references and its value."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import structs

from ..book.model import Fact
from ..chain.grounds import Grounds, date_is_carried, grounds, read_value
from ..chain.library import Library
from ..english.dates.agreement import refines
from ..english.lexis.stems import content_words
from ..english.quantities.conversions import converts
from ..english.quantities.numbers import Number, find_numbers, same_amount
from .messages import listed, nearest, told
from .registry import Hit, Mend, rule, within
from .verdict.amounts import Counted, amount_fault, counted, is_part
from .verdict.contradicted import is_told_around, is_wrong_date
from .verdict.mending import spelled_at


@rule(
    "evidence-missing",
    link="fact",
    scope="fact",
    hint="Add a quotation under `evidence:`; or, for a fact that something stands nowhere, `absent:`.",
)
def evidence_missing(library: Library, fact: Fact) -> Iterator[Hit]:
    """A fact rests on nothing: it has neither a quotation nor words whose absence is checked.

    Whatever it says, nobody could look it up.
    """
    if not fact.evidence and not fact.absent:
        yield Hit(message="this fact has no evidence", path=within(fact))


@rule("name-unknown", link="fact", scope="fact", hint="Use the ID of an entry under `names`, or add one.")
def name_unknown(library: Library, fact: Fact) -> Iterator[Hit]:
    """A fact or a `name` role points to no name of the book.

    `about` and `by` are IDs of entries under `names`, so that each person and place has one entry only.
    """
    for field, value in (("about", fact.about), ("by", fact.by)):
        if value is not None and value not in library.book.names:
            more = nearest(value, library.book.names)
            path = within(fact, field)
            mends = spelled_at(path, value, library.book.names)
            yield Hit(message=f"there is no name “{value}”.{more}", path=path, mends=mends)


@rule(
    "property-unknown",
    link="fact",
    scope="fact",
    hint="Use the ID of an entry under `properties`, or add one.",
)
def property_unknown(library: Library, fact: Fact) -> Iterator[Hit]:
    """`property` is no property of the book.

    Facts about the same property are compared with each other; a misspelt one would be compared with none.
    """
    if fact.property not in library.book.properties:
        more = nearest(fact.property, library.book.properties)
        path = within(fact, "property")
        mends = spelled_at(path, fact.property, library.book.properties)
        yield Hit(message=f"there is no property “{fact.property}”.{more}", path=path, mends=mends)


@rule(
    "subject-not-in-quotation",
    link="fact",
    scope="fact",
    hint="Put the right name under `about:`; or gloss the words of the quotation that mean it.",
)
def subject_not_in_quotation(library: Library, fact: Fact) -> Iterator[Hit]:
    """A fact about a person rests on words that do not name them.

    Otherwise the father's deeds could be entered under the son. A pronoun names nobody until it is glossed.
    """
    subject = library.book.names.get(fact.about)
    if subject is None or subject.kind != "person" or not fact.evidence or fact.by == fact.about:
        return
    if fact.about not in grounds(library, fact).ids:
        named = {i for i in grounds(library, fact).ids if library.called[i].kind == "person"}
        message = f"the quotation does not name {subject.name}"
        yield Hit(message=message, path=within(fact, "about"), doubt=not named)


@rule(
    "value-not-in-quotation",
    link="fact",
    scope="fact",
    hint="Correct the value, or rest the fact on words that say so.",
)
def value_not_in_quotation(library: Library, fact: Fact) -> Iterator[Hit]:
    """A value cannot be read out of the fact's own quotations.

    Numbers must agree with their unit, dates at their precision, names by a listed spelling or a gloss,
    words by their stems.
    """
    if fact.value is None or not fact.evidence:
        return
    ground = grounds(library, fact)
    missing = sorted(_missing(library, fact, ground), key=lambda each: each[1])  # what is certain first
    message, doubt = missing[0] if missing else (_missing_words(library, fact.value, ground), True)
    if message:
        mends = _amounts(fact, ground) if missing else ()
        yield Hit(message=message, path=within(fact, "value"), doubt=doubt, mends=mends)


def _amounts(fact: Fact, ground: Grounds) -> tuple[Mend, ...]:
    """What the quotations give, for a value that is an amount of the same unit and nothing else."""
    own = find_numbers(fact.value or "")
    if len(own) != 1 or own[0].start > 0 or own[0].end < len(fact.value or ""):
        return ()
    alike = (
        each
        for each in ground.numbers
        if each.unit == own[0].unit and each.bound not in ("cut", "many") and not is_part(each)
    )
    given = dict.fromkeys(map(str, alike))
    return tuple(Mend(title=f"Write “{each}”", new=each, path=within(fact, "value")) for each in given)


def _missing(library: Library, fact: Fact, ground: Grounds) -> Iterator[tuple[str, bool]]:
    """The names, dates and numbers of a value that the quotations do not give, and which is a doubt."""
    text = fact.value or ""
    if text in library.book.names:
        if text not in ground.ids:
            yield f"the quotation does not name {library.book.names[text].name}", False
        return
    value = read_value(text)
    dates = [value.date] if value.date else [*value.dates]
    for date in dates:
        if not gives_date(ground, date, ground.dates):
            message = f"the quotation does not give this date; it gives {told(ground.dates)}"
            yield message, not is_wrong_date(library, date, dates, [fact])
    for number in value.numbers:
        found = amount_fault(library, fact, number, Counted(text, value.numbers))
        if found and not found.near:
            message = f"the quotation does not give {number}; it gives {listed(ground.numbers, number)}"
            yield found.why or message, found.doubt and _may_be_value(library, fact, number, ground)


def _may_be_value(library: Library, fact: Fact, number: Number, ground: Grounds) -> bool:
    """Whether a number that no quotation gives may be a value all the same.

    The statement has it as well; or the quotations have it without its unit, and the unit with another.
    """
    stated = library.atoms(fact.statement).numbers
    if any(same_amount(n, number) or converts(n, number) for n in stated):
        return True
    if not number.unit or all(n.unit != number.unit for n in ground.numbers):
        return False
    return any(
        same_amount(structs.replace(n, unit=number.unit), number) for n in ground.numbers if not n.unit
    )


def _missing_words(library: Library, text: str, ground: Grounds) -> str | None:
    """The words of a value that the quotations do not hold; they may mean it all the same."""
    value = read_value(text)
    if text in library.book.names or value.date or value.numbers:
        return None
    missing = ", ".join(f"“{stem}…”" for stem in sorted(content_words(text) - ground.words)[:3])
    return f"the quotation does not hold {missing}" if missing else None


def gives_date(ground: Grounds, date: str, known: tuple[str, ...]) -> bool:
    """Whether the quotations give a date: as one of ``known``, as a number, or coarser (another rule's)."""
    if date.isdecimal() and any(n.value == Decimal(date) and not n.unit for n in ground.numbers):
        return True
    return date_is_carried(known, date, ground.completed) or finer(date, ground) is not None


def finer(claim: str, ground: Grounds) -> str | None:
    """The date of the quotation that ``claim`` makes finer, if it does."""
    return next((d for d in ground.dates if refines(claim, d)), None)


@rule(
    "bound-differs",
    link="fact",
    scope="fact",
    hint="Write the bound that the source gives: `at least`, `around`, `more than`.",
)
def bound_differs(library: Library, fact: Fact) -> Iterator[Hit]:
    """A number is bounded otherwise than in the quotation: `at least nine` is not `nine`.

    The bound may also stand just outside the quotation, and then the quotation has to be longer.
    """
    if not fact.evidence:
        return
    value, stated = read_value(fact.value or "").numbers, counted(library, fact.statement)
    claims = [("value", n, Counted(fact.value or "", value)) for n in value]
    claims += [("statement", n, stated) for n in library.atoms(fact.statement).numbers]
    for field, number, own in claims:
        found = amount_fault(library, fact, number, own)
        if found and found.near:
            message = f"the quotation gives {listed(found.near)}, not {number}"
            yield Hit(message=message, path=within(fact, field), doubt=found.doubt)


@rule(
    "finer-than-quotation",
    link="fact",
    scope="fact",
    hint="Keep to the precision of the source; or add the quotation that is as fine.",
)
def finer_than_quotation(library: Library, fact: Fact) -> Iterator[Hit]:
    """A date is finer than its evidence: `2001` does not support 9 September 2001.

    A coarser date than that of the quotation is no fault.
    """
    if not fact.evidence:
        return
    ground = grounds(library, fact)
    claims = [("value", read_value(fact.value or "").date), ("when", fact.when)]
    claims += [("statement", d.value) for d in library.atoms(fact.statement).dates]
    for field, claim in claims:
        if claim is None or date_is_carried(ground.dates, claim, ground.completed):
            continue
        coarse = finer(claim, ground)
        if coarse:
            message = f"the quotation says only {told([coarse])}, not {told([claim])}"
            yield Hit(message=message, path=within(fact, field), doubt=is_told_around(library, claim, [fact]))
