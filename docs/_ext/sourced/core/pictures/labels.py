"""Labels: the few words by which a picture names a fact, and what makes them say too much."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from ..atoms.markers import find_markers
from ..book import Book
from ..folding import ELLIPSIS, squeeze, whole
from ..model import Fact
from .spans import span


def label_problems(book: Book, labels: Mapping[str, str], without: Container[str]) -> Iterator[str]:
    """What is wrong with labels, each of which is to be words of its fact's statement."""
    for id_, words in labels.items():
        fact = book.facts.get(id_)
        if fact is None:
            yield f"`{id_}` is no fact of this book."
        elif not fact.when or span(fact.when) is None or id_ in without:
            yield f"`{id_}` is not on this timeline: it has no `when`, or is left out."
        else:
            yield from _wrong(book, fact, words)


def _wrong(book: Book, fact: Fact, words: str) -> Iterator[str]:
    parts = [whole(part) for part in ELLIPSIS.split(words) if part]
    if not parts or not re.search(".*?".join(parts), squeeze(fact.statement)):
        yield (
            f"`{words}` are not words of `{fact.id}`, which reads: {fact.statement} "
            "Take its words in their order, with … for those left out."
        )
    kept = {marker.text.lower() for marker in find_markers(words)}
    for marker in find_markers(fact.statement):
        if marker.text.lower() not in kept:
            yield f"`{words}` leaves out `{marker.text}`, without which `{fact.id}` says something else."
    if fact.by and not any(spelling in words for spelling in _spellings(book, fact.by)):
        yield f"`{words}` leaves out whose claim `{fact.id}` is."


def _spellings(book: Book, id_: str) -> list[str]:
    name = book.names.get(id_)
    return [name.name, *name.also] if name else [id_]
