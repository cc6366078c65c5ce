"""The units of a page: what it says in sentences, headings and labels, in pictures, and in code."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from ..book.model import Fact
from ..english.lexis.stems import content_words
from ..page.page import Page
from ..text.fold import squeeze
from .library import Library
from .units import Kind, Unit, entry
from .views import View, code_views, views


def page_units(library: Library, page: Page) -> Iterator[tuple[Unit, View | None]]:
    """The units of a page in their order; those that are sentences with all that a rule may ask of them."""
    yield from sorted(_page_units(library, page), key=lambda found: found[0].at)


def _page_units(library: Library, page: Page) -> Iterator[tuple[Unit, View | None]]:
    for view in (*views(library, page), *code_views(library, page)):
        if not view.wordless and _is_judged(view):
            yield _page_unit(library, page, view), view
    drawn = [("picture", label) for label in page.labels] + [("role", label) for label in page.roles]
    for kind, label in drawn:
        if fact := library.book.facts.get(label.fact):
            words = label.words if kind == "picture" else f"{label.words}: {fact.value or fact.statement}"
            unit = Unit(
                kind="picture" if kind == "picture" else "role",
                text=words,
                facts=(fact.id,),
                rests=(entry(library, fact),),
                page=page.file,
                at=label.start,
            )
            yield unit, None


def _is_judged(view: View) -> bool:
    """Whether a sentence is judged: all of a narrative page, elsewhere what names or means a name of it.

    With the name, all that is said of it is judged: numbers, dates, denials.
    """
    names = view.library.book.names
    return (
        view.page.narrative
        or (view.page.reviewed and view.sentence.kind != "code")
        or any(id_ in names for mention in view.atoms.names for id_ in mention.ids)
        or any(id_ in names for id_ in view.meant)
    )


def _page_unit(library: Library, page: Page, view: View) -> Unit:
    kinds: dict[str, Kind] = {"heading": "heading", "label": "label", "quote": "quotation", "code": "code"}
    own = view.own or (page.reviewed and view.sentence.kind == "prose")
    kind: Kind = "own" if own else kinds.get(view.sentence.kind, "sentence")
    facts = _told_of(library, view) if kind in ("heading", "label") else view.facts
    rests = [entry(library, fact) for fact in facts]
    if view.own:
        rests.append(f"own: {squeeze(view.sentence.own or '')}")
    if view.leans_on:
        rests.append(f"quoted: {squeeze(view.leans_on)}")
    unit = Unit(
        kind=kind,
        text=view.text.strip(),
        facts=tuple(fact.id for fact in facts),
        rests=(*rests, *(f"meant: {who}" for who in view.meant)),
        page=page.file,
        at=view.sentence.start,
    )
    if not view.meant_before:
        return unit
    # Who signed it when its paragraph was one with that before it has read the same.
    before = structs.replace(unit, rests=(*rests, *(f"meant: {who}" for who in view.meant_before)))
    return before if before.digest in library.book.signatures else unit


def _told_of(library: Library, view: View) -> list[Fact]:
    """The facts whose words a heading or label uses, if it uses no others; else all that it stands over.

    What a heading adds of its own can only be judged by everything under it.
    """
    words = content_words(view.text)
    bearing = [fact for fact in view.facts if words & _words_of(library, fact)]
    said = {word for fact in bearing for word in _words_of(library, fact)}
    return bearing if words and words <= said else view.facts


def _words_of(library: Library, fact: Fact) -> set[str]:
    """The stems of what a fact says and quotes, as its table's titles only file it."""
    said = (fact.statement, fact.value or "", *(evidence.exact for evidence in fact.evidence))
    return library.once(_words_of, fact.id, lambda: content_words(" ".join(said)))
