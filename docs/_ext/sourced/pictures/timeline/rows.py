"""The rows of a timeline's lane: each event a mark with its words beside it, none covering another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...english.phrases import capital
from ..svg import LEADING, SMALL, Box
from ..widths import text_width, wrap
from .events import Event
from .marks import Mark
from .scale import Scale

TOUCH = 26.7
"""How high and wide something is that answers to a finger: 24 pixels where a picture is shown smallest."""

EDGE = 5.0
"""How far beyond the ends of the scale something may answer."""

NAME = SMALL * 1.45
"""How high the name of a lane is."""

LINE = SMALL * LEADING
"""From one line of words to the next."""

_OTHER = "other"
_GAP = 6.0
_NEAR = 5.0
"""Between a mark and its number."""

_WIDEST = 270.0
_NARROWEST = 60.0
_LEAST = {"day": 8.0, "within": 7.0, "interval": 10.0, "either": 20.0}
_FADING = 24.0
_APART = 0.7
"""How much of its days a bar leaves out at either end, so that two that meet are two."""


class Figure(Struct, frozen=True):
    """The place of a mark's number: where it begins, or ends, and how far below its mark it stands."""

    x: float
    anchor: str | None = None
    down: float = 0.0


class Row(Struct, frozen=True, kw_only=True):
    """An event in its place; ``box`` is all of it that answers, counted from where scale and lane begin."""

    event: Event
    mark: Mark
    box: Box
    figure: Figure
    lines: tuple[str, ...] = ()
    x: float = 0.0
    """Where its words begin, or end."""
    down: float = 0.0
    """How far below its mark they stand, instead of level with it."""
    anchor: str | None = None

    def moved(self, down: float) -> Row:
        """The same further down."""
        box = self.box
        return replace(
            self, mark=replace(self.mark, y=self.mark.y + down),
            box=Box(box.left, box.top + down, box.right, box.bottom + down),
        )  # fmt: skip


class Lane(Struct, frozen=True, kw_only=True):
    """All events of one thread, how high they are together, and its name if there are several lanes."""

    thread: str
    name: str
    rows: tuple[Row, ...]
    height: float


def lanes(events: Sequence[Event], threads: Sequence[str], scale: Scale, width: float) -> list[Lane]:
    """A lane for each thread that has events; what belongs to none stands last."""
    return [
        _lane(thread, capital(thread or _OTHER) if threads else "", mine, scale, width)
        for thread in (*threads, "")
        if (mine := [event for event in events if event.thread == thread])
    ]


def _lane(thread: str, name: str, events: Iterable[Event], scale: Scale, width: float) -> Lane:
    """Each event as high up as it can stand without covering one before it, or the name."""
    wide = text_width(name, SMALL, bold=True) + 8 if name else 0.0
    rows: list[Row] = []
    taken = [Box(-EDGE, 0, wide, NAME if name else 0.0)]
    for event in events:
        row = _row(event, scale, width)
        for down in sorted({0.0, *(box.bottom for box in taken)}):
            moved = row.moved(down)
            if not any(moved.box.meets(box) for box in taken):
                rows.append(moved)
                taken.append(moved.box)
                break
    return Lane(thread=thread, name=name, rows=tuple(rows), height=max(box.bottom for box in taken))


def _row(event: Event, scale: Scale, width: float) -> Row:
    """A mark with its number and words behind it, before it or below: where they take the fewest lines."""
    mark = mark_of(event, scale, width)
    middle = min(max(mark.middle, TOUCH / 2 - EDGE), width + EDGE - TOUCH / 2)
    left, right = min(mark.x1, middle - TOUCH / 2), max(mark.x2, middle + TOUCH / 2)
    long = text_width(str(event.number), SMALL, bold=True)
    figure = _figure(mark, long, width)
    words = words_of(event, scale)
    side, lines = _side(words, mark, width, long + _GAP)
    if side == "before":
        figure = Figure(mark.x1 - _NEAR, "end")
    ends = figure.x if figure.anchor else figure.x + long
    left, right = min(left, ends - long), max(right, ends)
    row = Row(event=event, mark=mark, box=Box(left, 0, right, TOUCH + figure.down), figure=figure)
    if not lines:
        return row
    wide = max(text_width(line, SMALL) for line in lines)
    x = ends - long - _GAP if side == "before" else ends + _GAP
    if side == "below" and not figure.down:
        x = max(min(mark.x1, width - wide), 0.0)
    begins = x - wide if side == "before" else x
    last = (len(lines) if side == "below" else len(lines) - 1) * LINE
    height = max(TOUCH, TOUCH / 2 + last + SMALL * 0.6)  # the next mark keeps its own distance
    return replace(
        row, box=Box(min(left, begins), 0, max(right, begins + wide), height), lines=lines, x=x,
        down=LINE if side == "below" else 0.0, anchor="end" if side == "before" else None,
    )  # fmt: skip


def _figure(mark: Mark, long: float, width: float) -> Figure:
    """The place of a number: behind its mark, or before, or below one that leaves no room at either end."""
    if mark.x2 + _NEAR + long <= width + EDGE:
        return Figure(mark.x2 + _NEAR)
    if mark.x1 - _NEAR - long >= -EDGE:
        return Figure(mark.x1 - _NEAR, "end")
    return Figure(min(mark.x1, width - long), down=LINE)


def _side(words: Sequence[str], mark: Mark, width: float, apart: float) -> tuple[str, tuple[str, ...]]:
    """Where words stand, and their lines; those below a mark count as one more, as they are further away."""
    room = {
        "behind": width - mark.x2 - _NEAR - apart, "before": mark.x1 - _NEAR - apart, "below": width - apart
    }  # fmt: skip
    broken = {
        side: tuple(line for each in words for line in wrap(each, min(long, _WIDEST), SMALL))
        for side, long in room.items()
        if side == "below" or (words and long >= _NARROWEST)
    }
    side = min(broken, key=lambda each: len(broken[each]) + (each == "below"))
    return side, broken[side]


def words_of(event: Event, scale: Scale) -> list[str]:
    """What is written beside a mark; where accounts differ, never one of them alone."""
    if not event.labels:
        return []
    first, *others = event.labels
    if not others and any(account.denies for account in event.accounts):
        others = ["accounts differ"]
    return [f"{capital(scale.short(event.span))}: {first}", *(f"≠ {each}" for each in others)]


def mark_of(event: Event, scale: Scale, width: float) -> Mark:
    """The mark of an event, at least so wide that it can be seen, and never beyond the ends."""
    span = event.span
    x2 = scale.at(span.last, width, 1) if not span.open_end else width
    x1 = scale.at(span.first, width) if not span.open_start else max(x2 - _FADING, 0.0) if span.by else 0.0
    dots: tuple[float, ...] = ()
    if span.shape == "either":
        half = scale.at(scale.first, width, 0.5)
        dots = tuple(scale.at(day, width) + half for day in span.days)
        x1, x2 = dots[0] - _LEAST["day"] / 2, dots[-1] + _LEAST["day"] / 2
    fading = span.open_start or span.open_end or span.uncertain
    least = _FADING if fading else _LEAST[span.shape]
    if span.shape == "day" or x2 - x1 < least:
        x1 = min(max((x1 + x2 - least) / 2, 0.0), width - least)
        x2 = x1 + least
        dots = (x1 + _LEAST["day"] / 2, x2 - _LEAST["day"] / 2) if dots else ()
    elif not fading and not dots:
        x1, x2 = x1 + _APART, x2 - _APART
    return Mark(
        x1=x1, x2=x2, y=TOUCH / 2, shape=span.shape, claim=event.claim,
        open_left=span.open_start or span.uncertain, open_right=span.open_end or span.uncertain, dots=dots,
    )  # fmt: skip
