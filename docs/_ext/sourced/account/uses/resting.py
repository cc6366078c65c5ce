"""What rests on something: facts; and pages, told by their text alone, so that few have to be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ...book.model import Evidence, Fact, Name
from ...chain.library import Library
from ...text.fold import squeeze
from .subject import Kind

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SHOWS = re.compile(r"\{(?:timeline|people)\}")
"""What shows facts without being asked for them."""


def may_use(library: Library, kind: Kind, id_: str) -> Callable[[str], bool]:
    """Whether a page with this text may use an ID, or a fact that rests on it."""
    wanted = {id_, *resting_facts(library, kind, id_)}
    words = last_words(library.book.names[id_]) if kind == "name" else set[str]()

    def may(text: str) -> bool:
        small = text.lower()
        return (
            not wanted.isdisjoint(_ID.findall(text))
            or any(word in small for word in words)
            or _SHOWS.search(text) is not None
        )

    return may


def resting_facts(library: Library, kind: Kind, id_: str) -> dict[str, tuple[str, ...]]:
    """The facts that rest on it, each with the parts that it plays there."""
    book = library.book
    if kind == "fact":
        return {id_: ()}
    if kind == "property":
        return {fact.id: ("property",) for fact in book.facts.values() if fact.property == id_}
    found = {}
    words = last_words(book.names[id_]) if kind == "name" else set[str]()
    for fact in book.facts.values():
        played = _named_in(library, fact, id_, words) if kind == "name" else _taken_from(fact, id_)
        if parts := tuple(dict.fromkeys(played)):
            found[fact.id] = parts
    return found


def last_words(name: Name) -> set[str]:
    """The last word of each spelling in small letters: without one of them a text does not name it."""
    return {squeeze(spelling).lower().split()[-1] for spelling in (name.name, *name.also) if spelling.split()}


def names_it(library: Library, text: str, id_: str, words: set[str]) -> bool:
    """Whether a text may mean a name."""
    small = text.lower()
    return any(word in small for word in words) and any(id_ in m.ids for m in library.atoms(text).names)


def _taken_from(fact: Fact, source: str) -> Iterator[str]:
    yield from ("quotation" for evidence in fact.evidence if evidence.source == source)


def _named_in(library: Library, fact: Fact, id_: str, words: set[str]) -> Iterator[str]:
    played = {"subject": fact.about, "value": fact.value, "speaker": fact.by}
    yield from (part for part, played_by in played.items() if played_by == id_)
    if any(id_ in evidence.gloss.values() for evidence in fact.evidence):
        yield "gloss"
    if names_it(library, fact.statement, id_, words):
        yield "statement"
    yield from ("quotation" for evidence in fact.evidence if _quoted(library, evidence, id_, words))


def _quoted(library: Library, evidence: Evidence, id_: str, words: set[str]) -> bool:
    return names_it(library, evidence.exact, id_, words)
