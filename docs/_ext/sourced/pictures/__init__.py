"""Pictures made of facts: pure functions from a book to what a picture says, and to SVG text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from msgspec import Struct

from ..chain.library import Library
from ..page.page import Page
from .locator.data import legend, locator, locator_twin
from .locator.drawing import draw_locator
from .people import people, people_twin
from .request import LocatorRequest, PeopleRequest, Request
from .sourcing import sourcing, sourcing_twin
from .svg import Href
from .twin import Twin

NARROW = 300
WIDE = 640
"""The widths, in pixels where text has its natural size, that a picture is drawn for."""


Draw = Callable[[float, str, Href], str]
"""Draws for a width, with an ID and a way to find the addresses of facts."""


class Picture(Struct, frozen=True, kw_only=True):
    """What a picture says in words, and how it is drawn in any width where the words are not the picture."""

    twin: Twin
    draw: Draw | None = None
    below: Twin = ()
    """What stands below a drawing and is no part of its twin."""


def make_picture(library: Library, request: Request, pages: Callable[[], Iterable[Page]]) -> Picture:
    """The picture that a page asks for; ``pages`` gives those of the book, where they are needed.

    A timeline is none of these: its words are no twin but a part of it, as ordinary text.
    """
    if isinstance(request, PeopleRequest):
        ties = people(library, without=request.without, against=request.against)
        return Picture(twin=people_twin(library.book, ties, request.ident))
    if isinstance(request, LocatorRequest):
        sketch = locator(library, request.roles)
        below = () if request.compact else (legend(sketch),)
        return Picture(draw=partial(draw_locator, sketch), below=below, twin=locator_twin(sketch))
    return Picture(twin=sourcing_twin(sourcing(library, pages())))
