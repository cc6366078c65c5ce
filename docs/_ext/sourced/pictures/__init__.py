"""Pictures drawn from facts: pure functions from a book to SVG text, and to the same in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from msgspec import Struct

from ..chain.library import Library
from ..page.page import Page
from .locator.data import locator, locator_twin
from .locator.drawing import draw_locator
from .people.data import people, people_twin
from .people.drawing import draw_people
from .request import Request
from .sourcing.data import sourcing, sourcing_twin
from .sourcing.drawing import draw_sourcing
from .svg import Href
from .twin import Twin

NARROW = 300
WIDE = 640
"""The widths, in pixels where text has its natural size, that a picture is drawn for."""


Draw = Callable[[float, str, Href], str]
"""Draws for a width, with an ID and a way to find the addresses of facts."""


class Picture(Struct, frozen=True, kw_only=True):
    """A picture that can be drawn in any width, and what it says in words."""

    draw: Draw
    twin: Twin


def make_picture(library: Library, request: Request, pages: Callable[[], Iterable[Page]]) -> Picture:
    """The picture that a page asks for; ``pages`` gives those of the book, where they are needed.

    A timeline is none of these: its words are no twin but a part of it, as ordinary text.
    """
    if request.kind == "people":
        ties = people(library, without=request.without)
        return Picture(draw=partial(draw_people, ties), twin=people_twin(ties))
    if request.kind == "locator":
        sketch = locator(library.book, request.roles)
        return Picture(draw=partial(draw_locator, sketch, compact=request.compact), twin=locator_twin(sketch))
    counted = sourcing(library, pages())
    return Picture(draw=partial(draw_sourcing, counted), twin=sourcing_twin(counted))
