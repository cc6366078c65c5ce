"""What a page asks a picture to show, what of that cannot be done, and which facts it shows unasked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, get_args

import msgspec
from msgspec import Struct, field

from ..book.book import Book
from ..chain.library import Library
from ..page.page import Generated
from ..text.edtf import days
from .locator.data import problems as locator_problems
from .people import people
from .people import problems as people_problems
from .timeline.data import dated, group_problems, timeline

Kind = Literal["timeline", "people", "locator", "sourcing"]


class Request(Struct, frozen=True, kw_only=True):
    """A picture as a page declares it. ``ident`` is unique on the page."""

    kind: Kind
    ident: str
    scales: tuple[str, ...] = ()
    """For a timeline: the stretches of time that have a scale of their own, in EDTF."""
    without: tuple[str, ...] = ()
    """Facts to leave out."""
    against: tuple[str, ...] = ()
    """For people: the properties, or facts, that set them against each other."""
    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For a sketch: which facts play which role."""
    groups: tuple[tuple[str, ...], ...] = ()
    """For a timeline: facts that tell one event, the leading one first."""
    labels: dict[str, str] = field(default_factory=dict)
    """For a timeline: facts that its picture names, each in a few words of its statement."""
    compact: bool = False
    """For a sketch: the drawing alone, without what stands below it."""

    @property
    def facts(self) -> list[str]:
        """The facts that it names, or may."""
        named = [*self.without, *self.against, *self.labels]
        listed = [fact for facts in (*self.groups, *self.roles.values()) for fact in facts]
        return list(dict.fromkeys([*named, *listed]))

    def unknown(self, book: Book) -> list[str]:
        """Those of them that the book does not have; ``against`` may name properties too."""
        return [fact for fact in self.facts if fact not in book.facts and fact not in self.against]


class BadLineError(ValueError):
    """A line of a declaration that cannot be read."""


def read_roles(lines: list[str]) -> dict[str, tuple[str, ...]]:
    """The body of a sketch's declaration: ``role: fact, fact``, one role a line."""
    roles: dict[str, tuple[str, ...]] = {}
    for line in filter(None, map(str.strip, lines)):
        role, colon, facts = line.partition(":")
        if not colon or role.strip() in roles:
            raise BadLineError(f"`{line}`: write each role once, as `role: fact, fact`.")
        roles[role.strip()] = read_list(facts)
    return roles


def read_events(lines: list[str]) -> tuple[tuple[tuple[str, ...], ...], dict[str, str]]:
    """The body of a timeline's declaration: the facts that tell one event, and the labels of facts.

    ``fact: a few words of its statement`` on a line, or ``fact, fact, fact`` for one event, of which the
    first leads and may have its words as well.
    """
    groups: list[tuple[str, ...]] = []
    labels: dict[str, str] = {}
    for line in filter(None, map(str.strip, lines)):
        ids, colon, words = line.partition(":")
        facts = read_list(ids)
        if not facts or facts[0] in labels or bool(colon) != bool(words.strip()) or not (colon or facts[1:]):
            raise BadLineError(
                f"`{line}`: write each fact once, as `fact: words of its statement`, with those that tell "
                "the same event behind it: `fact, fact: words`."
            )
        if facts[1:]:
            groups.append(facts)
        if colon:
            labels[facts[0]] = words.strip()
    return tuple(groups), labels


def read_list(text: str) -> tuple[str, ...]:
    """Words with commas between them."""
    return tuple(part for each in text.split(",") if (part := each.strip()))


def read_request(kind: Kind, ident: str, options: Mapping[str, str], lines: list[str]) -> Request:
    """A picture by the options and the body of its declaration. Raises ``BadLineError``."""
    groups, labels = read_events(lines) if kind == "timeline" else ((), {})
    return Request(
        kind=kind,
        ident=ident,
        scales=read_list(options.get("scales", "")),
        without=read_list(options.get("without", "")),
        against=read_list(options.get("against", "")),
        roles=read_roles(lines) if kind == "locator" else {},
        groups=groups,
        labels=labels,
        compact="compact" in options,
    )


def request_of(part: Generated) -> Request | None:
    """The picture that a part of a page asks for; nothing if it is no picture. Raises ``BadLineError``."""
    if part.name not in get_args(Kind):
        return None
    return read_request(msgspec.convert(part.name, Kind), part.name, part.options, list(part.lines))


def problems(library: Library, request: Request) -> Iterator[str]:
    """What is wrong with a request that names no unknown fact, in words."""
    book = library.book
    for scale in request.scales:
        ends = scale.split("/")
        if not days(scale) or {"", ".."} & set(ends):
            yield f"`{scale}` is no scale of time: write EDTF dates with both ends, such as `1980/2021`."
    if request.kind == "timeline":
        yield from group_problems(library, request.groups, request.without)
        told = timeline(library, without=request.without, groups=request.groups).events
        placed = {fact for event in told for fact in event.facts}
        away = [fact for fact in request.labels if fact not in placed]
        # What such a label may say is judged by a rule on pages.
        yield from (f"`{fact}` is not on this timeline: it has no `when`, or is left out." for fact in away)
    if request.kind == "people":
        yield from people_problems(book, request.against)
    if request.kind == "locator":
        yield from locator_problems(book, request.roles)


def shows(library: Library, part: Generated) -> frozenset[str]:
    """The facts that a part of a page gathers by itself."""
    try:
        request = request_of(part)
    except BadLineError:
        return frozenset()
    return shown_by(library, request) if request else frozenset()


def shown_by(library: Library, request: Request) -> frozenset[str]:
    """The facts that a timeline or a picture of people gathers by itself."""
    if request.kind == "timeline":
        facts = (fact.id for fact in library.book.facts.values() if dated(fact))
        return frozenset(facts) - set(request.without)
    if request.kind == "people":
        sides = people(library, without=request.without, against=request.against)
        ties = (tie for side in sides for node in side for tie in node.ties)
        return frozenset(fact for tie in ties for fact in tie.facts)
    return frozenset()
