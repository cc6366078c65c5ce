"""Where a place lies, as plain data read out of facts: bearings, distances, a length, and what belongs to it.

Which fact plays which role is declared where the picture stands; nothing else
is drawn, and what the facts leave open stays open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, get_args

from msgspec import Struct

from ...book.book import Book
from ...book.model import Fact
from ...chain.display import show_value
from ...chain.grounds import read_value
from ...chain.library import Library
from ...english.lexis.directions import find_directions
from ...english.phrases import capital, joined
from ...english.quantities.conversions import in_unit
from ..telling import telling
from ..twin import Item, Listing, Run, Twin

Role = Literal[
    "centre", "direction", "distance", "length", "range", "river", "way-in", "inside", "nearby", "part"
]
ROLES: tuple[Role, ...] = get_args(Role)
_TITLES: dict[Role, str] = {
    "centre": "Where the sketch begins",
    "direction": "Direction",
    "distance": "Distance",
    "length": "Length",
    "range": "Mountains",
    "river": "River",
    "way-in": "Way in",
    "inside": "Inside it",
    "nearby": "Nearby",
    "part": "Part of the country",
}
_EITHER_OR: tuple[Role, ...] = ("part", "direction", "distance", "length", "way-in")
"""Roles of which one thing can be true: more than one value is left open."""

_SUBJECTS: tuple[Role, ...] = ("centre", "river", "inside", "nearby")
"""Roles in which it matters what the fact is about, not what its value is."""

_UNPLACED: tuple[Role, ...] = ("part", "inside", "nearby")
"""Roles that say nothing of a point on the paper: what plays them stands below the drawing."""

_UNTOLD: tuple[tuple[Role, str], ...] = (
    ("length", "Which way it runs, and how wide it is: it is drawn straight, and as wide as its name."),
    ("distance", "To which point of it the distance is counted: it is drawn to the near end."),
    ("river", "The course of the river: it is drawn through the place, and out at its near end."),
    ("range", "Where the mountains begin and end: they are drawn around the place."),
    ("way-in", "Where the way in lies: it is drawn at the near end."),
    ("inside", "Where the places inside it lie: they are named below the sketch."),
    ("nearby", "On which side of it the places nearby lie, and how far: they are named below the sketch."),
)
"""What no role tells, and the drawing has to choose."""

_HOW = "Drawn from facts; each label leads to its own. A question mark: left open."


class Sign(Struct, frozen=True, kw_only=True):
    """One fact on the sketch. ``bearing`` is in degrees from north, ``km`` a distance or length."""

    role: Role
    fact: str
    statement: str
    told: str
    short: str
    """In a word or two: the value, or whom or what it is about."""
    bearing: float | None = None
    km: float | None = None


class Locator(Struct, frozen=True, kw_only=True):
    """What is drawn, and what is left open."""

    place: str
    centre: str
    signs: tuple[Sign, ...]

    def of(self, role: Role) -> list[Sign]:
        """The signs of one role, those that say the same once."""
        found: dict[str, Sign] = {}
        for sign in self.signs:
            if sign.role == role:
                found.setdefault(sign.short, sign)
        return [*found.values()]

    @property
    def left_open(self) -> list[str]:
        """What more than one value is given for, and what the drawing itself had to choose."""
        several = [(role, [sign.short for sign in self.of(role)]) for role in _EITHER_OR]
        open_ = [f"{_TITLES[role]}: {joined(told, 'or')}." for role, told in several if told[1:]]
        drawn = {sign.role for sign in self.signs if sign.role != "distance" or sign.km}
        return [*open_, *(words for role, words in _UNTOLD if role in drawn)]


def locator(library: Library, roles: Mapping[str, Sequence[str]]) -> Locator:
    """The sketch of a book in which facts play roles; what ``problems`` names is left out."""
    book = library.book
    given = [(role, book.facts[id_]) for role in ROLES for id_ in roles.get(role, ()) if id_ in book.facts]
    placed = next((fact for role, fact in given if role in ("direction", "distance", "length")), None)
    centre = next((fact for role, fact in given if role == "centre"), None)
    return Locator(
        place=book.name_of(placed.about) if placed else "",
        centre=book.name_of(centre.about) if centre else "",
        signs=tuple(_sign(library, role, fact) for role, fact in given),
    )


def problems(book: Book, roles: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What of a declaration cannot be drawn, in words."""
    for role, ids in roles.items():
        if role not in ROLES:
            yield f"`{role}` is no role of a sketch; the roles are {joined(ROLES)}."
        for id_ in ids:
            if role == "direction" and bearing(book.facts[id_].value or "") is None:
                yield f"`{id_}` gives no direction of the compass, or several."
    needed = [role for role in ("centre", "direction") if not roles.get(role)]
    yield from (f"A sketch needs a fact as `{role}`." for role in needed)


def bearing(text: str) -> float | None:
    """The one direction of the compass in ``text``, in degrees from north."""
    found = {point for point, _, _ in find_directions(text.lower())}
    return found.pop() * 45.0 if len(found) == 1 else None


def kilometres(text: str) -> float | None:
    """The first distance in ``text``."""
    lengths = (in_unit(each, "km") for each in read_value(text).numbers)
    return next((float(length) for length in lengths if length is not None), None)


def _sign(library: Library, role: Role, fact: Fact) -> Sign:
    book, value = library.book, fact.value or ""
    subject = book.name_of(fact.about)
    short = subject if role in _SUBJECTS else show_value(book, fact) or subject
    return Sign(
        role=role,
        fact=fact.id,
        statement=fact.statement,
        told=telling(library, [fact]),
        short=short,
        bearing=bearing(value) if role == "direction" else None,
        km=kilometres(value) if role in ("distance", "length") else None,
    )


def legend(found: Locator) -> Listing:
    """What stands below the drawing: how to read it, and what it has no place for."""
    rows = [Item(runs=(Run(_HOW),))]
    for role in _UNPLACED:
        between = " or " if role in _EITHER_OR else ", "
        runs = [run for each in found.of(role) for run in (Run(between), Run(each.short, each.fact))]
        rows += [Item(runs=(Run(f"{_TITLES[role]}: "), *runs[1:]))] if runs else []
    return Listing(items=tuple(rows), kind="legend")


def locator_twin(found: Locator) -> Twin:
    """The same in words."""
    items = tuple(
        Item(
            runs=(
                Run(f"{_TITLES[sign.role]}: "),
                Run(sign.statement, sign.fact),
                Run(f" {sign.told}." if sign.told else ""),
            )
        )
        for sign in found.signs
    )
    listings = (Listing(title=f"What the sketch of {found.place} shows", items=items),)
    open_ = tuple(Item(runs=(Run(text),)) for text in found.left_open)
    return (*listings, Listing(title="What it leaves open", items=open_)) if open_ else listings


def described(found: Locator) -> str:
    """The sketch in one sentence or two."""
    told = "; ".join(
        f"{_TITLES[role].lower()}, {joined((each.short for each in found.of(role)), 'or')}"
        for role in ROLES
        if role not in ("centre", *_UNPLACED) and found.of(role)
    )
    return capital(
        f"{found.place} as seen from {found.centre}: {told}. The same stands as a list beside this picture."
    )
