"""Who is called something besides the names of a book, and which words it writes small."""

from __future__ import annotations

from ..book.book import Book
from ..book.model import Name
from ..text.fold import WORD, squeeze

_SAMPLE = 1_000_000
"""So many characters of the sources tell which words they write small."""


def publishers_of(book: Book) -> dict[str, Name]:
    """Publishers and labels as names, where the book does not list them itself."""
    listed = {squeeze(spelling) for name in book.names.values() for spelling in (name.name, *name.also)}
    shown = {text for s in book.sources.values() for text in (s.publisher, s.label) if text}
    return {
        f"@{text}": Name(id=f"@{text}", kind="publisher", name=text)
        for text in sorted(shown)
        if squeeze(text) not in listed and any(char.isupper() for char in text)
    }


def small_words(book: Book) -> set[str]:
    """The words that the sources and the statements write small."""
    sample = [text[: _SAMPLE // len(book.texts)] for text in book.texts.values()]
    words: set[str] = set()
    for text in (*sample, *(fact.statement for fact in book.facts.values())):
        words.update(WORD.findall(text))
    return {word for word in words if word.islower()}
