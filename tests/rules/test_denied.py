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


@pytest.mark.parametrize(
    ("denying", "affirming", "denied"),
    [
        pytest.param("The pier was not open.", "The pier was open.", "open", id="the same of the same"),
        pytest.param("The pier was not open.", "It was open.", "open", id="called by a pronoun there"),
        pytest.param("It was not open.", "The pier was open.", "open", id="called by a pronoun here"),
        pytest.param("The pier was not open.", "The shop was open.", None, id="the same of another"),
        pytest.param("The pier was not open.", "The pier was wet, the shop open.", None, id="or elsewhere"),
        pytest.param("The pier was not.", "The pier was open.", None, id="nothing is denied"),
        pytest.param("The pier was not open.", "The pier may be open.", None, id="a possibility"),
        pytest.param("The pier was not open until May.", "The pier was open.", None, id="until a day"),
        pytest.param(
            "The pier was not open in May.", "The pier was open in June.", None, id="on another day"
        ),
        pytest.param("The pier was not open in May.", "The pier was open in May.", "open", id="on that day"),
        pytest.param("The pier was not open.", "The pier was open in May.", "open", id="on any day"),
        pytest.param(
            "The pier was not open, but the shop was open.", "The pier was open.", None, id="and affirmed"
        ),
        pytest.param(
            "It was built by Ames, not by Oak.",
            "It was built by Ames and lit by Oak.",
            None,
            id="by whom else",
        ),
        pytest.param("It was Ames, not Oak.", "Ames and Oak left.", None, id="another name"),
        pytest.param("Rain, not boats, broke it.", "It was rain, and boats left.", None, id="another thing"),
        pytest.param(
            "Rain, not boats, broke it.", "Boats broke it.", "boats", id="the same of another thing"
        ),
        pytest.param("Ames, not Oak, built it.", "Ames and Oak left.", None, id="another deed of another"),
        pytest.param("Ames, not Oak, built it.", "Ames and Oak built it.", "Oak", id="the same deed of both"),
        pytest.param("It was Ames, not Oak. He left.", "Oak left.", None, id="the deed of another sentence"),
        pytest.param("The pier was old, not lit.", "The pier was old, lit.", "lit", id="a verb by itself"),
        pytest.param("It wasn't open.", "The pier was open.", "open", id="in a short form"),
        pytest.param("The pier is not to open.", "The pier opens.", None, id="what is meant to be done"),
        pytest.param(f"{'Boats lay there. ' * 410}It was not open.", "It was open.", None, id="a long text"),
    ],
)
def test_what_is_denied(denying: str, affirming: str, denied: str | None, make_book: MakeBook) -> None:
    assert denies(Library(make_book()), denying, [affirming]) == denied
