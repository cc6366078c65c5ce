"""Where one text plainly denies what another affirms, and where the two speak of different parts."""

from __future__ import annotations

import pytest

from sourced.chain.library import Library
from sourced.rules.verdict.denied import denies

from ..bridge import MakeBook


@pytest.mark.parametrize(
    ("affirming", "denied"),
    [
        pytest.param("That night four of the eleven cameras were working.", "working", id="the same ones"),
        pytest.param("That night the cameras were working.", "working", id="uncounted ones"),
        pytest.param("That night seven of the eleven cameras were working.", None, id="the others"),
    ],
)
def test_who_counts_others_denies_nothing(affirming: str, denied: str | None, make_book: MakeBook) -> None:
    denying = "Four of the eleven cameras were not working in the night of 1 March 1901."
    assert denies(Library(make_book()), denying, [affirming]) == denied
