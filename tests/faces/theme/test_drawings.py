"""Drawings on paper: no two share an anchor, links lead to where their page lies, a high one is left out."""

from __future__ import annotations

import pytest

from sourced.faces.theme.drawings import printed

DRAWING = (
    '<svg viewBox="0 0 640 {high}" aria-labelledby="one-title" aria-describedby="one-title one-desc">'
    '<title id="one-title">A sketch</title><desc id="one-desc">Words.</desc>'
    '<a href="#a-date"><rect fill="url(#one-paint)" width="3"/></a><a href="https://example.org/"></a></svg>'
)


def drawn(high: int) -> str:
    (found,) = printed([DRAWING.format(high=high)], "page--{}".format, "<{}>".format)
    return found


@pytest.mark.parametrize(
    "words",
    [
        'aria-labelledby="page--one-title"',
        'aria-describedby="page--one-title page--one-desc"',
        '<title id="page--one-title">',
        '<desc id="page--one-desc">Words.',
        'fill="url(#page--one-paint)"',
        'href="<#a-date>"',
        'href="<https://example.org/>"',
        'width="3"',
    ],
)
def test_anchors_are_those_of_the_page(words: str) -> None:
    assert words in drawn(640)


@pytest.mark.parametrize(("high", "fits"), [(896, True), (897, False)])
def test_what_would_be_cut_is_left_out(high: int, fits: bool) -> None:
    assert bool(drawn(high)) is fits
