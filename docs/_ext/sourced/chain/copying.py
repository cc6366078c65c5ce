"""Runs of words that a page has in common with a source."""

from __future__ import annotations

import re

from msgspec import Struct

from ..text.fold import fold
from .library import Library
from .views import View

RUN = 8
"""So many words in a row are a copy."""
_WHOLE = 8_000_000
"""Sources of up to so many characters are indexed as a whole; larger ones for each page's own runs."""

_TOKEN = re.compile(r"\d[\d,.]*\d\w*|\w+")

Run = tuple[str, ...]


class Copy(Struct, frozen=True):
    """A copied run: where it begins in the sentence, its words, its source."""

    start: int
    words: str
    source: str


def copied(view: View) -> Copy | None:
    """The first copied run of a sentence that has so many words of its own.

    Words between quotation marks and words that a role prints are marked as not the editor's. Names, dates
    and numbers cannot be said in other words: they join what they stand between, and do not count.
    """
    tokens = _tokens(view.text)
    if len(tokens) < RUN:
        return None
    own = [not _marked(view, start, end) for _, start, end in tokens]
    plain = [not _is_atom(view, start) for _, start, _ in tokens]
    known: dict[Run, str] | None = None
    first = None
    for index in range(len(tokens) - RUN + 1):
        source = None
        if all(own[index : index + RUN]):
            known = _known_runs(view) if known is None else known
            source = known.get(tuple(word for word, _, _ in tokens[index : index + RUN]))
        if source is None:
            first = None
            continue
        first = index if first is None else first
        if sum(plain[first : index + RUN]) >= RUN:
            start, end = tokens[first][1], tokens[index + RUN - 1][2]
            return Copy(start, view.text[start:end], source)
    return None


def _is_atom(view: View, at: int) -> bool:
    """Whether the character at ``at`` is part of a name, a date or a number."""
    atoms = view.atoms
    return any(a.start <= at < a.end for kind in (atoms.names, atoms.dates, atoms.numbers) for a in kind)


def _marked(view: View, start: int, end: int) -> bool:
    return view.quoted(start) or view.printed(start, end, "quote") is not None


def _tokens(text: str) -> list[tuple[str, int, int]]:
    """The words of ``text`` in lower case with their places; a number is one word however it is grouped."""
    return [
        (m.group().replace(",", "") if m.group()[0].isdigit() else m.group(), *m.span())
        for m in _TOKEN.finditer(fold(text).lower())
    ]


def _runs(text: str) -> list[Run]:
    words = [word for word, _, _ in _tokens(text)]
    return list(zip(*(words[n:] for n in range(RUN)), strict=False))


def _known_runs(view: View) -> dict[Run, str]:
    """The runs of the sources, each with the first source that has it; for a large book those of its page."""
    library, page = view.library, view.page
    if sum(map(len, library.book.texts.values())) <= _WHOLE:
        return library.once(copied, "", lambda: _index(library, None))
    return library.once(
        copied,
        page.docname,
        lambda: _index(library, {run for g in page.groups for s in g.sentences for run in _runs(s.text)}),
    )


def _index(library: Library, wanted: set[Run] | None) -> dict[Run, str]:
    """Where runs of words stand: all of them, or only the ``wanted`` ones."""
    found: dict[Run, str] = {}
    for source, text in library.book.texts.items():
        for run in _runs(text):
            if wanted is None or run in wanted:
                found.setdefault(run, source)
    return found
