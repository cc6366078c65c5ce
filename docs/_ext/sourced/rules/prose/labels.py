"""The rule on labels: a picture names a fact in words of its statement, and in no others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...book.book import Book
from ...book.model import Fact
from ...chain.library import Library
from ...english.markers import find_markers
from ...page.page import Page
from ...text.fold import ELLIPSIS, squeeze, whole
from ..messages import short
from ..registry import Hit, rule


@rule(
    "label-not-in-fact",
    link="prose",
    scope="page",
    hint="Take words of the statement in their order, with … for those left out.",
)
def label_not_in_fact(library: Library, page: Page) -> Iterator[Hit]:
    """A picture names a fact in words that its statement does not have, or that say more than it.

    A negation, a hedge and the speaker of a claim are kept.
    """
    for label in page.labels:
        if fact := library.book.facts.get(label.fact):
            for message in label_faults(library.book, fact, label.words):
                yield Hit(message=message, at=label.start, fact=fact.id)


def label_faults(book: Book, fact: Fact, words: str) -> Iterator[str]:
    """What is wrong with the words by which a picture names a fact."""
    told = short(words)
    if not _stand_in(words, squeeze(fact.statement)):
        yield f"“{told}” are not words of “{fact.id}”, which reads: {short(fact.statement)}"
    kept = {marker.text.lower() for marker in find_markers(words)}
    for marker in find_markers(fact.statement):
        if marker.text.lower() not in kept:
            yield f"“{told}” leaves out “{marker.text}”, without which “{fact.id}” says something else"
    if fact.by and not any(spelling in words for spelling in _spellings(book, fact.by)):
        yield f"“{told}” leaves out whose claim “{fact.id}” is"


def _stand_in(words: str, text: str) -> bool:
    """Whether the words between ellipses stand in a text in their order."""
    parts = [whole(part) for part in ELLIPSIS.split(words) if part]
    at = 0
    for part in parts:
        found = re.compile(part).search(text, at)
        if found is None:
            return False
        at = found.end()
    return bool(parts)


def _spellings(book: Book, id_: str) -> list[str]:
    name = book.names.get(id_)
    return [name.name, *name.also] if name else [id_]
