"""What two sources share, side by side: the ground for calling them one voice.

Of two sentences that belong together only the words that stand in both are shown, and those around them;
and of no source more than a share: what sets articles beside each other must not become the articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Literal

from msgspec import Struct, structs

from ...chain.library import Library
from ...chain.sharing.independence import of_one_origin
from ...chain.sharing.sharedtext import counted_words, share_running_text, shared_text
from .sharedsentences import Pair, Sentence, Together, sentences_together, sharing
from .source import quotations_of

NEAR = 8
"""So many words on each side of those that are lit are shown."""
SHARE = 5
"""Of a source at most one word in so many is shown."""
FLOOR = 40
"""So many words of a source are shown in any case: of a short notice there would otherwise be none."""
State = Literal["lit", "near", "left", "aside"]


class Piece(Struct, frozen=True, kw_only=True):
    """A stretch of a passage; what is left out, or set aside, has no words."""

    state: State
    text: str = ""


class Passage(Struct, frozen=True, kw_only=True):
    """What is shown of a sentence of a source, and where that stands."""

    source: str
    line: int
    pieces: tuple[Piece, ...]
    quotation: int | None
    """Where the first quotation begins that has words of the sentence."""


class Beside(Struct, frozen=True, kw_only=True):
    """What two sources, the earlier first, have in common."""

    one: str
    other: str
    words: tuple[int, int]
    """How many words of each stand in runs that the other has, too."""
    together: bool
    """Whether they are one voice for what both say."""
    directly: bool
    """Whether they share running text that tells of a common origin themselves."""
    grounds: int
    """So many of the passages, the first ones, tell of that."""
    passages: tuple[tuple[Passage, Passage], ...]
    """After the grounds those that share most words first."""
    more: int
    """How many passages are not shown."""


def shared_passages(library: Library) -> list[Beside]:
    """Each two sources that have words in a row in common: first what is one voice, then what shares most."""
    found = {pair: sentences_together(library, *pair) for pair in sharing(library)}
    views = [_beside(library, pair, len(all_)) for pair, all_ in found.items()]
    views.sort(key=lambda each: (not each.together, not each.directly, -max(each.words)))
    shown = _within_bounds(library, {(each.one, each.other): found[each.one, each.other] for each in views})
    return [_with(library, each, shown[each.one, each.other]) for each in views]


def _beside(library: Library, pair: Pair, passages: int) -> Beside:
    one, other = pair
    return Beside(
        one=one,
        other=other,
        words=(shared_text(library, one, other).words, shared_text(library, other, one).words),
        together=of_one_origin(library, one, other),
        directly=share_running_text(library, one, other),
        grounds=0,
        passages=(),
        more=passages,
    )


def _with(library: Library, beside: Beside, shown: list[Together]) -> Beside:
    passages = tuple((_passage(library, each, 0), _passage(library, each, 1)) for each in shown)
    grounds = sum(each.ground for each in shown)
    return structs.replace(beside, grounds=grounds, passages=passages, more=beside.more - len(passages))


def _within_bounds(library: Library, found: dict[Pair, list[Together]]) -> dict[Pair, list[Together]]:
    """What is shown: of all pairs the first passage, then the second, as far as the bound of each source."""
    bounds = {source: _bound(library, source) for pair in found for source in pair}
    used: defaultdict[str, set[int]] = defaultdict(set)
    shown: dict[Pair, list[Together]] = {pair: [] for pair in found}
    in_turn = sorted((rank, number) for number, pair in enumerate(found) for rank in range(len(found[pair])))
    pairs = list(found)
    for rank, number in in_turn:
        each = found[pairs[number]][rank]
        new = {source: _seen(each, side) - used[source] for side, source in enumerate(each.sources)}
        if all(len(used[source]) + len(words) <= bounds[source] for source, words in new.items()):
            for source, words in new.items():
                used[source] |= words
            shown[pairs[number]].append(each)
    return shown


def _bound(library: Library, source: str) -> int:
    words = counted_words(library, source).words
    return max(FLOOR, (len(words) - words.count(None)) // SHARE)


def _seen(found: Together, side: int) -> frozenset[int]:
    """The words of one side that are shown."""
    sentence = found.sentences[side]
    near = {word for lit in found.lit[side] for word in range(lit - NEAR, lit + NEAR + 1)}
    return frozenset(word for word in near if sentence.first <= word < sentence.last)


def _passage(library: Library, found: Together, side: int) -> Passage:
    source, sentence = found.sources[side], found.sentences[side]
    text = library.text(source)
    first = counted_words(library, source).places[min(_seen(found, side))]
    return Passage(
        source=source,
        line=text.line_starts.line(first.start),
        pieces=tuple(_pieces(library, found, side)),
        quotation=_quotation(library, source, sentence),
    )


def _pieces(library: Library, found: Together, side: int) -> Iterator[Piece]:
    """A sentence in pieces; marks stand with the words around them, as far as these are shown."""
    source, sentence = found.sources[side], found.sentences[side]
    raw, places = library.text(source).raw, counted_words(library, source).places
    at: int | None = sentence.start
    """Behind the last word; ``None`` where words are missing."""
    for state, words in groupby(range(sentence.first, sentence.last), _states(library, found, side)):
        numbers = list(words)
        if state in ("left", "aside"):
            yield Piece(state=state)
            at = None
            continue
        start, end = places[numbers[0]].start, places[numbers[-1]].end
        if at is not None and at < start:
            yield Piece(state="near", text=raw[at:start])
        yield Piece(state=state, text=raw[start:end])
        at = end
    if at is not None and at < sentence.end:
        yield Piece(state="near", text=raw[at : sentence.end])


def _states(library: Library, found: Together, side: int) -> Callable[[int], State]:
    """What becomes of each word, by its number."""
    words, seen = counted_words(library, found.sources[side]).words, _seen(found, side)

    def state(word: int) -> State:
        if words[word] is None:
            return "aside"
        return "lit" if word in found.lit[side] else "near" if word in seen else "left"

    return state


def _quotation(library: Library, source: str, sentence: Sentence) -> int | None:
    """Where the first quotation begins that has part of a sentence."""
    quotations = library.once(shared_passages, source, lambda: quotations_of(library, source))
    for each in quotations:
        if each.start < sentence.end and sentence.start < each.end:
            return each.start
    return None
