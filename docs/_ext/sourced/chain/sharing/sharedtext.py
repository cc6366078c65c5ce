"""How much text two sources share, measured: words in common runs, wherever these stand."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from ...english.limits import is_empty
from ...english.quoted import find_quoted
from ...text.runs import Run, Word, runs_of, shared_stretches, words_of
from ...text.sentences import Span, split_paragraphs
from ..library import Library

RUN = 6
"""So many words in a row, the same in both, are shared text."""
TELLING = 3
"""A run with so many words of meaning that are no names tells of a common origin.

Both figures were measured, on pairs of articles that tell of the same events. Runs of five are
mostly names and set phrases (``to form an inclusive government``); of six or more, those with fewer
such words are names, titles and epithets, which whoever writes of somebody has to use (``a captain
of the Coastguard, said the``), and all with three or more are sentences that one took from the other
or both from a third.
"""


class Stretch(Struct, frozen=True, kw_only=True):
    """Words that stand in a row in both sources, in the spelling of the first."""

    words: int
    start: int
    end: int


class Shared(Struct, frozen=True, kw_only=True):
    """What one source shares with another. What is set aside is not counted."""

    source: str
    other: str
    words: int
    """How many words of ``source`` stand in runs that ``other`` has, too."""
    total: int
    """How many words ``source`` has."""
    runs: tuple[Stretch, ...]
    """The runs, longest first."""


class Words(Struct, frozen=True):
    """The words of a source, and the runs among them; ``None`` stands for what does not count."""

    places: list[Word]
    words: list[str | None]
    runs: frozenset[Run]


def shared_text(library: Library, source: str, other: str) -> Shared:
    """What ``source`` shares with ``other``; quoted speech counts like any other text."""
    one = counted_words(library, source)
    stretches = shared_stretches(one.words, counted_words(library, other).runs, RUN)
    runs = [
        Stretch(words=end - start, start=one.places[start].start, end=one.places[end - 1].end)
        for start, end in stretches
    ]
    return Shared(
        source=source,
        other=other,
        words=len({index for stretch in stretches for index in range(*stretch)}),
        total=sum(word is not None for word in one.words),
        runs=tuple(sorted(runs, key=lambda each: (-each.words, each.start))),
    )


def share_running_text(library: Library, one: str, other: str) -> bool:
    """Whether two sources share running text that tells of a common origin.

    Words in quotation marks do not: two reporters may have heard the same speech.
    """
    return all(
        _tells(library.text(a).raw, _own_words(library, a), _own_words(library, b).runs)
        for a, b in ((one, other), (other, one))
    )


def share_running_words(library: Library, one: tuple[str, slice], other: tuple[str, slice]) -> bool:
    """The same of parts of two sources, by the numbers of their words."""
    parts = [
        (library.text(source).raw, _part(_own_words(library, source), part)) for source, part in (one, other)
    ]
    return all(_tells(*a, b[1].runs) for a, b in (parts, parts[::-1]))


def _part(words: Words, part: slice) -> Words:
    inside = words.words[part]
    return Words(words.places[part], inside, frozenset(run for _, run in runs_of(inside, RUN)))


def share_passage(one: str, other: str) -> bool:
    """Whether two passages have words in common that tell of a common origin."""
    pairs = ((one, other), (other, one))
    return all(_tells(a, _passage_words(a), _passage_words(b).runs) for a, b in pairs)


def _tells(text: str, words: Words, others: Container[Run]) -> bool:
    """Whether a run that a text has in common with others has enough words of meaning that are no names."""
    for start, end in shared_stretches(words.words, others, RUN):
        written = {text[each.start : each.end] for each in words.places[start:end]}
        if sum(not is_empty(word) and not _is_name(word) for word in written) >= TELLING:
            return True
    return False


def _is_name(word: str) -> bool:
    """Whether a word is written large; what is all in capitals may be any word, in a headline."""
    return word[0].isupper() and not word[1:].isupper()


def counted_words(library: Library, source: str) -> Words:
    """The words of a source, without those that are set aside."""
    return library.once(
        shared_text, source, lambda: _read_words(library.text(source).raw, library.aside_spans(source))
    )


def own_runs(library: Library, source: str) -> frozenset[Run]:
    """The runs of words of a source's own text, outside quotation marks."""
    return _own_words(library, source).runs


def _own_words(library: Library, source: str) -> Words:
    return library.once(
        share_running_text,
        source,
        lambda: _read_words(
            library.text(source).raw,
            [*library.aside_spans(source), *_spoken(library.text(source).raw)],
        ),
    )


def _spoken(text: str) -> Iterator[Span]:
    for base, end in split_paragraphs(text):
        yield from ((base + each.start, base + each.end) for each in find_quoted(text[base:end]))


@lru_cache(maxsize=4096)
def _passage_words(text: str) -> Words:
    return _read_words(text, ())


def _read_words(text: str, left_out: Iterable[Span]) -> Words:
    places = words_of(text)
    out = bytearray(len(text))
    for start, end in left_out:
        out[start:end] = b"\1" * (end - start)
    words = [None if out[word.start] else word.text for word in places]
    return Words(places, words, frozenset(run for _, run in runs_of(words, RUN)))
