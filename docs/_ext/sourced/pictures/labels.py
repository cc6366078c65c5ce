"""Labels: the few words by which a picture names a fact. What they may say is judged by a rule on pages."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from ..book.book import Book
from .timeline.spans import span


def label_problems(book: Book, labels: Mapping[str, str], without: Container[str]) -> Iterator[str]:
    """Which labels have no place on a timeline."""
    for id_ in labels:
        fact = book.facts.get(id_)
        if fact is None:
            yield f"`{id_}` is no fact of this book."
        elif not fact.when or span(fact.when) is None or id_ in without:
            yield f"`{id_}` is not on this timeline: it has no `when`, or is left out."
