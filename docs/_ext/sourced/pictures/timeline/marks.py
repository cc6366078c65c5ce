"""The marks of a timeline: a shape for how exact a date is, filled for a report and hollow for a claim."""

from __future__ import annotations

from msgspec import Struct

from ..svg import Point, path, tag

_DOT = 3.8
_RING = 3.1
_BAR = 6.0
_THIN = 1.6
_CAP = 3.5
"""How far the ends of an interval reach up and down."""

_LINE: dict[str, str | float] = {
    "fill": "none",
    "stroke": "currentColor",
    "class_": "sourced-accent-line",
}


class Mark(Struct, frozen=True, kw_only=True):
    """From ``x1`` to ``x2``, around the height ``y``."""

    x1: float
    x2: float
    y: float
    shape: str
    claim: bool = False
    open_left: bool = False
    open_right: bool = False
    dots: tuple[float, ...] = ()
    """Where the days stand of which it is one."""

    @property
    def middle(self) -> float:
        """Half the way along it."""
        return (self.x1 + self.x2) / 2


def draw_mark(mark: Mark, right: float = 0.0, down: float = 0.0) -> str:
    """One mark, so far to the right and down."""
    x1, x2, y = mark.x1 + right, mark.x2 + right, mark.y + down
    if mark.open_left and mark.open_right:
        middle = mark.middle + right
        return _losing((middle, y), x1) + _losing((middle, y), x2) + _dot((middle, y), mark.claim)
    if mark.open_left or mark.open_right:
        known, lost = (x2, x1) if mark.open_left else (x1, x2)
        end = (
            _dot((known, y), claim=True)
            if mark.claim
            else tag("path", d=_cap(known, y), stroke_width=2, **_LINE)
        )
        return _losing((known, y), lost) + end
    if mark.shape == "day":
        return _dot((mark.middle + right, y), mark.claim)
    if mark.shape == "either":
        between = path("M", (x1 + _DOT, y)) + path("L", (x2 - _DOT, y))
        tie = tag("path", d=between, stroke_width=1, stroke_dasharray="1 4", **_LINE)
        return tie + "".join(_dot((x + right, y), mark.claim) for x in mark.dots)
    if mark.shape == "within":
        inset = _THIN / 2 if mark.claim else 0
        return tag(
            "rect", x=x1 + inset, y=y - _BAR / 2 + inset, width=max(x2 - x1 - 2 * inset, 1),
            height=_BAR - 2 * inset, rx=1.5, **_paint(mark.claim),
        )  # fmt: skip
    ends = _cap(x1 + _THIN / 2, y) + _cap(x2 - _THIN / 2, y)
    line = path("M", (x1 + 1, y)) + path("L", (x2 - 1, y))
    dashes = "2 3" if mark.claim else None
    return tag("path", d=ends, stroke_width=_THIN, **_LINE) + tag(
        "path", d=line, stroke_width=2.6, stroke_dasharray=dashes, **_LINE
    )


def _paint(claim: bool) -> dict[str, str | float]:
    if claim:
        return {**_LINE, "stroke_width": _THIN, "class_": "sourced-accent sourced-paper"}
    return {"fill": "currentColor", "class_": "sourced-accent"}


def _dot(at: Point, claim: bool) -> str:
    return tag("circle", cx=at[0], cy=at[1], r=_RING if claim else _DOT, **_paint(claim))


def _cap(x: float, y: float) -> str:
    return path("M", (x, y - _CAP)) + path("L", (x, y + _CAP))


def _losing(known: Point, lost: float) -> str:
    """A thin line that breaks up towards an end that is not known."""
    long = abs(lost - known[0])
    dashes = (0.34 * long, 3, 0.17 * long, 4, 0.1 * long, 5, 0.05 * long, 6, 2, 7, 1, long)
    line = path("M", known) + path("L", (lost, known[1]))
    broken = " ".join(f"{each:.1f}" for each in dashes)
    return tag("path", d=line, stroke_width=1.4, stroke_dasharray=broken, **_LINE)
