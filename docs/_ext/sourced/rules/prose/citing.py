"""Rules on citing: every sentence rests on a fact, or is the editor's own and can be no wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from ...chain.library import Library
from ...chain.views import View
from ...english.markers import Marker
from ...english.quantities.numbers import is_small_count
from ...page.page import Page
from ..messages import nearest
from ..registry import Hit, also, rule, surest
from ..verdict.mending import spelled

_WORD = re.compile(r"\w")


@rule("fact-unknown", link="prose", scope="page", hint="Cite the ID of an entry under `facts`.")
def fact_unknown(library: Library, page: Page) -> Iterator[Hit]:
    """A page cites a fact that the data file does not have, or has a picture name one.

    The reader would find nothing behind the sentence, and the picture cannot be drawn.
    """
    cited = (cite for group in page.groups for sentence in group.sentences for cite in sentence.cites)
    for cite in chain(cited, page.drawn):
        if cite.fact not in library.book.facts and cite.fact not in library.book.drafts:
            now = _renamed(library).get(cite.fact)
            more = f" It is called “{now}” now." if now else nearest(cite.fact, library.book.facts)
            message = f"there is no fact “{cite.fact}”.{more}"
            mends = spelled(cite.fact, library.book.facts, cite.start)
            yield Hit(message=message, at=cite.start, fact=cite.fact, mends=mends)


def _renamed(library: Library) -> dict[str, str]:
    """The facts by the IDs that they had before."""
    facts = library.book.facts.values()
    return library.once(_renamed, "", lambda: {was: fact.id for fact in facts for was in fact.formerly})


@rule(
    "draft-cited",
    link="prose",
    scope="page",
    hint="Read the fact beside its quotation; if it holds, take out its line `draft: true`.",
)
def draft_cited(library: Library, page: Page) -> Iterator[Hit]:
    """A page cites a fact that is only a draft.

    It was proposed by a program, and nobody has taken it over.
    """
    cited = (cite for group in page.groups for sentence in group.sentences for cite in sentence.cites)
    for cite in chain(cited, page.drawn):
        if cite.fact in library.book.drafts:
            yield Hit(message=f"the fact “{cite.fact}” is a draft", at=cite.start, fact=cite.fact)


@rule(
    "page-empty",
    link="prose",
    scope="page",
    hint="Write the page, or bring back what it said; or delete it.",
)
def page_empty(library: Library, page: Page) -> Iterator[Hit]:
    """A page of the book has nothing on it.

    What it told is gone, and nobody who reads the book is told so.
    """
    if not page.text.strip():
        yield Hit(message="this page is empty")


@rule(
    "content-unchecked",
    link="prose",
    scope="page",
    hint="Write it as Markdown prose.",
)
@also("content-unchecked", "waiting-page")
def content_unchecked(library: Library, page: Page) -> Iterator[Hit]:
    """A page shows words that the checks cannot read, such as raw HTML or an included file.

    They could say anything, on a page that is not narrative too.
    """
    for offset, what in page.unchecked:
        yield Hit(message=f"{what} cannot be checked", at=offset)


@rule(
    "cited-in-passing",
    link="prose",
    scope="page",
    hint="Tell it on a narrative page and lead there; or make this page narrative, or take it in; or show "
    "the role as code.",
)
@also("cited-in-passing", "waiting-page")
def cited_in_passing(library: Library, page: Page) -> Iterator[Hit]:
    """A page that is not narrative, or not yet taken in, cites a fact: not all that it tells is judged.

    Such a page need not say what its sentences rest on, so a mark on one of them would lend its proof to the
    others.
    """
    if page.narrative:
        return
    kind = "narrative" if page.taken_in else "yet taken in"
    for group in page.groups:
        for cite in (cite for sentence in group.sentences for cite in sentence.cites):
            message = f"the fact “{cite.fact}” is cited on a page that is not {kind}"
            yield Hit(message=message, at=cite.start, fact=cite.fact)


@rule(
    "sentence-without-fact",
    link="prose",
    scope="sentence",
    hint="End it with {evidence}`fact-id`; or, if it is about the book itself, with {own}`reason`.",
)
def sentence_without_fact(view: View) -> Iterator[Hit]:
    """A sentence of a narrative page rests on no fact.

    A heading rests on the facts of its section, a table cell on those of its row, a caption on those of its
    page.
    """
    rests = view.facts or view.sentence.cites or view.own
    if view.narrative and not rests and _WORD.search(view.text):
        yield Hit(message="this sentence cites no fact")


@rule(
    "own-with-atom",
    link="prose",
    scope="sentence",
    hint="Cite a fact; or leave the number, date, name, quotation, negation or hedge out.",
)
@surest
def own_with_atom(view: View) -> Iterator[Hit]:
    """A sentence marked as the editor's own holds an atom: something that can be wrong.

    It may lead from one thing to the next or speak of the book itself, whose figures the `figure` role
    prints.
    """
    if view.sentence.own is None:
        return
    if view.sentence.cites:
        yield Hit(message="this sentence cites a fact and is marked as the editor's own: it cannot be both")
        return
    for atom in view.atoms.in_order():
        if not view.printed(atom.start, atom.end, "figure"):
            message = f"“{view.text[atom.start : atom.end]}” needs a fact"
            yield Hit(message=message, at=atom.start, doubt=isinstance(atom, Marker) or is_small_count(atom))


@rule(
    "fact-without-value",
    link="prose",
    scope="sentence",
    hint=(
        "Give the fact a `value:`, write the words (`{fact}`words <id>``), or end the sentence "
        "with {evidence}."
    ),
)
def fact_without_value(view: View) -> Iterator[Hit]:
    """A page asks for the value of a fact that has none.

    The sentence would have a hole.
    """
    for at, _, piece in view.pieces:
        fact = view.fact_of(piece)
        if piece.kind == "fact" and fact is not None and fact.value is None and not piece.chosen:
            yield Hit(message=f"the fact “{fact.id}” has no value to print", at=at, fact=fact.id)


@rule(
    "figure-unknown",
    link="prose",
    scope="sentence",
    hint="Use one of the figures of the book: sources, names, facts, quotations, claims, absences, latest.",
)
def figure_unknown(view: View) -> Iterator[Hit]:
    """A `figure` role asks for a figure that the book does not count.

    The sentence would have a hole.
    """
    for at, _, piece in view.pieces:
        if piece.kind == "figure" and not piece.text:
            yield Hit(message=f"there is no figure “{piece.target}”", at=at)
