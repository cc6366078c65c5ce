"""The rule on letters that deceive the eye, wherever the book prints them."""

from __future__ import annotations

from collections.abc import Iterator

from ..book.model import Fact, Name
from ..chain.library import Library
from ..page.page import Page
from ..text.letters import invisible, look_alikes
from .registry import Hit, also, rule, within


@rule("look-alike-letter", link="prose", scope="name", hint="Type the word again on a plain keyboard.")
def look_alike_in_name(library: Library, name: Name) -> Iterator[Hit]:
    """A letter or digit only looks like the one that is meant, or cannot be seen at all.

    A Cyrillic `а` in a Latin word, a full-width digit, a zero-width space: the eye passes them, a search does
    not.
    """
    for index, spelling in enumerate((name.name, *name.also)):
        path = ("names", name.id, "name") if index == 0 else ("names", name.id, "also", index - 1)
        for _, message in look_alikes(spelling):
            yield Hit(message=message, path=path)


@also("look-alike-letter", "fact")
def look_alike_in_fact(library: Library, fact: Fact) -> Iterator[Hit]:
    """The same rule for what a fact prints."""
    for field, text in (("statement", fact.statement), ("value", fact.value or "")):
        for _, message in look_alikes(text):
            yield Hit(message=message, path=within(fact, field))
    for index, evidence in enumerate(fact.evidence):  # letters of a source may be of any script
        for _, message in invisible(evidence.exact):
            yield Hit(message=message, path=within(fact, "evidence", index, "exact"))


@also("look-alike-letter", "page")
def look_alike_in_page(library: Library, page: Page) -> Iterator[Hit]:
    """The same rule for the text of a page."""
    for offset, message in look_alikes(page.text):
        yield Hit(message=message, at=offset)
