"""Rules on the names of a sentence: known, plain, and those that its facts name."""

from __future__ import annotations

from collections.abc import Iterator

from ...chain.mentions import is_slip
from ...chain.views import View
from ..messages import lack, near, nearest, suggested
from ..registry import Hit, also, rule
from ..verdict.contradicted import is_wrong_name
from ..verdict.mending import in_sentence, role_target, who_is_meant


@rule(
    "name-not-in-facts",
    link="prose",
    scope="sentence",
    hint="Name whom the fact names; or cite the fact that this name comes from.",
)
def name_not_in_facts(view: View) -> Iterator[Hit]:
    """A name of a sentence is in no fact that the sentence cites: the son where the father is meant.

    Speakers and publishers of the cited facts may be named too.
    """
    if view.own:
        return
    allowed = {i for given in view.given for i in given.ids}
    names = view.library.called
    told = {i for each in view.atoms.names for i in each.ids}
    for mention in view.atoms.names:
        piece = view.printed(mention.start, mention.end)
        if piece is not None and piece.kind != "name" and not (piece.kind == "fact" and piece.chosen):
            continue
        meant = piece.target if piece is not None and piece.kind == "name" else ""
        if meant in names and meant not in mention.ids:
            yield Hit(message=f"“{mention.text}” is no spelling of {names[meant].name}", at=mention.start)
        ids = (meant,) if meant else mention.ids
        if len(ids) == 1 and ids[0] not in allowed:
            shown = names[ids[0]].name if ids[0] in names else ids[0]
            wrong = meant or is_wrong_name(view.library, mention, told, view.facts, rivals=view.narrative)
            yield Hit(message=lack(view, shown), at=mention.start, doubt=not wrong)


@also("name-unlisted", "sentence")
def name_unlisted(view: View) -> Iterator[Hit]:
    """A capitalised name is none of the book's names: misspelt, or from nowhere."""
    index = view.library.names
    titled = view.sentence.kind in ("heading", "label")
    for unknown in index.unknown(view.text, view.atoms.names, titled=titled):
        if not view.quoted(unknown.start) and not view.printed(unknown.start, unknown.end, "quote"):
            other = near(unknown.text, index.known_words)
            message = f"“{unknown.text}” is no name of the book.{suggested(other)}"
            slip, title = is_slip(view.library, unknown.text), f"Write “{other}”"
            mends = in_sentence(view, unknown.start, unknown.end, other, title) if other else ()
            yield Hit(message=message, at=unknown.start, doubt=not slip, mends=mends)


@also("name-unknown", "sentence")
def name_role_unknown(view: View) -> Iterator[Hit]:
    """A `name` role points to no name of the book."""
    names = view.library.book.names
    for at, _, piece in view.pieces:
        if piece.kind == "name" and piece.target not in names:
            message = f"there is no name “{piece.target}”.{nearest(piece.target, names)}"
            yield Hit(message=message, at=at, mends=role_target(view.page, piece, names))


@also("name-ambiguous", "sentence")
def name_ambiguous(view: View) -> Iterator[Hit]:
    """A sentence calls somebody by a name that several bear, and does not say who is meant."""
    for mention in view.atoms.names:
        if len(mention.ids) == 1 or view.printed(mention.start, mention.end, "name", "quote"):
            continue
        fact = view.fact_of(view.printed(mention.start, mention.end, "fact"))
        if fact is None or fact.value not in mention.ids:
            message = f"“{mention.text}” may be {' or '.join(mention.ids)}"
            mends = who_is_meant(view, mention.start, mention.end, mention.ids)
            yield Hit(message=message, at=mention.start, doubt=True, mends=mends)
