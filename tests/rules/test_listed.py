"""A list in another order than its evidence has it, and lists whose order says something."""

from __future__ import annotations

import pytest

from ..bridge import MakeBook
from .bridged import is_supported

SAME = [
    ("Bob Oak and Ann Ames lit the lamp.", "Ann Ames and Bob Oak lit the lamp"),
    ("Bob Oak, the League and Ann Ames came.", "Ann Ames, Bob Oak and the League came"),
    ("Bob Oak, the League, and Ann Ames came.", "Ann Ames, Bob Oak, and the League came"),
    ("The lamp was lit by Bob Oak and Ann Ames.", "the lamp was lit by Ann Ames and Bob Oak"),
    ("The fire killed two women and three men.", "the fire killed three men and two women"),
    (
        "The fire killed two women and three men on 3 May 1901.",
        "the fire killed three men and two women on 3 May 1901",
    ),
    ("The dog bit the cat and the postman.", "the dog bit the postman and the cat"),
    ("They want food, water or medicine in the town.", "they want medicine, food or water in the town"),
    (
        "The League and the Guard lit the lamp, and the boats sank.",
        "the Guard and the League lit the lamp, and the boats sank",
    ),
    (
        "They live at the Guard, in the pier and in the League.",
        "they live in the pier, in the League and at the Guard",
    ),
    ("Bob Oak and Ann Ames pleaded not guilty.", "Ann Ames and Bob Oak pleaded not guilty"),
    ("They ordered Bob Oak and Ann Ames to pay.", "they ordered Ann Ames and Bob Oak to pay"),
    ("He acted out of vanity and greed.", "he acted out of greed and vanity"),
]
OTHER = [
    ("They met only Bob Oak and Ann Ames.", "they met only Ann Ames and Bob Oak"),
    ("Bob Oak and Ann Ames won gold and silver.", "Ann Ames and Bob Oak won gold and silver"),
    ("Ann Ames told Bob Oak and the League left.", "Ann Ames told the League and Bob Oak left"),
    ("Mayor Ann Ames and Bob Oak came.", "Mayor Bob Oak and Ann Ames came"),
    ("To Ann Ames, Bob Oak and the League wrote.", "to Bob Oak, Ann Ames and the League wrote"),
    ("Two women and three men drowned.", "three women and two men drowned"),
    ("Perhaps Bob Oak and Ann Ames came.", "perhaps Ann Ames and Bob Oak came"),
    (
        "The fire killed two women and three men of the League.",
        "the fire killed three men and two women of the League",
    ),
    ("The old cat and the postman sank.", "the old postman and the cat sank"),
    ("The dog bit the cat and the postman, who fled.", "the dog bit the postman and the cat, who fled"),
    ("The boat of Bob Oak and Ann Ames sank.", "the boat of Ann Ames and Bob Oak sank"),
    ("Ann Ames's and Bob Oak's boats sank.", "Bob Oak's and Ann Ames's boats sank"),
    ("Ann Ames, and Bob Oak sailed.", "Bob Oak, and Ann Ames sailed"),
]


@pytest.mark.parametrize(("unit", "evidence"), SAME)
def test_what_is_listed_may_come_in_another_order(make_book: MakeBook, unit: str, evidence: str) -> None:
    assert is_supported(make_book, unit, evidence)


@pytest.mark.parametrize(("unit", "evidence"), OTHER)
def test_an_order_that_says_something_is_kept(make_book: MakeBook, unit: str, evidence: str) -> None:
    assert not is_supported(make_book, unit, evidence)
