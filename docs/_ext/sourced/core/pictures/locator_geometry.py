"""Where things stand on a sketch: from bearings and kilometres to points on paper."""

from __future__ import annotations

from math import cos, radians, sin

from msgspec import Struct

from .locator import Locator, Sign

Point = tuple[float, float]

_UNKNOWN_KM = 100.0
_SHORT = 0.35
"""How long a place is drawn that has no length, against its distance."""


class Ray(Struct, frozen=True, kw_only=True):
    """One bearing from the centre: where the place begins on it, and where it ends."""

    sign: Sign
    centre: Point
    near: Point
    far: Point

    def along(self, part: float, aside: float = 0) -> Point:
        """A point on the way from the centre to the place, so far to the right of it."""
        return _between(self.centre, self.near, part, aside)

    def inside(self, part: float, aside: float = 0) -> Point:
        """A point within the place, from its near end to its far one."""
        return _between(self.near, self.far, part, aside)


class Geometry(Struct, frozen=True, kw_only=True):
    """All points of a sketch. The first ray is the main one; ``side`` is where the others are not."""

    width: float
    height: float
    centre: Point
    rays: tuple[Ray, ...]
    km: float | None
    """How long a kilometre is, where a distance is known."""
    side: int


def _between(start: Point, end: Point, part: float, aside: float) -> Point:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = max((dx * dx + dy * dy) ** 0.5, 0.001)
    return start[0] + dx * part - dy / length * aside, start[1] + dy * part + dx / length * aside


def geometry(found: Locator, width: float, margin: float) -> Geometry:
    """The sketch on paper so wide, as large as fits, north up."""
    known = [sign.km for sign in found.of("distance") if sign.km]
    distance = known[0] if known else _UNKNOWN_KM
    lengths = [sign.km for sign in found.of("length") if sign.km]
    end = distance + (lengths[0] if lengths else distance * _SHORT)
    directions = [sign for sign in found.of("direction") if sign.bearing is not None]
    ends = [
        (sin(radians(sign.bearing or 0)) * end, -cos(radians(sign.bearing or 0)) * end) for sign in directions
    ]
    xs, ys = [0.0, *(x for x, _ in ends)], [0.0, *(y for _, y in ends)]
    across, down = max(max(xs) - min(xs), 1), max(max(ys) - min(ys), 1)
    km = min((width - 2 * margin) / across, (width - 2 * margin) / down)
    spare = (width - 2 * margin - across * km) / 2
    centre = (margin + spare - min(xs) * km, margin - min(ys) * km)
    rays = tuple(
        Ray(sign=sign, centre=centre, near=_on(centre, x, y, km * distance / end), far=_on(centre, x, y, km))
        for sign, (x, y) in zip(directions, ends, strict=True)
    )
    height = max(down * km, 90) + 2 * margin
    return Geometry(
        width=width,
        height=height,
        centre=centre,
        rays=rays,
        km=km if known else None,
        side=_free_side(directions),
    )


def _on(centre: Point, x: float, y: float, scale: float) -> Point:
    return centre[0] + x * scale, centre[1] + y * scale


def _free_side(directions: list[Sign]) -> int:
    """1 if the right of the main bearing is free of others, -1 if its left is freer."""
    bearings = [sign.bearing or 0 for sign in directions]
    turns = [(other - bearings[0] + 180) % 360 - 180 for other in bearings[1:]]
    return -1 if sum(turns) > 0 else 1
