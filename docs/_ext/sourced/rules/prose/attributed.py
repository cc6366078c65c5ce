"""Whether a sentence lays a claim in its speaker's mouth, by a word of saying that is none of the claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...book.model import Evidence, Fact
from ...chain.library import Library
from ...chain.views import View
from ...english.lexis.inflection import lemmas
from ...english.speech.scene import Scene
from ...english.speech.speakers import Speaking
from ...english.speech.utterances import Utterance
from ...english.speech.verbs import attributing
from ...text.fold import WORD, fold

_Words = frozenset[str]
"""Words by their base forms."""


class _Claim(NamedTuple):
    """The words of what a fact's speaker says, and the verbs of saying by which its sources tell it."""

    words: _Words
    verbs: frozenset[str]


def is_attributed(view: View, fact: Fact) -> bool:
    """Whether a word of saying in a sentence may be the one by which the speaker of a fact tells it.

    None that the speaker's words have themselves: `Orr was asked to go` tells no more whose claim that is
    than `Orr was sent away`. Nor one that has somebody else as its plain subject, other than a source.
    """
    found = attributing(view.text)
    if not found:
        return False
    claim = view.library.once(is_attributed, fact.id, lambda: _claim(view.library, fact))
    if any(_has(view.text, verb) for verb in claim.verbs):
        return True
    tellers = view.library.publishers(fact) | {fact.by or ""}
    speaking = _speaking(view.library, view.text)
    for start, end in found:
        if claim.words.isdisjoint(_words(WORD.findall(view.text[start:end])[:1])):
            named, sure = speaking.speaker((start, end))
            if not sure or named & tellers:
                return True
    return False


def _has(text: str, verb: str) -> bool:
    """Whether a text has a verb of several words, which may stand apart: `the hope that he raised`."""
    words, known = WORD.findall(verb), _words(WORD.findall(text))
    return len(words) > 1 and all(known & _words([word]) for word in words)


def _claim(library: Library, fact: Fact) -> _Claim:
    """What a fact's speaker says: the words of its quotations within it, and those of the statement.

    Words of saying that stand around what is said, in a quotation or in the statement, are none of it.
    """
    inside: set[str] = set()
    around: set[str] = set()
    verbs: list[str] = []
    for evidence in fact.evidence:
        within, outside, said = _parted(library, evidence, fact.by or "")
        inside |= within
        around |= outside
        verbs += said
    stated = _words(WORD.findall(fold(fact.statement))) - _words(_said_by(library, fact))
    return _Claim(frozenset((inside | stated) - around), frozenset(verbs))


def _parted(library: Library, evidence: Evidence, by: str) -> tuple[_Words, _Words, list[str]]:
    """The words of a quotation that are ``by``'s own, those around them, and the verbs of saying there."""
    passage = library.passage(evidence)
    if passage is None:
        return frozenset(), _words(WORD.findall(fold(evidence.exact))), []
    first, last = passage.match.start, passage.match.end
    spoken = library.utterances(passage).touching(first, last)
    own = [each for each in spoken if by in each.speakers] or spoken
    raw = fold(library.text(passage.source).raw)
    words = [(m.start(), m.group()) for m in WORD.finditer(raw, first, last)]
    inside = [word for at, word in words if _is_within(own, at)]
    around = [word for at, word in words if not _is_within(own, at)]
    verbs = [raw[start:end] for each in own for start, end in each.verbs if not _is_reported(own, start)]
    return _words(inside), _words([*around, *WORD.findall(" ".join(verbs))]), verbs


def _is_reported(spoken: Iterable[Utterance], verb: int) -> bool:
    """Whether a verb of saying is itself part of what another one reports, and does not report that one."""
    own = [each for each in spoken if any(start == verb for start, _ in each.verbs)]
    return any(
        _is_within([each], verb) and not any(_is_within(own, start) for start, _ in each.verbs)
        for each in spoken
    )


def _is_within(spoken: Iterable[Utterance], at: int) -> bool:
    """Whether a place of a source stands in what is said there."""
    return any(each.start <= at < each.end for each in spoken)


def _said_by(library: Library, fact: Fact) -> Iterator[str]:
    """The words by which the statement of a fact says itself whose claim it is."""
    speaking = _speaking(library, fact.statement)
    for start, end in attributing(fact.statement):
        if fact.by in speaking.subject((start, end)):
            yield from WORD.findall(fact.statement[start:end])


def _speaking(library: Library, text: str) -> Speaking:
    return Speaking(Scene(text, library.names), 0, len(text))


def _words(words: Iterable[str]) -> _Words:
    return frozenset(base for word in words for base in lemmas(word.lower()))
