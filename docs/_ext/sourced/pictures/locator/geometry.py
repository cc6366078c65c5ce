"""Where things stand on a sketch: from bearings and kilometres to points on paper."""

from __future__ import annotations

from math import cos, radians, sin

from msgspec import Struct

from .data import Locator, Sign
from .placing import Box, Point

_UNKNOWN_KM = 100.0
_SHORT = 0.35
"""How long a place is drawn that has no length, against its distance."""

_BEGUN = 0.4
"""How much is drawn of a place where it would lie by another bearing: only its beginning."""


class Ray(Struct, frozen=True, kw_only=True):
    """One bearing from the centre: where the place begins on it, and where it ends."""

    sign: Sign
    centre: Point
    near: Point
    far: Point

    @property
    def length(self) -> float:
        """How long the place is on paper."""
        return _apart(self.near, self.far)

    @property
    def way(self) -> float:
        """How long the way there is on paper."""
        return _apart(self.centre, self.near)

    @property
    def angle(self) -> float:
        """How words along it are turned, in degrees clockwise, never upside down."""
        turned = ((self.sign.bearing or 0) - 90 + 180) % 360 - 180
        return turned - 180 if turned > 90 else turned + 180 if turned < -90 else turned

    def along(self, part: float, aside: float = 0) -> Point:
        """A point on the way from the centre to the place, so far to the right of it."""
        return _between(self.centre, self.near, part, aside)

    def inside(self, part: float, aside: float = 0) -> Point:
        """A point within the place, from its near end to its far one."""
        return _between(self.near, self.far, part, aside)

    def covered(self, half: float) -> list[Box]:
        """The paper within a place that is so wide in the middle."""
        steps = max(int(self.length / 6), 2)
        parts = [step / steps for step in range(1, steps)]
        wide = [(self.inside(part), 2.8 * half * part * (1 - part)) for part in parts]
        return [Box(x - w, y - w, x + w, y + w) for (x, y), w in wide]


class Geometry(Struct, frozen=True, kw_only=True):
    """All points of a sketch. The first ray is the main one; ``side`` is where the others are not."""

    width: float
    height: float
    centre: Point
    rays: tuple[Ray, ...]
    km: float | None
    """How long a kilometre is, where a distance is known."""
    side: int


def _apart(one: Point, other: Point) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def _between(start: Point, end: Point, part: float, aside: float) -> Point:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = max(_apart(start, end), 0.001)
    return start[0] + dx * part - dy / length * aside, start[1] + dy * part + dx / length * aside


def geometry(found: Locator, width: float, height: float, margin: Point) -> Geometry:
    """The sketch on paper so wide and at most so high, as large as fits, north up."""
    known = [sign.km for sign in found.of("distance") if sign.km]
    distance = known[0] if known else _UNKNOWN_KM
    lengths = [sign.km for sign in found.of("length") if sign.km]
    long = lengths[0] if lengths else distance * _SHORT
    directions = [sign for sign in found.of("direction") if sign.bearing is not None]
    reach = [distance + long * (_BEGUN if number else 1) for number in range(len(directions))]
    ways = [(sin(radians(sign.bearing or 0)), -cos(radians(sign.bearing or 0))) for sign in directions]
    xs = [0.0, *(x * end for (x, _), end in zip(ways, reach, strict=True))]
    ys = [0.0, *(y * end for (_, y), end in zip(ways, reach, strict=True))]
    across, down = max(max(xs) - min(xs), 1), max(max(ys) - min(ys), 1)
    room = (width - 2 * margin[0], height - 2 * margin[1])
    km = min(room[0] / across, room[1] / down)
    high = max(down * km, room[1] * 0.62)
    east = ways[0][0] if ways else 0.0
    centre = (
        margin[0] + (room[0] - across * km) * (0.5 - 0.22 * east) - min(xs) * km,
        margin[1] + (high - down * km) / 2 - min(ys) * km,
    )
    rays = tuple(
        Ray(sign=sign, centre=centre, near=_on(centre, way, km * distance), far=_on(centre, way, km * end))
        for sign, way, end in zip(directions, ways, reach, strict=True)
    )
    return Geometry(
        width=width,
        height=high + 2 * margin[1],
        centre=centre,
        rays=rays,
        km=km if known else None,
        side=_free_side(directions),
    )


def _on(centre: Point, way: Point, distance: float) -> Point:
    return centre[0] + way[0] * distance, centre[1] + way[1] * distance


def _free_side(directions: list[Sign]) -> int:
    """1 if the right of the main bearing is free of others, -1 if its left is freer."""
    bearings = [sign.bearing or 0 for sign in directions]
    turns = [(other - bearings[0] + 180) % 360 - 180 for other in bearings[1:]]
    return -1 if sum(turns) > 0 else 1
