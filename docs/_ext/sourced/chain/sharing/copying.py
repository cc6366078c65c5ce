"""Runs of words that a page has in common with a source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from ...english.limits import is_empty
from ...text.runs import Run, Word, runs_of, words_of
from ..views import View

RUN = 8
"""So many words in a row are a copy,"""
TELLING = 3
"""if so many say something by themselves: `that he had ever been to it` is nobody's turn of phrase."""
_WHOLE = 8_000_000
"""Sources of up to so many characters are indexed as a whole; larger ones for each page's own runs."""


_Texts = tuple[tuple[str, str], ...]
"""The sources, each with its text."""


class Copy(Struct, frozen=True):
    """A copied run: where it begins in the sentence, its words, its source."""

    start: int
    words: str
    source: str


def copied(view: View) -> Copy | None:
    """The first copied run of a sentence that has so many words of its own.

    Words between quotation marks and those that are printed as a quotation are marked as not the editor's.
    Names, dates, numbers, and what a role prints from the data cannot be said in other words: they join what
    they stand between, and do not count.
    """
    words = words_of(view.text)
    if len(words) < RUN:
        return None
    own = [None if _marked(view, word) else word.text for word in words]
    chosen = _chosen(view, words)
    if not _says_enough(
        [word.text for word, text in zip(words, own, strict=True) if text and word in chosen]
    ):
        return None
    first = last = -1
    for index, run in runs_of(own, RUN):
        source = _known_runs(view).get(run)
        if source is None:
            continue
        first, last = first if index == last + 1 and first >= 0 else index, index
        copy = words[first : index + RUN]
        if _says_enough([word.text for word in copy if word in chosen]):
            start, end = copy[0].start, copy[-1].end
            return Copy(start, view.text[start:end], source)
    return None


def _says_enough(counted: Sequence[str]) -> bool:
    """Whether so many words of a run, or of a whole sentence, are enough for a copy."""
    return len(counted) >= RUN and sum(not is_empty(word) for word in counted) >= TELLING


def _chosen(view: View, words: Sequence[Word]) -> set[Word]:
    """Words of no name, date or number, nor of a value that a role prints as it is."""
    atoms = view.atoms
    spans = sorted((a.start, a.end) for kind in (atoms.names, atoms.dates, atoms.numbers) for a in kind)
    reach = [0, *accumulate((end for _, end in spans), max)]

    def is_given(word: Word) -> bool:
        if reach[bisect_left(spans, (word.start + 1,))] > word.start:
            return True
        piece = view.printed(word.start, word.end, "fact")
        return piece is not None and not piece.chosen

    return {word for word in words if not is_given(word)}


def _marked(view: View, word: Word) -> bool:
    return view.quoted(word.start) or view.printed(word.start, word.end, "quote") is not None


def _runs(text: str) -> Iterator[Run]:
    return (run for _, run in runs_of([word.text for word in words_of(text)], RUN))


def _known_runs(view: View) -> dict[Run, str]:
    """The runs of the sources, each with the first source that has it; for a large book those of its page."""
    library, page = view.library, view.page
    texts = tuple(library.book.texts.items())
    if sum(len(text) for _, text in texts) <= _WHOLE:
        return library.once(copied, "", lambda: _index(texts))
    return library.once(
        copied,
        page.docname,
        lambda: _runs_of(texts, {run for g in page.groups for s in g.sentences for run in _runs(s.text)}),
    )


@lru_cache(maxsize=1)
def _index(texts: _Texts) -> dict[Run, str]:
    """Where all runs of words stand; two states of a book that are compared have mostly the same sources."""
    return _runs_of(texts)


def _runs_of(texts: _Texts, wanted: set[Run] | None = None) -> dict[Run, str]:
    """Where runs of words stand: all of them, or only the ``wanted`` ones."""
    found: dict[Run, str] = {}
    for source, text in texts:
        for run in _runs(text):
            if wanted is None or run in wanted:
                found.setdefault(run, source)
    return found
