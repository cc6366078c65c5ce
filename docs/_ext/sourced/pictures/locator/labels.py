"""The words on a sketch: what stands there, in which order they find a place, and where they may stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from ...english.phrases import capital
from ..svg import SMALL
from ..widths import text_width
from .data import Locator, Role, Sign, Told
from .geometry import Geometry, Ray
from .placing import Point, Room, Size, Spot, around, line_boxes

HALF = 19.0
"""Half the width at which a place is drawn: no fact says how wide it is."""

RING = 24.0
"""How far around the centre is near it, for distances that are words."""

_ROAM = 100.0
"""How far words with a leader may stand from what they name."""

_LINE = 1.25
_WITHIN = 0.8
"""How much of the length of a place its name may take."""

_ORDER: tuple[Role, ...] = ("centre", "length", "direction", "way-in", "river", "inside", "range", "nearby")
"""What is surest first; distances stand on the way to the place, and so come before directions."""


class Style(Struct, frozen=True, kw_only=True):
    """How words are set."""

    size: float = SMALL + 0.5
    bold: bool = False
    italic: bool = False
    spaced: float = 0.0
    class_: str = ""


class Words(Struct, frozen=True, kw_only=True):
    """Lines that are one link each, and what they stand beside."""

    lines: tuple[tuple[str, Told | None], ...]
    style: Style
    target: Point | None = None
    leader: bool = False
    """Whether a line leads to the target where they stand apart from it."""

    @property
    def size(self) -> Size:
        """How much room they take."""
        style = self.style
        longest = max(
            text_width(text, style.size, bold=style.bold) + style.spaced * len(text) for text, _ in self.lines
        )
        return Size(longest + 4, len(self.lines) * style.size * _LINE + 2)


class Placed(Struct, frozen=True, kw_only=True):
    """Words that have found their place."""

    words: Words
    spot: Spot


_CENTRE = Style(size=14.5, bold=True)
_PLACE = Style(size=14.5, bold=True, class_="sourced-map-name")
_FIGURE = Style(size=13.5, bold=True)
_DOUBT = Style(italic=True)
_WATER = Style(italic=True, class_="sourced-water")
_RANGE = Style(size=14, spaced=2.4)


def place_words(found: Locator, plan: Geometry, room: Room) -> tuple[list[Placed], list[Words]]:
    """All words with their places, and those for which there is none."""
    placed, left = [], []
    main, aside = plan.rays[0], dimension(plan)
    for words, spots in _all(found, plan):
        near = words.target or main.inside(0.3, plan.side * (HALF + 80))
        spot = room.place(words.size, spots, near, roam=_ROAM if words.leader else 0.0)
        if spot:
            placed.append(Placed(words=words, spot=spot))
        else:
            left.append(words)
        if words.target == main.far:  # only its name may stand within the place
            room.take(main.covered(HALF))
        elif words.target == main.inside(0.5, aside):
            room.take(line_boxes(main.inside(-0.02, aside), main.inside(1.02, aside), 8))
    return placed, left


def dimension(plan: Geometry) -> float:
    """How far from its middle line the length of a place is drawn."""
    return plan.side * (HALF + 15)


Choice = tuple[Words, list[Spot]]


def _all(found: Locator, plan: Geometry) -> Iterator[Choice]:
    yield _place(found, plan)
    for role in _ORDER:
        signs = found.of(role)
        if role == "centre" and signs:
            yield _centre(found, signs[0], plan)
        elif role == "length" and signs:
            yield from _length(signs, plan)
        elif role == "direction":
            yield from _measured(found.of("distance"), plan)
            yield from _directions(plan)
            yield from _told_near(found.of("distance"), plan)
        elif role == "way-in" and signs:
            yield _way_in(signs, plan)
        elif role == "river":
            yield from (_river(told, plan) for told in _each(signs))
        elif role == "range":
            yield from (_range(told, plan) for told in _each(signs))
        elif role == "inside":
            yield from (_inside(told, plan) for told in _each(signs))
        elif role == "nearby":
            yield from (_nearby(told, number, plan) for number, told in enumerate(_each(signs)))


def _each(signs: Iterable[Sign]) -> list[Told]:
    """What is told, the same words once."""
    return [*{told.short: told for sign in reversed([*signs]) for told in reversed(sign.told)}.values()][::-1]


def _place(found: Locator, plan: Geometry) -> Choice:
    """The name of the place: within it if it is long enough, else beside it."""
    main = plan.rays[0]
    words, main = _name(found, plan), plan.rays[0]
    if named_within(found, plan):
        return words, [_turned(main, main.inside(0.53, -plan.side * 6))]
    return words, [*around(main.far, 12, words.size), *around(main.inside(0.5), HALF + 12, words.size)]


def _name(found: Locator, plan: Geometry) -> Words:
    """The name, a little smaller where that lets it stand within the place."""
    words = Words(lines=((found.place, None),), style=_PLACE, target=plan.rays[0].far)
    small = replace(words, style=replace(_PLACE, size=12.5))
    room = plan.rays[0].length * _WITHIN
    return small if small.size.width < room <= words.size.width else words


def named_within(found: Locator, plan: Geometry) -> bool:
    """Whether the place is drawn long enough to hold its name."""
    return _name(found, plan).size.width < plan.rays[0].length * _WITHIN


def _turned(ray: Ray, point: Point) -> Spot:
    return Spot(x=point[0], y=point[1], angle=ray.angle)


def _centre(found: Locator, sign: Sign, plan: Geometry) -> Choice:
    words = Words(lines=((found.centre, sign.told[0]),), style=_CENTRE, target=plan.centre)
    gap = RING + 4 if any(each.km is None for each in found.of("distance")) else 13
    below, beside = plan.rays[0].near[1] <= plan.centre[1], [*around(plan.centre, gap, words.size)]
    first = beside[2] if below else beside[3]
    return words, [first, *beside]


def _length(signs: list[Sign], plan: Geometry) -> Iterator[Choice]:
    """On its line, which is broken for it."""
    main = plan.rays[0]
    for number, told in enumerate(_each(signs)):
        words = Words(
            lines=((f"or {told.short}?" if number else told.short, told),),
            style=_DOUBT if number else _FIGURE,
            target=main.inside(0.5, dimension(plan)),
        )
        fits = words.size.width + 20 < main.length
        turned = _turned(main, main.inside(0.5, dimension(plan) + plan.side * 18 * number))
        apart = around(main.inside(0.5), HALF + 16, words.size)
        yield words, [turned] if fits else [*apart]


def _measured(signs: list[Sign], plan: Geometry) -> Iterator[Choice]:
    """Figures stand on the way."""
    main = plan.rays[0]
    for number, told in enumerate(_each(sign for sign in signs if sign.km)):
        style = _DOUBT if number else _FIGURE
        text = f"or {told.short}?" if number else told.short
        words = Words(lines=((text, told),), style=style, target=main.along(0.5))
        yield words, _on_the_way(main, words, plan.side)


def _told_near(signs: list[Sign], plan: Geometry) -> Iterator[Choice]:
    """Distances that are words stand around the centre."""
    known = any(sign.km for sign in signs)
    loose = _each(sign for sign in signs if not sign.km)
    if loose:
        lines = tuple(
            (f"or {told.short}?" if known or n else told.short, told) for n, told in enumerate(loose)
        )
        words = Words(lines=lines, style=_DOUBT, target=plan.centre)
        yield words, [spot for gap in (6, 16, 30) for spot in around(plan.centre, RING + gap, words.size)]


def _on_the_way(ray: Ray, words: Words, side: int) -> list[Spot]:
    """Along the line to the place, on one side of it or the other."""
    if words.size.width + RING + 30 < ray.way:
        parts = (0.58, 0.5, 0.66, 0.74, 0.42)
        return [_turned(ray, ray.along(part, aside)) for aside in (side * 14, -side * 14) for part in parts]
    return [spot for gap in (8, 16) for spot in around(ray.along(0.5), gap, words.size)]


def _directions(plan: Geometry) -> Iterator[Choice]:
    for ray in plan.rays:
        for told in _each([ray.sign]):
            if ray is plan.rays[0]:
                words = Words(lines=((told.short, told),), style=Style(), target=ray.along(0.5))
                yield words, _on_the_way(ray, words, -plan.side)
            else:
                words = Words(lines=((f"or {told.short}?", told),), style=_DOUBT, target=ray.along(0.8))
                parts = (1.0, 0.85, 0.7, 0.55, 1.1)
                yield words, [each for part in parts for each in around(ray.along(part), 14, words.size)]


def _way_in(signs: list[Sign], plan: Geometry) -> Choice:
    near = plan.rays[0].near
    first, *others = _each(signs)
    lines = (
        (f"{capital(signs[0].title.lower())}:", None),
        (first.short, first),
        *((f"or {told.short}?", told) for told in others),
    )
    words = Words(lines=lines, style=Style(), target=near, leader=True)
    return words, [spot for gap in (20, 30, 42, 56) for spot in around(near, gap, words.size)]


def _river(told: Told, plan: Geometry) -> Choice:
    mouth = plan.rays[0].inside(-0.1)
    words = Words(lines=((told.short, told),), style=_WATER, target=mouth, leader=True)
    return words, [spot for gap in (9, 16, 24, 34) for spot in around(mouth, gap, words.size)]


def _range(told: Told, plan: Geometry) -> Choice:
    main, side = plan.rays[0], plan.side
    words = Words(lines=((told.short, told),), style=_RANGE)
    places = [(0.55, -side), (0.75, -side), (0.35, -side), (0.6, side), (0.85, side)]
    turned = [
        _turned(main, main.inside(part, way * (HALF + far))) for far in (55, 82) for part, way in places
    ]
    beyond = main.inside(1 + 58 / main.length)
    flat = [
        spot for part, way in places for spot in around(main.inside(part, way * (HALF + 46)), 0, words.size)
    ]
    return words, [
        *(turned if words.size.width < main.length * 0.9 else []),
        Spot(x=beyond[0], y=beyond[1]),
        *flat,
    ]


def _inside(told: Told, plan: Geometry) -> Choice:
    main = plan.rays[0]
    target = main.inside(0.94)
    words = Words(lines=((f"{told.short}?", told),), style=_DOUBT, target=target, leader=True)
    return words, [spot for gap in (18, 26, 36, 50) for spot in around(target, gap, words.size)]


def _nearby(told: Told, number: int, plan: Geometry) -> Choice:
    main = plan.rays[0]
    words = Words(lines=((f"{told.short}?", told),), style=_DOUBT)
    far = (74, 100, 128)
    parts = (0.25, 0.7, 1.0, 0.5)
    turn = number % len(parts)
    # No fact says on which side it lies: they take turns, so that each keeps its side at every width.
    way = plan.side if number % 2 else -plan.side
    points = [main.inside(part, way * (HALF + out)) for out in far for part in (*parts[turn:], *parts[:turn])]
    return words, [Spot(x=x, y=y) for x, y in points]
