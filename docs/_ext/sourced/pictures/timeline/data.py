"""A timeline as plain data: the facts that say when, in order, on one or more scales of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import groupby

from msgspec import Struct

from ...book.book import Book
from ...book.model import Fact
from ...text.edtf import days
from ...text.fold import squeeze
from ..telling import Telling, telling
from .scale import Scale
from .spans import Span, span


class Event(Struct, frozen=True, kw_only=True):
    """What happened, when, and who tells it. Facts that say the same are one event."""

    span: Span
    statement: str
    telling: Telling
    facts: tuple[str, ...]
    thread: str = ""
    label: str = ""
    """A few words of the statement, for what a picture names."""

    @property
    def claim(self) -> bool:
        """Whether it is somebody's claim, not a reporter's own account."""
        return bool(self.telling.by)


class Date(Struct, frozen=True, kw_only=True):
    """The events of one date, as exact as it is."""

    span: Span
    events: tuple[Event, ...]


class Stretch(Struct, frozen=True, kw_only=True):
    """The events on one scale."""

    scale: Scale
    events: tuple[Event, ...]
    given: bool = False
    """Whether the scale was asked for, or found for what lies on no other."""

    @property
    def dates(self) -> list[Date]:
        """Its dates, each once."""
        by_date = groupby(self.events, key=lambda each: each.span)
        return [Date(span=found, events=tuple(events)) for found, events in by_date]


class Timeline(Struct, frozen=True, kw_only=True):
    """All of it."""

    stretches: tuple[Stretch, ...]

    @property
    def events(self) -> list[Event]:
        """The events of all stretches."""
        return [event for stretch in self.stretches for event in stretch.events]

    @property
    def threads(self) -> list[str]:
        """The threads that events belong to, in order of their first event."""
        return list(dict.fromkeys(event.thread for event in self.events if event.thread))


def timeline(
    book: Book,
    *,
    scales: Iterable[str] = (),
    without: Iterable[str] = (),
    labels: Mapping[str, str] | None = None,
) -> Timeline:
    """The timeline of a book's facts, less those ``without``; ``labels`` name some of them in few words.

    An event stands on the shortest of the scales that holds it; if none does,
    or none is given, on one that reaches from the first event to the last.
    """
    events = _events(book, frozenset(without), labels or {})
    given = [Scale(edtf=text, first=found[0], last=found[1]) for text in scales if (found := days(text))]
    whole = _whole([each.span for each in events])
    homes: dict[Scale, list[Event]] = {scale: [] for scale in [*given, *([whole] if whole else [])]}
    for event in events:
        fitting = [scale for scale in given if scale.holds(event.span)]
        home = min(fitting, key=lambda scale: scale.days) if fitting else whole
        if home is not None:
            homes[home].append(event)
    stretches = [
        Stretch(scale=scale, events=tuple(found), given=scale in given)
        for scale, found in homes.items()
        if found
    ]
    return Timeline(stretches=tuple(sorted(stretches, key=lambda each: (each.scale.first, -each.scale.days))))


def _events(book: Book, without: frozenset[str], labels: Mapping[str, str]) -> list[Event]:
    same: dict[tuple[str, ...], tuple[Span, list[Fact]]] = {}
    for fact in book.facts.values():
        if fact.when and fact.id not in without and (found := span(fact.when)):
            key = (
                fact.when,
                fact.about,
                fact.property,
                squeeze(fact.value or fact.id).lower(),
                fact.by or "",
            )
            same.setdefault(key, (found, []))[1].append(fact)
    events = [_event(book, found, facts, labels) for found, facts in same.values()]
    return sorted(events, key=lambda each: (each.span.first, each.span.last, each.span.edtf, each.claim))


def _event(book: Book, found: Span, facts: list[Fact], labels: Mapping[str, str]) -> Event:
    # What is named leads, so that the label and the words beside it are those of one fact.
    facts = sorted(facts, key=lambda each: each.id not in labels)
    first = facts[0]
    subject, kind = book.names.get(first.about), book.properties.get(first.property)
    thread = (subject.thread if subject else None) or (kind.thread if kind else None)
    return Event(
        span=found,
        statement=first.statement,
        telling=telling(book, facts),
        facts=tuple(fact.id for fact in facts),
        thread=thread or "",
        label=labels.get(first.id, ""),
    )


def _whole(spans: list[Span]) -> Scale | None:
    """A scale for all of them; open ends have no say in how far it reaches."""
    starts = [each.first for each in spans if not each.open_start] + [
        each.last for each in spans if each.open_start
    ]
    ends = [each.last for each in spans if not each.open_end] + [
        each.first for each in spans if each.open_end
    ]
    if not starts:
        return None
    first, last = min(starts), max(ends)
    if first == last:
        return Scale(edtf=first.isoformat(), first=first, last=last)
    coarse = (last - first).days > 1000
    edtf = f"{first.year:04d}/{last.year:04d}" if coarse else f"{first.isoformat()}/{last.isoformat()}"
    if coarse:
        first, last = dt.date(first.year, 1, 1), dt.date(last.year, 12, 31)
    return Scale(edtf=edtf, first=first, last=last)
