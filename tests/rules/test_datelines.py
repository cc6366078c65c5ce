"""The day on which a source was published, beside the day that it has at its own head."""

from __future__ import annotations

import pytest

from sourced.book.model import Source
from sourced.chain.library import Library
from sourced.rules.records import published_differs, publisher_differs

from ..bridge import MakeBook

HEADS = [
    pytest.param("The Herald, 4 May 1931", None, False, id="the day"),
    pytest.param("The Herald, 5 May 1931", None, True, id="another day"),
    pytest.param("5 May 1931\n4 May 1931", None, False, id="one of two days"),
    pytest.param("5 May 1931", "It was reprinted on the next day.", False, id="another day, with a reason"),
    pytest.param("Updated 5 May 1931", None, False, id="a later day"),
    pytest.param("May 1931", None, False, id="no day"),
    pytest.param("The mill burned down on 3 May 1931.", None, False, id="a sentence"),
    pytest.param(
        "The story of the fire of the mill on 3 May 1931, as it was told", None, False, id="much else"
    ),
]


@pytest.mark.parametrize(("head", "why", "differs"), HEADS)
def test_a_source_is_of_the_day_at_its_head(
    head: str, why: str | None, differs: bool, make_book: MakeBook
) -> None:
    source = Source(
        id="herald", file="herald.txt", sha256="0" * 64, published="1931-05-04", dated_by=why, title="Fire"
    )
    library = Library(make_book(source, herald=f"Fire\n\n{head}\n\nThe mill burned down yesterday.\n"))
    assert bool(list(published_differs(library, source))) is differs


@pytest.mark.parametrize(
    ("head", "differs"),
    [
        pytest.param("The Herald, 4 May 1931", False, id="its own name"),
        pytest.param("The Mill Star, 4 May 1931", True, id="another name"),
        pytest.param("4 May 1931", False, id="no name"),
        pytest.param("Updated by the staff, 4 May 1931", False, id="no name beside its day"),
        pytest.param("The mill star of the north, 4 May 1931", False, id="words that are no name"),
    ],
)
def test_a_source_is_of_the_publisher_at_its_head(head: str, differs: bool, make_book: MakeBook) -> None:
    source = Source(
        id="herald", file="herald.txt", sha256="0" * 64, published="1931-05-04", publisher="The County Herald"
    )
    library = Library(make_book(source, herald=f"Fire\n\n{head}\n\nThe mill burned down yesterday.\n"))
    assert bool(list(publisher_differs(library, source))) is differs
