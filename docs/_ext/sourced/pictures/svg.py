"""Writing SVG as text: the same bytes for the same picture, readable with any style sheet and with none.

Ink is ``currentColor``, so that a picture follows the page; what is quiet is
the same ink, thinner. Classes let a style sheet give the accent a colour.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape, unescape

from .widths import text_width, wrap

Href = Callable[[str], str]
"""The address of a fact, by its ID; empty where it has none."""

BODY = 15.0
SMALL = 12.5
QUIET = 0.72
LEADING = 1.32

# What XML 1.0 does not allow at all, escaped or not.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_WORDS = re.compile("<text[^>]*>([^<]*)</text>")

_LINE = re.compile(
    '<text x="([^"]*)" y="([^"]*)" font-size="([^"]*)"( font-weight)?[^>]*?'
    '(?: text-anchor="([^"]*)")?(?: class="[^"]*")?>([^<]*)</text>'
)

_TURN = re.compile('<text[^>]* transform="([^"]*)"')

Box = tuple[float, float, float, float]
"""From left and top to right and bottom."""


def number(value: float) -> str:
    """A coordinate: at most one decimal, no trailing zero."""
    return f"{round(value, 1) + 0:.1f}".removesuffix(".0")


def clean(text: str) -> str:
    """``text`` as it may stand in XML."""
    return escape(_NO_XML.sub("\N{REPLACEMENT CHARACTER}", text))


def tag(name: str, content: str | None = None, /, **attributes: str | float | None) -> str:
    """One element; ``_`` in an attribute's name stands for ``-``, ``class_`` for ``class``."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}/>" if content is None else f"<{name}{written}>{content}</{name}>"


def _attribute(value: str | float) -> str:
    return clean(value) if isinstance(value, str) else number(value)


def _words_box(drawn: Iterable[str]) -> Box | None:
    """The box of the lines of text in what was drawn, if there are any."""
    boxes = []
    for x, y, size, bold, anchor, words in (found for part in drawn for found in _LINE.findall(part)):
        wide, high = text_width(unescape(words), float(size), bold=bool(bold)), float(size)
        left = float(x) - {"middle": wide / 2, "end": wide}.get(anchor, 0)
        boxes.append((left, float(y) - high, left + wide, float(y) + high * (LEADING - 1)))
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _answering(box: Box, drawn: Iterable[str]) -> str:
    """Nothing that is seen, but answers to a pointer; turned as the words are."""
    left, top, right, bottom = box
    turn = next((found[1] for part in drawn if (found := _TURN.search(part))), None)
    return tag(
        "rect", x=left, y=top, width=right - left, height=bottom - top, fill="none", pointer_events="all",
        transform=turn,
    )  # fmt: skip


class Canvas:
    """What has been drawn so far, and how far down it reaches."""

    def __init__(self, width: float, ident: str, href: Href) -> None:
        self.width, self.ident, self.href = width, ident, href
        self.y = 0.0
        self._parts: list[str] = []
        self._defs: dict[str, str] = {}

    def add(self, *parts: str) -> None:
        """Draw."""
        self._parts += parts

    def take(self, since: int) -> str:
        """Take back what was drawn since ``mark()``, to draw it inside something."""
        taken, self._parts = self._parts[since:], self._parts[:since]
        return "".join(taken)

    def mark(self) -> int:
        """A place in what has been drawn."""
        return len(self._parts)

    def words(self, since: int) -> str:
        """The words that were drawn since ``mark()``."""
        return " ".join(unescape(words) for part in self._parts[since:] for words in _WORDS.findall(part))

    def define(self, name: str, make: Callable[[str], str]) -> str:
        """The address of a gradient or pattern that is defined once; ``make`` is given its ID."""
        ident = f"{self.ident}-{name}"
        self._defs.setdefault(name, make(ident))
        return f"url(#{ident})"

    def line(
        self, x: float, y: float, text: str, *, size: float = BODY, bold: bool = False, quiet: bool = False,
        anchor: str | None = None, class_: str | None = None,
    ) -> None:  # fmt: skip
        """One line of text."""
        self.add(
            tag(
                "text", clean(text), x=x, y=y, font_size=size, font_weight="700" if bold else None,
                fill="currentColor", fill_opacity=str(QUIET) if quiet else None, text_anchor=anchor,
                class_=class_,
            )
        )  # fmt: skip

    def text(
        self, x: float, y: float, text: str, width: float, *, size: float = BODY, bold: bool = False,
        quiet: bool = False, class_: str | None = None,
    ) -> float:  # fmt: skip
        """Text in lines, the first on ``y``; returns where the next would stand."""
        for words in wrap(text, width, size, bold=bold):
            self.line(x, y, words, size=size, bold=bold, quiet=quiet, class_=class_)
            y += size * LEADING
        return y

    def link(
        self, fact: str, since: int, *, label: str | None = None, box: Box | None = None, hint: bool = False,
        tab: bool = True,
    ) -> None:  # fmt: skip
        """Make what was drawn since ``mark()`` a link to a fact, if it has an address.

        ``label`` says more than what is seen; who speaks to a computer says what is seen, so the
        name of the link holds that as well, word for word. The whole of ``box`` answers to a
        pointer, and where none is given that of the words, with the gaps between their lines.
        As a ``hint`` the name is shown to who points at it. Without ``tab`` the keyboard passes it
        by: for where the same links stand in a list.
        """
        drawn, address, seen = self._parts[since:], self.href(fact), self.words(since)
        if not address:
            return
        name = seen if not label else label if seen in label else f"{seen}: {label}"
        answering = [_answering(found, drawn)] if (found := box or _words_box(drawn)) else []
        # A title names it as well; with both, a screen reader would say the same twice.
        hinted = [tag("title", clean(name))] if hint else []
        content = " ".join([*hinted, *answering, *drawn])
        aside = None if tab else "-1"
        named = None if hint else name
        self._parts[since:] = [tag("a", content, href=address, aria_label=named, tabindex=aside)]

    def ornament(self) -> str:
        """The whole as a small picture that says nothing which is not told beside it."""
        inner = tag("defs", "".join(self._defs.values())) if self._defs else ""
        return tag(
            "svg", inner + "".join(self._parts), xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {number(self.width)} {number(self.y)}", width=self.width, height=self.y,
            aria_hidden="true", class_="sourced-ornament",
        )  # fmt: skip

    def picture(self, title: str, description: str) -> str:
        """The whole picture."""
        inner = tag("title", clean(title), id=f"{self.ident}-title")
        inner += tag("desc", clean(description), id=f"{self.ident}-desc")
        if self._defs:
            inner += tag("defs", "".join(self._defs.values()))
        return tag(
            "svg", inner + "".join(self._parts), xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {number(self.width)} {number(self.y)}", width=self.width, height=self.y,
            role="graphics-document", aria_labelledby=f"{self.ident}-title",
            aria_describedby=f"{self.ident}-desc", font_family="inherit", class_="sourced-svg",
        )  # fmt: skip
