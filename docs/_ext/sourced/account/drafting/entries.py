"""The entry for a passage of a source: its words, and as much around them as tells it from any other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...book.model import Evidence
from ...book.quotations import Match, Span
from ...book.quotations.sourcetext import BROKEN
from ...book.yaml.tree import Node
from ...chain.library import Library
from ...text.altered import blanked
from ...text.fold import fold

_MOST = 12
"""So many words before, or after, are tried to tell a passage from another."""


def entry(library: Library, source: str, span: Span) -> Evidence | None:
    """An entry that is found at ``span`` and nowhere else; None if no words around it tell the place."""
    exact = words_at(library, source, span)
    for prefix, suffix in _surroundings(library, source, span):
        evidence = Evidence(source=source, exact=exact, prefix=prefix or None, suffix=suffix or None)
        match = library.locate(evidence)
        if isinstance(match, Match) and (match.start, match.end) == span:
            return evidence
    return None


def words_at(library: Library, source: str, span: Span) -> str:
    """The words of a stretch on one line, without what is set aside in it and the hyphens of line ends."""
    start, end = span
    inside = ((max(low, start) - start, min(high, end) - start) for low, high in library.aside_spans(source))
    words = blanked(library.text(source).raw[start:end], [(low, high) for low, high in inside if low < high])
    pieces = BROKEN.split(words)
    for number in range(1, len(pieces)):
        pieces[0] = _mended(library, pieces[0], pieces[number])
    return " ".join(pieces[0].split())


def _mended(library: Library, before: str, after: str) -> str:
    """Two halves of a word that ended a line, with the hyphen only if the sources write it so elsewhere."""
    first, second = re.search(r"\w*$", before), re.match(r"\w*", after)
    assert first
    assert second
    whole = rf"\b{re.escape(fold(first[0]))}-{re.escape(second[0])}\b"
    hyphenated = any(re.search(whole, library.text(source).folded) for source in library.book.texts)
    return f"{before}{'-' if hyphenated else ''}{after}"


def _surroundings(library: Library, source: str, span: Span) -> Iterator[tuple[str, str]]:
    """Ever more words before and after a passage."""
    raw = library.text(source).raw
    low, _ = library.text(source).paragraph(span[0])
    _, high = library.text(source).paragraph(max(span[1] - 1, span[0]))
    before, after = raw[low : span[0]].split(), raw[span[1] : high].split()
    yield "", ""
    for number in range(1, _MOST + 1):
        yield from ((_last(before, number), ""), ("", " ".join(after[:number])))
    for number in range(1, _MOST + 1):
        yield _last(before, number), " ".join(after[:number])


def _last(words: list[str], number: int) -> str:
    return " ".join(words[-number:])


def as_node(evidence: Evidence) -> dict[str, Node]:
    """The entry as the data file has it."""
    told = {
        "source": evidence.source,
        "exact": evidence.exact,
        "prefix": evidence.prefix,
        "suffix": evidence.suffix,
    }
    return {key: value for key, value in told.items() if value}
