"""People and their ties drawn: every line reads from left to right, as a sentence does."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from msgspec import Struct

from ...english.phrases import joined, plural
from ..svg import SMALL, Canvas, Href, tag
from ..widths import wrap
from .data import Node, Panel, People, Tie

_NAME = 13.5
_LINE = 1.22
_PAD = 7.0
_ASIDE = 4.0
"""The margin of words in a box: above and below, and on the sides."""

_EDGE = 7.0
"""The margin within a panel."""

_APART = 4.0
"""The margin of a box above and below, within its rows."""

_ROW = 15.0
"""From one line of words at a tie to the next."""

_GAP = 20.0
_TIE = 0.268
"""How much of the width of a panel its lines take."""


def draw_people(found: People, width: float, ident: str, href: Href) -> str:
    """The picture, so many units wide: one column of panels, or two where there is room."""
    canvas = Canvas(width, ident, href)
    canvas.line(0, 15, "Who is tied to whom", size=16, bold=True)
    how = "Read every line from left to right."
    if any(tie.claim for tie in found.ties):
        how += " A broken line is somebody’s claim."
    if any(tie.mirror for tie in found.ties):
        how += " Where a tie is told both ways, who tells it stands below the line."
    canvas.y = canvas.text(0, 35, how, width, size=SMALL, quiet=True) - 4
    columns = 2 if width >= 560 else 1
    wide = (width - _GAP * (columns - 1)) / columns
    tops = [canvas.y] * columns
    introduced: set[str] = set()
    for panel in found.panels:
        column = tops.index(min(tops))
        drawn = _Panel(canvas, found, panel, introduced, ((wide + _GAP) * column, tops[column], wide))
        tops[column] = drawn.draw() + _GAP
        introduced |= {end for tie in panel.ties for end in (tie.start, tie.end)}
    canvas.y = max(tops) - _GAP if found.panels else canvas.y
    told = f"{plural(len(found.nodes), 'name')} and {plural(len(found.ties), 'tie')} between them"
    groups = ", ".join(panel.title for panel in found.panels)
    described = f"{told}: {groups}." if groups else f"{told}."
    return canvas.picture(
        "Who is tied to whom", f"{described} The same stands as a list beside this picture."
    )


class _Run(Struct, frozen=True, kw_only=True):
    """Rows that are tied to the same box, and what it says."""

    first: int
    last: int
    node: Node
    names: list[str]
    about: list[str]

    @property
    def height(self) -> float:
        """How high the box must be."""
        return 2 * _PAD + len(self.names) * _NAME * _LINE + len(self.about) * SMALL * _LINE


class _Panel:
    """Draws one panel: boxes of those who begin a tie on the left, of those who end it on the right."""

    def __init__(
        self,
        canvas: Canvas,
        found: People,
        panel: Panel,
        introduced: set[str],
        place: tuple[float, float, float],
    ) -> None:
        self.canvas, self.found, self.panel = canvas, found, panel
        self.x, self.y, self.width = place
        inner = self.width - 2 * _EDGE
        self.tie = inner * _TIE
        self.box = (inner - self.tie) / 2
        self._told = introduced | {panel.group}
        about = found.nodes[panel.group].about if panel.group not in ("", *introduced) else ""
        self.about = wrap(about, inner, SMALL)
        self.left = self._runs(lambda tie: tie.start)
        self.right = self._runs(lambda tie: tie.end)
        self.tops = self._rows()

    def _runs(self, end: Callable[[Tie], str]) -> list[_Run]:
        """One box for neighbouring ties with the same end; who it is stands where it comes first."""
        runs = []
        numbered = groupby(enumerate(self.panel.ties), lambda each: end(each[1]))
        for id_, ties in numbered:
            rows = [number for number, _ in ties]
            node, text = self.found.nodes[id_], self.box - 2 * _ASIDE
            about = [] if id_ in self._told or self._drawn(id_) else wrap(node.about, text, SMALL)
            self._told.add(id_)
            names = wrap(node.name, text, _NAME, bold=True)
            runs.append(_Run(first=rows[0], last=rows[-1], node=node, names=names, about=about))
        return runs

    def _drawn(self, id_: str) -> bool:
        """Whether who somebody is says no more than a tie of the panel."""
        ties = (tie for tie in self.panel.ties if tie.start == id_)
        words = (f"{tie.relation} {self.found.nodes[tie.end].name}" for tie in ties)
        return any(each in self.found.nodes[id_].about for each in words)

    def _label(self, tie: Tie) -> list[str]:
        return wrap(tie.relation, self.tie - 12, SMALL)

    def _below(self, tie: Tie) -> list[str]:
        """What stands below its line: whose it is, where that matters, and whether accounts differ."""
        told = joined(tie.telling.sources) if tie.mirror else ""
        words = ("claim" if tie.claim else "", "≠ accounts differ" if tie.disputed else "", told)
        return [line for each in words if each for line in wrap(each, self.tie - 12, SMALL)]

    def _rows(self) -> list[float]:
        """Where each row begins, and the last ends: as high as its words and its boxes need."""
        heights = [
            len(self._label(tie)) * _ROW + 22 + max(len(self._below(tie)) * _ROW - 3, 0)
            for tie in self.panel.ties
        ]
        for run in (*self.left, *self.right):
            rows = range(run.first, run.last + 1)
            missing = run.height + 2 * _APART - sum(heights[row] for row in rows)
            for row in rows:
                heights[row] += max(missing, 0) / len(rows)
        tops = [self.y + 30 + SMALL * 1.3 * len(self.about)]
        for height in heights:
            tops.append(tops[-1] + height)
        return tops

    def draw(self) -> float:
        """Draw it; returns where it ends."""
        canvas, bottom = self.canvas, self.tops[-1] + _EDGE - _APART
        canvas.add(
            tag(
                "rect", x=self.x + 0.5, y=self.y + 0.5, width=self.width - 1, height=bottom - self.y - 1,
                fill="none", rx=6, stroke="currentColor", stroke_opacity="0.22", class_="sourced-map",
            )
        )  # fmt: skip
        canvas.line(self.x + _EDGE, self.y + 22, self.panel.title, size=14.5, bold=True)
        for number, words in enumerate(self.about):
            y = self.y + 22 + SMALL * 1.3 * (number + 1)
            canvas.line(self.x + _EDGE, y, words, size=SMALL, quiet=True)
        for runs, x in ((self.left, self.x + _EDGE), (self.right, self.x + self.width - _EDGE - self.box)):
            for run in runs:
                self._box(run, x)
        for number, tie in enumerate(self.panel.ties):
            self._tie(tie, self.tops[number], self.tops[number + 1])
        return bottom

    def _box(self, run: _Run, x: float) -> None:
        canvas, top = self.canvas, self.tops[run.first] + _APART
        height = self.tops[run.last + 1] - _APART - top
        canvas.add(
            tag(
                "rect", x=x + 0.5, y=top + 0.5, width=self.box - 1, height=height - 1, fill="none",
                rx=11 if run.node.person else 1, stroke="currentColor", stroke_opacity="0.75",
                class_="sourced-paper" if run.node.person else "sourced-group",
            )
        )  # fmt: skip
        y = top + (height - run.height) / 2 + _PAD + _NAME * 0.86
        for words in run.names:
            canvas.line(x + self.box / 2, y, words, size=_NAME, bold=True, anchor="middle")
            y += _NAME * _LINE
        for words in run.about:
            canvas.line(x + self.box / 2, y, words, size=SMALL, quiet=True, anchor="middle")
            y += SMALL * _LINE

    def _tie(self, tie: Tie, top: float, bottom: float) -> None:
        """The line of one tie with its verb, a link to its fact."""
        canvas, since, lines, below = self.canvas, self.canvas.mark(), self._label(tie), self._below(tie)
        start, end = self.x + _EDGE + self.box, self.x + self.width - _EDGE - self.box
        y = (top + bottom) / 2 + (len(lines) * _ROW - (len(below) * _ROW - 6 if below else 2)) / 2
        canvas.add(
            tag(
                "path", d=f"M{start:.1f} {y:.1f}H{end - 5:.1f}", fill="none", stroke="currentColor",
                stroke_dasharray="5 4" if tie.claim else None, stroke_width="1.5",
                class_="sourced-accent-line",
            ),
            tag("path", d=f"M{end:.1f} {y:.1f}l-8 -4.5v9z", fill="currentColor", class_="sourced-accent"),
        )  # fmt: skip
        across = (start + end) / 2 - 3
        for number, words in enumerate(lines):
            up = y - 6 - _ROW * (len(lines) - 1 - number)
            canvas.line(across, up, words, size=SMALL, anchor="middle", class_="sourced-linked")
        for number, words in enumerate(below):
            canvas.line(across, y + 14 + _ROW * number, words, size=SMALL, quiet=True, anchor="middle")
        canvas.link(tie.facts[0], since, label=self._spoken(tie), box=(start, top, end, bottom))

    def _spoken(self, tie: Tie) -> str:
        start, end = (self.found.nodes[id_].name for id_ in (tie.start, tie.end))
        differ = ". Accounts differ" if tie.disputed else ""
        return f"{start} {tie.relation} {end}. {tie.telling.words}{differ}"
