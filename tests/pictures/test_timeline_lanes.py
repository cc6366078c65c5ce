"""A lane of the timeline for each thread."""

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
def test_each_thread_has_a_lane_that_a_filter_can_hide(
    library_of: LibraryOf, drawn: Reader, width: float
) -> None:
    library = library_of(
        fact("a", when="2001"), fact("b", when="2002", about="sound"), fact("c", when="2003", property="size")
    )
    picture = drawn(draw_timeline(timeline(library, labels={"b": "Of b"}), width, "p", href))
    held = {
        group.attrib["class"].split()[-1]: [
            each.attrib["href"] for each in group.iter() if "href" in each.attrib
        ]
        for group in picture.all("g")
    }
    assert held == {
        "sourced-thread-1": [href("2001")],
        "sourced-thread-2": [href("2002")],
        "sourced-thread-0": [href("2003")],
    }
    assert {"Land", "Sea", "Other"} <= set(picture.texts)


def test_without_threads_no_lane_has_a_name(library_of: LibraryOf, drawn: Reader) -> None:
    picture = drawn(
        draw_timeline(timeline(library_of(fact("a", when="2001", property="size"))), 640, "p", href)
    )
    assert "Other" not in picture.texts
