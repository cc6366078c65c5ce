"""Where words go on a drawing: the first of their places that is free, on paper that fills up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import cos, dist, radians, sin

from msgspec import Struct

from ..svg import Point

Cell = tuple[int, int]
"""A small square of paper."""

_CELL = 3.0
_STEP = 12
_EDGE = 7.0
"""How near to the edge of the drawing words may stand."""


class Spot(Struct, frozen=True, kw_only=True):
    """Where words of some size stand: the middle of the paper that they cover, and how far it is turned."""

    x: float
    y: float
    width: float
    height: float
    angle: float = 0.0

    def point(self, across: float, down: float) -> Point:
        """A point of it: from -1 to 1 along the words, and from -1 to 1 down."""
        c, s = cos(radians(self.angle)), sin(radians(self.angle))
        right, below = across * self.width / 2, down * self.height / 2
        return self.x + c * right - s * below, self.y + s * right + c * below

    @property
    def cells(self) -> set[Cell]:
        """The paper that it covers."""
        rows = max(int(self.height / 2), 1)
        downs = (2 * row / rows - 1 for row in range(rows + 1))
        return {each for down in downs for each in on_line(self.point(-1, down), self.point(1, down))}

    def nearest(self, point: Point) -> Point:
        """Where a line from a point to it ends, if it is not turned."""
        (left, top), (right, bottom) = self.point(-1, -1), self.point(1, 1)
        return min(max(point[0], left), right), min(max(point[1], top), bottom)


def cell(point: Point) -> Cell:
    """The small square that a point lies in."""
    return int(point[0] // _CELL), int(point[1] // _CELL)


def on_line(start: Point, end: Point) -> set[Cell]:
    """The paper that a line covers."""
    count = max(int(dist(start, end) / 2), 1)
    across, down = (end[0] - start[0]) / count, (end[1] - start[1]) / count
    return {cell((start[0] + across * n, start[1] + down * n)) for n in range(count + 1)}


def around(point: Point, gap: float, width: float, height: float) -> Iterator[Spot]:
    """The eight places beside a point for words of some size, those in line with it first."""
    aside, up = gap + width / 2, gap + height / 2
    for right, down in ((aside, 0), (-aside, 0), (0, up), (0, -up)):
        yield Spot(x=point[0] + right, y=point[1] + down, width=width, height=height)
    aside, up = gap * 0.7 + width / 2, gap * 0.7 + height / 2
    for right, down in ((aside, up), (-aside, up), (aside, -up), (-aside, -up)):
        yield Spot(x=point[0] + right, y=point[1] + down, width=width, height=height)


class Room:
    """A drawing that fills up. Words never cover words, and lines only where there is no other place."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.words: set[Cell] = set()
        self.lines: set[Cell] = set()

    def holds(self, point: Point) -> bool:
        """Whether a point lies on the paper, and not at its edge."""
        return _EDGE <= point[0] <= self.width - _EDGE and _EDGE <= point[1] <= self.height - _EDGE

    def place(self, spots: Sequence[Spot], *, anywhere: bool = False) -> Spot | None:
        """The first free one of ``spots``, else the free place nearest to the first; which then is taken."""
        found = self._free(spots)
        if not found and anywhere:
            found = self._free(self._grid(spots[0]))
        if found:
            self.words |= found.cells
        return found

    def _free(self, spots: Iterable[Spot]) -> Spot | None:
        ends = ((-1, -1), (1, -1), (1, 1), (-1, 1))
        inside = [spot for spot in spots if all(self.holds(spot.point(*end)) for end in ends)]
        for kept in (self.words | self.lines, self.words):
            for spot in inside:
                if not spot.cells & kept:
                    return spot
        return None

    def _grid(self, like: Spot) -> list[Spot]:
        """Places all over the paper for words of the same size."""
        points = [(x, y) for y in range(0, int(self.height), _STEP) for x in range(0, int(self.width), _STEP)]
        points.sort(key=lambda point: dist(point, (like.x, like.y)))
        return [Spot(x=x, y=y, width=like.width, height=like.height) for x, y in points]
