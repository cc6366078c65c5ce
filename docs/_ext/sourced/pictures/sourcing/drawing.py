"""How well sourced, drawn: one bar of full length for all, for each page and for each source."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ..svg import LEADING, SMALL, Canvas, Href, tag
from ..widths import text_width
from .data import Count, Sourcing, described, headline

_TEXT = 14.0
_BAR = 14.0
_WHOLE = 26.0
_DOT = 7.0
"""How large the dot is of whatever has most claims, or most disputes."""

Fill = str
_FILLS: tuple[Fill, ...] = ("full", "tint", "empty")


class _Row(Struct, frozen=True, kw_only=True):
    """One bar: its parts in the order of the fillings."""

    title: str
    parts: tuple[int, ...]
    count: Count


def draw_sourcing(found: Sourcing, width: float, ident: str, href: Href) -> str:
    """The picture, so many units wide."""
    canvas = Canvas(width, ident, href)
    whole = found.whole
    size = 18 if width >= 560 else 16
    canvas.y = canvas.text(0, 18, headline(found), width, size=size, bold=True) - 12
    _bar(canvas, 0, canvas.y, width, _WHOLE, (whole.several, whole.one, whole.absent))
    canvas.y += _WHOLE + 8
    words = (
        "on several independent sources",
        "on one, or on shared words",
        "on what all leave out",
    )
    counts = (whole.several, whole.one, whole.absent)
    _legend(canvas, [f"{count:,} {told}" for count, told in zip(counts, words, strict=True)])
    pages = [
        _Row(
            title=page.title, parts=(page.count.several, page.count.one, page.count.absent), count=page.count
        )
        for page in found.pages
    ]
    sources = [
        _Row(title=row.label, parts=(row.count.several, row.alone, row.shared), count=row.count)
        for row in found.sources
    ]
    counted = [row.count for row in (*pages, *sources)]
    plan = _Plan(canvas, counted)
    plan.section("Page by page", "on several", pages)
    fills = ("also told independently", "by it alone", "elsewhere in shared words")
    plan.section("Source by source", "elsewhere", sources, fills)
    return canvas.picture("How well sourced", described(found))


class _Plan:
    """Where the columns stand: beside the bars where there is room, else below them."""

    def __init__(self, canvas: Canvas, counts: Sequence[Count]) -> None:
        self.canvas = canvas
        self.beside = canvas.width >= 560
        self.bar = (canvas.width * 0.33, canvas.width * 0.34) if self.beside else (0.0, canvas.width)
        self.share = canvas.width * 0.69 if self.beside else 0.0
        self.dots = (canvas.width - 94, canvas.width - 22)
        self.most = max((max(count.claims, count.disputed) for count in counts), default=0)

    def section(self, title: str, share: str, rows: Sequence[_Row], fills: Sequence[str] = ()) -> None:
        """A title, what the columns mean, the rows, and what the fillings mean where that is new."""
        canvas = self.canvas
        y = canvas.y + 46
        canvas.line(0, y, title, size=16, bold=True)
        for x, words in zip(self.dots, ("claims", "disputed"), strict=True):
            canvas.line(x - 12, y, words, size=SMALL, quiet=True, anchor="middle")
        if self.beside:
            canvas.line(self.share, y, share, size=SMALL, quiet=True)
        canvas.y = y + 6
        if fills:
            canvas.y += 5
            _legend(canvas, fills)
        for row in rows:
            self._row(row, share)

    def _row(self, row: _Row, share: str) -> None:
        canvas, (x, width) = self.canvas, self.bar
        y = canvas.y + _TEXT + 6
        bottom = canvas.text(0, y, row.title, x - 16 if self.beside else width, size=_TEXT)
        top = y - _TEXT * 0.85 if self.beside else bottom - _TEXT + 3
        _bar(canvas, x, top, width, _BAR, row.parts)
        line = y - 1 if self.beside else top + _BAR + SMALL + 5
        told = f"{row.parts[0]:,} of {row.count.facts:,}"
        canvas.line(self.share, line, told if self.beside else f"{told} {share}", size=SMALL + 0.5)
        for place, number, square in zip(
            self.dots, (row.count.claims, row.count.disputed), (False, True), strict=True
        ):
            self._dot(place, line - 4.5, number, square=square)
        canvas.y = max(line, bottom - _TEXT * LEADING) + (6 if self.beside else 12)

    def _dot(self, x: float, y: float, number: int, *, square: bool) -> None:
        """A number with a dot whose area is its measure: round for claims, square on edge for disputes."""
        if number:
            size = max(_DOT * (number / self.most) ** 0.5, 1.5)
            box = {"x": x - 12 - size, "y": y - size, "width": 2 * size, "height": 2 * size}
            turn = f"rotate(45 {x - 12:.1f} {y:.1f})" if square else None
            rounded = None if square else size
            self.canvas.add(
                tag("rect", fill="currentColor", fill_opacity="0.55", rx=rounded, transform=turn, **box)
            )
        self.canvas.line(x + 1, y + 4.5, f"{number:,}" if number else "–", size=SMALL + 0.5, quiet=not number)


def _legend(canvas: Canvas, words: Sequence[str]) -> None:
    """What the fillings mean, side by side as far as they fit."""
    x, y = 0.0, canvas.y + SMALL
    for fill, text in zip(_FILLS, words, strict=True):
        wide = 22 + text_width(text, SMALL)
        if x and x + wide > canvas.width:
            x, y = 0.0, y + SMALL * 1.6
        _part(canvas, x, y - 10.5, 15, 12, fill)
        canvas.line(x + 22, y, text, size=SMALL, quiet=True)
        x += wide + 18
    canvas.y = y + 4


def _bar(canvas: Canvas, x: float, y: float, width: float, height: float, parts: Sequence[int]) -> None:
    """Parts of a whole, always of the same length."""
    whole = sum(parts)
    for size, fill in zip(parts, _FILLS, strict=True):
        if size:
            _part(canvas, x, y, width * size / whole, height, fill)
            x += width * size / whole


def _part(canvas: Canvas, x: float, y: float, width: float, height: float, fill: Fill) -> None:
    """A part of a bar, told apart by its tone: full ink, a tint, an outline."""
    solid = fill != "empty"
    edge = 0.0 if solid else 0.5
    canvas.add(
        tag(
            "rect", x=x + edge, y=y + edge, width=max(width - 1.5 - 2 * edge, 0.8), height=height - 2 * edge,
            fill="currentColor" if solid else "none", fill_opacity="0.26" if fill == "tint" else None,
            stroke=None if solid else "currentColor", stroke_opacity=None if solid else "0.55",
            class_="sourced-accent" if solid else None,
        )
    )  # fmt: skip
