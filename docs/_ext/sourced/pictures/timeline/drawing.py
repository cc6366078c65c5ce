"""A timeline drawn: all events on their scales, a lane for each thread, and words beside some of them."""

from __future__ import annotations

from msgspec import Struct

from ...english.phrases import capital, plural
from ..svg import SMALL, Box, Canvas, Href, ornament, path, tag
from ..widths import text_width
from .events import Stretch, Timeline
from .marks import Mark, draw_mark
from .rows import EDGE, LINE, Lane, Row, lanes
from .scale import Scale

_LABEL = 12.0
_ZOOM = 17.0
_BETWEEN = 4.0
"""Between two lanes."""

_TWIN = (
    "The same, each event under its number, stands as a list below this picture, "
    "where the keyboard reaches all its links."
)
_KEY = (
    (Mark(x1=10, x2=18, y=6, shape="day"), "a day"),
    (Mark(x1=2, x2=26, y=6, shape="within"), "some time within a month, a year or a decade"),
    (Mark(x1=2, x2=26, y=6, shape="interval"), "from one date to another, or some time between them"),
    (Mark(x1=2, x2=26, y=6, shape="either", dots=(6, 22)), "one of these days; which one is not known"),
    (
        Mark(x1=2, x2=26, y=6, shape="interval", open_right=True),
        "from one date on, or some time after it: no end is given",
    ),
    (
        Mark(x1=10, x2=18, y=6, shape="day", claim=True),
        "hollow or broken: somebody’s claim or hearsay, not a reporter’s own account",
    ),
)


class _Frame(Struct, frozen=True, kw_only=True):
    """Where the scales begin, how long they are, and the threads that have lanes."""

    left: float
    width: float
    threads: tuple[str, ...]

    def classes(self, thread: str) -> str:
        """What a filter and a style sheet know a thread by; 0 is none."""
        number = self.threads.index(thread) + 1 if thread else 0
        return f"sourced-thread sourced-thread-{number}"


def draw_timeline(line: Timeline, width: float, ident: str, href: Href) -> list[str]:
    """A picture of each stretch, so many units wide, to stand below each other.

    Whoever asks for a thread is shown those that have it, as their classes say.
    """
    frame = _Frame(left=EDGE, width=width - 2 * EDGE, threads=tuple(line.threads))
    pictures: list[str] = []
    above: Scale | None = None
    for number, stretch in enumerate(line.stretches, 1):
        canvas = Canvas(width, f"{ident}-{number}", href)
        if above:
            _zoom(canvas, above, stretch.scale, frame)
        _stretch(canvas, stretch, frame)
        above = stretch.scale
        own = dict.fromkeys(event.thread for event in stretch.events if event.thread)
        classes = [f"sourced-has-{frame.threads.index(thread) + 1}" for thread in own]
        title = f"Timeline: {stretch.scale.title}"
        pictures.append(canvas.picture(title, _described(stretch), " ".join(["sourced-stretch", *classes])))
    return pictures


def draw_key() -> list[tuple[str, str]]:
    """What the marks mean: each as a small picture, and in words."""
    nth = tag("text", "1", x=10, y=10.5, font_size=SMALL, fill="currentColor", class_="sourced-nth")
    drawn = [*((draw_mark(mark), words) for mark, words in _KEY), (nth, "its number in the list below")]
    return [(ornament(28, 12, mark, class_="sourced-ornament"), words) for mark, words in drawn]


def _described(stretch: Stretch) -> str:
    events = stretch.events
    facts = plural(sum(len(event.facts) for event in events), "fact")
    claims = f"{sum(event.claim for event in events)} of them by claims or hearsay alone"
    return f"{plural(len(events), 'event')} in order of time, {claims}; told by {facts}. {_TWIN}"


def _zoom(canvas: Canvas, outer: Scale, inner: Scale, frame: _Frame) -> None:
    """From where a scale lies on the one before, down to where it begins and ends, if it lies there."""
    if outer.first <= inner.first and inner.last <= outer.last:
        x1 = frame.left + outer.at(inner.first, frame.width)
        x2 = frame.left + outer.at(inner.last, frame.width, 1)
        top, bottom = canvas.y - SMALL - 8, canvas.y + _ZOOM
        shape = path("M", (x1, top)) + path("L", (x1, canvas.y), (frame.left, bottom))
        shape += path("L", (frame.left + frame.width, bottom), (x2, canvas.y), (x2, top)) + "z"
        canvas.add(tag("path", d=shape, fill="currentColor", fill_opacity="0.07", class_="sourced-zoom"))
        canvas.y += _ZOOM
    canvas.y += 4


def _stretch(canvas: Canvas, stretch: Stretch, frame: _Frame) -> None:
    canvas.line(0, canvas.y + 14, capital(stretch.scale.title), size=14, bold=True)
    top = canvas.y + 20
    found = lanes(stretch.events, frame.threads, stretch.scale, frame.width)
    bottom = top + sum(lane.height + _BETWEEN for lane in found)
    _grid(canvas, stretch.scale, frame, top, bottom)
    for lane in found:
        since = canvas.mark()
        if lane.name:
            canvas.line(0, top + SMALL * 1.2, lane.name, size=SMALL, class_="sourced-lane-name")
        _lane(canvas, lane, frame, top)
        canvas.wrap(since, class_=frame.classes(lane.thread))
        top += lane.height + _BETWEEN
    canvas.y = bottom
    _axis(canvas, stretch.scale, frame)


def _grid(canvas: Canvas, scale: Scale, frame: _Frame, top: float, bottom: float) -> None:
    """The lines behind the marks: down from the top at what the axis names, and the axis."""
    down = "".join(path("M", (x, top)) + path("L", (x, bottom)) for x, _ in _ticks(scale, frame))
    axis = path("M", (frame.left, bottom)) + path("L", (frame.left + frame.width, bottom))
    for line, much in ((down, "0.13"), (axis, "0.5")):
        canvas.add(tag("path", d=line, stroke="currentColor", stroke_opacity=much, fill="none"))


def _ticks(scale: Scale, frame: _Frame) -> list[tuple[float, str]]:
    most = 6 if frame.width < 400 else 9
    return [(scale.at(day, frame.width) + frame.left, label) for day, label in scale.ticks(most)]


def _axis(canvas: Canvas, scale: Scale, frame: _Frame) -> None:
    """What is written along a scale, as far as it does not run into each other."""
    canvas.y += _LABEL + 4
    end = -1.0
    for x, label in _ticks(scale, frame):
        half = text_width(label, _LABEL) / 2
        middle = min(max(x, half), canvas.width - half)
        if middle - half > end:
            canvas.line(middle, canvas.y, label, size=_LABEL, quiet=True, anchor="middle")
            end = middle + half + 4
    canvas.y += 8


def _lane(canvas: Canvas, lane: Lane, frame: _Frame, top: float) -> None:
    for row in lane.rows:
        since = canvas.mark()
        canvas.add(draw_mark(row.mark, frame.left, top))
        _words(canvas, row, frame.left, top)
        box = row.box
        around = Box(box.left + frame.left, box.top + top, box.right + frame.left, box.bottom + top)
        label = row.event.span.label
        canvas.link(label, since, f"{capital(label)}: {row.event.spoken}", around, tab=False)


def _words(canvas: Canvas, row: Row, right: float, top: float) -> None:
    """The number of a mark, and a few words."""
    level, figure = row.mark.y + top + SMALL * 0.36, row.figure
    canvas.line(
        figure.x + right, level + figure.down, str(row.event.number), size=SMALL, bold=True,
        anchor=figure.anchor, class_="sourced-nth",
    )  # fmt: skip
    y = level + row.down
    for line in row.lines:
        canvas.line(row.x + right, y, line, size=SMALL, anchor=row.anchor, class_="sourced-flag")
        y += LINE
