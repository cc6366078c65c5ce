"""The marks of a timeline: a shape for how exact a date is, filled for a report and hollow for a claim."""

from __future__ import annotations

from msgspec import Struct

from .svg import Canvas, tag

_DOT = 5.0
_BAR = 9.0
_THIN = 2.0
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


def draw_mark(canvas: Canvas, mark: Mark) -> None:
    """Draw one mark."""
    if mark.fades_left or mark.fades_right:
        _fading(canvas, mark)
    elif mark.shape == "day":
        canvas.add(
            tag("circle", cx=(mark.x1 + mark.x2) / 2, cy=mark.y, r=_DOT - mark.claim, **_paint(mark.claim))
        )
    elif mark.shape == "within":
        canvas.add(_bar(mark, max(mark.x2 - mark.x1, _BAR)))
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
    x2 = max(mark.x2, mark.x1 + _BAR)
    caps = f"M{mark.x1 + 1:.1f} {mark.y - 5:.1f}v10M{x2 - 1:.1f} {mark.y - 5:.1f}v10"
    line = f"M{mark.x1 + 1:.1f} {mark.y:.1f}H{x2 - 1:.1f}"
    stroke: dict[str, str | float] = {"fill": "none", "stroke": "currentColor", "class_": f"{_CLASS}-line"}
    canvas.add(tag("path", d=caps, stroke_width=_THIN, **stroke))
    dashes = "2 3" if mark.claim else None
    canvas.add(tag("path", d=line, stroke_width=4, stroke_dasharray=dashes, **stroke))


def _fading(canvas: Canvas, mark: Mark) -> None:
    """A bar that loses itself; a claim's is thin, as a hollow one would have an end."""
    name = _FADE + ("l" if mark.fades_left else "") + ("r" if mark.fades_right else "")
    paint = canvas.define(name, lambda ident: _gradient(ident, mark))
    height = 3.0 if mark.claim else _BAR
    width = max(mark.x2 - mark.x1, 2 * _BAR)
    canvas.add(tag("rect", x=mark.x1, y=mark.y - height / 2, width=width, height=height, fill=paint))
    if mark.claim:
        canvas.add(tag("circle", cx=mark.x1 + 4, cy=mark.y, r=4, **_paint(claim=True)))


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
        tag("stop", offset=at, stop_color="currentColor", stop_opacity=much, class_=f"{_CLASS}-stop")
        for at, much in stops
    )
    return tag("linearGradient", inner, id=ident)
