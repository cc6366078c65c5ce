"""A timeline drawn: one row an event, its date to scale beside its words (wide) or above them (narrow)."""

from __future__ import annotations

from itertools import groupby

from msgspec import Struct

from .marks import Mark, draw_mark
from .scale import Scale
from .svg import BODY, LEADING, SMALL, Canvas, Href, tag
from .telling import capital, plural
from .timeline import Event, Stretch, Timeline
from .widths import text_width

_HEADING = 17.0
_INSET = 6.0
_AXIS = 14.0
"""How high a row's own piece of the axis is, where it stands above the words."""

_LEGEND = (
    ("day", False, False, "a day"),
    ("within", False, False, "some time within a month, a year or a decade"),
    ("interval", False, False, "from one date to another, or some time between them"),
    ("within", False, True, "no end is given, or the date is uncertain"),
    ("day", True, False, "hollow or broken: somebody’s claim, not a reporter’s own account"),
)


class _Columns(Struct, frozen=True, kw_only=True):
    """Where the axis and the words stand."""

    axis: float
    text: float
    width: float
    beside: bool

    @property
    def words(self) -> float:
        """How wide the words may be."""
        return self.width - self.text


def draw_timeline(line: Timeline, width: float, ident: str, href: Href) -> str:
    """The picture, so many units wide."""
    beside = width >= 560
    columns = _Columns(axis=width * 0.34, text=width * 0.34 + 30, width=width, beside=beside)
    if not beside:
        columns = _Columns(axis=width, text=0, width=width, beside=beside)
    canvas = Canvas(width, ident, href)
    _legend(canvas)
    for stretch in line.stretches:
        _stretch(canvas, stretch, columns, titled=len(line.stretches) > 1)
    return canvas.picture(*_names(line))


def _names(line: Timeline) -> tuple[str, str]:
    claims = sum(event.claim for event in line.events)
    claimed = plural(claims, "of them a claim", "of them claims")
    told = f"{plural(len(line.events), 'event')} in order of time, {claimed}."
    scales = "; ".join(
        f"{stretch.scale.title}: {plural(len(stretch.events), 'event')}" for stretch in line.stretches
    )
    return (
        f"Timeline: {line.thread}" if line.thread else "Timeline",
        f"{told} {capital(scales)}. The same stands as a list beside this picture.",
    )


def _legend(canvas: Canvas) -> None:
    y, sign = SMALL + 2, 36.0
    for shape, claim, fades, words in _LEGEND:
        x1, x2 = (0.0, 10.0) if shape == "day" else (0.0, 26.0)
        draw_mark(canvas, Mark(x1=x1, x2=x2, y=y - 4.5, shape=shape, claim=claim, fades_right=fades))
        y = canvas.text(sign, y, words, canvas.width - sign, size=SMALL, quiet=True) + 4
    canvas.y = y + 6


def _stretch(canvas: Canvas, stretch: Stretch, columns: _Columns, *, titled: bool) -> None:
    if titled:
        canvas.y += 20
        canvas.line(0, canvas.y + _HEADING, capital(stretch.scale.title), size=_HEADING, bold=True)
        canvas.y += _HEADING + 12
    _tick_labels(canvas, stretch.scale, columns)
    top, grid = canvas.y, canvas.mark()
    for _, events in groupby(stretch.events, key=lambda each: (each.span.edtf, each.claim)):
        for index, event in enumerate(events):
            _row(canvas, event, stretch.scale, columns, first=not index)
    if columns.beside:
        rows = canvas.take(grid)
        _grid(canvas, stretch.scale, columns, top, canvas.y)
        canvas.add(rows)
        canvas.y += 4
        _tick_labels(canvas, stretch.scale, columns)


def _ticks(scale: Scale, columns: _Columns) -> list[tuple[float, str]]:
    most = 5 if columns.axis < 400 else 8
    width = columns.axis - 2 * _INSET
    return [(scale.at(day, width) + _INSET, label) for day, label in scale.ticks(most)]


def _tick_labels(canvas: Canvas, scale: Scale, columns: _Columns) -> None:
    canvas.y += SMALL
    for x, label in _ticks(scale, columns):
        half = text_width(label, 12) / 2
        canvas.line(
            min(max(x, half), columns.axis - half), canvas.y, label, size=12, quiet=True, anchor="middle"
        )
    canvas.y += 8


def _grid(canvas: Canvas, scale: Scale, columns: _Columns, top: float, bottom: float) -> None:
    path = "".join(f"M{x:.1f} {top:.1f}V{bottom:.1f}" for x, _ in _ticks(scale, columns))
    canvas.add(tag("path", d=path, stroke="currentColor", stroke_opacity="0.16", fill="none"))


def _row(canvas: Canvas, event: Event, scale: Scale, columns: _Columns, *, first: bool) -> None:
    """One event; the first of those with its date, and as much a claim, has the mark for all."""
    row = canvas.mark()
    canvas.y += 14 if first else 8
    if first:
        mark_y = canvas.y + (BODY * 0.7 if columns.beside else _AXIS / 2)
        if not columns.beside:
            _strip(canvas, scale, columns, mark_y)
            canvas.y += _AXIS + 4
        draw_mark(canvas, _mark(event, scale, columns, mark_y))
    _words(canvas, event, columns, dated=first)
    label = None if first else f"{capital(event.span.label)}: {canvas.words(row)}"
    canvas.link(event.facts[0], row, label=label)


def _strip(canvas: Canvas, scale: Scale, columns: _Columns, y: float) -> None:
    ticks = "".join(f"M{x:.1f} {y - 4:.1f}v8" for x, _ in _ticks(scale, columns))
    path = f"M0 {y:.1f}H{columns.axis:.1f}{ticks}"
    canvas.add(tag("path", d=path, stroke="currentColor", stroke_opacity="0.25", fill="none"))


def _mark(event: Event, scale: Scale, columns: _Columns, y: float) -> Mark:
    width, span = columns.axis - 2 * _INSET, event.span
    x1 = scale.at(span.first, width) if not span.open_start else 0.0
    x2 = scale.at(span.last, width, 1) if not span.open_end else width
    return Mark(
        x1=x1 + _INSET, x2=x2 + _INSET, y=y, shape=span.shape, claim=event.claim,
        fades_left=span.open_start or span.uncertain, fades_right=span.open_end or span.uncertain,
    )  # fmt: skip


def _words(canvas: Canvas, event: Event, columns: _Columns, *, dated: bool) -> None:
    x, y = columns.text, canvas.y + BODY
    if dated:
        y = canvas.text(x, y, capital(event.span.label), columns.words, size=BODY, bold=True)
    y = canvas.text(x, y, event.statement, columns.words)
    thread = f" · {event.thread}" if event.thread else ""
    y = canvas.text(
        x, y, f"{event.telling.words}{thread}", columns.words, size=SMALL, quiet=True, class_="sourced-linked"
    )
    canvas.y = y - SMALL * LEADING + 6
