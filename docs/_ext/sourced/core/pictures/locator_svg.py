"""A sketch of where a place lies, drawn from facts alone, with a numbered key."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians, sin

from .locator import Locator, Sign, described
from .locator_geometry import Geometry, Point, Ray, geometry
from .svg import LEADING, SMALL, Canvas, Href, tag
from .telling import capital
from .widths import text_width

_MARGIN = 48.0
_RADIUS = 9.0
_TEXT = 14.0
_DOORSTEP = 30.0
_HALF = 13.0
"""Half the width at which a place is drawn: no fact says how wide it is."""


def draw_locator(found: Locator, width: float, ident: str, href: Href) -> str:
    """The picture, so many units wide; the key stands beside the sketch where there is room."""
    canvas = Canvas(width, ident, href)
    beside = width >= 560
    size = width * 0.56 if beside else width
    canvas.line(0, 15, "A sketch, not a map", size=15, bold=True)
    told = "Drawn from the facts alone; the numbers lead to the key."
    canvas.y = canvas.text(0, 34, told, size, size=SMALL, quiet=True)
    top = canvas.y
    if found.of("direction"):
        canvas.y += _Sketch(canvas, found, geometry(found, size, _MARGIN), top).draw()
    canvas.y += 12
    if beside:
        _left_open(canvas, found, size - 24)
        bottom, canvas.y = canvas.y, 0.0
        _key(canvas, found, size + 28, width - size - 28)
        canvas.y = max(canvas.y, bottom)
    else:
        _key(canvas, found, 0, width)
        _left_open(canvas, found, width)
    return canvas.picture(f"Where {found.place} lies: a sketch, not a map", described(found))


class _Sketch:
    """Draws the sketch itself, below ``top``."""

    def __init__(self, canvas: Canvas, found: Locator, plan: Geometry, top: float) -> None:
        self.canvas, self.found, self.plan, self.top = canvas, found, plan, top

    def draw(self) -> float:
        """Draw everything; returns how high it is."""
        canvas, main = self.canvas, self.plan.rays[0]
        inner = canvas.mark()
        self._compass()
        for ray in self.plan.rays[1:]:
            self._ray(ray, certain=False)
        self._ray(main, certain=True)
        self._mountains(main)
        self._river(main)
        self._gate(main)
        self._doorstep()
        self._centre()
        self._label(main)
        for sign, point in self._numbers():
            since = canvas.mark()
            canvas.add(*_badge(sign.number, *point))
            canvas.link(
                sign.told[0].fact, since, label=f"{sign.number}, {sign.title}: {sign.told[0].statement}"
            )
        canvas.add(tag("g", canvas.take(inner), transform=f"translate(0 {self.top:.1f})"))
        return self.plan.height

    def _ray(self, ray: Ray, *, certain: bool) -> None:
        (x1, y1), (x2, y2) = ray.centre, ray.near
        way = f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"
        self.canvas.add(
            tag(
                "path", d=way, fill="none", stroke="currentColor", stroke_opacity="0.6",
                stroke_dasharray=None if certain else "2 5",
            ),
            tag(
                "path", d=_leaf(ray), stroke="currentColor", stroke_width=1.5,
                stroke_dasharray=None if certain else "3 4", fill="currentColor" if certain else "none",
                fill_opacity="0.16" if certain else None,
                class_="sourced-accent-line" + (" sourced-accent" if certain else ""),
            ),
        )  # fmt: skip

    def _mountains(self, ray: Ray) -> None:
        if self.found.of("range"):
            path = "".join(
                _peak(*ray.inside(part, side * (_HALF + 12)))
                for part in (0.14, 0.38, 0.62, 0.86)
                for side in (-1, 1)
            )
            self.canvas.add(
                tag(
                    "path",
                    d=path,
                    fill="none",
                    stroke="currentColor",
                    stroke_width=1.5,
                    stroke_opacity="0.75",
                )
            )

    def _river(self, ray: Ray) -> None:
        if self.found.of("river"):
            (x, y), (cx, cy) = ray.inside(-0.12), ray.inside(-0.06, 5)
            path = f"M{x:.1f} {y:.1f}Q{cx:.1f} {cy:.1f}"
            path += "T".join(f" {x:.1f} {y:.1f}" for x, y in (ray.inside(step / 8) for step in range(8)))
            self.canvas.add(
                tag(
                    "path",
                    d=path,
                    fill="none",
                    stroke="currentColor",
                    stroke_width=2,
                    class_="sourced-accent-line",
                )
            )

    def _gate(self, ray: Ray) -> None:
        if self.found.of("way-in"):
            path = ""
            for side in (-1, 1):
                (x1, y1), (x2, y2) = ray.inside(0, side * 4), ray.inside(0, side * 14)
                path += f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"
            self.canvas.add(tag("path", d=path, stroke="currentColor", stroke_width=4, fill="none"))

    def _doorstep(self) -> None:
        """A ring around the centre for distances that are words."""
        if any(sign.km is None for sign in self.found.of("distance")):
            x, y = self.plan.centre
            self.canvas.add(
                tag(
                    "circle",
                    cx=x,
                    cy=y,
                    r=_DOORSTEP,
                    fill="none",
                    stroke="currentColor",
                    stroke_dasharray="3 4",
                    stroke_opacity="0.7",
                )
            )

    def _centre(self) -> None:
        x, y = self.plan.centre
        self.canvas.add(tag("rect", x=x - 5, y=y - 5, width=10, height=10, fill="currentColor"))
        ring = _DOORSTEP - 8 if any(sign.km is None for sign in self.found.of("distance")) else 0
        below = self.plan.rays[0].near[1] <= y
        half = text_width(self.found.centre, _TEXT, bold=True) / 2
        x = min(max(x, half), self.plan.width - half)
        since = self.canvas.mark()
        y += 24 + ring if below else -14 - ring
        self.canvas.line(x, y, self.found.centre, size=_TEXT, bold=True, anchor="middle")
        for sign in self.found.of("centre"):
            self.canvas.link(sign.told[0].fact, since, label=sign.told[0].statement)

    def _label(self, ray: Ray) -> None:
        half = text_width(self.found.place, _TEXT, bold=True) / 2
        x, y = ray.far
        up = ray.far[1] <= ray.near[1]
        x = min(max(x, half), self.plan.width - half)
        self.canvas.line(x, y + (-22 if up else 30), self.found.place, size=_TEXT, bold=True, anchor="middle")

    def _compass(self) -> None:
        """North, and how long so many kilometres are, in the emptiest corner."""
        plan = self.plan
        points = [plan.centre, *(point for ray in plan.rays for point in (ray.along(0.5), ray.near, ray.far))]
        corners = [(x, y) for y in (plan.height - 58, 50.0) for x in (plan.width - 56, 56.0)]
        x, y = max(corners, key=lambda corner: min(_apart(corner, point) for point in points))
        self.canvas.add(
            tag(
                "path",
                d=f"M{x:.1f} {y + 16:.1f}v-34m-5 9l5 -9l5 9",
                fill="none",
                stroke="currentColor",
                stroke_width=1.5,
            )
        )
        self.canvas.line(x, y - 24, "N", size=13, bold=True, anchor="middle")
        words = "not to scale"
        if plan.km:
            length = next((km for km in (500, 200, 100, 50, 20, 10, 5, 2, 1) if km * plan.km <= 80), 1)
            half = length * plan.km / 2
            self.canvas.add(
                tag(
                    "path",
                    d=f"M{x - half:.1f} {y + 30:.1f}v5h{2 * half:.1f}v-5",
                    fill="none",
                    stroke="currentColor",
                )
            )
            words = f"{length} km"
        self.canvas.line(x, y + 50, words, size=12, quiet=True, anchor="middle")

    def _numbers(self) -> Iterator[tuple[Sign, Point]]:
        """Each number where it does not cover what it explains."""
        main, side, beside = self.plan.rays[0], self.plan.side, 0
        rays = {ray.sign.number: ray for ray in self.plan.rays}
        spots = {"length": 0.32, "range": 0.68}
        for sign in self.found.signs:
            if sign.role == "direction":
                yield sign, rays[sign.number].along(0.42, 0) if sign.number in rays else main.along(0.42)
            elif sign.role == "distance":
                yield (
                    sign,
                    main.along(0.72)
                    if sign.km
                    else _at(self.plan.centre, 135 if side > 0 else 225, _DOORSTEP),
                )
            elif sign.role in ("length", "range"):
                yield sign, main.inside(spots[sign.role], side * (_HALF + 33))
            elif sign.role == "river":
                yield sign, main.inside(-0.05, -side * (_HALF + 12))
            elif sign.role == "way-in":
                yield sign, main.inside(0, side * 28)
            elif sign.role == "inside":
                yield sign, main.inside(0.62)
            elif sign.role == "nearby":
                yield sign, main.inside(0.3 + 0.3 * beside, -side * (_HALF + 35))
                beside += 1


def _at(centre: Point, degrees: float, distance: float) -> Point:
    return centre[0] + sin(radians(degrees)) * distance, centre[1] - cos(radians(degrees)) * distance


def _apart(one: Point, other: Point) -> float:
    return float((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2)


def _leaf(ray: Ray) -> str:
    """A long shape from the near end to the far one."""
    (x1, y1), (x2, y2) = ray.near, ray.far
    curves = ""
    for side in (1, -1):
        (ax, ay), (bx, by) = ray.inside(0.25, side * 1.4 * _HALF), ray.inside(0.75, side * 1.4 * _HALF)
        if side < 0:
            (ax, ay), (bx, by) = (bx, by), (ax, ay)
        end = (x2, y2) if side > 0 else (x1, y1)
        curves += f"C{ax:.1f} {ay:.1f} {bx:.1f} {by:.1f} {end[0]:.1f} {end[1]:.1f}"
    return f"M{x1:.1f} {y1:.1f}{curves}Z"


def _peak(x: float, y: float) -> str:
    return f"M{x - 8:.1f} {y + 6:.1f}l8 -13l8 13"


def _badge(number: int, x: float, y: float) -> list[str]:
    return [
        tag("circle", cx=x, cy=y, r=_RADIUS, fill="currentColor"),
        tag(
            "text", str(number), x=x, y=y + 4.2, font_size=12, font_weight="700", text_anchor="middle",
            fill="#fff", class_="sourced-badge-number",
        ),
    ]  # fmt: skip


def _key(canvas: Canvas, found: Locator, x: float, width: float) -> None:
    """The key: each number with what it stands for, linked to the facts."""
    inner = x + 2 * _RADIUS + 10
    canvas.y += _TEXT
    for sign in found.signs:
        if sign.number:
            canvas.add(*_badge(sign.number, x + _RADIUS, canvas.y - 5))
        for told in sign.told if sign.role != "centre" else ():
            since = canvas.mark()
            words = f"{sign.title}: {told.short}"
            y = canvas.text(inner, canvas.y, words, width - inner + x, size=_TEXT, bold=True)
            y = canvas.text(
                inner, y - 1, told.told, width - inner + x, size=SMALL, quiet=True, class_="sourced-linked"
            )
            canvas.link(told.fact, since, label=told.statement)
            canvas.y = y + 5
        canvas.y += 4


def _left_open(canvas: Canvas, found: Locator, width: float) -> None:
    if found.left_open:
        canvas.y += 6 + _TEXT
        canvas.line(0, canvas.y, "What it leaves open", size=_TEXT, bold=True)
        y = canvas.y + _TEXT * LEADING
        for words in found.left_open:
            y = canvas.text(0, y, capital(words), width, size=_TEXT) + 4
        canvas.y = y - 8
