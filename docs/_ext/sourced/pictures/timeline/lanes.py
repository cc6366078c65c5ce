"""The lanes of a timeline: one for each thread, its dates stacked so that none covers another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from .data import Event
from .marks import Mark
from .scale import Scale
from .spans import Span

MOST = 12
"""So many marks of one date stand on each other; of more, the number is told."""

_LEAST = {"day": 8.0, "within": 7.0, "interval": 10.0}
_TALL = {"day": 9.0, "within": 7.5, "interval": 9.0}
_FADING = 16.0
_MORE = 14.0

TOUCH = 26.7
"""How high a date is at least where it answers to a finger: 24 pixels where a picture is shown smallest."""

_PAD = 3.0
"""How far below the marks and above them it answers."""

EDGE = 5.0
"""How far beyond the ends of the scale something may answer."""

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


class Stack(Struct, frozen=True, kw_only=True):
    """The marks of one date on each other, and the paper around them that a finger can touch."""

    span: Span
    places: tuple[Place, ...]
    more: More | None = None
    left: float
    right: float
    foot: float
    top: float

    @property
    def height(self) -> float:
        """How far up its marks reach, and what counts the rest."""
        tops = [place.mark.y + place.tall / 2 for place in self.places]
        return max([*tops, *([self.more.y + _MORE] if self.more else [])])


class Lane(Struct, frozen=True, kw_only=True):
    """The dates of one thread on a scale; ``y`` of what it holds is counted upwards from its foot."""

    thread: str
    stacks: tuple[Stack, ...]

    @property
    def places(self) -> list[Place]:
        """All its marks."""
        return [place for stack in self.stacks for place in stack.places]

    @property
    def height(self) -> float:
        """How far up its marks reach."""
        return max(stack.height for stack in self.stacks)

    @property
    def reach(self) -> float:
        """How far up a finger can touch them."""
        return max(stack.top for stack in self.stacks)


def lanes(events: Sequence[Event], threads: Iterable[str], scale: Scale, width: float) -> list[Lane]:
    """A lane for each of the threads that has events, and one for those that have none."""
    return [
        _lane(thread, own, scale, width)
        for thread in [*threads, ""]
        if (own := [event for event in events if event.thread == thread])
    ]


def _lane(thread: str, events: list[Event], scale: Scale, width: float) -> Lane:
    drawn, left = _limited(events)
    dates: dict[Span, list[Event]] = {}
    for event in drawn:
        dates.setdefault(event.span, []).append(event)
    # The shortest stand lowest: days are the ground on which longer times lie.
    order = sorted(dates, key=lambda each: ((each.last - each.first).days, each.first))
    counts = {event.span: count for event, count in left}
    flat = [_stack(dates[span], counts.get(span, 0), scale, width) for span in order]
    feet = stacked([(stack.left, stack.right, stack.top) for stack in flat])
    stacks = [_raised(stack, foot) for stack, foot in zip(flat, feet, strict=True)]
    stacks.sort(key=lambda each: (each.span.first, each.span.last, each.span.edtf))
    return Lane(thread=thread, stacks=tuple(_widened(stack, stacks, width) for stack in stacks))


def _stack(events: list[Event], count: int, scale: Scale, width: float) -> Stack:
    """The marks of one date as they stand on the ground."""
    places, y = [], _PAD
    for event in events:
        mark = _mark(event, scale, width)
        tall = _TALL["within" if mark.fades_left or mark.fades_right else mark.shape]
        places.append(Place(mark=mark.at(y + tall / 2), event=event, tall=tall))
        y += tall
    mark = places[0].mark
    left, right = mark.x1, mark.x2
    more = None
    if count:
        more = More(x=min(max((left + right) / 2, 12.0), width - 12), y=y, count=count)
        left, right, y = min(left, more.x - 12), max(right, more.x + 12), y + _MORE
    top = max(y + _PAD, TOUCH)
    return Stack(
        span=events[0].span, places=tuple(places), more=more, left=left, right=right, foot=0, top=top
    )


def _raised(stack: Stack, foot: float) -> Stack:
    places = (replace(place, mark=place.mark.at(place.mark.y + foot)) for place in stack.places)
    more = replace(stack.more, y=stack.more.y + foot) if stack.more else None
    return replace(stack, places=tuple(places), more=more, foot=foot, top=stack.top + foot)


def _widened(stack: Stack, stacks: Iterable[Stack], width: float) -> Stack:
    """A narrow one answers beside its marks too, at most half the way to what stands next to it."""
    least, most = -EDGE, width + EDGE
    for other in stacks:
        if other is stack or other.top <= stack.foot or stack.top <= other.foot:
            continue
        if other.left < stack.left:
            least = max(least, (other.right + stack.left) / 2)
        else:
            most = min(most, (stack.right + other.left) / 2)
    wide = max(stack.right - stack.left + 1, TOUCH)
    left = max((stack.left + stack.right - wide) / 2, least)
    right = min(left + wide, most)
    return replace(stack, left=max(right - wide, least), right=right)


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
