"""Writing SVG as text: the same bytes for the same picture, readable with any style sheet and with none.

Ink is ``currentColor``, so that a picture follows the page; what is quiet is
the same ink, thinner. Classes let a style sheet give the accent a colour.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from itertools import pairwise

from msgspec import Struct

Href = Callable[[str], str]
"""The address of a fact, by its ID; empty where it has none."""

Point = tuple[float, float]

BODY = 15.0
SMALL = 12.5
QUIET = 0.72
LEADING = 1.26

# What XML 1.0 does not allow at all, escaped or not.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Box(Struct, frozen=True):
    """A rectangle of paper."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether another covers some of it."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


Mark = tuple[int, int]
"""A place in what has been drawn: how many parts there were, and how many lines of words."""


def number(value: float) -> str:
    """A coordinate: at most one decimal, no trailing zero."""
    return f"{round(value, 1) + 0:.1f}".removesuffix(".0")


def path(how: str, *points: Point) -> str:
    """A step of a path, such as ``M`` or ``C``, with its points."""
    return how + " ".join(f"{number(x)} {number(y)}" for x, y in points)


def polyline(points: Sequence[Point]) -> str:
    """Points joined by straight lines, each told from the one before, which weighs less than places."""
    rounded = [(round(x, 1), round(y, 1)) for x, y in points]
    told = (f"{number(x - a)} {number(y - b)}" for (a, b), (x, y) in pairwise(rounded))
    return path("M", rounded[0]) + "l" + " ".join(told).replace(" -", "-")


def clean(text: str) -> str:
    """``text`` as it may stand in XML."""
    return escape(_NO_XML.sub("\N{REPLACEMENT CHARACTER}", text))


def tag(name: str, content: str | None = None, /, **attributes: str | float | None) -> str:
    """One element; ``_`` in an attribute's name stands for ``-``, ``class_`` for ``class``."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{clean(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}/>" if content is None else f"<{name}{written}>{content}</{name}>"


def ornament(width: float, height: float, inner: str, **attributes: str) -> str:
    """A small picture that says nothing which is not told beside it."""
    return tag(
        "svg", inner, xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {number(width)} {number(height)}",
        width=width, height=height, aria_hidden="true", **attributes,
    )  # fmt: skip


class Canvas:
    """What has been drawn so far, and how far down it reaches."""

    def __init__(self, width: float, ident: str, href: Href) -> None:
        self.width, self.ident, self.href = width, ident, href
        self.y = 0.0
        self._parts: list[str] = []
        self._words: list[str] = []

    def add(self, *parts: str) -> None:
        """Draw."""
        self._parts += parts

    def mark(self) -> Mark:
        """A place in what has been drawn."""
        return len(self._parts), len(self._words)

    def wrap(self, since: Mark, **attributes: str) -> None:
        """Put what was drawn since ``mark()`` into a group."""
        self._parts[since[0] :] = [tag("g", "".join(self._parts[since[0] :]), **attributes)]

    def line(
        self, x: float, y: float, text: str, *, size: float = BODY, bold: bool = False, quiet: bool = False,
        anchor: str | None = None, **attributes: str | float | None,
    ) -> None:  # fmt: skip
        """One line of text."""
        self._words.append(text)
        self.add(
            tag(
                "text", clean(text), x=x, y=y, font_size=size, font_weight="700" if bold else None,
                fill="currentColor", fill_opacity=str(QUIET) if quiet else None, text_anchor=anchor,
                **attributes,
            )
        )  # fmt: skip

    def link(self, fact: str, since: Mark, label: str, box: Box, *, tab: bool = True) -> None:
        """Make what was drawn since ``mark()`` a link to a fact, if it has an address.

        ``label`` says more than what is seen; who speaks to a computer says what is seen, so the
        name of the link holds that as well, word for word. Where no words are drawn, a number at most,
        it is shown to who points at it. The whole of ``box`` answers to a pointer. Without ``tab`` the
        keyboard passes the link by: for where the same links stand in a list.
        """
        if not (address := self.href(fact)):
            return
        seen = " ".join(self._words[since[1] :])
        name = label if seen in label else f"{seen}: {label}"
        wide, high = box.right - box.left, box.bottom - box.top
        answers = {"fill": "none", "pointer_events": "all"}
        area = tag("rect", x=box.left, y=box.top, width=wide, height=high, **answers)
        # A title names it as well; with both, a screen reader would say the same twice.
        worded = any(not each.isdigit() for each in self._words[since[1] :])
        title = [] if worded else [tag("title", clean(name))]
        content = " ".join([*title, area, *self._parts[since[0] :]])
        named, order = name if worded else None, None if tab else "-1"
        self._parts[since[0] :] = [tag("a", content, href=address, aria_label=named, tabindex=order)]

    def picture(self, title: str, description: str, classes: str = "") -> str:
        """The whole picture; ``classes`` are those that it has beside that of every picture."""
        classes = f"sourced-svg {classes}".strip()
        inner = tag("title", clean(title), id=f"{self.ident}-title")
        inner += tag("desc", clean(description), id=f"{self.ident}-desc")
        return tag(
            "svg", inner + "".join(self._parts), xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {number(self.width)} {number(self.y)}", width=self.width, height=self.y,
            role="graphics-document", aria_labelledby=f"{self.ident}-title",
            aria_describedby=f"{self.ident}-desc", font_family="inherit", class_=classes,
        )  # fmt: skip
