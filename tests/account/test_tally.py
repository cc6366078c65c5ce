"""How much a page rests on."""

from __future__ import annotations

import pytest

from sourced.account.tally import Tally, tally
from sourced.book.model import Fact, Property
from sourced.chain.library import Library

from ..bridge import MakeBook

LENGTH = Property(id="length", title="Length", single=True)


def fact(id_: str, value: str, *, by: str | None = None) -> Fact:
    return Fact(id=id_, about="pier", property="length", value=value, statement="It is so.", by=by)


def test_each_fact_counts_once_and_each_for_what_it_is(make_book: MakeBook) -> None:
    facts = [fact("a", "40 m"), fact("b", "41 m", by="ann"), fact("c", "about 40 m")]
    library = Library(make_book(LENGTH, *facts))
    assert tally(library, ["a", "b", "a", "unknown"]) == Tally(facts=2, claims=1, disputed=2)
    assert tally(library, ["c"]) == Tally(facts=1, disputed=1)  # it contradicts the 41 m, which no page cites
    assert tally(library, []) == Tally()


def test_a_difference_of_precision_is_no_dispute(make_book: MakeBook) -> None:
    library = Library(make_book(LENGTH, fact("a", "40 m"), fact("b", "about 40 m")))
    assert tally(library, ["a", "b"]).disputed == 0


TOLD = [
    pytest.param(Tally(facts=1, claims=1, disputed=1), ["1 fact", "1 claim", "1 told differently"], id="one"),
    pytest.param(Tally(facts=1200, claims=2), ["1,200 facts", "2 claims"], id="many, and nought left out"),
    pytest.param(Tally(), [], id="nothing"),
]


@pytest.mark.parametrize(("found", "wanted"), TOLD)
def test_figures_in_words(found: Tally, wanted: list[str]) -> None:
    assert [words.replace("\N{NO-BREAK SPACE}", " ") for _, words in found.told()] == wanted
