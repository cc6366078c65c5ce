"""Mountains as an engraver drew them: short strokes down both sides of ridges that close a valley in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import cos, pi, sin

from .geometry import Ray
from .placing import Point

_APART = 4.0
"""How far apart the strokes stand on a ridge."""

_RIDGES = (0.0, 31.0, 65.0, 102.0)
_LONG = 12.0
_SCRAP = 8
"""A stretch of fewer strokes is left out."""


def relief(ray: Ray, first: float, free: Callable[[Point], bool]) -> list[str]:
    """One path for each ridge around a place, the nearest first, so far from its middle line.

    Ridges run along both sides and around the far end, and leave the near end open. A stroke is
    left out where its paper is not ``free``.
    """
    return ["".join(_strokes(ray, first + further, number, free)) for number, further in enumerate(_RIDGES)]


def _strokes(ray: Ray, distance: float, number: int, free: Callable[[Point], bool]) -> Iterator[str]:
    """The strokes of one ridge, without the scraps between words."""
    length, start = ray.length, 0.04 + 0.05 * number
    side = length * (1 - start)
    whole = 2 * side + pi * distance
    stretch: list[str] = []
    for index in range(int(whole / _APART)):
        run = (index + 0.5 + 0.2 * _wave(index, number + 7)) * _APART
        bent = distance + 5 * sin(run / 31 + number * 2.1) + 3 * sin(run / 13 + number)
        taper = min(1.0, run / 60, (whole - run) / 60)
        high = _LONG * taper * (0.6 + 0.28 * sin(run / 17 + number * 1.3) + 0.12 * _wave(index, number))
        pair = []
        for down in (-1, 1):
            begin = _on(ray, start, run, side, whole, bent + 0.7 * down)
            lean = run + 1.2 * _wave(index, number + down)
            end = _on(ray, start, lean, side, whole, bent + (0.7 + high) * down)
            if high > 2 and free(begin) and free(end):
                x, y = round(begin[0]), round(begin[1])  # no hand is steadier, and the page is lighter
                pair.append(f"M{x} {y}l{round(end[0] - x)} {round(end[1] - y)}")
        if pair:
            stretch += pair
            continue
        if len(stretch) >= _SCRAP:
            yield from stretch
        stretch = []
    if len(stretch) >= _SCRAP:
        yield from stretch


def _on(ray: Ray, start: float, run: float, side: float, whole: float, distance: float) -> Point:
    """A point so far along a ridge: up the left side, around the far end, down the right one."""
    if run < side:
        return ray.inside(start + run / ray.length, -distance)
    if run > whole - side:
        return ray.inside(start + (whole - run) / ray.length, distance)
    turn = (run - side) / (whole - 2 * side) * pi
    return ray.inside(1 + sin(turn) * distance / ray.length, -cos(turn) * distance)


def _wave(index: int, seed: int) -> float:
    """A number from -1 to 1 that looks like chance and is none."""
    return sin(index * 2.399 + seed * 1.7) * 0.6 + sin(index * 0.37 + seed) * 0.4
