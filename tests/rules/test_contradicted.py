"""Whether a date or a name that the evidence does not give is plainly wrong, or stands in its article."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Name, Source
from sourced.chain.library import Library
from sourced.rules.verdict.contradicted import is_wrong_date, is_wrong_name

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


@pytest.mark.parametrize(
    ("exact", "date", "wrong"),
    [
        pytest.param("Ann Ames, a girl of ten in 1900, fell", "1890", False, id="as far as a number says"),
        pytest.param("Ann Ames, a girl of ten in 1900, fell", "1891", False, id="a year less"),
        pytest.param("Ann Ames, a girl of ten in 1900, fell", "1892", True, id="two years less"),
        pytest.param("Ann Ames, a girl of ten in 1900, fell", "1911", False, id="as far behind it"),
        pytest.param("Ann Ames fell in 1900, ten years before", "1890", False, id="what it is counted from"),
        pytest.param("Ann Ames fell in 1900", "1899/1900", True, id="an interval with a wrong beginning"),
        pytest.param("Ann Ames fell between 1899 and 1900", "1899/1900", False, id="the interval"),
        pytest.param("Ann Ames fell in 1900", "1914", False, id="the year of writing"),
        pytest.param("Ann Ames fell", "1890", True, id="beside no date"),
    ],
)
def test_a_date_is_not_wrong_that_may_be_worked_out(
    make_book: MakeBook, exact: str, date: str, *, wrong: bool
) -> None:
    fact = Fact(
        id="fact",
        about="ann",
        property="state",
        statement="Ann Ames fell.",
        evidence=(Evidence(source="gazette", exact=exact),),
    )
    source = Source(id="gazette", file="gazette.txt", sha256="0" * 64, published="1914-05")
    library = Library(make_book(source, fact, gazette=f"{exact}."))
    assert is_wrong_date(library, date, [date], [fact]) is wrong


@pytest.mark.parametrize(
    ("exact", "date", "wrong"),
    [
        pytest.param("The pier fell on 3 May 1901", "1902-06-09", True, id="for another day"),
        pytest.param("The pier fell in 1901", "1902-06-09", False, id="for one that is less exact"),
        pytest.param("The pier fell on a Monday", "1902-06-09", False, id="for a day of the week"),
        pytest.param("The pier fell", "1902-06-09", False, id="for none"),
    ],
)
def test_a_date_of_its_article_is_wrong_in_the_place_of_another(
    make_book: MakeBook, exact: str, date: str, *, wrong: bool
) -> None:
    evidence = (Evidence(source="gazette", exact=exact),)
    fact = Fact(id="fact", about="pier", property="state", statement="It fell.", evidence=evidence)
    source = Source(id="gazette", file="gazette.txt", sha256="0" * 64, published="1914-05")
    library = Library(make_book(source, fact, gazette=f"{exact}. It was rebuilt on 9 June 1902."))
    assert is_wrong_date(library, date, [date], [fact]) is wrong


def test_without_a_source_no_date_is_wrong(make_book: MakeBook) -> None:
    fact = Fact(id="fact", about="ann", property="state", statement="Ann Ames fell.")
    assert not is_wrong_date(Library(make_book(fact)), "1890", ["1890"], [fact])


NAMES = (
    Name(id="ann", kind="person", name="Ann Ames"),
    Name(id="bob", kind="person", name="Bob Oak", also=("the Elder Oak",)),
    Name(id="cora", kind="person", name="Cora Holm"),
    Name(id="ed", kind="person", name="Ed Ames"),
    Name(id="pier", kind="place", name="Elm Pier"),
    Name(id="keeper", kind="office", name="keeper"),
)


@pytest.mark.parametrize(
    ("text", "exact", "gloss", "wrong"),
    [
        pytest.param("Cora Holm fell.", "he fell", {}, True, id="in no article"),
        pytest.param("Bob Oak fell.", "he fell", {}, False, id="for a pronoun"),
        pytest.param("Bob Oak fell.", "somebody fell", {}, False, id="for nobody who is named"),
        pytest.param("Bob Oak fell.", "Ann Ames fell", {}, True, id="for another"),
        pytest.param("Bob Oak fell.", "Ann Ames fell, and he left", {}, False, id="or for a pronoun beside"),
        pytest.param("Bob Oak fell.", "Ann Ames fell", {"fell": "pier"}, False, id="or for what is glossed"),
        pytest.param("Bob Oak and Ann Ames fell.", "Ann Ames fell", {}, False, id="beside the other"),
        pytest.param("Bob Oak fell.", "Ann Ames's dog fell", {}, False, id="for an owner"),
        pytest.param("Bob Oak fell.", "Ames fell", {}, False, id="for one of two"),
        pytest.param("Bob Oak fell.", "the Elm Pier fell", {}, False, id="for another kind"),
        pytest.param("The keeper fell.", "Ann Ames fell", {}, False, id="a word that is written small"),
    ],
)
def test_a_name_is_wrong_for_another_of_its_kind(
    make_book: MakeBook, text: str, exact: str, gloss: dict[str, str], *, wrong: bool
) -> None:
    evidence = (Evidence(source="gazette", exact=exact, gloss=gloss),)
    fact = Fact(id="fact", about="pier", property="state", statement=text, evidence=evidence)
    gazette = f"{exact}. The Elder Oak, Ann Ames and a keeper saw it. Ed Ames did not."
    library = Library(make_book(*NAMES, fact, gazette=gazette))
    mentions = library.atoms(text).names
    told = {id_ for each in mentions for id_ in each.ids}
    assert is_wrong_name(library, mentions[0], told, [fact]) is wrong
    assert is_wrong_name(library, mentions[0], told, [fact], rivals=False) is (wrong and "Cora" in text)


def test_without_a_fact_no_name_is_wrong(make_book: MakeBook) -> None:
    library = Library(make_book(*NAMES))
    (mention,) = library.atoms("Cora Holm fell.").names
    assert not is_wrong_name(library, mention, {"cora"}, [])
