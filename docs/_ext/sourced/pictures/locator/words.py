"""The words on a sketch: what stands there, in which order they find a place, and where they may stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from ..svg import SMALL, Point
from ..widths import text_width
from .data import Locator, Sign
from .geometry import Geometry, Leg
from .placing import Spot, around

HALF = 19.0
"""Half the width at which a place is drawn: no fact says how wide it is."""

ASIDE = HALF + 15
"""How far from the middle of the place its length is drawn."""

RING = 24.0
"""How far around the centre is near it, for distances that are words."""

LEADING = 1.25
_WITHIN = 0.8
"""How much of the length of a place its name may take."""


class Style(Struct, frozen=True, kw_only=True):
    """How words are set."""

    size: float = SMALL + 0.5
    bold: bool = False
    italic: bool = False
    spaced: float = 0.0
    class_: str = ""


_NAME = Style(size=14.5, bold=True)
_FIGURE = Style(size=13.5, bold=True)
_DOUBT = Style(italic=True)
_WATER = Style(italic=True, class_="sourced-water")
_RANGE = Style(size=14, spaced=2.4)

Line = tuple[str, Sign | None]


class Words(Struct, frozen=True, kw_only=True):
    """Lines that are one link each; ``led`` from what they name by a line, if they stand apart from it."""

    lines: tuple[Line, ...]
    style: Style = Style()
    led: Point | None = None

    @property
    def width(self) -> float:
        """How much room they take from left to right."""
        style = self.style
        sizes = (text_width(t, style.size, bold=style.bold) + style.spaced * len(t) for t, _ in self.lines)
        return max(sizes) + 4

    @property
    def height(self) -> float:
        """How much room they take from top to bottom."""
        return len(self.lines) * self.style.size * LEADING + 2

    def at(self, *points: Point, angle: float = 0.0) -> list[Spot]:
        """Places in the middle of which a point is."""
        return [Spot(x=x, y=y, width=self.width, height=self.height, angle=angle) for x, y in points]

    def beside(self, point: Point, *gaps: float) -> list[Spot]:
        """Places around a point, the nearest first."""
        return [spot for gap in gaps for spot in around(point, gap, self.width, self.height)]

    def along(self, leg: Leg, *asides: float) -> list[Spot]:
        """Places along a line and so far to the right of it, or around its middle where it is too short."""
        if self.width + 30 < leg.length:
            points = (leg.point(part, aside) for aside in asides for part in (0.55, 0.5, 0.62, 0.7, 0.42))
            return self.at(*points, angle=leg.angle)
        return self.beside(leg.point(0.5), abs(asides[0]) - 6, abs(asides[0]) + 6, abs(asides[0]) + 20)


Choice = tuple[Words, list[Spot]]
"""Words, and where they may stand, the best place first."""


def name_within(found: Locator, plan: Geometry) -> tuple[Words, Spot] | None:
    """The name of the place in the place, if that is long enough, a little smaller if need be."""
    for size in (14.5, 12.5):
        style = Style(size=size, bold=True, class_="sourced-map-name")
        words = Words(lines=((found.place, None),), style=style)
        if words.width < plan.place.length * _WITHIN:
            return words, words.at(plan.place.point(0.53, -plan.side * 6), angle=plan.place.angle)[0]
    return None


def choices(found: Locator, plan: Geometry) -> Iterator[Choice]:
    """All other words, what is surest first; figures on the way to the place come before directions."""
    place, side, distances = plan.place, plan.side, found.of("distance")
    if not name_within(found, plan):
        words = Words(lines=((found.place, None),), style=_NAME)
        yield words, [*words.beside(place.end, 12, 20), *words.beside(place.point(0.5), HALF + 12, HALF + 30)]
    yield _centre(found, plan)
    for number, told in enumerate(found.of("length")):
        words = _doubted(told, number, _FIGURE)
        yield words, words.along(place, side * (ASIDE + 13 + 18 * number))
    main = plan.rays[0]
    figures = [_doubted(sign, n, _FIGURE) for n, sign in enumerate(s for s in distances if s.km)]
    for words in (*figures, _doubted(main.sign, 0, Style())):
        way = side if words in figures else -side
        yield words, words.along(main.way, way * 14, -way * 14)
    for ray in plan.rays[1:]:
        words = _doubted(ray.sign, 1, Style())
        yield words, [spot for part in (1.0, 0.8, 0.6) for spot in words.beside(ray.way.point(part), 14)]
    if lines := _lines((sign for sign in distances if not sign.km), doubted=bool(figures)):
        words = Words(lines=lines, style=_DOUBT)
        yield words, words.beside(plan.centre, RING + 6, RING + 16, RING + 30)
    yield from _at_the_near_end(found, plan)
    for told in found.of("range"):
        yield _range(told, plan)


def _doubted(told: Sign, number: int, style: Style) -> Words:
    """What is told, and from the second on what is told otherwise."""
    text = f"or {told.short}?" if number else told.short
    return Words(lines=((text, told),), style=_DOUBT if number else style)


def _lines(told: Iterable[Sign], *, doubted: bool = False) -> tuple[Line, ...]:
    """A line for all that is told, the first ``doubted`` as well if something else is told elsewhere."""
    return tuple((f"or {each.short}?" if n or doubted else each.short, each) for n, each in enumerate(told))


def _centre(found: Locator, plan: Geometry) -> Choice:
    """Away from the place, if there is room."""
    words = Words(lines=((found.centre, next(iter(found.of("centre")), None)),), style=_NAME)
    gap = RING + 4 if any(each.km is None for each in found.of("distance")) else 13
    spots = words.beside(plan.centre, gap)
    return words, [spots[2] if plan.place.start[1] <= plan.centre[1] else spots[3], *spots]


def _at_the_near_end(found: Locator, plan: Geometry) -> Iterator[Choice]:
    """Way in and river, beside the gate and the mouth, or further off with a line that leads there."""
    gate, mouth, way = plan.place.start, plan.place.point(-0.1), plan.rays[0].way
    all_: list[tuple[Words, Point, tuple[float, ...]]] = []
    if lines := _lines(found.of("way-in")):
        all_ = [(Words(lines=(("Way in:", None), *lines), led=gate), gate, (20, 30, 42, 56))]
    for told in found.of("river"):
        all_.append((Words(lines=((told.short, told),), style=_WATER, led=mouth), mouth, (9, 16, 24, 34)))
    for words, near, gaps in all_:
        sides = [side * out for out in (60, 75, 90) for side in (plan.side, -plan.side)]
        further = (way.point(part, aside) for aside in sides for part in (1.0, 0.9, 0.8, 0.7))
        yield words, [*words.beside(near, *gaps), *words.at(*further)]


def _range(told: Sign, plan: Geometry) -> Choice:
    """Along the place, beyond its end, or level beside it."""
    place, side = plan.place, plan.side
    words = Words(lines=((told.short, told),), style=_RANGE)
    places = [(0.55, -side), (0.75, -side), (0.35, -side), (0.6, side), (0.85, side)]
    points = [place.point(part, way * (HALF + far)) for far in (55, 82) for part, way in places]
    along = words.at(*points, angle=place.angle) if words.width < place.length * 0.9 else []
    return words, [*along, *words.at(place.point(1 + 58 / place.length), *points)]
