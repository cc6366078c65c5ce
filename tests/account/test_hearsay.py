"""What a source passes on without naming who said it is neither its own report nor anybody's claim."""

from __future__ import annotations

import pytest

from sourced.account.facts import is_hearsay
from sourced.book.model import Evidence, Fact
from sourced.chain.library import Library

from ..bridge import MakeBook

TEXT = (
    "The light reportedly failed. Nine men are said to have drowned, according to sources in the port. "
    "Bells were rung amid rumours that the ship was lost. No reports of wreckage have come. "
    "It is not known who rowed. The light is said to shine."
)


@pytest.mark.parametrize(
    ("exact", "statement", "by", "hearsay"),
    [
        pytest.param(
            "The light reportedly failed", "The light reportedly failed.", None, True, id="reportedly"
        ),
        pytest.param(
            "Nine men are said to have drowned", "Nine are said to have drowned.", None, True, id="said"
        ),
        pytest.param(
            "men are said to have drowned",
            "By sources, nine drowned.",
            None,
            False,
            id="not in the statement",
        ),
        pytest.param(
            "men are said to have drowned", "According to sources, nine drowned.", None, True, id="sources"
        ),
        pytest.param(
            "The light reportedly failed", "The light reportedly failed.", "edda", False, id="a claim"
        ),
        pytest.param("rumours that the ship was lost", "There were rumours of it.", None, True, id="rumours"),
        pytest.param(
            "Bells were rung amid rumours", "Bells were rung amid rumours.", None, False, id="beside it"
        ),
        pytest.param(
            "No reports of wreckage", "No reports of wreckage came.", None, False, id="none was told"
        ),
        pytest.param("It is not known who rowed", "Who rowed is not known.", None, False, id="a doubt"),
        pytest.param(
            "It is not known who rowed", "Ann is said to have rowed.", None, False, id="not in the source"
        ),
    ],
)
def test_hearsay_shows_in_the_statement_and_in_its_source(
    make_book: MakeBook, exact: str, statement: str, by: str | None, hearsay: bool
) -> None:
    evidence = (Evidence(source="gazette", exact=exact),)
    case = Fact(id="f", about="light", property="p", statement=statement, by=by, evidence=evidence)
    assert is_hearsay(Library(make_book(case, gazette=TEXT)), case) is hearsay


@pytest.mark.parametrize(
    ("other", "hearsay"),
    [("The light of it shone.", False), ("Reportedly the light of it shone.", True)],
)
def test_what_one_source_tells_outright_is_no_hearsay(make_book: MakeBook, other: str, hearsay: bool) -> None:
    said = "The light is said to shine."
    texts = {"gazette": said, "herald": other}
    evidence = tuple(Evidence(source=each, exact=text) for each, text in texts.items())
    case = Fact(id="f", about="light", property="p", statement=said, evidence=evidence)
    assert is_hearsay(Library(make_book(case, **texts)), case) is hearsay
