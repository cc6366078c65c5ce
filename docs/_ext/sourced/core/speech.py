"""Who speaks where in a source: words in quotation marks and reported speech.

An utterance is a stretch of a paragraph that is somebody's words, with the
names that its attribution allows as speaker. Several are possible where the
grammar leaves it open; a name behind a preposition or a possessive is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from .atoms.saying import speech_verbs
from .atoms.names import Mention, NameIndex
from .atoms.quoted import Quoted, find_quoted
from .folding import fold
from .sentences import split_sentences

_DEMOTED = re.compile(
    r"\b(?:of|to|with|from|by|against|in|for|at|on|about|into|over|toward|towards|near|after|via|than|between|among|like|amid|under|behind|without)"
    r" (?:the |a |an |his |her |its |their )?(?:[a-z]+ )?$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^\W*(?:On|In|At|After|Before|During|Since|Despite|While|When|As|Later|Earlier|Meanwhile|By|With|Writing|Speaking)\b[^,;\"]*,\s*"
)
_ACCORDING = re.compile(r"according to\s*$", re.IGNORECASE)
_CLAUSE_START = re.compile(r"; |, but |, while |, although |, though | - ")
_REDESCRIBED = re.compile(r"^\W*(?:His|Her|Their|The|A|An)\s+[a-z]")
_COMPLEMENT_END = re.compile(r"[;]|, but |\bbut (?=[a-z]+ )|, while |, although |, though ")

_SUBORDINATE = re.compile(
    r"[,;] ?(?:although|though|while|whereas|as|because)\b[^,;]*$|\b(?:although|though) [^,;]*$"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being) (?:\w+ly )?$")
_BY = re.compile(r"\s+(?:\w+ ){0,2}by\b")
_UNSAID = re.compile(r"\b(?:not|never|declin\w+ to|refus\w+ to)\s+$|n['’]t\s+$", re.IGNORECASE)
_NEW_CLAUSE = re.compile(r", and (?:the|it|there|he|she|they|this|these|a|an) ")
_CIRCUMSTANTIAL = re.compile(
    r"\s+(?:(?:the )?[A-Z][\w'-]*(?: [A-Z][\w'-]*)*(?: news agency)? )?(?:in|on|via|from|at|by|through|during|over)\b"
)
_ACT = re.compile(r"declar|vow|pledg|urg|call|promis|accus|describ|confirm|report", re.IGNORECASE)
_CIRCUMSTANCE = re.compile(r" (?:after|when|while|since|before) (?=[a-zA-Z])")
"""What stands around an act of speech is the reporter's: ``declared himself president after the fall``."""


class Utterance(Struct, frozen=True):
    """Somebody's words: ``start``/``end`` in the source, who may have said them."""

    kind: Literal["direct", "reported"]
    start: int
    end: int
    speakers: frozenset[str]
    verbs: tuple[tuple[int, int], ...] = ()


class Paragraph(Struct, frozen=True):
    """A paragraph of a source and where it begins."""

    text: str
    start: int


def utterances(paragraph: Paragraph, names: NameIndex, before: Callable[[], str]) -> list[Utterance]:
    """The utterances of ``paragraph``; ``before()`` gives the text that precedes it, for pronouns."""
    speech = [q for q in find_quoted(paragraph.text) if q.is_speech]
    found: list[Utterance] = []
    for start, end in split_sentences(paragraph.text):
        context = _Context(paragraph, names, before, speech, start, end)
        found += context.direct()
        found += context.reported()
    return found


class _Context:
    """One sentence with what is needed to say who speaks in it."""

    def __init__(
        self,
        paragraph: Paragraph,
        names: NameIndex,
        before: Callable[[], str],
        speech: list[Quoted],
        start: int,
        end: int,
    ) -> None:
        self.text, self.base = paragraph.text, paragraph.start
        self.names, self.before = names, before
        self.speech, self.start, self.end = speech, start, end
        self.mentions = names.find(paragraph.text)
        self.verbs = [
            (m.start() + start, m.end() + start)
            for m in speech_verbs(fold(paragraph.text[start:end]))
            if not self._quoted(m.start() + start)
        ]

    def _quoted(self, at: int) -> bool:
        return any(q.start <= at < q.end for q in self.speech)

    def direct(self) -> list[Utterance]:
        mine = [q for q in self.speech if q.start < self.end and self.start < q.end]
        if not mine:
            return []
        speakers: set[str] = set()
        for verb in self.verbs:
            speakers |= self._subject(verb)
        if not self.verbs:
            inside = [
                m for m in self.mentions if self.start <= m.start < self.end and not self._quoted(m.start)
            ]
            speakers = set(self._resolved([m for m in inside if not self._demoted(m)] or inside))
        speakers = speakers or self._earlier()
        verbs = tuple((s + self.base, e + self.base) for s, e in self.verbs)
        return [
            Utterance(
                "direct",
                self.base + max(q.start, self.start),
                self.base + min(q.end, self.end),
                frozenset(speakers),
                verbs,
            )
            for q in mine
        ]

    def reported(self) -> list[Utterance]:
        found = []
        for verb in self.verbs:
            if _UNSAID.search(self.text[self.start : verb[0]]):
                continue
            span = self._complement(verb)
            if span is None:
                continue
            speakers = self._subject(verb) or self._earlier()
            place = (verb[0] + self.base, verb[1] + self.base)
            found.append(
                Utterance("reported", self.base + span[0], self.base + span[1], frozenset(speakers), (place,))
            )
        return found

    def _complement(self, verb: tuple[int, int]) -> tuple[int, int] | None:
        """What a verb of speech reports: what follows it, or the sentence before a trailing one."""
        start, end = verb
        folded = fold(self.text[: self.end])
        if _PASSIVE.search(folded[:start]) and _BY.match(folded, end):
            return max(self._clause(verb), folded.rfind(", and ", self.start, start)), start
        if self._inverted(verb):
            return (
                None
                if any(q.start < start and q.end > self.start for q in self.speech)
                else (self.start, start)
            )
        trailing = re.search(r", ?(?:[^,;]{0,60})$", folded[self.start : start])
        if _ACCORDING.search(folded[:end]):
            if trailing and start - self.start > 30:
                return self.start, start
            comma = folded.find(",", end)
            return (comma + 1, self.end) if comma >= 0 else None
        stop = self._stop(end)
        if re.match(r" to [a-z]", folded[end:]):
            clause = _NEW_CLAUSE.search(folded, end, stop)
            stop = clause.start() if clause else stop
        end = self._content(end, stop)
        if end < 0:
            return None
        if _ACT.match(folded, start):
            aside = _CIRCUMSTANCE.search(folded, end, stop)
            stop = aside.start() if aside else stop
        rest = folded[end:stop]
        if trailing and len(rest.split()) <= 3 and start - self.start > 25:
            return self.start, self.start + trailing.start()
        return (end, stop) if rest.strip(" .") else None

    def _content(self, end: int, stop: int) -> int:
        """Where the reported words begin behind ``told Reuters on Sunday that``; -1 where there are none."""
        rest = fold(self.text[end:stop])
        circumstance = _CIRCUMSTANTIAL.match(rest)
        if circumstance is None:
            return end
        that = re.search(r"\bthat\b", rest)
        if that:
            return end + that.end()
        quotes = any(q.start < self.end and self.start < q.end for q in self.speech)
        return -1 if quotes or not rest[circumstance.end() :].strip(" .") else end

    def _stop(self, end: int) -> int:
        """Where the reported clause that begins at ``end`` stops."""
        folded = fold(self.text[: self.end])
        lead = _LEAD.match(folded[self.start : self.end])
        if lead and end < self.start + lead.end():
            return self.start + lead.end()
        comma = folded.find(",", end)
        if comma >= 0 and _SUBORDINATE.search(folded[self.start : end]):
            return comma
        match = _COMPLEMENT_END.search(folded, end)
        return match.start() if match else self.end

    def _subject(self, verb: tuple[int, int]) -> set[str]:
        """Whom the subject of ``verb`` may name; empty for a pronoun or a description."""
        if _ACCORDING.search(self.text[: verb[1]]):
            after = [m for m in self.mentions if verb[1] <= m.start < self.end][:1]
            return set(self._resolved(after))
        agent = _BY.match(self.text, verb[1]) if _PASSIVE.search(self.text[: verb[0]]) else None
        if agent:
            return set(
                self._resolved([m for m in self.mentions if agent.end() <= m.start < agent.end() + 30][:1])
            )
        if _PASSIVE.search(self.text[: verb[0]]) and self.text[verb[0] : verb[1]].lower() == "told":
            return set()  # who was told is not who tells
        inverted = self._inverted(verb)
        if inverted:
            return set(self._resolved([inverted]))
        zone = self._clause(verb)
        subject = [
            m for m in self.mentions if zone <= m.start and m.end <= verb[0] and not self._quoted(m.start)
        ]
        free = [m for m in subject if not self._demoted(m)]
        if free and not self.text[zone : free[0].start].strip("\"“”' "):
            free = free[:1]
        return set(self._resolved(free))

    def _clause(self, verb: tuple[int, int]) -> int:
        """Where the clause of ``verb`` begins: behind a ``but``, a dash, an adverbial lead."""
        folded = fold(self.text[: verb[0]])
        ends = [m.end() for m in _CLAUSE_START.finditer(folded, self.start)]
        zone = ends[-1] if ends else self.start
        lead = _LEAD.match(folded[zone:])
        return zone + lead.end() if lead else zone

    def _inverted(self, verb: tuple[int, int]) -> Mention | None:
        """The speaker in ``…,” said the keeper`` or ``…, said Ames``."""
        if not re.search(r"[\"',]\s*$", fold(self.text[self.start : verb[0]])):
            return None
        for mention in self.mentions:
            if mention.start >= verb[1] and re.fullmatch(
                r"\s+(?:the |a |an )?(?:[a-z-]+ ){0,3}", self.text[verb[1] : mention.start]
            ):
                return mention
        return None

    def _demoted(self, mention: Mention) -> bool:
        """Whether the name is an object, a complement or an owner, and so cannot be the subject."""
        if re.match(r"['’]s?\b", self.text[mention.end : mention.end + 2]):
            return True
        return _DEMOTED.search(self.text[max(0, mention.start - 40) : mention.start]) is not None

    def _earlier(self) -> set[str]:
        """Whom a pronoun may mean: who spoke, or was named, in the nearest sentence before that says so."""
        previous = self.before() + self.text[: self.start]
        speech = [q for q in find_quoted(previous) if q.is_speech]
        for start, end in reversed(split_sentences(previous)[-4:]):
            earlier = _Context(Paragraph(previous, 0), self.names, lambda: "", speech, start, end)
            subjects = {i for verb in earlier.verbs for i in earlier._subject(verb)}
            if subjects:
                return subjects
            named = [
                m
                for m in earlier.mentions
                if start <= m.start < end
                and not earlier._demoted(m)
                and not earlier._quoted(m.start)
                and any(self.names.names[i].kind not in ("place", "event", "work") for i in m.ids)
            ]
            if named and not earlier.verbs:
                return set(earlier._resolved(named))
        return set()

    def _resolved(self, mentions: list[Mention]) -> list[str]:
        """The IDs that ``mentions`` allow; a shared surname means whoever of them was named last."""
        ids: list[str] = []
        for mention in mentions:
            if len(mention.ids) == 1:
                ids += mention.ids
                continue
            previous = self.before() + self.text[: mention.start]
            earlier = [m for m in self.names.find(previous) if len(m.ids) == 1 and m.ids[0] in mention.ids]
            subjects = [
                m
                for m in earlier
                if not _DEMOTED.search(previous[: m.start]) and not re.match(r"['’]s?\b", previous[m.end :])
            ]
            nearest = {m.ids[0] for m in (*earlier[-2:], *subjects[-1:])}
            if self._redescribed(self.before() + self.text[: self.start]):
                nearest = {m.ids[0] for m in earlier}
            ids += sorted(nearest) or mention.ids
        return ids

    @staticmethod
    def _redescribed(previous: str) -> bool:
        """Whether the sentence before calls somebody ``his granddaughter``: then the last name is no guide."""
        spans = split_sentences(previous[-1500:])
        return bool(spans) and _REDESCRIBED.match(previous[-1500:][spans[-1][0] :]) is not None
