"""A timeline drawn: all events on their scales, a lane for each thread, and words on a few of them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ...english.phrases import capital, plural
from ..svg import LEADING, SMALL, Canvas, Href, tag
from ..widths import text_width, wrap
from .data import Event, Stretch, Timeline
from .flags import Flag, raised
from .lanes import EDGE, Lane, Stack, lanes
from .marks import Mark, draw_mark
from .scale import Scale

_INSET = EDGE
_LABEL = 12.0
_BETWEEN = 3.0
"""Between two lanes, on either side of the line that parts them."""
_ZOOM = 22.0
_OTHER = "other"
_TWIN = "The same stands as a list below this picture, where the keyboard reaches all its links."
_KEY = (
    ("day", False, False, "a day"),
    ("within", False, False, "some time within a month, a year or a decade"),
    ("interval", False, False, "from one date to another, or some time between them"),
    ("within", False, True, "no end is given, or the date is uncertain"),
    ("day", True, False, "hollow or broken: somebody’s claim, not a reporter’s own account"),
)


class _Frame(Struct, frozen=True, kw_only=True):
    """Where the scales begin and end; ``beside`` if the lanes' names stand to the left of them."""

    left: float
    right: float
    threads: tuple[str, ...]
    beside: bool

    @property
    def width(self) -> float:
        """How long the scales are."""
        return self.right - self.left

    def name(self, thread: str) -> list[str]:
        """The name of a lane in lines; none where there is but one kind."""
        room = self.left - _INSET - 8 if self.beside else self.width
        return wrap(_title(thread), room, SMALL, bold=True) if self.threads else []


def draw_timeline(line: Timeline, width: float, ident: str, href: Href) -> str:
    """The picture, so many units wide."""
    canvas = Canvas(width, ident, href)
    threads = tuple(line.threads)
    beside = width >= 560 and bool(threads)
    names = [_title(thread) for thread in (*threads, "")]
    gutter = min(max(text_width(name, SMALL, bold=True) for name in names), 120) + 14 if beside else 0.0
    frame = _Frame(left=gutter + _INSET, right=width - _INSET, threads=threads, beside=beside)
    above: Stretch | None = None
    for stretch in line.stretches:
        if above:
            _zoom(canvas, above.scale, stretch.scale, frame)
        _stretch(canvas, stretch, frame)
        above = stretch
    return canvas.picture(*_names(line))


def draw_key(ident: str) -> list[tuple[str, str]]:
    """What the marks mean: each as a small picture, and in words."""
    found = []
    for number, (shape, claim, fades, words) in enumerate(_KEY, 1):
        canvas = Canvas(28, f"{ident}-key-{number}", lambda _fact: "")
        wide = 8.0 if shape == "day" else 24.0
        draw_mark(
            canvas,
            Mark(x1=14 - wide / 2, x2=14 + wide / 2, y=6, shape=shape, claim=claim, fades_right=fades),
        )
        canvas.y = 12
        found.append((canvas.ornament(), words))
    return found


def _names(line: Timeline) -> tuple[str, str]:
    claims = sum(event.claim for event in line.events)
    claimed = plural(claims, "of them a claim", "of them claims")
    told = f"{plural(len(line.events), 'event')} in order of time, {claimed}."
    scales = "; ".join(
        f"{stretch.scale.title}: {plural(len(stretch.events), 'event')}" for stretch in line.stretches
    )
    return "Timeline", f"{told} {capital(scales)}. {_TWIN}"


def _title(thread: str) -> str:
    return capital(thread or _OTHER)


def _classes(thread: str, frame: _Frame) -> str:
    """What a filter and a style sheet know a thread by; 0 is none."""
    number = frame.threads.index(thread) + 1 if thread else 0
    return f"sourced-thread sourced-thread-{number}"


def _zoom(canvas: Canvas, outer: Scale, inner: Scale, frame: _Frame) -> None:
    """From where a scale lies on the one before, down to where it begins and ends, if it lies there."""
    if outer.first <= inner.first and inner.last <= outer.last:
        x1, x2 = (
            frame.left + outer.at(inner.first, frame.width),
            frame.left + outer.at(inner.last, frame.width, 1),
        )
        y = canvas.y - SMALL - 8
        path = (
            f"M{x1:.1f} {y:.1f}v{SMALL + 8:.1f}L{frame.left:.1f} {canvas.y + _ZOOM:.1f}H{frame.right:.1f}"
            f"L{x2:.1f} {canvas.y:.1f}V{y:.1f}z"
        )
        canvas.add(tag("path", d=path, fill="currentColor", fill_opacity="0.07", class_="sourced-zoom"))
        canvas.y += _ZOOM
    canvas.y += 4


def _stretch(canvas: Canvas, stretch: Stretch, frame: _Frame) -> None:
    found = lanes(stretch.events, frame.threads, stretch.scale, frame.width)
    places = sorted(
        (place for lane in found for place in lane.places if place.event.label),
        key=lambda place: place.middle,
    )
    wanted = [(frame.left + place.middle, _flag_words(place.event, stretch.scale)) for place in places]
    flags = dict(zip((place.event.facts for place in places), raised(wanted, 0, canvas.width), strict=True))
    canvas.line(0, canvas.y + 14, capital(stretch.scale.title), size=14, bold=True)
    top = canvas.y + 14 + max((flag.foot + flag.height for flag in flags.values()), default=2) + 8
    feet, y = [], top
    for lane in found:
        name = len(frame.name(lane.thread)) * SMALL * LEADING
        # A name above its marks may stand where a finger still means them.
        y += max(lane.reach, name if frame.beside else lane.height + 4 + name) + 2 * _BETWEEN
        feet.append(y - _BETWEEN)
    _ground(canvas, stretch.scale, frame, top, [top, *(foot + _BETWEEN for foot in feet)])
    for lane, foot in zip(found, feet, strict=True):
        _poles(canvas, lane, flags, frame, foot, top)
    for lane, foot in zip(found, feet, strict=True):
        _lane(canvas, lane, flags, frame, foot, top)
    canvas.y = y
    _axis(canvas, stretch.scale, frame)


def _flag_words(event: Event, scale: Scale) -> str:
    return f"{capital(scale.short(event.span))}: {event.label}"


def _ground(canvas: Canvas, scale: Scale, frame: _Frame, top: float, lines: Sequence[float]) -> None:
    """The lines behind the marks: between the lanes, and down from the top at what the axis names."""
    bottom = lines[-1]
    across = "".join(f"M0 {y:.1f}H{canvas.width:.1f}" for y in lines[1:-1])
    down = "".join(f"M{x:.1f} {top:.1f}V{bottom:.1f}" for x, _ in _ticks(scale, frame))
    canvas.add(
        tag("path", d=across + down, stroke="currentColor", stroke_opacity="0.13", fill="none"),
        tag("path", d=f"M{frame.left:.1f} {bottom:.1f}H{frame.right:.1f}", stroke="currentColor",
            stroke_opacity="0.5", fill="none"),
    )  # fmt: skip


def _ticks(scale: Scale, frame: _Frame) -> list[tuple[float, str]]:
    most = 6 if frame.width < 400 else 9
    return [(scale.at(day, frame.width) + frame.left, label) for day, label in scale.ticks(most)]


def _axis(canvas: Canvas, scale: Scale, frame: _Frame) -> None:
    apart = frame.width / scale.days
    if apart >= 4:
        small = "".join(f"M{frame.left + n * apart:.1f} {canvas.y:.1f}v4" for n in range(scale.days + 1))
        canvas.add(tag("path", d=small, stroke="currentColor", stroke_opacity="0.5", fill="none"))
    canvas.y += _LABEL + 4
    end = -1.0
    for x, label in _ticks(scale, frame):
        half = text_width(label, _LABEL) / 2
        middle = min(max(x, half), canvas.width - half)
        if middle - half > end:
            canvas.line(middle, canvas.y, label, size=_LABEL, quiet=True, anchor="middle")
            end = middle + half + 4
    canvas.y += 8


def _poles(
    canvas: Canvas, lane: Lane, flags: dict[tuple[str, ...], Flag], frame: _Frame, foot: float, top: float
) -> None:
    """The poles of its flags, which stand behind all marks."""
    path = "".join(
        f"M{flag.pole:.1f} {top - flag.top:.1f}V{foot - place.mark.y:.1f}"
        for place in lane.places
        if (flag := flags.get(place.event.facts))
    )
    if path:
        drawn = tag("path", d=path, stroke="currentColor", stroke_opacity="0.6", fill="none")
        canvas.add(tag("g", drawn, class_=f"{_classes(lane.thread, frame)} sourced-poles"))


def _lane(
    canvas: Canvas, lane: Lane, flags: dict[tuple[str, ...], Flag], frame: _Frame, foot: float, top: float
) -> None:
    since = canvas.mark()
    y = foot - 1.5 if frame.beside else foot - lane.height - 4
    for line in reversed(frame.name(lane.thread)):
        canvas.line(0, y, line, size=SMALL, class_="sourced-lane-name")
        y -= SMALL * LEADING
    for stack in lane.stacks:
        _date(canvas, stack, flags, frame, foot, top)
    canvas.add(tag("g", canvas.take(since), class_=_classes(lane.thread, frame)))


def _date(
    canvas: Canvas, stack: Stack, flags: dict[tuple[str, ...], Flag], frame: _Frame, foot: float, top: float
) -> None:
    """The events of one date: a finger could not tell them apart, so all lead to where it is told of."""
    since, flagged = canvas.mark(), False
    for place in stack.places:
        tint = _classes(place.event.thread, frame)
        draw_mark(canvas, place.mark.moved(frame.left, foot, tint=tint))
        if flag := flags.get(place.event.facts):
            flagged = True
            _words(canvas, flag, top)
    if more := stack.more:
        canvas.line(frame.left + more.x, foot - more.y - 3, f"+{more.count}", size=_LABEL, anchor="middle")
    box = (frame.left + stack.left, foot - stack.top, frame.left + stack.right, foot - stack.foot)
    hint = not flagged and not more
    canvas.link(stack.span.label, since, label=_spoken(stack), box=box, hint=hint, tab=False)


def _words(canvas: Canvas, flag: Flag, top: float) -> None:
    """What a flag says."""
    anchor = None if flag.side == "start" else flag.side
    y = top - flag.foot - flag.height + SMALL
    for line in flag.lines:
        canvas.line(flag.x, y, line, size=SMALL, anchor=anchor, class_="sourced-flag")
        y += SMALL * LEADING


def _spoken(stack: Stack) -> str:
    told = (
        f"{place.event.statement} Claim by {place.event.telling.by}."
        if place.event.claim
        else place.event.statement
        for place in stack.places
    )
    return f"{capital(stack.span.label)}: {' '.join(told)}"
