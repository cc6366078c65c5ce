"""The value of a fact beside its title and its quotation: an amount that is told of something else."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Property
from sourced.chain.library import Library
from sourced.rules.verdict.filed import TITLE
from sourced.rules.verdict.standing import stands_alike
from sourced.rules.verdict.values import ANOTHER, SEVERAL, misplaced

from ..bridge import MakeBook

SANK, LAY = "The boats sank.", "The boats lay there."


def fact(id_: str, statement: str, exact: str, value: str | None = None) -> Fact:
    evidence = (Evidence(source="gazette", exact=exact),)
    return Fact(id=id_, about="pier", property="fate", statement=statement, value=value, evidence=evidence)


@pytest.mark.parametrize(
    ("title", "exact", "value", "statement", "doubts", "alike"),
    [
        pytest.param("Sunk", "40 boats sank", "40 boats", SANK, [], True, id="as it is quoted"),
        pytest.param("Sunk", "40 boats sank", "40", SANK, [], True, id="the only amount"),
        pytest.param(
            "Sunk", "40 boats lay there", "40 boats", LAY, [(TITLE, "Sunk")], True, id="no such deed"
        ),
        pytest.param(
            "Loss", "40 boats lay there", "40 boats", LAY, [], True, id="a title that only files it"
        ),
        pytest.param("Burned", "40 boats sank and 9 burned", "9", SANK, [], False, id="beside its title"),
        pytest.param(
            "Boats",
            "40 boats sank and 9 burned",
            "9",
            SANK,
            [(SEVERAL, "9")],
            False,
            id="beside another title",
        ),
        pytest.param("Sunk", "40 boats sank and 9 burned", "40", SANK, [], False, id="not behind an and"),
        pytest.param(
            "Sunk", "40 boats sank and 9 burned", "9", SANK, [(SEVERAL, "9")], False, id="behind an and"
        ),
        pytest.param(
            "Sunk",
            "40 old boats sank while 9 burned",
            "9",
            SANK,
            [(SEVERAL, "9")],
            False,
            id="behind a while",
        ),
        pytest.param(
            "Repair",
            "The repair took 9 days and cost 40 pounds",
            "40 pounds",
            LAY,
            [],
            True,
            id="behind a verb that shares its subject",
        ),
        pytest.param(
            "Repair",
            "The repair took 9 days and the boat cost 40 pounds",
            "40 pounds",
            LAY,
            [(ANOTHER, "40 pounds")],
            True,
            id="behind a verb with a subject of its own",
        ),
        pytest.param(
            "Cut",
            "They were cut by 9 days and cost 40 pounds",
            "40 pounds",
            LAY,
            [(ANOTHER, "40 pounds")],
            True,
            id="behind another that is tied to the title itself",
        ),
        pytest.param("Sunk", "40 boats sank in May 1901", "May 1901", SANK, [], True, id="the only date"),
        pytest.param("Sunk", "nearly 40 boats sank", "40 boats", SANK, [], False, id="limited"),
        pytest.param("Sunk", "not 40 boats sank", "40 boats", SANK, [], False, id="denied"),
        pytest.param(
            "Sunk", "40 boats sank, except for one", "40 boats", SANK, [], False, id="with an exception"
        ),
        pytest.param("Sunk", "140 boats sank", "40 boats", SANK, [], False, id="cut"),
        pytest.param("Sunk", "40 boats sank", "boats", SANK, [], False, id="no amount"),
        pytest.param(
            "Sunk", "It did not rain. 40 boats sank", "40 boats", SANK, [], True, id="denied before it"
        ),
    ],
)
def test_an_amount_belongs_to_its_title_and_stands_in_its_quotation(
    make_book: MakeBook,
    title: str,
    exact: str,
    value: str,
    statement: str,
    doubts: list[tuple[str, str]],
    *,
    alike: bool,
) -> None:
    own = fact("fact", statement, exact, value)
    library = Library(make_book(Property(id="fate", title=title), own, gazette=exact))
    assert [(each.why, each.word) for each in misplaced(library, own, value)] == doubts
    assert stands_alike(library, own, value) is alike


@pytest.mark.parametrize(
    ("statement", "alike"),
    [
        pytest.param("9 boats sank.", False, id="what the title says"),
        pytest.param("9 boats burned.", True, id="something else"),
    ],
)
def test_what_others_tell_under_a_title_each_has_to_tell(
    make_book: MakeBook, statement: str, *, alike: bool
) -> None:
    own, other = fact("fact", LAY, "40 boats lay there", "40 boats"), fact("other", statement, statement)
    library = Library(
        make_book(Property(id="fate", title="Sinking"), own, other, gazette="40 boats lay there.")
    )
    assert stands_alike(library, own, "40 boats") is alike
