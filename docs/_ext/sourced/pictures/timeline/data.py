"""A timeline out of facts: which of them have a date, which tell one event, and in what order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from msgspec.structs import replace

from ...account.facts import RECKONED, is_hearsay
from ...book.model import Fact
from ...chain.disagreements import compare, others
from ...chain.inference import inferred_dates, is_counted, possible_days
from ...chain.library import Library
from ...text.edtf import contains, days, overlap
from ...text.fold import squeeze
from ..telling import also, telling
from .events import Account, Event, Stretch, Timeline
from .labels import label
from .scale import Scale, covering
from .spans import Span, one_of, span

COUNTED = "from a day that the report states"
"""Said of a date that no article writes out, but for the one from which it was counted."""

Groups = Sequence[tuple[str, ...]]
"""Facts that tell one event, the leading one first."""


def timeline(
    library: Library,
    *,
    scales: Iterable[str] = (),
    without: Iterable[str] = (),
    groups: Groups = (),
    labels: Mapping[str, str] | None = None,
) -> Timeline:
    """The timeline of a book's facts, less those ``without``; ``labels`` name some of them in few words.

    An event stands on the shortest of the scales that holds it; if none does,
    or none is given, on one that reaches from the first event to the last.
    """
    told = _grouped(library, frozenset(without), groups)
    events = sorted(
        (_event(library, facts, labels or {}) for facts in told),
        key=lambda each: (each.span.known, each.span.last, each.span.edtf, each.span.shape, each.claim),
    )
    given = [Scale(edtf=text, first=found[0], last=found[1]) for text in scales if (found := days(text))]
    whole = covering([each.span for each in events])
    homes: dict[Scale, list[Event]] = {scale: [] for scale in [*given, *([whole] if whole else [])]}
    for event in events:
        fitting = [scale for scale in given if scale.holds(event.span)]
        home = min(fitting, key=lambda scale: scale.days) if fitting else whole
        if home is not None:
            homes[home].append(event)
    held = sorted(
        ((scale, found) for scale, found in homes.items() if found),
        key=lambda each: (each[0].first, -each[0].days),
    )
    numbers = count(1)
    return Timeline(
        stretches=tuple(
            Stretch(scale=scale, events=tuple(replace(each, number=next(numbers)) for each in found))
            for scale, found in held
        )
    )


def group_problems(library: Library, groups: Groups, without: Iterable[str]) -> Iterator[str]:
    """Which facts cannot be told as one event."""
    facts, left_out, seen = library.book.facts, frozenset(without), set[str]()
    for group in groups:
        first = facts[group[0]]
        yield from (f"`{id_}` is told as part of two events." for id_ in group if id_ in seen)
        seen |= set(group)
        for fact in (facts[id_] for id_ in group):
            if not dated(fact) or fact.id in left_out:
                yield f"`{fact.id}` is not on this timeline: it has no `when`, or is left out."
            elif first.when and not overlap(first.when, fact.when or ""):
                yield f"`{fact.id}` is of another time than `{first.id}`: they are not one event."


def dated(fact: Fact) -> bool:
    """Whether a fact says when."""
    return bool(fact.when and days(fact.when))


def _grouped(library: Library, without: frozenset[str], groups: Groups) -> list[list[Fact]]:
    """Facts that tell one event: those that are said to, or are of the same time and subject."""
    facts = library.book.facts
    found = [[facts[id_] for id_ in group if id_ in facts and dated(facts[id_])] for group in groups]
    taken = {fact.id for group in found for fact in group}
    same: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts.values():
        if dated(fact) and fact.id not in taken | without:
            same.setdefault((fact.when or "", fact.about), []).append(fact)
    return [*filter(None, found), *same.values()]


def _event(library: Library, facts: list[Fact], labels: Mapping[str, str]) -> Event:
    """What is named leads, so that the label and the words beside it are those of one fact."""
    book = library.book
    facts = sorted(facts, key=lambda each: each.id not in labels)
    denying = {each.id: each for fact in facts for each in _denials(library, fact)}
    first, all_ = facts[0], [*facts, *denying.values()]
    same: dict[tuple[str, ...], list[Fact]] = {}
    for fact in all_:
        key = (fact.about, fact.property, squeeze(fact.value or fact.id).lower(), fact.by or "")
        same.setdefault(key, []).append(fact)
    subject, kind = book.names.get(first.about), book.properties.get(first.property)
    thread = (subject.thread if subject else None) or (kind.thread if kind else None)
    when = _span(library, first)
    named = (fact for fact in all_ if fact.id in labels)
    return Event(
        span=when,
        accounts=tuple(_account(library, each, each[0].id in denying) for each in same.values()),
        thread=thread or "",
        labels=tuple(label(fact.statement, labels[fact.id], when.edtf) for fact in named),
    )


def _span(library: Library, fact: Fact) -> Span:
    """Its date, and the words for it where its statement says which part of that is meant."""
    dates = (each for each in library.atoms(fact.statement).dates if each.value == fact.when)
    words = next((fact.statement[each.start : each.end] for each in dates), _by(library, fact))
    possible = possible_days(fact)
    found = one_of(possible) if possible else span(fact.when or "", words)
    assert found is not None  # only facts with a date come here
    return found


def _by(library: Library, fact: Fact) -> str:
    """The end of a stretch without a beginning in the words of its statement: ``by 3 May 1901``."""
    first, _, last = (fact.when or "").partition("/")
    text, dates = fact.statement, library.atoms(fact.statement).dates
    ends = [each for each in dates if each.value == last] if first in ("", "..") else []
    said = (each for each in ends if text[: each.start].lower().split()[-1:] == ["by"])
    return next((f"by {text[each.start : each.end]}" for each in said), "")


def _account(library: Library, facts: list[Fact], denies: bool) -> Account:
    return Account(
        statement=facts[0].statement,
        told=telling(library, facts[:1]),
        also=also(library.book, facts),
        facts=tuple(fact.id for fact in facts),
        by=library.book.name_of(facts[0].by) if facts[0].by else "",
        hearsay=all(is_hearsay(library, fact) for fact in facts),
        denies=denies,
        disputed=any(
            compare(library, facts[0], other) == "contradiction" for other in others(library, facts[0])
        ),
        dated=_dated(library, [fact for fact in facts if fact.when]),
    )


def _dated(library: Library, facts: list[Fact]) -> str:
    """How facts were dated: as surely as the book has inferred it, or counted from what an article states.

    What somebody else says counts from when they spoke, which is not the day of the report.
    """
    if facts and all(fact.when in inferred_dates(library, fact) for fact in facts):
        return RECKONED
    if not facts or not all(is_counted(library, fact, fact.when or "") for fact in facts):
        return ""
    return RECKONED if any(fact.by for fact in facts) else COUNTED


def _denials(library: Library, fact: Fact) -> list[Fact]:
    """What contradicts a fact at its own time and has no place of its own on the timeline.

    In a time without an end, something told as of one day of it denies nothing; nor does what may have
    been told at another time.
    """
    when = fact.when or ""
    return [
        other
        for other in others(library, fact)
        if not other.when and other.as_of and not when.endswith(("..", "/")) and contains(when, other.as_of)
        and compare(library, fact, other) == "contradiction"
    ]  # fmt: skip
