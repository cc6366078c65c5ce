"""The rows of a timeline's lane: each event a mark with its words beside it, none covering another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...english.phrases import capital
from ..svg import LEADING, SMALL, Box
from ..widths import text_width, wrap
from .data import Event
from .marks import Mark
from .scale import Scale

TOUCH = 26.7
"""How high and wide something is that answers to a finger: 24 pixels where a picture is shown smallest."""

EDGE = 5.0
"""How far beyond the ends of the scale something may answer."""

NAME = SMALL * 1.45
"""How high the name of a lane is."""

_OTHER = "other"
_GAP = 6.0
_WIDEST = 270.0
_NARROWEST = 60.0
_LEAST = {"day": 8.0, "within": 7.0, "interval": 10.0, "either": 20.0}
_FADING = 24.0
_APART = 0.7
"""How much of its days a bar leaves out at either end, so that two that meet are two."""


class Row(Struct, frozen=True, kw_only=True):
    """An event in its place; ``box`` is all of it that answers, counted from where scale and lane begin."""

    event: Event
    mark: Mark
    box: Box
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
    """A mark with its words behind it, before it where there is more room, or below a very wide one."""
    mark = mark_of(event, scale, width)
    middle = min(max(mark.middle, TOUCH / 2 - EDGE), width + EDGE - TOUCH / 2)
    left, right = min(mark.x1, middle - TOUCH / 2), max(mark.x2, middle + TOUCH / 2)
    behind, before = width - mark.x2 - _GAP, mark.x1 - _GAP
    after, below = behind >= min(before, _WIDEST), max(behind, before) < _NARROWEST
    room = min(width if below else behind if after else before, _WIDEST)
    lines = [line for each in words_of(event, scale) for line in wrap(each, room, SMALL)]
    if not lines:
        return Row(event=event, mark=mark, box=Box(left, 0, right, TOUCH))
    long = max(text_width(line, SMALL) for line in lines)
    x = max(min(mark.x1, width - long), 0) if below else mark.x2 + _GAP if after else mark.x1 - _GAP
    anchor = None if after or below else "end"
    left, right = min(left, x - long if anchor else x), max(right, x if anchor else x + long)
    height = TOUCH + (len(lines) if below else len(lines) - 1) * SMALL * LEADING
    return Row(
        event=event, mark=mark, box=Box(left, 0, right, height), lines=tuple(lines), x=x,
        down=SMALL * LEADING if below else 0.0, anchor=anchor,
    )  # fmt: skip


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
