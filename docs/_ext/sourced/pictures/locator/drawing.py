"""A sketch of where a place lies, drawn from facts alone, with its words where they belong."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ..svg import SMALL, Canvas, Href, clean, tag
from ..widths import text_width
from .data import Locator, described
from .geometry import Geometry, Ray, geometry
from .labels import HALF, RING, Placed, Words, dimension, named_within, place_words
from .placing import Box, Point, Room, Size, Spot, boxes, cell, cells, line_boxes
from .relief import relief
from .shapes import apart, begun, leaf, stroke, winding

_LINE = 1.25
_WHAT = "A sketch, not a map"
_POINTER = 24.0
"""How high a line must be for a finger."""

_CLEAR = 3.0
"""How near to words a stroke of the mountains may come."""


def draw_locator(found: Locator, width: float, ident: str, href: Href, *, compact: bool = False) -> str:
    """The picture, so many units wide; a compact one is the sketch alone, which says so itself."""
    canvas = Canvas(width, ident, href)
    if not compact:
        canvas.line(0, 15, _WHAT, size=16, bold=True)
        told = "Drawn from the facts alone; each label leads to its fact. A question mark: left open."
        canvas.y = canvas.text(0, 35, told, width, size=SMALL, quiet=True) - 6
    left: list[Words] = []
    if found.of("direction"):
        plan = geometry(found, width, *((470.0, (60.0, 60.0)) if width >= 560 else (400.0, (37.0, 58.0))))
        left = _Sketch(canvas, found, plan, alone=compact).draw()
    if not compact:
        _beneath(canvas, found, left)
    return canvas.picture(f"Where {found.place} lies: a sketch, not a map", described(found))


class _Sketch:
    """Draws the sketch itself, below what has been drawn."""

    def __init__(self, canvas: Canvas, found: Locator, plan: Geometry, *, alone: bool) -> None:
        self.canvas, self.found, self.plan, self.alone = canvas, found, plan, alone
        self.room = Room(plan.width, plan.height)
        self.main = plan.rays[0]

    def draw(self) -> list[Words]:
        """Draw everything; returns the words for which there was no place."""
        canvas, plan = self.canvas, self.plan
        self._reserve()
        high = self.plan.height
        scale = self._corner(Size(max(self._scale_km * (plan.km or 0), 76) + 4, 30), (high - 25, 25))
        north = self._corner(Size(26, 48), (high - 76, 38, high - 38), scale)
        what = Size(text_width(_WHAT, SMALL) + 4, 16)
        says = self._corner(what, (20, high - 20), first=-1) if self.alone else None
        placed, left = place_words(self.found, plan, self.room)
        inner = canvas.mark()
        self._paper()
        self._mountains()
        for ray in plan.rays[1:]:
            self._ghost(ray)
        self._way()
        self._valley()
        self._length(placed)
        self._centre()
        self._scale(scale)
        self._north(north)
        if says:
            canvas.line(says.x, says.y + 4, _WHAT, size=SMALL, quiet=True, anchor="middle")
        for each in placed:
            self._words(each)
        canvas.add(tag("g", canvas.take(inner), transform=f"translate(0 {canvas.y:.1f})"))
        canvas.y += plan.height
        return left

    def _reserve(self) -> None:
        """Say which paper the drawing needs for itself."""
        room, main = self.room, self.main
        x, y = self.plan.centre
        room.take([Box(x - 9, y - 9, x + 9, y + 9)])
        if self._loose:
            room.cross([Box(x - RING, y - RING, x + RING, y + RING)])
        for ray in self.plan.rays:
            room.cross(line_boxes(ray.centre, ray.near))
            room.cross(line_boxes(ray.near, ray.far, 2 * HALF))
        room.cross(line_boxes(main.inside(0, dimension(self.plan)), main.inside(1, dimension(self.plan))))
        room.take(line_boxes(main.inside(0, -14), main.inside(0, 14)))

    @property
    def _loose(self) -> bool:
        return any(sign.km is None for sign in self.found.of("distance"))

    def _corner(
        self, size: Size, rows: Sequence[float], below: Spot | None = None, first: int = 1
    ) -> Spot | None:
        """A place in a corner, the right one ``first`` or the left; over what stands ``below`` if it can."""
        wide, high = self.plan.width, self.plan.height
        across = (wide - size.width / 2 - 12, size.width / 2 + 12)[::first]
        over = [Spot(x=below.x, y=below.y - 51)] if below and below.y > high / 2 else []
        return self.room.place(size, [*over, *(Spot(x=x, y=y) for y in rows for x in across)], (wide, high))

    def _paper(self) -> None:
        self.canvas.add(
            tag(
                "rect", x=0.5, y=0.5, width=self.plan.width - 1, height=self.plan.height - 1, rx=4,
                fill="none", stroke="currentColor", stroke_opacity="0.25", class_="sourced-map",
            )
        )  # fmt: skip

    def _mountains(self) -> None:
        """Ridges around the place, where they are told of, fading outwards."""
        if not self.found.of("range"):
            return
        room, whole = self.room, self.room.whole
        kept = cells((*room.taken, *room.lines), _CLEAR) | cells(room.words, 0)

        def free(point: Point) -> bool:
            return whole.holds(point) and cell(point) not in kept

        for number, path in enumerate(relief(self.main, HALF + 32, free)):
            if path:
                self.canvas.add(
                    tag(
                        "path", d=path, fill="none", stroke="currentColor", stroke_width="0.8",
                        stroke_opacity=f"{0.9 - 0.15 * number:.2f}", class_="sourced-relief",
                    )
                )  # fmt: skip

    def _ghost(self, ray: Ray) -> None:
        """Where the place would begin by another bearing."""
        self.canvas.add(
            tag(
                "path", d=stroke(ray.centre, ray.near) + begun(ray), fill="none", stroke="currentColor",
                stroke_opacity="0.7", stroke_width="1.2", stroke_dasharray="3 4",
            )
        )  # fmt: skip

    def _way(self) -> None:
        (x1, y1), (x2, y2) = self.main.centre, self.main.near
        self.canvas.add(
            tag("path", d=f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}", stroke="currentColor", stroke_width="1.2")
        )

    def _valley(self) -> None:
        """The place itself, its river, and the gate where there is one way in."""
        main, found = self.main, self.found
        self.canvas.add(
            tag(
                "path", d=leaf(main), fill="currentColor", fill_opacity="0.16",
                stroke="currentColor", stroke_width="1.2", class_="sourced-accent sourced-accent-line",
            )
        )  # fmt: skip
        if found.of("river"):
            aside = self.plan.side * 7 if named_within(found, self.plan) else 0.0
            self.canvas.add(
                tag(
                    "path", d=winding(main, aside), fill="none", stroke="currentColor", stroke_width="1.8",
                    stroke_linecap="round", class_="sourced-accent-line",
                )
            )  # fmt: skip
        if found.of("way-in"):
            gate = ""
            for side in (-1, 1):
                (x1, y1), (x2, y2) = main.inside(0, side * 5), main.inside(0, side * 14)
                gate += f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"
            self.canvas.add(tag("path", d=gate, stroke="currentColor", stroke_width="4", fill="none"))

    def _length(self, placed: Sequence[Placed]) -> None:
        """A line beside the place, as long as it is, with a gap for its words."""
        if not self.found.of("length") or self.main.length < 24:
            return
        main, aside = self.main, dimension(self.plan)
        mine = next((p for p in placed if p.words.target == main.inside(0.5, aside)), None)
        half = (
            mine.words.size.width / 2 / main.length + 0.01 if mine and mine.spot.angle == main.angle else 0.0
        )
        half = half if mine and (mine.spot.x, mine.spot.y) == main.inside(0.5, aside) else 0.0
        parts = ((0.0, 0.5 - half), (0.5 + half, 1.0))
        path = "".join(stroke(main.inside(a, aside), main.inside(b, aside)) for a, b in parts)
        path += "".join(
            stroke(main.inside(end, aside - 5), main.inside(end, aside + 5)) for end in (0.0, 1.0)
        )
        self.canvas.add(tag("path", d=path, fill="none", stroke="currentColor"))

    def _centre(self) -> None:
        x, y = self.plan.centre
        if self._loose:
            self.canvas.add(
                tag(
                    "circle", cx=x, cy=y, r=RING, fill="none", stroke="currentColor", stroke_width="1.2",
                    stroke_dasharray="3 4", stroke_opacity="0.7",
                )
            )  # fmt: skip
        self.canvas.add(
            tag(
                "circle", cx=x, cy=y, r=7, fill="none", stroke="currentColor", stroke_width="1.5",
                class_="sourced-paper",
            ),
            tag("circle", cx=x, cy=y, r=3.5, fill="currentColor"),
        )  # fmt: skip

    @property
    def _scale_km(self) -> float:
        """How many kilometres the scale shows."""
        km = self.plan.km or 0
        return next((each for each in (500, 200, 100, 50, 20, 10, 5, 2, 1) if each * km <= 108), 1)

    def _scale(self, spot: Spot | None) -> None:
        """How long so many kilometres are, in two halves of which one is filled."""
        if spot is None:
            return
        canvas, km = self.canvas, self.plan.km
        words = f"{self._scale_km} km" if km else "not to scale"
        canvas.line(spot.x, spot.y - (2 if km else -4), words, size=SMALL, quiet=True, anchor="middle")
        half, y = self._scale_km * (km or 0) / 2, spot.y + 7
        for x, fill in ((spot.x - half, "currentColor"), (spot.x, "none")) if km else ():
            canvas.add(tag("rect", x=x, y=y, width=half, height=4.5, fill=fill, stroke="currentColor"))

    def _north(self, spot: Spot | None) -> None:
        if spot is None:
            return
        x, y = spot.x, spot.y
        self.canvas.line(x, y - 12, "N", size=13, bold=True, anchor="middle")
        self.canvas.add(
            tag("path", d=f"M{x:.1f} {y - 7:.1f}v26l-7 5z", fill="currentColor", stroke="currentColor"),
            tag("path", d=f"M{x:.1f} {y - 7:.1f}v26l7 5z", fill="none", stroke="currentColor"),
        )

    def _words(self, placed: Placed) -> None:
        """Lines of text, each a link to its fact, on a halo that keeps the drawing off them."""
        canvas, words, spot = self.canvas, placed.words, placed.spot
        style, step, all_ = words.style, words.style.size * _LINE, canvas.mark()
        if words.leader and words.target:
            self._leader(words.target, boxes(spot, words.size))
            all_ = canvas.mark()
        (whole,) = boxes(replace(spot, angle=0.0), words.size)
        top = spot.y - len(words.lines) * step / 2
        x = spot.x + {"start": 2, "middle": 0, "end": -2}[spot.anchor]
        for text, told in words.lines:
            since = canvas.mark()
            canvas.add(
                tag(
                    "text", clean(text), x=x, y=top + step / 2 + style.size * 0.34, font_size=style.size,
                    font_weight="700" if style.bold else None, font_style="italic" if style.italic else None,
                    letter_spacing=style.spaced or None, fill="currentColor", text_anchor=spot.anchor,
                    class_=f"sourced-halo {style.class_}".strip(),
                )
            )  # fmt: skip
            if told:
                more = 0 if len(words.lines) > 1 else max((_POINTER - step) / 2, 0)
                box = (whole.left, top - more, whole.right, top + step + more)
                canvas.link(told.fact, since, label=told.statement, box=box)
            top += step
        if spot.angle:
            turn = f"rotate({spot.angle:.1f} {spot.x:.1f} {spot.y:.1f})"
            canvas.add(tag("g", canvas.take(all_), transform=turn))

    def _leader(self, target: Point, covered: Sequence[Box]) -> None:
        """A thin line to words that stand apart from what they name."""
        end = min((box.nearest(target) for box in covered), key=lambda point: apart(point, target))
        if apart(end, target) > 15:
            self.canvas.add(
                tag("path", d=stroke(target, end), stroke="currentColor", stroke_opacity="0.6", fill="none")
            )


def _beneath(canvas: Canvas, found: Locator, left: Sequence[Words]) -> None:
    """What could be told and not drawn."""
    told = [each for sign in found.of("part") for each in sign.told]
    lines = [(f"{'or ' if number else ''}{each.short}", each) for number, each in enumerate(told)]
    lines += [(text, each) for words in left for text, each in words.lines if each]
    if not lines:
        return
    canvas.y += SMALL + 10
    x, words = 0.0, "Part of the country:" if told else "Also told:"
    canvas.line(0, canvas.y, words, size=SMALL, quiet=True)
    x = text_width(words, SMALL) + 2
    for text, each in lines:
        wide = text_width(text, SMALL) + 6
        if x + wide > canvas.width:
            x, canvas.y = 0.0, canvas.y + SMALL * 1.5
        since = canvas.mark()
        canvas.line(x, canvas.y, text, size=SMALL, class_="sourced-linked")
        canvas.link(each.fact, since, label=each.statement)
        x += wide
    canvas.y += 6
