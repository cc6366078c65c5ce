"""What a sentence begins with, where its evidence ends with it, and fronts that say something else."""

from __future__ import annotations

import pytest

from ..bridge import MakeBook
from .bridged import is_supported

SAME = [
    ("From 1901 to 1903 the Guard sold boats.", "the Guard sold boats from 1901 to 1903"),
    ("In the east of Aske, five boats sank.", "five boats in the east of Aske sank"),
    ("On 3 May 1901 the Guard sold the pier.", "the Guard sold the pier on 3 May 1901"),
    ("By 29 to 14 the Guard voted to close the pier.", "the Guard voted by 29 to 14 to close the pier"),
    ("From 3 May 1901 the boats were free.", "the boats were free from 3 May 1901"),
    ("Prices rose 5 percent.", "prices rose by 5 percent"),
]
OTHER = [
    ("In the west of Aske, five boats sank.", "five boats in the east of Aske sank"),
    ("On 3 May 1901 the pier sold the Guard.", "the Guard sold the pier on 3 May 1901"),
    ("By 14 to 29 the Guard voted to close the pier.", "the Guard voted by 29 to 14 to close the pier"),
    ("Until 3 May 1901 the boats were free.", "the boats were free from 3 May 1901"),
    ("In 1903 the pier was built.", "the pier was built in 1901 and painted in 1903"),
    ("On 3 May the Guard sold the boats.", "the Guard sold the pier on 3 May and the boats in June"),
    ("Prices rose to 5 percent.", "prices rose by 5 percent"),
]


@pytest.mark.parametrize(("unit", "evidence"), SAME)
def test_what_stands_last_may_stand_first(make_book: MakeBook, unit: str, evidence: str) -> None:
    assert is_supported(make_book, unit, evidence)


@pytest.mark.parametrize(("unit", "evidence"), OTHER)
def test_another_front_is_doubted(make_book: MakeBook, unit: str, evidence: str) -> None:
    assert not is_supported(make_book, unit, evidence)
