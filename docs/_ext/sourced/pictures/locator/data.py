"""Where a place lies, as plain data read out of facts: bearings, distances, a length, and what belongs to it.

Which fact plays which role is declared where the picture stands; nothing else
is drawn, and what the facts leave open stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, get_args

from msgspec import Struct

from ...book.book import Book
from ...book.model import Fact
from ...chain.display import show_value
from ...chain.grounds import read_value
from ...english.phrases import capital, joined
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

_KM = {"km": 1.0, "mile": 1.609344, "m": 0.001}
_COMPASS = (
    *("north", "north-northeast", "northeast", "east-northeast"),
    *("east", "east-southeast", "southeast", "south-southeast"),
    *("south", "south-southwest", "southwest", "west-southwest"),
    *("west", "west-northwest", "northwest", "north-northwest"),
)
_BEARING = re.compile(r"\b(?:(?:north|south|east|west)-?)+(?:ern)?\b", re.IGNORECASE)


class Told(Struct, frozen=True, kw_only=True):
    """One fact of the sketch."""

    fact: str
    statement: str
    short: str
    """In a word or two: the value, or whom or what it is about."""
    told: str


class Sign(Struct, frozen=True, kw_only=True):
    """One thing on the sketch, and the facts it rests on.

    ``bearing`` is in degrees from north, ``km`` a distance or length.
    """

    role: Role
    told: tuple[Told, ...]
    bearing: float | None = None
    km: float | None = None

    @property
    def title(self) -> str:
        """What kind of thing it is."""
        return _TITLES[self.role]


class Locator(Struct, frozen=True, kw_only=True):
    """What is drawn, and what is left open."""

    place: str
    centre: str
    signs: tuple[Sign, ...]
    left_open: tuple[str, ...]

    def of(self, role: Role) -> list[Sign]:
        """The signs of one role."""
        return [sign for sign in self.signs if sign.role == role]


def locator(book: Book, roles: Mapping[str, Sequence[str]]) -> Locator:
    """The sketch of a book in which facts play roles; what ``problems`` names is left out."""
    given = [(role, book.facts[id_]) for role in ROLES for id_ in roles.get(role, ()) if id_ in book.facts]
    signs = tuple(_signs(book, given))
    placed = next((fact for role, fact in given if role in ("direction", "distance", "length")), None)
    centre = next((fact for role, fact in given if role == "centre"), None)
    return Locator(
        place=book.name_of(placed.about) if placed else "",
        centre=book.name_of(centre.about) if centre else "",
        signs=signs,
        left_open=tuple(_left_open(signs)),
    )


def problems(book: Book, roles: Mapping[str, Sequence[str]]) -> list[str]:
    """What of a declaration cannot be drawn, in words."""
    found = [
        f"`{role}` is no role of a sketch; the roles are {joined(ROLES)}."
        for role in roles
        if role not in ROLES
    ]
    for role, ids in roles.items():
        found += [f"`{id_}` is no fact of this book." for id_ in ids if id_ not in book.facts]
        if role == "direction":
            found += [
                f"`{id_}` gives no direction of the compass." for id_ in ids
                if id_ in book.facts and bearing(book.facts[id_].value or "") is None
            ]  # fmt: skip
    needed = [role for role in ("centre", "direction") if not roles.get(role)]
    return found + [f"A sketch needs a fact as `{role}`." for role in needed]


def bearing(text: str) -> float | None:
    """The first direction of the compass in ``text``, in degrees from north."""
    found = _BEARING.search(text)
    if found is None:
        return None
    word = found[0].lower().removesuffix("ern")
    for index, point in enumerate(_COMPASS):
        if word.replace("-", "") == point.replace("-", ""):
            return index * 22.5
    return None


def kilometres(text: str) -> float | None:
    """The first distance in ``text``."""
    lengths = (
        float(found.value) * _KM[found.unit] for found in read_value(text).numbers if found.unit in _KM
    )
    return next(lengths, None)


def _signs(book: Book, given: list[tuple[Role, Fact]]) -> Iterator[Sign]:
    """Facts that are drawn as one thing stand together."""
    grouped: dict[tuple[Role, float | None, float | None, str], list[Fact]] = {}
    for role, fact in given:
        value = fact.value or ""
        degrees = bearing(value) if role in ("direction", "part") else None
        km = kilometres(value) if role in ("distance", "length") else None
        own = fact.about if role in ("inside", "nearby") else value if role == "part" else ""
        grouped.setdefault((role, degrees, km, own), []).append(fact)
    for (role, degrees, km, _), facts in grouped.items():
        yield Sign(
            role=role,
            told=tuple(_told(book, role, fact) for fact in facts),
            bearing=degrees,
            km=km,
        )


def _told(book: Book, role: Role, fact: Fact) -> Told:
    subject = book.name_of(fact.about)
    short = subject if role in _SUBJECTS else show_value(book, fact) or subject
    return Told(fact=fact.id, statement=fact.statement, short=short, told=telling(book, [fact]).words)


def _left_open(signs: tuple[Sign, ...]) -> Iterator[str]:
    """What more than one value is given for, and what the drawing itself had to choose."""
    for role in _EITHER_OR:
        values = dict.fromkeys(told.short for sign in signs if sign.role == role for told in sign.told)
        if len(values) > 1:
            yield f"{_TITLES[role]}: {joined(values, 'or')}."
    if any(sign.role == "length" for sign in signs):
        yield "Which way it runs: no fact shown here says, so it is drawn straight on."
    if any(sign.role in ("inside", "nearby") for sign in signs):
        yield "Where exactly the places inside and nearby lie: their names stand where there was room."


def locator_twin(found: Locator) -> Twin:
    """The same in words."""
    items = tuple(Item(runs=_runs(sign)) for sign in found.signs)
    open_ = tuple(Item(runs=(Run(text),)) for text in found.left_open)
    listings = (Listing(title=f"What the sketch of {found.place} shows", items=items),)
    return (*listings, Listing(title="What it leaves open", items=open_)) if open_ else listings


def _runs(sign: Sign) -> tuple[Run, ...]:
    runs = [Run(f"{sign.title}: ")]
    for told in sign.told:
        runs += [Run(told.statement, told.fact), Run(f" {told.told}. " if told.told else " ")]
    return (*runs[:-1], Run(runs[-1].text.rstrip()))


def described(found: Locator) -> str:
    """The sketch in one sentence or two."""
    signs = (sign for sign in found.signs if sign.role not in ("centre", "part"))
    told = "; ".join(
        f"{sign.title.lower()}, {joined([each.short for each in sign.told], 'or')}" for sign in signs
    )
    return capital(
        f"{found.place} as seen from {found.centre}: {told}. The same stands as a list beside this picture."
    )
