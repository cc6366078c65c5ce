"""The lanes of a timeline: one for each thread, its marks stacked so that none covers another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from .marks import Mark
from .scale import Scale
from .timeline import Event

MOST = 12
"""So many marks of one date stand on each other; of more, the number is told."""

_LEAST = {"day": 8.0, "within": 7.0, "interval": 10.0}
_TALL = {"day": 9.0, "within": 7.5, "interval": 9.0}
_FADING = 16.0
_MORE = 14.0
_APART = 0.7
"""How much of its days a bar leaves out at either end, so that two that meet are two."""

Box = tuple[float, float, float]
"""From where to where along the scale, and how tall."""


class Place(Struct, frozen=True, kw_only=True):
    """A mark in its lane: ``y`` is how far its middle stands above the foot of the lane."""

    mark: Mark
    event: Event
    tall: float

    @property
    def middle(self) -> float:
        """Where a line to it ends: at the date, or where it begins if it has a beginning."""
        if self.mark.shape == "interval" and not self.event.span.open_start:
            return self.mark.x1 + 1
        return self.mark.x2 - 1 if self.event.span.open_start else (self.mark.x1 + self.mark.x2) / 2


class More(Struct, frozen=True, kw_only=True):
    """So many further events of a date, of which there is no mark."""

    x: float
    y: float
    count: int


class Lane(Struct, frozen=True, kw_only=True):
    """The events of one thread on a scale; ``y`` of what it holds is counted upwards from its foot."""

    thread: str
    places: tuple[Place, ...]
    more: tuple[More, ...] = ()
    height: float


def lanes(events: Sequence[Event], threads: Iterable[str], scale: Scale, width: float) -> list[Lane]:
    """A lane for each of the threads that has events, and one for those that have none."""
    return [
        _lane(thread, own, scale, width)
        for thread in [*threads, ""]
        if (own := [event for event in events if event.thread == thread])
    ]


def _lane(thread: str, events: list[Event], scale: Scale, width: float) -> Lane:
    drawn, left = _limited(events)
    # The shortest stand lowest: days are the ground on which longer times lie.
    order = sorted(drawn, key=lambda each: ((each.span.last - each.span.first).days, each.span.first))
    marks = [_mark(event, scale, width) for event in order]
    talls = [_TALL["within" if mark.fades_left or mark.fades_right else mark.shape] for mark in marks]
    boxes = [(mark.x1, mark.x2, tall) for mark, tall in zip(marks, talls, strict=True)]
    counted = [(_mark(event, scale, width), count) for event, count in left]
    boxes += [((mark.x1 + mark.x2) / 2 - 12, (mark.x1 + mark.x2) / 2 + 12, _MORE) for mark, _ in counted]
    feet = list(stacked(boxes))
    places = {
        event.facts: Place(mark=mark.at(foot + tall / 2), event=event, tall=tall)
        for event, mark, tall, foot in zip(order, marks, talls, feet, strict=False)
    }
    more = [
        More(x=min(max((mark.x1 + mark.x2) / 2, 12.0), width - 12), y=foot, count=count)
        for (mark, count), foot in zip(counted, feet[len(order) :], strict=True)
    ]
    tops = [foot + box[2] for foot, box in zip(feet, boxes, strict=True)]
    return Lane(
        thread=thread,
        places=tuple(places[event.facts] for event in drawn),
        more=tuple(more),
        height=max(tops),
    )


def _limited(events: list[Event]) -> tuple[list[Event], list[tuple[Event, int]]]:
    """The events that get a mark, and for the others one of each date with their number."""
    seen: dict[str, int] = {}
    drawn: list[Event] = []
    first_left: dict[str, Event] = {}
    for event in sorted(events, key=lambda each: not each.label):
        count = seen[event.span.edtf] = seen.get(event.span.edtf, 0) + 1
        if count <= MOST:
            drawn.append(event)
        else:
            first_left.setdefault(event.span.edtf, event)
    drawn.sort(key=lambda each: (each.span.first, each.span.last, each.span.edtf, each.claim, each.facts))
    return drawn, [(event, seen[edtf] - MOST) for edtf, event in first_left.items()]


def _mark(event: Event, scale: Scale, width: float) -> Mark:
    """The mark of an event, at least so wide that it can be seen, and never beyond the ends."""
    span = event.span
    fades_left, fades_right = span.open_start or span.uncertain, span.open_end or span.uncertain
    x1 = scale.at(span.first, width) if not span.open_start else 0.0
    x2 = scale.at(span.last, width, 1) if not span.open_end else width
    least = _FADING if fades_left or fades_right else _LEAST[span.shape]
    if span.shape == "day" or x2 - x1 < least:
        x1 = min(max((x1 + x2 - least) / 2, 0.0), width - least)
        x2 = x1 + least
    elif not (fades_left or fades_right):
        x1, x2 = x1 + _APART, x2 - _APART
    return Mark(
        x1=x1, x2=x2, y=0, shape=span.shape, claim=event.claim, fades_left=fades_left, fades_right=fades_right
    )


def stacked(boxes: Iterable[Box]) -> Iterator[float]:
    """How far up each box stands: as low as it can without covering one before it."""
    placed: list[tuple[float, float, float, float]] = []
    for left, right, tall in boxes:
        foot = 0.0
        across = (each[2:] for each in placed if each[0] < right - _APART and left < each[1] - _APART)
        for low, high in sorted(across):
            if foot + tall <= low:
                break
            foot = max(foot, high)
        placed.append((left, right, foot, foot + tall))
        yield foot
