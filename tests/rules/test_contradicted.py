"""Whether a date that the evidence does not give is plainly wrong, or stands elsewhere in its article."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Source
from sourced.chain.library import Library
from sourced.rules.verdict.contradicted import is_wrong_date

from ..bridge import MakeBook

TEXTS = {
    "gazette": "The pier opened on 3 May. The keeper left the pier.",
    "herald": "The pier burned on 9 June. The keeper came to the pier.",
}


@pytest.mark.parametrize(
    ("date", "wrong"),
    [
        pytest.param("1901-05-03", {"herald"}, id="a day without a year in one article"),
        pytest.param("1901-06-09", {"gazette"}, id="one in the other"),
        pytest.param("1901-05-04", {"gazette", "herald"}, id="a day in neither"),
        pytest.param("1901-08-04", set(), id="the day of writing"),
        pytest.param("1902-05-03", {"gazette", "herald"}, id="the day in another year"),
    ],
)
def test_a_date_is_wrong_where_its_own_article_does_not_have_it(
    make_book: MakeBook, date: str, wrong: set[str]
) -> None:
    sources = [Source(id=each, file=f"{each}.txt", sha256="0" * 64, published="1901-08-04") for each in TEXTS]
    facts = [
        Fact(
            id=f"of-{each}",
            about="pier",
            property="state",
            statement="The keeper saw it.",
            evidence=(Evidence(source=each, exact=text.partition(". ")[2]),),
        )
        for each, text in TEXTS.items()
    ]
    library = Library(make_book(*sources, *facts, **TEXTS))
    assert {f.evidence[0].source for f in facts if is_wrong_date(library, date, [date], [f])} == wrong
