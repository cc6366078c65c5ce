"""The shapes of a sketch, as paths: a place, its river, and mountains as an engraver drew them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby, pairwise
from math import cos, pi, sin

from ..svg import Point, path, polyline
from .geometry import Leg

_STEP = 6.0
_RIDGES = (0.0, 31.0, 65.0, 102.0)
RELIEF = 15.0
"""How long the strokes down a ridge are, to both sides of it together."""

_SCRAP = 4
"""A stretch of fewer steps is left out."""

Free = Callable[[Point], bool]


def straight(start: Point, end: Point) -> str:
    """A straight line."""
    return path("M", start) + path("L", end)


def leaf(place: Leg, half: float) -> str:
    """The outline of a place, widest in the middle."""
    sides = ((1, 0.2), (1, 0.8), (-1, 0.8), (-1, 0.2))
    a, b, c, d = (place.point(at, side * 1.35 * half) for side, at in sides)
    return path("M", place.start) + path("C", a, b, place.end) + path("C", c, d, place.start) + "Z"


def begun(place: Leg, half: float) -> str:
    """The outline where a place begins, left open."""
    return "".join(
        path("M", place.start) + path("Q", place.point(0.35, side * half * 0.9), place.point(1, side * half))
        for side in (-1, 1)
    )


def winding(place: Leg, aside: float) -> str:
    """A river out of the place through its near end."""
    points = [place.point(-0.13, 4), place.point(-0.06, -3), place.start]
    for step in range(1, 14):
        part = step / 13
        bed = aside * min(step / 3, 1) * (1 - 0.7 * part**3)
        wave = (2.6 * sin(step * 2.4) + 2 * sin(step * 1.1)) * (1 - part / 2)
        points.append(place.point(0.92 * part, bed + wave))
    drawn = path("M", points[0])
    for one, other in pairwise(points[1:]):
        drawn += path("Q", one, ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2))
    return drawn


def relief(place: Leg, first: float, free: Free) -> list[str]:
    """One path for each ridge around a place, the nearest first, so far from its middle line.

    Ridges run along both sides and around the far end, and leave the near end open. They break off
    where the paper is not ``free``.
    """
    return ["".join(_ridge(place, first + out, number, free)) for number, out in enumerate(_RIDGES)]


def _ridge(place: Leg, distance: float, number: int, free: Free) -> Iterator[str]:
    """The stretches of one ridge, without the scraps between words."""
    begin = (0.04 + 0.05 * number) * place.length
    whole = 2 * (place.length - begin) + pi * distance

    def on(run: float, out: float) -> Point:
        """So far along the ridge: up the left side, around the far end, down the right one."""
        side = place.length - begin
        if run < side:
            return place.point((begin + run) / place.length, -out)
        if run > whole - side:
            return place.point((begin + whole - run) / place.length, out)
        turn = (run - side) / (whole - 2 * side) * pi
        return place.point(1 + sin(turn) * out / place.length, -cos(turn) * out)

    points: list[Point | None] = []
    for step in range(int(whole / _STEP)):
        run = step * _STEP
        out = distance + 5 * sin(run / 31 + number * 2.1) + 3 * sin(run / 13 + number)
        clear = all(free(on(run, out + aside)) for aside in (-RELIEF / 3, 0, RELIEF / 3))
        points.append(on(run, out) if clear else None)
    for _, stretch in groupby(points, lambda point: point is None):
        found = [point for point in stretch if point]
        if len(found) >= _SCRAP:
            yield polyline(found)
