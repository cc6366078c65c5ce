"""People and their ties drawn: a tree from left to right (wide) or from top to bottom, indented (narrow)."""

from __future__ import annotations

from .people import Node, People, Tie
from .svg import LEADING, SMALL, Canvas, Href, tag
from .telling import plural
from .widths import text_width, wrap

_NAME = 14.0
_PAD = 7.0
_LABEL_LINE = 15.0
_GAP = 14.0
_TIE = 116.0
"""How long a line between two columns is: its label stands on it."""


def draw_people(found: People, width: float, ident: str, href: Href) -> str:
    """The picture, so many units wide."""
    canvas = Canvas(width, ident, href)
    columns = max((tree.depth for tree in found.trees), default=1)
    column = (width - _TIE * (columns - 1)) / columns
    _legend(canvas, found, wide=column >= 110)
    for tree in found.trees:
        if column >= 110:
            _Wide(canvas, found, min(column, 190)).tree(tree)
        else:
            _Narrow(canvas, found).tree(tree)
        canvas.y += 2 * _GAP
    canvas.y -= _GAP
    return canvas.picture(*_names(found))


def _names(found: People) -> tuple[str, str]:
    told = f"{plural(len(found.names), 'name')} and {plural(len(found.ties), 'tie')} between them."
    return "Who is tied to whom", f"{told} The same stands as a list beside this picture."


def _legend(canvas: Canvas, found: People, *, wide: bool) -> None:
    signs = [(True, "a person"), (False, "a group")]
    x = 0.0
    for person, words in signs:
        canvas.add(_box(x, 3, 26, 14, person=person))
        canvas.line(x + 34, 15, words, size=SMALL, quiet=True)
        x += 34 + text_width(words, SMALL) + 18
    canvas.y = 37
    canvas.add(_arrow(10, canvas.y - 4, 1), _arrow(16, canvas.y - 4, -1))
    up_down = "right: the upper name comes first; left: the lower one does"
    _explain(canvas, "read a tie the way its arrow points" if wide else up_down)
    if any(tie.claim for tie in found.ties):
        canvas.add(_line(f"M0 {canvas.y - 4:.1f}h26", claim=True))
        _explain(canvas, "broken: somebody’s claim, not a reporter’s own account")
    canvas.y += _GAP - 8


def _explain(canvas: Canvas, words: str) -> None:
    canvas.y = canvas.text(34, canvas.y, words, canvas.width - 34, size=SMALL, quiet=True) + 5


def _box(x: float, y: float, width: float, height: float, *, person: bool) -> str:
    return tag(
        "rect", x=x + 0.75, y=y + 0.75, width=width - 1.5, height=height - 1.5, fill="none",
        rx=min(height / 2, 12) if person else 1, stroke="currentColor", stroke_width=1.5,
        class_="sourced-paper",
    )  # fmt: skip


def _line(path: str, *, claim: bool) -> str:
    return tag(
        "path", d=path, fill="none", stroke="currentColor", stroke_width=1.5,
        stroke_dasharray="5 4" if claim else None, class_="sourced-accent-line",
    )  # fmt: skip


def _arrow(x: float, y: float, direction: float) -> str:
    """A head with its point at ``x``; ``direction`` 1 points right, -1 left."""
    path = f"M{x:.1f} {y:.1f}l{-7 * direction:.1f} -4v8z"
    return tag("path", d=path, fill="currentColor", class_="sourced-accent")


def _said(tie: Tie) -> str:
    """What stands on a line: the relation, and whose claim it is."""
    return f"{tie.relation} (claim)" if tie.claim else tie.relation


class _Wide:
    """Draws a tree from left to right."""

    def __init__(self, canvas: Canvas, found: People, column: float) -> None:
        self.canvas, self.found, self.column = canvas, found, column

    def tree(self, root: Node) -> None:
        """Draw all of it below what has been drawn."""
        self._place(root, 0)

    def _height(self, node: Node) -> float:
        return len(self._lines(node)) * _NAME * LEADING + 2 * _PAD - 3

    def _lines(self, node: Node) -> list[str]:
        return wrap(node.name, self.column - 2 * _PAD - 4, _NAME, bold=node.person)

    def _place(self, node: Node, x: float) -> float:
        """Draw a node and all after it; returns the middle of its box."""
        canvas, height, top = self.canvas, self._height(node), self.canvas.y
        right = x + self.column
        above, below = self._room(node)
        if len(node.children) == 1:  # a line to a single child is straight
            canvas.y += max(above - self._room(node.children[0])[0], 0)
        middles = [self._place(child, right + _TIE) for child in node.children]
        middle = max((middles[0] + middles[-1]) / 2 if middles else 0, top + above)
        for child, y in zip(node.children, middles, strict=True):
            self._ties(node, child, right, middle, y)
        if middles:
            canvas.add(_line(f"M{right:.1f} {middle:.1f}h14", claim=False))
        self._name(node, x, middle, height)
        bottom = middle + below
        if node.more:
            bottom = _more(canvas, self.found, node, x + 4, middle + height / 2 + 15, self.column + _TIE - 20)
        canvas.y = max(canvas.y, bottom + _GAP)
        return middle

    def _name(self, node: Node, x: float, middle: float, height: float) -> None:
        canvas = self.canvas
        canvas.add(_box(x, middle - height / 2, self.column, height, person=node.person))
        y = middle - height / 2 + _PAD + _NAME * 0.85
        for words in self._lines(node):
            canvas.line(x + self.column / 2, y, words, size=_NAME, bold=node.person, anchor="middle")
            y += _NAME * LEADING

    def _room(self, node: Node) -> tuple[float, float]:
        """How much a node needs above and below its middle: for its box, and for the labels on its line."""
        half, labels = self._height(node) / 2, [len(self._label(tie)) * _LABEL_LINE for tie in node.ties]
        return max(half, sum(labels[:1]) + 4), max(half, sum(labels[1:]) + 4)

    def _label(self, tie: Tie) -> list[str]:
        return wrap(_said(tie), _TIE - 30, SMALL)

    def _ties(self, node: Node, child: Node, x: float, parent_y: float, child_y: float) -> None:
        """The line to a child with its labels, each a link to its fact."""
        canvas, spine, end = self.canvas, x + 14, x + _TIE
        path = f"M{spine:.1f} {parent_y:.1f}V{child_y:.1f}H{end:.1f}"
        canvas.add(_line(path, claim=all(tie.claim for tie in child.ties)))
        below = child_y + _LABEL_LINE
        for index, tie in enumerate(child.ties):
            since, lines, middle = canvas.mark(), self._label(tie), (spine + end) / 2 + 3
            direction = 1 if tie.start == node.id else -1
            y = below if index else child_y - 6 - _LABEL_LINE * (len(lines) - 1)
            for line, words in enumerate(lines):
                canvas.line(
                    middle,
                    y + _LABEL_LINE * line,
                    words,
                    size=SMALL,
                    anchor="middle",
                    class_="sourced-linked",
                )
            if index:
                below += _LABEL_LINE * len(lines)
                half = max(text_width(words, SMALL) for words in lines) / 2
                canvas.add(_arrow(middle + direction * (half + 9), y - 4, direction))
            else:
                canvas.add(_arrow(end if direction > 0 else spine + 1, child_y, direction))
            canvas.link(tie.facts[0], since, label=_spoken(self.found, tie))


def _more(canvas: Canvas, found: People, node: Node, x: float, y: float, width: float) -> float:
    """Ties that no line is drawn for, in words below the box; returns where they end."""
    for tie in node.more:
        since = canvas.mark()
        words = f"also {_said(tie)}: {found.names[tie.end]}"
        y = canvas.text(x, y, words, width, size=SMALL, class_="sourced-linked")
        canvas.link(tie.facts[0], since, label=_spoken(found, tie))
    return y - SMALL


def _spoken(found: People, tie: Tie) -> str:
    return f"{found.names[tie.start]}, {_said(tie)}, {found.names[tie.end]}. {tie.telling.words}"


class _Narrow:
    """Draws a tree from top to bottom, each generation further in."""

    STEP = 24.0

    def __init__(self, canvas: Canvas, found: People) -> None:
        self.canvas, self.found = canvas, found

    def tree(self, root: Node) -> None:
        """Draw all of it below what has been drawn."""
        self._place(root, 0)

    def _place(self, node: Node, x: float) -> float:
        """Draw a node and all below it; returns the middle of its box."""
        canvas = self.canvas
        lines = wrap(node.name, canvas.width - x - 2 * _PAD, _NAME, bold=node.person)
        width = max(text_width(words, _NAME, bold=node.person) for words in lines) + 2 * _PAD + 6
        height = len(lines) * _NAME * LEADING + 2 * _PAD - 3
        top = canvas.y
        canvas.add(_box(x, top, min(width, canvas.width - x), height, person=node.person))
        for index, words in enumerate(lines):
            y = top + _PAD + _NAME * (0.85 + LEADING * index)
            canvas.line(x + _PAD + 3, y, words, size=_NAME, bold=node.person)
        bottom = top + height
        canvas.y = bottom + 8
        if node.more:
            inner = x + self.STEP + 24
            canvas.y += _more(canvas, self.found, node, inner, bottom + 17, canvas.width - inner) - bottom
        spine = bottom
        for child in node.children:
            spine = self._child(node, child, x, spine)
        return top + height / 2

    def _child(self, node: Node, child: Node, x: float, above: float) -> float:
        """Draw a child and the line down to it from ``above``; returns where that line turns."""
        canvas, spine, inner = self.canvas, x + 10, x + self.STEP + 10
        for tie in child.ties:
            since = canvas.mark()
            outward = tie.start == node.id
            canvas.y += _LABEL_LINE
            words = _said(tie)
            canvas.add(_arrow(inner + (8 if outward else 0), canvas.y - 4, 1 if outward else -1))
            canvas.line(inner + 14, canvas.y, words, size=SMALL, class_="sourced-linked")
            canvas.link(tie.facts[0], since, label=_spoken(self.found, tie))
        canvas.y += 5
        middle = self._place(child, inner)
        path = f"M{spine:.1f} {above:.1f}V{middle:.1f}H{inner:.1f}"
        canvas.add(_line(path, claim=all(tie.claim for tie in child.ties)))
        return middle
