"""What is somebody's words in a source: speech in quotation marks and reported speech.

An utterance is a stretch of a paragraph that is somebody's words, with the
names that its attribution allows as speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Literal

from msgspec import Struct

from ..names import NameIndex
from ..quoted import find_quoted
from .scene import Scene
from .speakers import ACCORDING, BY, PASSIVE, Speaking, Verb, sentences_of
from .verbs import adopts, may_report

_SUBORDINATE = re.compile(
    r"[,;] ?(?:although|though|while|whereas|as|because)\b[^,;]*$|\b(?:although|though) [^,;]*$"
)
_UNSAID = re.compile(r"\b(?:not|never|declin\w+ to|refus\w+ to)\s+$|n['’]t\s+$", re.IGNORECASE)
_TO_DO = re.compile(r" to [a-z]")
_NEW_CLAUSE = re.compile(r", and (?:the|it|there|he|she|they|this|these|a|an) ")
_TRAILING = re.compile(r", ?(?:[^,;]{0,60})$")
"""The attribution behind what it reports: ``…, the keeper said``."""
_CIRCUMSTANCE = re.compile(
    r"\s+(?:(?:the )?[A-Z][\w'-]*(?: [A-Z][\w'-]*)*(?: news agency)? )?"
    r"(?:in|on|via|from|at|by|through|during|over)\b"
)
"""Whom, where and when somebody told: ``told the Gazette on Sunday``."""
_THAT = re.compile(r"\bthat\b")
_ORDERED = re.compile(r" (?:\w+ ){0,2}by [^,;.]{1,60}? (?:not )?to [a-z]")
"""By whom somebody was told what to do; what stands before is not what they said."""
_AS_SAID = re.compile(r"[^\s,] as ")
"""Behind it stands who said only what it follows: `not every month, as at noon as the keeper said`."""
_NAMED = re.compile(
    r" (?:(?:the|an?|his|her|its|their) )?(?:(?!(?:the|an?|of|in|on|at|from|and|who|by)\b)[\w'.&-]+ ){1,5}"
    r"(?=(?:the|an?|no|there|it|he|she|they|this|these|his|her|its|their)\b)",
    re.IGNORECASE,
)
"""Somebody whom a clause of its own follows without a comma: `according to Ames the light failed`."""
_JOINERS = ("and", "but")
"""Between a comma and `according to` these say that what is told follows."""
_RELATIVE = re.compile(r", (?:which|who|where|whose) ")
_AGENT_REACH = 60
"""So many characters behind `told by` may name the one who tells."""
_ACT = re.compile(r"declar|vow|pledg|urg|call|promis|accus|describ|confirm|report", re.IGNORECASE)
_AROUND_ACT = re.compile(r" (?:after|when|while|since|before) (?=[a-zA-Z])")
"""What stands around an act of speech is the reporter's: ``declared himself president after the fall``."""

_TRAIL, _TOLD, _SUBORDINATED = 70, 500, 1000
"""So many characters are looked at for a trailing attribution, for what is told, for a subordinate clause."""
_LONG, _LONGER = 25, 30
"""So many characters before a trailing attribution are a sentence, not a mere lead."""
_TAIL_WORDS = 3
"""At most so many words may follow an attribution that trails what it reports."""


class Utterance(Struct, frozen=True):
    """Somebody's words: ``start``/``end`` in the source, who may have said them, and by which verbs.

    ``sure`` says that the text names the one speaker plainly, beside the verb.
    """

    kind: Literal["direct", "reported"]
    start: int
    end: int
    speakers: frozenset[str]
    verbs: tuple[Verb, ...] = ()
    sure: bool = False


class Utterances:
    """Several of them, in the order of their sentences."""

    def __init__(self, found: Sequence[Utterance]) -> None:
        self.all = found
        self._ends = [*accumulate((each.end for each in found), max)]
        self._starts = [*accumulate((each.start for each in reversed(found)), min)][::-1]

    def touching(self, start: int, end: int) -> Sequence[Utterance]:
        """Those that have part of ``[start, end)``."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        return [each for each in self.all[first:last] if each.start < end and start < each.end]


class Paragraph(Struct, frozen=True):
    """A paragraph of a source and where it begins."""

    text: str
    start: int


def utterances(paragraph: Paragraph, names: NameIndex, before: str) -> list[Utterance]:
    """The utterances of ``paragraph``; ``before`` is the text that precedes it, for pronouns."""
    found: list[Utterance] = []
    if not may_report(paragraph.text) and not any(each.is_speech for each in find_quoted(paragraph.text)):
        return found
    for sentence in sentences_of(Scene(paragraph.text, names, before)):
        found += _direct(sentence, paragraph.start)
        found += _reported(sentence, paragraph.start)
    return found


def _direct(sentence: Speaking, base: int) -> Iterator[Utterance]:
    """The speech in quotation marks that a sentence has part of."""
    quotes = sentence.scene.spoken(sentence.start, sentence.end)
    if not quotes:
        return
    found = [sentence.speaker(verb) for verb in sentence.verbs]
    speakers = {speaker for ids, _ in found for speaker in ids} if found else sentence.named()
    sure = len(speakers) == 1 and all(plain for ids, plain in found if ids) and bool(found)
    if not speakers and not any(sentence.describes(verb) for verb in sentence.verbs):
        speakers = sentence.earlier
    verbs = tuple((start + base, end + base) for start, end in sentence.verbs)
    for quoted in quotes:
        start, end = max(quoted.start, sentence.start), min(quoted.end, sentence.end)
        yield Utterance("direct", start + base, end + base, frozenset(speakers), verbs, sure)


def _reported(sentence: Speaking, base: int) -> Iterator[Utterance]:
    """What the verbs of speech of a sentence report."""
    for verb in sentence.verbs:
        start, end = verb
        if sentence.ends_before(_UNSAID, start, sentence.start):
            continue
        span = _complement(sentence, verb)
        if span is not None:
            named, sure = sentence.speaker(verb)
            nobody = sentence.describes(verb) or sentence.hears(verb)
            speakers = frozenset(named or (() if nobody else sentence.earlier))
            verbs = ((start + base, end + base),)
            yield Utterance("reported", span[0] + base, span[1] + base, speakers, verbs, sure and bool(named))


def _complement(sentence: Speaking, verb: Verb) -> tuple[int, int] | None:
    """What a verb of speech reports: what follows it, or the sentence before a trailing one."""
    text, first, (start, end) = sentence.text, sentence.start, verb
    if sentence.ends_before(PASSIVE, start) and BY.match(text, end, sentence.end):
        that = _THAT.search(text, end, min(sentence.end, end + _AGENT_REACH))
        if that:  # `the council was told by the keeper that …`
            return that.end(), _stop(sentence, that.end())
        if _ORDERED.match(text, end, sentence.end):
            return None
        return max(sentence.clause(verb), text.rfind(", and ", first, start)), start
    if sentence.inverted(verb):
        return None if sentence.scene.spoken(first, start) else (_beside_hedge(text, first, start), start)
    trailing = _TRAILING.search(text, max(first, start - _TRAIL), start)
    if sentence.ends_before(ACCORDING, end):
        if trailing and start - first > _LONGER and trailing.group().strip(", ") not in _JOINERS:
            return _beside_hedge(text, first, start), start
        return _according(sentence, verb)
    content = _content(sentence, end)
    if content is None:
        return None
    if _ACT.match(text, start):
        around = _AROUND_ACT.search(text, *content)
        content = (content[0], around.start()) if around else content
    told = text[content[0] : min(content[1], content[0] + _TOLD)].lstrip()
    if (
        trailing
        and not _THAT.match(told)
        and len(told.split(maxsplit=_TAIL_WORDS)) <= _TAIL_WORDS
        and start - first > _LONG
    ):
        same = _AS_SAID.search(trailing.group())
        return (trailing.start(), trailing.start() + same.start() + 1) if same else (first, trailing.start())
    return content if told.strip(" .") else None


def _according(sentence: Speaking, verb: Verb) -> tuple[int, int] | None:
    """What is told `according to` somebody: what follows their name, or what stands before."""
    text, (start, end) = sentence.text, verb
    if named := _NAMED.match(text, end, sentence.end):
        return named.end(), sentence.end
    comma = text.find(",", end, sentence.end)
    if comma >= 0:
        return comma + 1, sentence.end
    clause = sentence.clause(verb)
    return (clause, start) if text[clause:start].strip(" \"'") and sentence.speaker(verb)[1] else None


def _beside_hedge(text: str, first: int, start: int) -> int:
    """Where what is told `according to` somebody begins: not with a clause that has a hedge of its own."""
    relative = _RELATIVE.search(text, first, start)
    return relative.start() if relative and adopts(text[first : relative.start()]) else first


def _content(sentence: Speaking, end: int) -> tuple[int, int] | None:
    """The reported words behind a verb, less ``the Gazette on Sunday that``; ``None`` if there are none."""
    text, stop = sentence.text, _stop(sentence, end)
    if _TO_DO.match(text, end, sentence.end):
        clause = _NEW_CLAUSE.search(text, end, stop)
        stop = clause.start() if clause else stop
    circumstance = _CIRCUMSTANCE.match(text, end, stop)
    if circumstance is None:
        return end, stop
    that = _THAT.search(text, end, stop)
    if that:
        return that.end(), stop
    quotes = sentence.scene.spoken(sentence.start, sentence.end)
    return None if quotes or not text[circumstance.end() : stop].strip(" .") else (end, stop)


def _stop(sentence: Speaking, end: int) -> int:
    """Where the reported clause that begins at ``end`` stops."""
    text, first = sentence.text, sentence.start
    if end < (lead := sentence.lead(first, sentence.end)):
        return lead
    comma = text.find(",", end, sentence.end)
    if comma >= 0 and _SUBORDINATE.search(text, max(first, end - _SUBORDINATED), end):
        return comma
    ends = sentence.scene.clause_ends
    index = bisect_left(ends, end)
    return ends[index] if index < len(ends) and ends[index] < sentence.end else sentence.end
