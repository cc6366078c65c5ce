"""Where words go on a drawing: a place that is free, the first that covers least of what is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import cos, radians, sin
from typing import Literal

from msgspec import Struct

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]

_EDGE = 7.0
"""How near to the edge of the drawing words may stand."""

_STEP = 12.0
_CELL = 3.0
_ACROSS = 9.0
"""How much worse it is for a line to run across words than for words to stand on a line."""

_SHIFT: dict[Anchor, float] = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Box(Struct, frozen=True):
    """A rectangle of paper."""

    left: float
    top: float
    right: float
    bottom: float

    def shared(self, other: Box) -> float:
        """How much of it another covers."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * down if across > 0 and down > 0 else 0.0

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def nearest(self, point: Point) -> Point:
        """The point of it that is nearest to another."""
        return (
            min(max(point[0], self.left), self.right),
            min(max(point[1], self.top), self.bottom),
        )


class Size(Struct, frozen=True):
    """How much room words take."""

    width: float
    height: float


class Spot(Struct, frozen=True, kw_only=True):
    """Where words may stand: the middle of their height, and the start, middle or end of their length."""

    x: float
    y: float
    anchor: Anchor = "middle"
    angle: float = 0.0


def boxes(spot: Spot, size: Size) -> list[Box]:
    """The paper that words cover: one box, or a row of them where they are turned."""
    start = -size.width * _SHIFT[spot.anchor]
    if not spot.angle:
        left, top = spot.x + start, spot.y - size.height / 2
        return [Box(left, top, left + size.width, top + size.height)]
    count = max(round(size.width / size.height), 1)
    half, found = size.height / 2, []
    for index in range(count):
        along = start + size.width * (index + 0.5) / count
        x, y = spot.x + cos(radians(spot.angle)) * along, spot.y + sin(radians(spot.angle)) * along
        found.append(Box(x - half, y - half, x + half, y + half))
    return found


def line_boxes(start: Point, end: Point, thick: float = 4.0) -> list[Box]:
    """The paper that a line covers."""
    length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    count = max(int(length / thick), 1)
    steps = ((start[0] + (end[0] - start[0]) * n / count, start[1] + (end[1] - start[1]) * n / count)
             for n in range(count + 1))  # fmt: skip
    return [Box(x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2) for x, y in steps]


def cell(point: Point) -> tuple[int, int]:
    """The small square of paper that a point lies in."""
    return int(point[0] // _CELL), int(point[1] // _CELL)


def cells(covered: Iterable[Box], clear: float) -> set[tuple[int, int]]:
    """The small squares that boxes cover, with so much clear paper around them."""
    found: set[tuple[int, int]] = set()
    for box in covered:
        left, top = cell((box.left - clear, box.top - clear))
        right, bottom = cell((box.right + clear, box.bottom + clear))
        found.update((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))
    return found


def around(point: Point, gap: float, size: Size) -> Iterator[Spot]:
    """The eight places beside a point, those in line with it first."""
    x, y = point
    up, aside = gap + size.height / 2, gap * 0.7
    yield Spot(x=x + gap, y=y, anchor="start")
    yield Spot(x=x - gap, y=y, anchor="end")
    yield Spot(x=x, y=y + up)
    yield Spot(x=x, y=y - up)
    for down in (aside + size.height / 2, -aside - size.height / 2):
        yield Spot(x=x + aside, y=y + down, anchor="start")
        yield Spot(x=x - aside, y=y + down, anchor="end")


class Room:
    """A drawing that fills up. Words never cover words; lines they cover as little as they can."""

    def __init__(self, width: float, height: float) -> None:
        self.whole = Box(_EDGE, _EDGE, width - _EDGE, height - _EDGE)
        self.taken: list[Box] = []
        self.words: list[Box] = []
        self.lines: list[Box] = []

    def take(self, covered: Iterable[Box]) -> None:
        """Keep words off some paper."""
        self.taken += covered

    def cross(self, covered: Iterable[Box]) -> None:
        """Let words stand on some paper only where there is no better place."""
        self.lines += covered

    def place(
        self, size: Size, spots: Iterable[Spot], near: Point | None = None, *, roam: float = 0.0
    ) -> Spot | None:
        """Take the best of ``spots``; where none is free, the free place that is nearest to ``near``.

        Words that may ``roam`` so far from there are led to by a line. They take a place that covers
        no line, and whose own line covers no words, before one of which that cannot be said.
        """
        led = near if roam else None
        best, cost = self._best(size, spots, led)
        if near is not None and cost:
            everywhere = self._grid(near)
            close = [spot for spot in everywhere if _apart(spot, near) <= roam]
            other, less = self._best(size, close, led)
            best = other if less < cost else best
            best = best or self._best(size, everywhere, None, enough=float("inf"))[0]
        if best is not None:
            self.words += boxes(best, size)
            self.cross(self._lead(best, size, led))
        return best

    def _lead(self, spot: Spot, size: Size, led: Point | None) -> list[Box]:
        """The paper under the line that leads to words."""
        if led is None:
            return []
        ends = [box.nearest(led) for box in boxes(spot, size)]
        return line_boxes(led, min(ends, key=lambda end: (end[0] - led[0]) ** 2 + (end[1] - led[1]) ** 2))

    def _best(
        self, size: Size, spots: Iterable[Spot], led: Point | None, *, enough: float = 0.0
    ) -> tuple[Spot | None, float]:
        """The free spot that covers least, or the first that covers little enough; and how much that is."""
        best, least = None, float("inf")
        for spot in spots:
            covered = boxes(spot, size)
            if self._free(covered):
                cost = sum(box.shared(line) for box in covered for line in self.lines)
                lead = self._lead(spot, size, led)
                cost += _ACROSS * sum(box.shared(words) for box in lead for words in self.words)
                if cost < least - 0.01:
                    best, least = spot, cost
                if cost <= enough:
                    break
        return best, least

    def _free(self, covered: Sequence[Box]) -> bool:
        inside = all(
            self.whole.holds((box.left, box.top)) and self.whole.holds((box.right, box.bottom))
            for box in covered
        )
        return inside and not any(
            box.shared(taken) for box in covered for taken in (*self.taken, *self.words)
        )

    def _grid(self, near: Point) -> list[Spot]:
        whole = self.whole
        spots = [
            Spot(x=whole.left + _STEP * across, y=whole.top + _STEP * down)
            for down in range(int((whole.bottom - whole.top) / _STEP) + 1)
            for across in range(int((whole.right - whole.left) / _STEP) + 1)
        ]
        return sorted(spots, key=lambda spot: _apart(spot, near))


def _apart(spot: Spot, point: Point) -> float:
    return float(((spot.x - point[0]) ** 2 + (spot.y - point[1]) ** 2) ** 0.5)
