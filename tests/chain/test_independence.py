"""How many sources stand behind facts independently."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact
from sourced.chain.independence import independent, shared_words
from sourced.chain.library import Library

from ..bridge import MakeBook

TOLD = "The old tower on the rock stood dark for nine nights after the storm."

SHARED = [
    pytest.param(TOLD, TOLD, 14, id="the same sentence"),
    pytest.param(TOLD, TOLD.upper(), 14, id="in another case"),
    pytest.param(TOLD, f"Keepers say: {TOLD}", 14, id="with words before it"),
    pytest.param("one two three four five", "one two three four six", 4, id="a run of four"),
    pytest.param("one two three five", "one two three six", 0, id="a run of three"),
    pytest.param("a b c d x e f g h", "a b c d y e f g h", 8, id="two runs"),
    pytest.param("a b c d", "d c b a", 0, id="in another order"),
]


@pytest.mark.parametrize(("one", "other", "count"), SHARED)
def test_shared_words_are_counted_in_runs(one: str, other: str, count: int) -> None:
    assert shared_words(one, other) == count


def cites(**quotations: str) -> list[Fact]:
    return [
        Fact(
            id=f"by-{id_}",
            about="x",
            property="y",
            statement="S.",
            evidence=(Evidence(source=id_, exact=exact),),
        )
        for id_, exact in quotations.items()
    ]


GROUPS = [
    pytest.param({"a": TOLD, "b": "It was dark for nine nights."}, [["a"], ["b"]], id="in their own words"),
    pytest.param({"a": TOLD, "b": f"{TOLD} So it was."}, [["a", "b"]], id="shared text"),
    pytest.param(
        {"a": "The light was out.", "b": TOLD, "c": TOLD}, [["a"], ["b", "c"]], id="two of three share it"
    ),
]


@pytest.mark.parametrize(("texts", "groups"), GROUPS)
def test_sources_that_share_a_passage_are_one(
    make_book: MakeBook, texts: dict[str, str], groups: list[list[str]]
) -> None:
    facts = cites(**{id_: text.split(".")[0] for id_, text in texts.items()})
    assert independent(Library(make_book(*facts, **texts)), facts) == groups


def test_a_quotation_that_is_not_found_counts_for_nothing(make_book: MakeBook) -> None:
    facts = cites(a="The light was green")
    assert independent(Library(make_book(*facts, a=TOLD)), facts) == []
