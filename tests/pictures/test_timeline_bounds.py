"""A timeline of nothing, of one event, and of text that is hostile or endless."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sourced.chain.library import Library
from sourced.pictures.timeline.data import timeline
from sourced.pictures.timeline.drawing import draw_timeline

from .conftest import Drawn, fact
from .test_timeline_svg import href

LibraryOf = Callable[..., Library]
Reader = Callable[[str | list[str]], Drawn]
WIDTHS = (300, 640)


@pytest.mark.parametrize("width", WIDTHS)
def test_hostile_and_endless_text_is_drawn_as_text(
    library_of: LibraryOf, drawn: Reader, width: float
) -> None:
    bad = "<script>alert('x')</script> \x00 & \"quoted\" " + "W" * 400 + " پنجشیر"
    library = library_of(fact("a", when="2001", statement=bad))
    line = timeline(library, labels={"a": bad})
    picture = drawn(draw_timeline(line, width, "p", lambda id_: 'x" onload="alert(1)'))
    assert not picture.all("script")
    assert set(picture.all("a")[0].attrib) == {"href", "aria-label", "tabindex"}


def test_the_same_book_gives_the_same_bytes(library_of: LibraryOf) -> None:
    first, second = (timeline(library_of(fact("a", when="2001"), fact("b", when="198X"))) for _ in range(2))
    assert draw_timeline(first, 300, "p", href) == draw_timeline(second, 300, "p", href)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("when", ["2001-09-09", "2001/..", "../2001-09-09", "19XX", "2001?"])
def test_one_event_alone_has_a_scale(library_of: LibraryOf, drawn: Reader, width: float, when: str) -> None:
    picture = drawn(draw_timeline(timeline(library_of(fact("a", when=when))), width, "p", href))
    assert len(picture.links) == 1


def test_a_book_without_dates_has_an_empty_timeline(library_of: LibraryOf, drawn: Reader) -> None:
    line = timeline(library_of(fact("a")))
    assert line.events == []
    assert draw_timeline(line, 300, "p", href) == []
