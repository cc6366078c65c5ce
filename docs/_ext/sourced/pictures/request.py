"""What a page asks a picture to show, what of that cannot be done, and which facts it shows unasked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Self

from msgspec import Struct, field

from ..book.book import Book
from ..chain.library import Library
from ..page.page import Generated
from ..text.edtf import days
from .locator.data import problems as locator_problems
from .people import people
from .people import problems as people_problems
from .timeline.data import dated, group_problems, timeline


class Request(Struct, frozen=True, kw_only=True):
    """A picture as a page declares it. ``ident`` is unique on the page."""

    ident: str

    @classmethod
    def read(cls, ident: str, options: Mapping[str, str], lines: Sequence[str]) -> Self:
        """What the options of a directive and the lines of its body ask for. Raises ``BadLineError``."""
        return cls(ident=ident)

    def named(self) -> Iterable[str]:
        """What it names: facts, or what may be one."""
        return ()

    @property
    def facts(self) -> list[str]:
        """The facts that it names, or may, each once."""
        return list(dict.fromkeys(self.named()))

    def unknown(self, book: Book) -> list[str]:
        """Those of them that the book does not have."""
        return [fact for fact in self.facts if fact not in book.facts]

    def problems(self, library: Library) -> Iterator[str]:
        """What is wrong with it where it names no unknown fact, in words."""
        return iter(())

    def gathered(self, library: Library) -> frozenset[str]:
        """The facts that it shows without being asked for them by their ID."""
        return frozenset()


class TimelineRequest(Request, frozen=True, kw_only=True):
    """A timeline."""

    scales: tuple[str, ...] = ()
    """The stretches of time that have a scale of their own, in EDTF."""
    without: tuple[str, ...] = ()
    """Facts to leave out."""
    groups: tuple[tuple[str, ...], ...] = ()
    """Facts that tell one event, the leading one first."""
    labels: dict[str, str] = field(default_factory=dict)
    """Facts that its picture names, each in a few words of its statement."""

    @classmethod
    def read(cls, ident: str, options: Mapping[str, str], lines: Sequence[str]) -> Self:
        """The body has the events."""
        scales, without = (read_list(options.get(name, "")) for name in ("scales", "without"))
        groups, labels = read_events(lines)
        return cls(ident=ident, scales=scales, without=without, groups=groups, labels=labels)

    def named(self) -> Iterable[str]:
        """What it leaves out, and what its body has."""
        return *self.without, *self.labels, *(fact for facts in self.groups for fact in facts)

    def problems(self, library: Library) -> Iterator[str]:
        """Scales that are none, and facts that do not stand on it as they are asked for."""
        for scale in self.scales:
            ends = scale.split("/")
            if not days(scale) or {"", ".."} & set(ends):
                yield f"`{scale}` is no scale of time: write EDTF dates with both ends, such as `1980/2021`."
        yield from group_problems(library, self.groups, self.without)
        told = timeline(library, without=self.without, groups=self.groups).events
        placed = {fact for event in told for fact in event.facts}
        away = [fact for fact in self.labels if fact not in placed]
        # What such a label may say is judged by a rule on pages.
        yield from (f"`{fact}` is not on this timeline: it has no `when`, or is left out." for fact in away)

    def gathered(self, library: Library) -> frozenset[str]:
        """All that have a date."""
        facts = (fact.id for fact in library.book.facts.values() if dated(fact))
        return frozenset(facts) - set(self.without)


class PeopleRequest(Request, frozen=True, kw_only=True):
    """A picture of people."""

    without: tuple[str, ...] = ()
    """Facts to leave out."""
    against: tuple[str, ...] = ()
    """The properties, or facts, that set people against each other."""

    @classmethod
    def read(cls, ident: str, options: Mapping[str, str], lines: Sequence[str]) -> Self:
        """It has no body."""
        without, against = (read_list(options.get(name, "")) for name in ("without", "against"))
        return cls(ident=ident, without=without, against=against)

    def named(self) -> Iterable[str]:
        """What it leaves out, and what sets people against each other."""
        return *self.without, *self.against

    def unknown(self, book: Book) -> list[str]:
        """``against`` may name properties, too."""
        return [fact for fact in super().unknown(book) if fact not in self.against]

    def problems(self, library: Library) -> Iterator[str]:
        """What sets nobody against anybody."""
        yield from people_problems(library.book, self.against)

    def gathered(self, library: Library) -> frozenset[str]:
        """All that tie people to each other."""
        sides = people(library, without=self.without, against=self.against)
        ties = (tie for side in sides for node in side for tie in node.ties)
        return frozenset(fact for tie in ties for fact in tie.facts)


class LocatorRequest(Request, frozen=True, kw_only=True):
    """A sketch of where a place lies."""

    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Which facts play which role."""
    compact: bool = False
    """The drawing alone, without what stands below it."""

    @classmethod
    def read(cls, ident: str, options: Mapping[str, str], lines: Sequence[str]) -> Self:
        """The body has the roles."""
        return cls(ident=ident, roles=read_roles(lines), compact="compact" in options)

    def named(self) -> Iterable[str]:
        """All that play a role."""
        return [fact for facts in self.roles.values() for fact in facts]

    def problems(self, library: Library) -> Iterator[str]:
        """Roles that there are not, and facts that cannot play theirs."""
        yield from locator_problems(library.book, self.roles)


class SourcingRequest(Request, frozen=True, kw_only=True):
    """How well sourced each page is; it asks for nothing more."""


REQUESTS: dict[str, type[Request]] = {
    "timeline": TimelineRequest,
    "people": PeopleRequest,
    "locator": LocatorRequest,
    "sourcing": SourcingRequest,
}
"""What each directive asks for."""


class BadLineError(ValueError):
    """A line of a declaration that cannot be read."""


def read_roles(lines: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The body of a sketch's declaration: ``role: fact, fact``, one role a line."""
    roles: dict[str, tuple[str, ...]] = {}
    for line in filter(None, map(str.strip, lines)):
        role, colon, facts = line.partition(":")
        if not colon or role.strip() in roles:
            raise BadLineError(f"`{line}`: write each role once, as `role: fact, fact`.")
        roles[role.strip()] = read_list(facts)
    return roles


def read_events(lines: Sequence[str]) -> tuple[tuple[tuple[str, ...], ...], dict[str, str]]:
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


def request_of(part: Generated) -> Request | None:
    """The picture that a part of a page asks for; nothing if it is no picture. Raises ``BadLineError``."""
    asked = REQUESTS.get(part.name)
    return asked.read(part.name, part.options, part.lines) if asked else None


def gathered_by(library: Library, part: Generated) -> frozenset[str]:
    """The facts that a part of a page shows without being asked for them by their ID."""
    try:
        request = request_of(part)
    except BadLineError:
        return frozenset()
    return request.gathered(library) if request else frozenset()
