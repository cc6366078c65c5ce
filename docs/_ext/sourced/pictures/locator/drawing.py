"""A sketch of where a place lies, drawn from facts alone, with its words where they belong."""

from __future__ import annotations

from math import dist

from ..svg import SMALL, Box, Canvas, Href, Point, path, tag
from ..widths import text_width
from .data import Locator, described
from .geometry import Geometry, geometry
from .placing import Room, Spot, cell, on_line
from .shapes import RELIEF, begun, leaf, relief, straight, winding
from .words import ASIDE, HALF, LEADING, RING, Words, choices, name_within

_WHAT = "A sketch, not a map"
_STROKES = ((RELIEF, "0.8 5.8 0.7 7.1 0.8 5.2"), (RELIEF * 0.66, "0.7 4.7 0.8 6.3"))
"""Strokes down both sides of a ridge, as broad lines of thin dashes: long ones, and short ones among them."""

_POINTER = 24.0
"""How high a line must be for a finger."""


def draw_locator(found: Locator, width: float, ident: str, href: Href) -> str:
    """The picture, so many units wide."""
    canvas = Canvas(width, ident, href)
    if found.of("direction"):
        plan = geometry(found, width, *((470.0, (60.0, 60.0)) if width >= 560 else (400.0, (37.0, 58.0))))
        _sketch(canvas, found, plan)
        canvas.y = plan.height
    return canvas.picture(f"Where {found.place} lies: a sketch, not a map", described(found))


def _sketch(canvas: Canvas, found: Locator, plan: Geometry) -> None:
    """Words find their places first, so that the mountains keep off them."""
    room = Room(plan.width, plan.height)
    _reserve(room, found, plan)
    wide, high, size = plan.width, plan.height, max(_scale(plan)[1], 76) + 4
    corners = [(x, y) for y in (high - 47, 47) for x in (wide - size / 2 - 10, size / 2 + 10)]
    scale = room.place([Spot(x=x, y=y, width=size, height=74) for x, y in corners])
    long = text_width(_WHAT, SMALL) + 4
    what = room.place([Spot(x=long / 2 + 12, y=y, width=long, height=16) for y in (20, high - 20)])
    placed = _place(room, found, plan)
    canvas.add(
        tag(
            "rect", x=0.5, y=0.5, width=wide - 1, height=high - 1, rx=4, fill="none",
            stroke="currentColor", stroke_opacity="0.25", class_="sourced-map",
        )
    )  # fmt: skip
    if found.of("range"):
        _mountains(canvas, room, plan)
    _ways(canvas, found, plan)
    _valley(canvas, found, plan)
    if scale:
        _north_and_scale(canvas, plan, scale)
    if what:
        canvas.line(what.x, what.y + 4, _WHAT, size=SMALL, quiet=True, anchor="middle")
    for words, spot in placed:
        _words(canvas, words, spot)


def _reserve(room: Room, found: Locator, plan: Geometry) -> None:
    """Say which paper the drawing needs for itself; only its name stands within the place."""
    place, (x, y) = plan.place, plan.centre
    room.words |= Spot(x=x, y=y, width=14, height=14).cells
    if _loose(found):
        room.lines |= Spot(x=x, y=y, width=2 * RING, height=2 * RING).cells
    for ray in plan.rays:
        room.lines |= on_line(ray.way.start, ray.way.end)
        for aside in range(-18, 19, 3):
            room.lines |= on_line(ray.place.point(0, aside), ray.place.point(1, aside))
    if found.of("length"):
        room.lines |= on_line(place.point(0, plan.side * ASIDE), place.point(1, plan.side * ASIDE))
    room.words |= on_line(place.point(0, -14), place.point(0, 14))
    for number in range(1, 24):
        part = number / 24
        half = 2.8 * HALF * part * (1 - part)
        room.words |= on_line(place.point(part, -half), place.point(part, half))


def _place(room: Room, found: Locator, plan: Geometry) -> list[tuple[Words, Spot]]:
    """All words for which there is a place; a line that leads to some is kept free of others."""
    within = name_within(found, plan)
    placed = [within] if within else []
    for words, spots in choices(found, plan):
        if spot := room.place(spots, anywhere=True):
            placed.append((words, spot))
            if words.led:
                room.lines |= on_line(words.led, spot.nearest(words.led))
    return placed


def _loose(found: Locator) -> bool:
    """Whether a distance is told in words alone."""
    return any(sign.km is None for sign in found.of("distance"))


def _stroke(
    canvas: Canvas, drawn: str, width: float, *, much: str | None = None, dashes: str | None = None,
    class_: str | None = None,
) -> None:  # fmt: skip
    canvas.add(
        tag(
            "path", d=drawn, fill="none", stroke="currentColor", stroke_width=width, stroke_opacity=much,
            stroke_dasharray=dashes, class_=class_,
        )
    )  # fmt: skip


def _mountains(canvas: Canvas, room: Room, plan: Geometry) -> None:
    """Ridges around the place, fading outwards, and off all words and lines."""
    near = range(-1, 2)
    kept = room.words | {(x + a, y + b) for x, y in room.lines for a in near for b in near}

    def free(point: Point) -> bool:
        return room.holds(point) and cell(point) not in kept

    for number, drawn in enumerate(relief(plan.place, HALF + 32, free)):
        much = f"{0.9 - 0.15 * number:.2f}"
        for long, dashes in _STROKES if drawn else ():
            _stroke(canvas, drawn, long, much=much, dashes=dashes, class_="sourced-relief")


def _ways(canvas: Canvas, found: Locator, plan: Geometry) -> None:
    """The way to the place; the way, and its beginning, by another bearing; and the centre."""
    for ray in plan.rays[1:]:
        way = straight(ray.way.start, ray.way.end) + begun(ray.place, HALF)
        _stroke(canvas, way, 1.2, much="0.7", dashes="3 4")
    _stroke(canvas, straight(plan.centre, plan.place.start), 1.2)
    x, y = plan.centre
    around: dict[str, str | float] = {"cx": x, "cy": y, "fill": "none", "stroke": "currentColor"}
    if _loose(found):
        canvas.add(tag("circle", r=RING, stroke_dasharray="3 4", stroke_opacity="0.7", **around))
    canvas.add(
        tag("circle", r=7, stroke_width=1.5, class_="sourced-paper", **around),
        tag("circle", cx=x, cy=y, r=3.5, fill="currentColor"),
    )


def _valley(canvas: Canvas, found: Locator, plan: Geometry) -> None:
    """The place itself, its river beside its name, the gate of its way in, and how long it is."""
    place = plan.place
    canvas.add(
        tag(
            "path", d=leaf(place, HALF), fill="currentColor", fill_opacity="0.16", stroke="currentColor",
            stroke_width="1.2", class_="sourced-accent sourced-accent-line",
        )
    )  # fmt: skip
    if found.of("river"):
        course = winding(place, plan.side * 7 if name_within(found, plan) else 0.0)
        _stroke(canvas, course, 1.8, class_="sourced-accent-line")
    if found.of("way-in"):
        gate = "".join(straight(place.point(0, side * 5), place.point(0, side * 14)) for side in (-1, 1))
        _stroke(canvas, gate, 4)
    if found.of("length"):
        aside = plan.side * ASIDE
        length = straight(place.point(0, aside), place.point(1, aside))
        for end in (0, 1):
            length += straight(place.point(end, aside - 5), place.point(end, aside + 5))
        _stroke(canvas, length, 1)


def _scale(plan: Geometry) -> tuple[int, float]:
    """How many kilometres the scale shows, and how long they are."""
    km = plan.km or 0
    shown = next((each for each in (500, 200, 100, 50, 20, 10, 5, 2, 1) if each * km <= 108), 1)
    return shown, shown * km


def _north_and_scale(canvas: Canvas, plan: Geometry, spot: Spot) -> None:
    """Where north is, and how long so many kilometres are, in two halves of which one is filled."""
    (km, long), x, y = _scale(plan), spot.x, spot.y
    canvas.line(x, y - 24, "N", size=13, bold=True, anchor="middle")
    for aside, fill in ((-7, "currentColor"), (7, "none")):
        half = path("M", (x, y - 19)) + path("L", (x, y + 5), (x + aside, y + 10)) + "z"
        canvas.add(tag("path", d=half, fill=fill, stroke="currentColor"))
    canvas.line(x, y + 27, f"{km} km" if long else "not to scale", size=SMALL, quiet=True, anchor="middle")
    for start, fill in ((x - long / 2, "currentColor"), (x, "none")) if long else ():
        canvas.add(
            tag("rect", x=start, y=y + 32, width=long / 2, height=4.5, fill=fill, stroke="currentColor")
        )


def _words(canvas: Canvas, words: Words, spot: Spot) -> None:
    """Lines of text, each a link to its fact, on a halo that keeps the drawing off them."""
    style, step = words.style, words.style.size * LEADING
    if words.led and dist(end := spot.nearest(words.led), words.led) > 15:
        _stroke(canvas, straight(words.led, end), 1, much="0.6")
    all_, top = canvas.mark(), spot.y - len(words.lines) * step / 2
    for text, told in words.lines:
        since = canvas.mark()
        canvas.line(
            spot.x, top + step / 2 + style.size * 0.34, text, size=style.size, bold=style.bold,
            anchor="middle", font_style="italic" if style.italic else None,
            letter_spacing=style.spaced or None, class_=f"sourced-halo {style.class_}".strip(),
        )  # fmt: skip
        if told:
            more = 0 if len(words.lines) > 1 else max((_POINTER - step) / 2, 0)
            half = words.width / 2
            box = Box(spot.x - half, top - more, spot.x + half, top + step + more)
            canvas.link(told.fact, since, told.statement, box)
        top += step
    if spot.angle:
        canvas.wrap(all_, transform=f"rotate({spot.angle:.1f} {spot.x:.1f} {spot.y:.1f})")
