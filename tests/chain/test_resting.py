"""What lies around a unit and turns it belongs to what it rests on: a signature ends with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourced.book.loading import load_book
from sourced.book.model import Evidence, Fact, Name, Source
from sourced.chain.display import make_display
from sourced.chain.library import Library
from sourced.chain.pageunits import page_units
from sourced.chain.units import fact_units
from sourced.page.reading import read_page

from ..bridge import MakeBook

LIBRARY = Library(load_book(Path(__file__).parents[1] / "books" / "tern-rock"))


def behind(quotation: str, sentence: str) -> str:
    """The digest of a sentence right behind a quotation of its own."""
    text = f"# One\n\n```{{quote}} {quotation}\n```\n\n{sentence}\n"
    page = read_page(text, docname="a", file="docs/a.md", display=make_display(LIBRARY.book))
    *_, (last, _) = page_units(LIBRARY, page)
    return last.digest


LEANING = [
    pytest.param("So the captain answered.", True, id="so"),
    pytest.param("She said it on Friday.", True, id="a pronoun"),
    pytest.param("The sea was high.", False, id="for itself"),
    pytest.param("Marta Vane kept her lamp lit.", False, id="a pronoun behind a name"),
    pytest.param("One said “they won”.", False, id="a pronoun that is quoted"),
]


@pytest.mark.parametrize(("sentence", "leans"), LEANING)
def test_a_sentence_that_leans_on_a_quotation_rests_on_it(sentence: str, leans: bool) -> None:
    same = behind("merchant-trying", sentence) == behind("lamp-burning", sentence)
    assert same is not leans


def resting(make_book: MakeBook, text: str, **gloss: str) -> str:
    """The digest of a statement that Ann Ames is quoted for."""
    exact = "The lamp was burning all night"
    fact = Fact(
        id="lamp",
        about="ann",
        property="lamp",
        by="ann",
        statement="The lamp was burning all night.",
        evidence=(Evidence(source="herald", exact=exact, gloss=gloss),),
    )
    names = [
        Name(id=id_, kind="person", name=name) for id_, name in (("ann", "Ann Ames"), ("bob", "Bob Oak"))
    ]
    source = Source(id="herald", file="herald.txt", sha256="0" * 64)
    library = Library(make_book(source, *names, fact, herald=text))
    return next(iter(fact_units(library, fact))).digest


def test_a_statement_rests_on_whose_words_the_source_makes_it(make_book: MakeBook) -> None:
    told = '"It was late," said {}. "The lamp was burning all night."'
    own = resting(make_book, told.format("Ann Ames"))
    assert resting(make_book, told.format("Bob Oak")) != own
    assert resting(make_book, told.format("Ann Ames, the keeper")) == own
    assert resting(make_book, "The lamp was burning all night.") == own, "nobody else is named"
