"""The rule on what the book tells of a name: a reader meets it on a card, so it rests on facts, too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..book.model import Fact, Name
from ..chain.cited import Cited
from ..chain.library import Library
from ..chain.mentions import names_in
from ..chain.views import View, view_of
from ..page.page import Citation, Group, Page, Piece, Sentence
from .messages import short
from .prose.figures import date_not_in_facts, number_not_in_facts
from .prose.names import name_not_in_facts
from .registry import Hit, rule

CHECKS = (number_not_in_facts, date_not_in_facts, name_not_in_facts)


@rule(
    "about-not-in-facts",
    link="fact",
    scope="name",
    hint="Correct it, or write a fact about the name that gives it, or leave it out.",
)
def about_not_in_facts(library: Library, name: Name) -> Iterator[Hit]:
    """The `about` of a name tells a number, a date or another name that no fact on it gives.

    It is printed on cards and lists, as the book's own words: they may say no more than the facts.
    """
    if not name.about:
        return
    view = _view(name.about, _mentioning(library).get(name.id, []), library)
    told = short(name.about)
    for check in CHECKS:
        for hit in check(view):
            message = f"“{told}” is told of “{name.id}”, but {hit.message}"
            yield Hit(message=message, path=("names", name.id, "about"), doubt=hit.doubt)


def _mentioning(library: Library) -> dict[str, list[Fact]]:
    """The facts on each name: those that have it as subject, speaker or value, or in a quotation."""

    def sort() -> dict[str, list[Fact]]:
        found = defaultdict(list)
        for fact in library.book.facts.values():
            for id_ in names_in(fact, library.book.names):
                found[id_].append(fact)
        return dict(found)

    return library.once(about_not_in_facts, "", sort)


def _view(text: str, facts: list[Fact], library: Library) -> View:
    """The text as a sentence that cites the facts."""
    cites = tuple(Citation(fact=fact.id, start=0, role="evidence") for fact in facts)
    piece = Piece(text=text, kind="text", start=0)
    sentence = Sentence(pieces=(piece,), cites=cites)
    page = Page(docname="", file="", text=text, groups=(Group(sentences=(sentence,)),))
    cited = Cited(library, (fact.id for fact in facts))
    return view_of(library, page, sentence, cited=cited, nearby=cited)
