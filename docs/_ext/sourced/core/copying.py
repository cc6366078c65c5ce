"""Runs of words that a page has in common with a source."""

from __future__ import annotations

import re

from .folding import fold
from .library import Library
from .views import View

RUN = 8
"""So many words in a row are a copy."""
_WHOLE = 8_000_000
"""Sources of up to so many characters are indexed as a whole; larger ones are searched for each page's own runs."""

_TOKEN = re.compile(r"\d[\d,.]*\d\w*|\w+")


def _word(match: re.Match[str]) -> str:
    """A word; a number is one word however it is grouped."""
    return match.group().replace(",", "") if match.group()[0].isdigit() else match.group()


_Runs = dict[tuple[str, ...], str]


def _runs(text: str) -> list[tuple[str, ...]]:
    tokens = [_word(m) for m in _TOKEN.finditer(fold(text).lower())]
    return [tuple(tokens[i : i + RUN]) for i in range(len(tokens) - RUN + 1)]


def _index(library: Library, wanted: set[tuple[str, ...]] | None) -> _Runs:
    """Where runs of words stand: all of them, or only the ``wanted`` ones."""
    found: _Runs = {}
    for source, text in library.book.texts.items():
        for run in _runs(text):
            if wanted is None or run in wanted:
                found.setdefault(run, source)
    return found


def copied(view: View) -> tuple[int, str, str] | None:
    """The first copied run of a sentence: where it begins, its words, its source.

    Words between quotation marks and words that a role prints are marked as not the editor's.
    """
    tokens = [(_word(m).lower(), m.start(), m.end()) for m in _TOKEN.finditer(fold(view.text))]
    own = [not _marked(view, start, end) for _, start, end in tokens]
    runs = [
        (tuple(t[0] for t in tokens[i : i + RUN]), tokens[i][1], tokens[i + RUN - 1][2])
        for i in range(len(tokens) - RUN + 1)
        if all(own[i : i + RUN])
    ]
    if not runs:
        return None
    known = known_runs(view, {run for run, _, _ in runs})
    for run, start, end in runs:
        if run in known:
            return start, view.text[start:end], known[run]
    return None


def known_runs(view: View, wanted: set[tuple[str, ...]]) -> _Runs:
    """Those of ``wanted`` that stand in a source."""
    library = view.library
    if sum(map(len, library.book.texts.values())) > _WHOLE:
        page = library.kept(copied, view.page.docname)
        if page is None:
            everything = {run for group in view.page.groups for s in group.sentences for run in _runs(s.text)}
            page = library.keep(copied, view.page.docname, _index(library, everything))
        return page  # type: ignore[return-value]  # kept by this function only
    index = library.kept(copied, "")
    if index is None:
        index = library.keep(copied, "", _index(library, None))
    return index  # type: ignore[return-value]  # kept by this function only


def _marked(view: View, start: int, end: int) -> bool:
    return view.printed(start, end, "quote") or any(q.start <= start < q.end for q in view.atoms.quoted)
