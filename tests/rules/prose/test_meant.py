"""Whom a pronoun at the head of a sentence means, and of whom the entry of a term tells."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Name, Property, Source
from sourced.chain.display import make_display
from sourced.chain.library import Library
from sourced.chain.views import views
from sourced.page.reading import read_page
from sourced.rules import checks_for

from ...bridge import MakeBook

TEXT = "Ann Ames left. Bob Oak met Cora Holm. The League is old."
ENTRIES = (
    Name(id="ann", kind="person", name="Ann Ames"),
    Name(id="bob", kind="person", name="Bob Oak"),
    Name(id="cora", kind="person", name="Cora Holm"),
    Name(id="league", kind="group", name="League"),
    Property(id="deed", title="Deed"),
    Source(id="gazette", file="gazette.txt", sha256="0" * 64, publisher="Gazette", published="1901-05-04"),
    *(
        Fact(
            id=id_,
            about=about,
            property="deed",
            statement=f"{words}.",
            evidence=(Evidence(source="gazette", exact=words),),
        )
        for id_, about, words in (
            ("left", "ann", "Ann Ames left"),
            ("met", "bob", "Bob Oak met Cora Holm"),
            ("old", "league", "The League is old"),
        )
    ),
)
FINE = [
    "Bob Oak is told of here. He met Cora Holm. {evidence}`met`",
    "Bob Oak is told of here. He is old. He met Cora Holm. {evidence}`met`",
    "Bob Oak is told of here. The son of Ann Ames, he is old. He met Cora Holm. {evidence}`met`",
    "Cora Holm and Bob Oak are told of here. He met her. {evidence}`met`",
    "The League is told of here. He met Cora Holm. {evidence}`met`",
    "Ann Ames is told of here. It is old. {evidence}`old`",
    "Bob Oak\n: He met Cora Holm. {evidence}`met`",
    "Bob Oak\n: A friend of hers. {evidence}`met`",
    "Cora Holm\n: She was met by one. {evidence}`met`",
    "The sea\n: It is old. {evidence}`old`",
    "Bob Oak\n: He met Cora Holm. {evidence}`met` The League is old. {evidence}`old`",
]
OTHERS = [
    ("Ann Ames is told of here. He met Cora Holm. {evidence}`met`", "here “He” means Ann Ames"),
    ("Ann Ames is told of here. He is old. He met Cora Holm. {evidence}`met`", "here “He” means Ann Ames"),
    ("Ann Ames joined Bob Oak. He met Cora Holm. {evidence}`met`", "here “He” means Ann Ames"),
    ("Ann Ames went with a League. He left. {evidence}`met`", "here “He” means Ann Ames"),
    ("Ann Ames\n: He met Cora Holm. {evidence}`met`", "this is said of Ann Ames"),
    ("Bob Oak\n: Old, and seaworthy. {evidence}`old`", "this is said of Bob Oak"),
]


def told(make_book: MakeBook, text: str) -> list[str]:
    """What is found of names, as doubts."""
    book = make_book(*ENTRIES, gazette=TEXT)
    page = read_page(text, docname="pier", file="docs/pier.md", display=make_display(book))
    return [
        hit.message
        for view in views(Library(book), page)
        for rule, check in checks_for("sentence")
        for hit in check(view)
        if rule.code == "name-not-in-facts" and hit.doubt
    ]


@pytest.mark.parametrize("text", FINE)
def test_who_is_meant_is_told_of(make_book: MakeBook, text: str) -> None:
    assert [message for message in told(make_book, text) if "whom" in message] == []


@pytest.mark.parametrize(("text", "message"), OTHERS)
def test_who_is_meant_is_another(make_book: MakeBook, text: str, message: str) -> None:
    assert any(each.startswith(message) for each in told(make_book, text)), told(make_book, text)
