"""What a page asks a picture to show, and what of that cannot be done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from msgspec import Struct, field

from ..book.book import Book
from ..text.edtf import days
from .labels import label_problems
from .locator.data import problems as locator_problems

Kind = Literal["timeline", "people", "locator", "sourcing"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Request(Struct, frozen=True, kw_only=True):
    """A picture as a page declares it. ``ident`` is unique on the page."""

    kind: Kind
    ident: str
    scales: tuple[str, ...] = ()
    """For a timeline: the stretches of time that have a scale of their own, in EDTF."""
    without: tuple[str, ...] = ()
    """Facts to leave out."""
    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For a sketch: which facts play which role."""
    labels: dict[str, str] = field(default_factory=dict)
    """For a timeline: facts that its picture names, each in a few words of its statement."""
    compact: bool = False
    """For a sketch: without its title, for a page that says itself what it is."""

    @property
    def facts(self) -> list[str]:
        """The facts that it names."""
        return list(
            dict.fromkeys(
                [*self.without, *self.labels, *(fact for facts in self.roles.values() for fact in facts)]
            )
        )


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


def read_labels(lines: list[str]) -> dict[str, str]:
    """The body of a timeline's declaration: ``fact: a few words of its statement``, one fact a line."""
    labels: dict[str, str] = {}
    for line in filter(None, map(str.strip, lines)):
        fact, colon, words = map(str.strip, line.partition(":"))
        if not (colon and fact and words) or fact in labels:
            raise BadLineError(f"`{line}`: write each fact once, as `fact: words of its statement`.")
        labels[fact] = words
    return labels


def read_list(text: str) -> tuple[str, ...]:
    """Words with commas between them."""
    return tuple(part for each in text.split(",") if (part := each.strip()))


def problems(book: Book, request: Request) -> Iterator[str]:
    """What is wrong with a request, in words."""
    for scale in request.scales:
        ends = scale.split("/")
        if not days(scale) or {"", ".."} & set(ends):
            yield f"`{scale}` is no scale of time: write EDTF dates with both ends, such as `1980/2021`."
    yield from (f"`{fact}` is no fact of this book." for fact in request.without if fact not in book.facts)
    yield from label_problems(book, request.labels, request.without)
    if request.kind == "locator":
        yield from locator_problems(book, request.roles)
