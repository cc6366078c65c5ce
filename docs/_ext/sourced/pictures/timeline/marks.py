"""The marks of a timeline: a shape for how exact a date is, filled for a report and hollow for a claim."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from ..svg import Canvas, tag

_DOT = 3.8
_BAR = 5.5
_THIN = 1.6
_CAP = 3.5
"""How far the ends of an interval reach up and down."""
_FADE = "fade"
_CLASS = "sourced-accent"
_PAPER = "sourced-paper"


class Mark(Struct, frozen=True, kw_only=True):
    """From ``x1`` to ``x2``, around the height ``y``."""

    x1: float
    x2: float
    y: float
    shape: str
    claim: bool = False
    fades_left: bool = False
    fades_right: bool = False
    tint: str = ""
    """Classes for a colour that fades, which is defined apart from what it is drawn inside."""

    def at(self, y: float) -> Mark:
        """The same at another height."""
        return replace(self, y=y)

    def moved(self, right: float, foot: float, *, tint: str) -> Mark:
        """The same so far to the right, with its height counted upwards from ``foot``, and a colour."""
        return replace(self, x1=self.x1 + right, x2=self.x2 + right, y=foot - self.y, tint=tint)


def draw_mark(canvas: Canvas, mark: Mark) -> None:
    """Draw one mark."""
    if mark.fades_left or mark.fades_right:
        _fading(canvas, mark)
    elif mark.shape == "day":
        canvas.add(
            tag(
                "circle",
                cx=(mark.x1 + mark.x2) / 2,
                cy=mark.y,
                r=_DOT - mark.claim * 0.7,
                **_paint(mark.claim),
            )
        )
    elif mark.shape == "within":
        canvas.add(_bar(mark, mark.x2 - mark.x1))
    else:
        _interval(canvas, mark)


def _paint(claim: bool) -> dict[str, str | float]:
    if claim:
        return {
            "fill": "none",
            "stroke": "currentColor",
            "stroke_width": _THIN,
            "class_": f"{_CLASS} {_PAPER}",
        }
    return {"fill": "currentColor", "class_": _CLASS}


def _bar(mark: Mark, width: float) -> str:
    inset = _THIN / 2 if mark.claim else 0
    return tag(
        "rect", x=mark.x1 + inset, y=mark.y - _BAR / 2 + inset, width=max(width - 2 * inset, 1),
        height=_BAR - 2 * inset, rx=1.5, **_paint(mark.claim),
    )  # fmt: skip


def _interval(canvas: Canvas, mark: Mark) -> None:
    caps = "".join(
        f"M{x:.1f} {mark.y - _CAP:.1f}v{2 * _CAP:.1f}" for x in (mark.x1 + _THIN / 2, mark.x2 - _THIN / 2)
    )
    line = f"M{mark.x1 + 1:.1f} {mark.y:.1f}H{mark.x2 - 1:.1f}"
    stroke: dict[str, str | float] = {"fill": "none", "stroke": "currentColor", "class_": f"{_CLASS}-line"}
    canvas.add(tag("path", d=caps, stroke_width=_THIN, **stroke))
    dashes = "2 3" if mark.claim else None
    canvas.add(tag("path", d=line, stroke_width=2.6, stroke_dasharray=dashes, **stroke))


def _fading(canvas: Canvas, mark: Mark) -> None:
    """A bar that loses itself; a claim's is thin, as a hollow one would have an end."""
    name = "-".join([_FADE + "l" * mark.fades_left + "r" * mark.fades_right, *mark.tint.split()[-1:]])
    paint = canvas.define(name, lambda ident: _gradient(ident, mark))
    height = 2.0 if mark.claim else _BAR
    canvas.add(
        tag("rect", x=mark.x1, y=mark.y - height / 2, width=mark.x2 - mark.x1, height=height, fill=paint)
    )
    if mark.claim:
        at = mark.x2 - _DOT if mark.fades_left and not mark.fades_right else mark.x1 + _DOT
        canvas.add(tag("circle", cx=at, cy=mark.y, r=_DOT - 0.7, **_paint(claim=True)))


def _gradient(ident: str, mark: Mark) -> str:
    left, right = ("0" if mark.fades_left else "1"), ("0" if mark.fades_right else "1")
    stops = (
        [("0", left), ("0.35", "1"), ("1", right)]
        if mark.fades_left
        else [("0", left), ("0.25", "1"), ("1", right)]
    )
    if mark.fades_left and mark.fades_right:
        stops = [("0", "0"), ("0.5", "1"), ("1", "0")]
    inner = "".join(
        tag(
            "stop",
            offset=at,
            stop_color="currentColor",
            stop_opacity=much,
            class_=f"{mark.tint} {_CLASS}-stop".lstrip(),
        )
        for at, much in stops
    )
    return tag("linearGradient", inner, id=ident)
