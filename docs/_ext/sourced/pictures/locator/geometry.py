"""Where things stand on a sketch: from bearings and kilometres to points on paper."""

from __future__ import annotations

from math import cos, dist, radians, sin

from msgspec import Struct

from ..svg import Point
from .data import Locator, Sign

_UNKNOWN_KM = 100.0
_SHORT = 0.35
"""How long a place is drawn that has no length, against its distance."""

_BEGUN = 0.4
"""How much is drawn of a place where it would lie by another bearing: only its beginning."""


class Leg(Struct, frozen=True, kw_only=True):
    """A stretch of one bearing."""

    start: Point
    end: Point
    bearing: float

    @property
    def length(self) -> float:
        """How long it is on paper."""
        return dist(self.start, self.end)

    @property
    def angle(self) -> float:
        """How words along it are turned, in degrees clockwise, never upside down."""
        return self.bearing % 180 - 90

    def point(self, part: float, aside: float = 0) -> Point:
        """A point so far along it, and so far to the right of it."""
        (x, y), way = self.start, radians(self.bearing)
        along = part * self.length
        return x + sin(way) * along + cos(way) * aside, y - cos(way) * along + sin(way) * aside


class Ray(Struct, frozen=True, kw_only=True):
    """One bearing from the centre: the way to the place, and the place."""

    sign: Sign
    way: Leg
    place: Leg


class Geometry(Struct, frozen=True, kw_only=True):
    """All points of a sketch. The first ray is the main one; ``side`` is where the others are not."""

    width: float
    height: float
    centre: Point
    rays: tuple[Ray, ...]
    km: float | None
    """How long a kilometre is, where a distance is known."""
    side: int

    @property
    def place(self) -> Leg:
        """The place where it is drawn in full."""
        return self.rays[0].place


def geometry(found: Locator, width: float, height: float, margin: Point) -> Geometry:
    """The sketch on paper so wide and at most so high, as large as fits, north up."""
    distance = next((sign.km for sign in found.of("distance") if sign.km), None)
    far = distance or _UNKNOWN_KM
    long = next((sign.km for sign in found.of("length") if sign.km), far * _SHORT)
    directions = [(sign, sign.bearing) for sign in found.of("direction") if sign.bearing is not None]
    ends = [
        _on((0.0, 0.0), bearing, far + long * (_BEGUN if number else 1))
        for number, (_, bearing) in enumerate(directions)
    ]
    xs, ys = ([0.0, *axis] for axis in zip(*ends, strict=True))
    across, down = max(max(xs) - min(xs), 1), max(max(ys) - min(ys), 1)
    room = (width - 2 * margin[0], height - 2 * margin[1])
    km = min(room[0] / across, room[1] / down)
    high = max(down * km, room[1] * 0.62)
    east = sin(radians(directions[0][1]))
    centre = (
        margin[0] + (room[0] - across * km) * (0.5 - 0.22 * east) - min(xs) * km,
        margin[1] + (high - down * km) / 2 - min(ys) * km,
    )
    rays = []
    for (sign, bearing), end in zip(directions, ends, strict=True):
        near, end = _on(centre, bearing, far * km), (centre[0] + end[0] * km, centre[1] + end[1] * km)
        way = Leg(start=centre, end=near, bearing=bearing)
        rays.append(Ray(sign=sign, way=way, place=Leg(start=near, end=end, bearing=bearing)))
    return Geometry(
        width=width, height=high + 2 * margin[1], centre=centre, rays=tuple(rays),
        km=km if distance else None, side=_free_side([bearing for _, bearing in directions]),
    )  # fmt: skip


def _on(start: Point, bearing: float, far: float) -> Point:
    return start[0] + sin(radians(bearing)) * far, start[1] - cos(radians(bearing)) * far


def _free_side(bearings: list[float]) -> int:
    """1 if the right of the main bearing is free of others, -1 if its left is freer."""
    return -1 if sum((other - bearings[0] + 180) % 360 - 180 for other in bearings[1:]) > 0 else 1
