"""The shapes of a sketch, as paths."""

from __future__ import annotations

from itertools import pairwise
from math import sin

from .geometry import Ray
from .labels import HALF
from .placing import Point


def apart(one: Point, other: Point) -> float:
    """How far two points lie from each other."""
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def stroke(start: Point, end: Point) -> str:
    """A straight line."""
    return f"M{start[0]:.1f} {start[1]:.1f}L{end[0]:.1f} {end[1]:.1f}"


def leaf(ray: Ray) -> str:
    """The outline of a place, widest in the middle."""
    a, b, c, d = (
        ray.inside(at, side * 1.35 * HALF) for side, at in ((1, 0.2), (1, 0.8), (-1, 0.8), (-1, 0.2))
    )
    there = _at("M", ray.near) + _at("C", a) + _at(" ", b) + _at(" ", ray.far)
    return there + _at("C", c) + _at(" ", d) + _at(" ", ray.near) + "Z"


def begun(ray: Ray) -> str:
    """The outline where a place begins, left open."""
    return "".join(
        _at("M", ray.near)
        + _at("Q", ray.inside(0.35, side * HALF * 0.9))
        + _at(" ", ray.inside(1, side * HALF))
        for side in (-1, 1)
    )


def winding(ray: Ray, aside: float) -> str:
    """A river out of the place through its near end."""
    points = [ray.inside(-0.13, 4), ray.inside(-0.06, -3), ray.near]
    for step in range(1, 14):
        part = step / 13
        bed = aside * min(step / 3, 1) * (1 - 0.7 * part**3)
        points.append(
            ray.inside(0.92 * part, bed + (2.6 * sin(step * 2.4) + 2 * sin(step * 1.1)) * (1 - part / 2))
        )
    path = _at("M", points[0])
    for point, after in pairwise(points[1:]):
        path += _at("Q", point) + _at(" ", ((point[0] + after[0]) / 2, (point[1] + after[1]) / 2))
    return path


def _at(how: str, point: Point) -> str:
    return f"{how}{point[0]:.1f} {point[1]:.1f}"
