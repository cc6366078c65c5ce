"""A number that the evidence does not give: worked out from what it gives, or plainly another."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact
from sourced.chain.library import Library
from sourced.english.quantities.numbers import find_numbers
from sourced.rules.verdict.amounts import Counted, amount_fault, stands_in

from ..bridge import MakeBook


def doubt(make_book: MakeBook, statement: str, exact: str) -> bool | None:
    """Whether the number of a statement is only to be doubted; ``None`` if nothing is wrong with it."""
    fact = Fact(
        id="fact",
        about="pier",
        property="state",
        statement=statement,
        evidence=(Evidence(source="gazette", exact=exact),),
    )
    library = Library(make_book(fact, gazette=f"{exact}."))
    numbers = library.atoms(statement).numbers
    found = amount_fault(library, fact, numbers[0], Counted(statement, numbers))
    return found and found.doubt


TWO = "40 boats lay at the pier and 12 boats beyond it"
MANY = "; ".join(f"{number} boats lay there" for number in range(100, 401))
DERIVED = [
    pytest.param("52 boats lay there.", TWO, True, id="a sum"),
    pytest.param("28 boats lay there.", TWO, True, id="a difference"),
    pytest.param("53 boats lay there.", TWO, False, id="no sum of them"),
    pytest.param("40 boats lay there.", TWO, None, id="one of them"),
    pytest.param("36 boats lay there.", "40 per cent of the 90 boats lay there", True, id="a share"),
    pytest.param(
        "60 per cent of them sank.", "40 per cent of the boats held", True, id="the rest of a hundred"
    ),
    pytest.param(
        "70 per cent of them sank.", "40 per cent of the boats held", False, id="more than the rest"
    ),
    pytest.param("36 km burned.", "40 per cent of the 90 km burned", True, id="a share of a length"),
    pytest.param("39 km burned.", "40 per cent of the 90 km burned", False, id="another share"),
    pytest.param("53 boats lay there.", "40 boats lay there", False, id="another number of the same"),
    pytest.param("53 boats lay there.", "40 keepers lay there", True, id="a number of something else"),
    pytest.param("The boat goes 40 km.", "the boat goes 9 hours", True, id="an amount of another kind"),
    pytest.param("The boat goes 40 km.", "the boat goes 9 miles", False, id="another unit of the same kind"),
    pytest.param("The boat left at 9 pm.", "the boat left at half past eight", False, id="another time"),
    pytest.param("The wall is 2 metres thick.", "walls are 3 metres thick", False, id="as thick as another"),
    pytest.param("The door is 2 metres thick.", "walls are 3 metres thick", False, id="as thick, of another"),
    pytest.param("The door is 2 metres thick.", "walls are 3 metres high", True, id="not as thick, but high"),
    pytest.param("The door is 2 metres.", "walls are 3 metres", True, id="of another, and no word behind it"),
    pytest.param("40 dollars lay there.", "9 euros lay there", True, id="money of another land"),
    pytest.param("57 boats lay there.", f"{TWO}, and 5 boats burned", True, id="a sum of three"),
    pytest.param("30 boats lay there.", "a third of the 90 boats lay there", True, id="a fraction"),
    pytest.param(
        "The town owns a quarter of the pier.",
        "the town owns a third of the pier",
        False,
        id="another part of the same",
    ),
    pytest.param(
        "The town owns a quarter of the boats.",
        "the town owns a third of the pier",
        True,
        id="a part of something else",
    ),
    pytest.param(
        "The town owns a third of the pier.", "the town owns a third of the pier", None, id="the part"
    ),
    pytest.param("It was open for 12 years.", "it opened in 1901 and closed in 1913", True, id="a span"),
    pytest.param("It was open for 15 years.", "it opened in 1901 and closed in 1913", False, id="no span"),
    pytest.param("999 boats lay there.", MANY, True, id="more amounts than are compared"),
    pytest.param("150 boats lay there.", MANY, None, id="one of more than are compared"),
    pytest.param("999 boats lay there.", MANY[: MANY.index("; 390 ")], False, id="as many as are compared"),
]

DIRECTIONS = [
    pytest.param("It lies north of the pier.", "it lies south of the pier", False, id="the opposite"),
    pytest.param("It lies north of the pier.", "it lies east of the pier", False, id="a quarter off"),
    pytest.param("It lies north of the pier.", "it lies north-east of the pier", True, id="a point off"),
    pytest.param("It lies north of the pier.", "it lies north-west of the pier", True, id="on either side"),
    pytest.param("It lies north-west of the pier.", "it lies north of the pier", True, id="the other way"),
    pytest.param("It lies north of the pier.", "it lies north of the pier", None, id="the same"),
]


@pytest.mark.parametrize(("statement", "exact", "doubted"), [*DERIVED, *DIRECTIONS])
def test_what_is_worked_out_is_doubted_and_what_is_not_is_wrong(
    make_book: MakeBook, statement: str, exact: str, doubted: bool | None
) -> None:
    assert doubt(make_book, statement, exact) is doubted


@pytest.mark.parametrize(
    ("text", "there"),
    [
        pytest.param("38 metres", True, id="as it is"),
        pytest.param("125 feet", True, id="in another unit"),
        pytest.param("38", True, id="without its unit"),
        pytest.param("38 tonnes", False, id="of something else"),
        pytest.param("39 metres", False, id="another"),
        pytest.param("38 to 40 metres", False, id="the end of a range"),
    ],
)
def test_an_article_has_a_number_in_some_unit(make_book: MakeBook, text: str, *, there: bool) -> None:
    library = Library(make_book(gazette=f"The tower rose by {text}.", herald="The tower is old."))
    (number,) = find_numbers("38 metres")
    assert stands_in(library, number, ["herald", "gazette"]) is there
    assert not stands_in(library, number, ["herald", "mail"])
