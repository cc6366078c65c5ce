"""Whose words those of a quotation are, where only a gloss tells it: not those of who is near to it."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Name
from sourced.chain.library import Library
from sourced.rules.speech import by_not_the_speaker

from ..bridge import MakeBook

GUARD = Name(id="guard", kind="group", name="Harbour Guard")


@pytest.mark.parametrize(
    ("exact", "gloss", "who"),
    [
        pytest.param("The crew said the pier sank", "The crew", "", id="the speaker"),
        pytest.param("A spokesman of the crew said the pier sank", "the crew", "", id="who speaks for it"),
        pytest.param("A report of the crew said the pier sank", "the crew", "", id="what it has written"),
        pytest.param("The pier sank, according to the crew", "the crew", "", id="according to it"),
        pytest.param("The mate of the crew slept. It said the pier sank", "the crew", "", id="elsewhere"),
        pytest.param("A man at the crew said the pier sank", "the crew", "man at the crew", id="at it"),
        pytest.param("Critics of the crew also said so", "the crew", "Critics of the crew", id="against it"),
        pytest.param("The pier sank, said a man in the crew", "the crew", "man in the crew", id="behind it"),
    ],
)
def test_who_is_near_to_a_speaker_is_not_the_speaker(
    make_book: MakeBook, exact: str, gloss: str, who: str
) -> None:
    evidence = (Evidence(source="gazette", exact=exact, gloss={gloss: "guard"}),)
    fact = Fact(
        id="fact", about="guard", property="state", by="guard", statement="It sank.", evidence=evidence
    )
    hits = list(by_not_the_speaker(Library(make_book(GUARD, fact, gazette=f"{exact}.")), fact))
    assert [hit.doubt for hit in hits] == [True] * bool(who)
    assert all(f"“{who}”" in hit.message for hit in hits)
