"""Who speaks in a sentence of a source: the subject of a verb of speech, or whom its pronoun means.

Several speakers are possible where the grammar leaves it open; a name behind a
preposition or a possessive is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...text.fold import fold
from ...text.sentences import split_sentences
from ..names import Mention, NameIndex
from ..patterns import any_of
from ..quoted import find_quoted
from .verbs import speech_verbs

Verb = tuple[int, int]
"""Where a verb of speech begins and ends."""

ACCORDING = re.compile(r"according to\s*$", re.IGNORECASE)
PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being) (?:\w+ly )?$")
BY = re.compile(r"\s+(?:\w+ ){0,2}by\b")
LEAD = re.compile(
    r"^\W*(?:On|In|At|After|Before|During|Since|Despite|While|When|As|Later|Earlier|Meanwhile|By|With|Writing"
    r"|Speaking)\b[^,;\"]*,\s*"
)
"""An adverbial that a sentence begins with, up to its comma."""

_DEMOTED = re.compile(
    r"\b"
    + any_of(
        "of|to|with|from|by|against|in|for|at|on|about|into|over|toward|towards|near|after|via|than|between",
        "among|like|amid|under|behind|without",
    )
    + r" (?:the |a |an |his |her |its |their )?(?:[a-z]+ )?$",
    re.IGNORECASE,
)
_OWNER = re.compile(r"'s?\b")
_CLAUSE_START = re.compile(r"; |, but |, while |, although |, though | - ")
_INVERTING = re.compile(r"[\"',]\s*$")
_TITLE = re.compile(r"\s+(?:the |a |an )?(?:[a-z-]+ ){0,3}")
"""What may stand between a verb and its inverted subject: ``said the old keeper Ames``."""
_REDESCRIBED = re.compile(r"^\W*(?:His|Her|Their|The|A|An)\s+[a-z]")
_NO_SPEAKER = ("place", "event", "work")
"""Kinds of names that no pronoun of a speaker means."""

_AGENT_REACH = 30
_OBJECT_REACH = 40
_SENTENCES_BACK = 4
_SENTENCE_REACH = 1500


class Scene:
    """A stretch of a source, what stands before it, and the names and the speech in it."""

    def __init__(self, raw: str, names: NameIndex, before: str = "") -> None:
        self.raw, self.before = raw, before
        self.text = fold(raw)
        self.names = names
        self.mentions = names.find(raw)
        self.speech = [q for q in find_quoted(raw) if q.is_speech]

    def quoted(self, at: int) -> bool:
        """Whether the character at ``at`` is part of somebody's direct speech."""
        return any(q.start <= at < q.end for q in self.speech)

    def sentences(self) -> list[Speaking]:
        """Its sentences, in order."""
        return [Speaking(self, start, end) for start, end in split_sentences(self.raw)]


class Speaking:
    """One sentence of a scene, with its verbs of speech outside quotation marks."""

    def __init__(self, scene: Scene, start: int, end: int) -> None:
        self.scene, self.start, self.end = scene, start, end
        self.text = scene.text[:end]
        """The scene up to the sentence's end."""
        found = [(first + start, last + start) for first, last in speech_verbs(self.text[start:])]
        self.verbs: list[Verb] = [verb for verb in found if not scene.quoted(verb[0])]

    def subject(self, verb: Verb) -> set[str]:
        """Whom the subject of ``verb`` may name; empty for a pronoun or a description."""
        start, end = verb
        before = self.text[:start]
        mentions = self.scene.mentions
        if ACCORDING.search(self.text[:end]):
            return self._resolved([m for m in mentions if end <= m.start < self.end][:1])
        if PASSIVE.search(before):
            agent = BY.match(self.text, end)
            if agent:
                reach = range(agent.end(), agent.end() + _AGENT_REACH)
                return self._resolved([m for m in mentions if m.start in reach][:1])
            if self.text[start:end].lower() == "told":
                return set()  # who was told is not who tells
        inverted = self.inverted(verb)
        if inverted:
            return self._resolved([inverted])
        clause = self.clause(verb)
        free = self._free(m for m in mentions if clause <= m.start and m.end <= start)
        if free and not self.text[clause : free[0].start].strip("\"' "):
            free = free[:1]
        return self._resolved(free)

    def clause(self, verb: Verb) -> int:
        """Where the clause of ``verb`` begins: behind a ``but``, a dash, an adverbial lead."""
        ends = [m.end() for m in _CLAUSE_START.finditer(self.text, self.start, verb[0])]
        start = ends[-1] if ends else self.start
        lead = LEAD.match(self.text[start : verb[0]])
        return start + lead.end() if lead else start

    def inverted(self, verb: Verb) -> Mention | None:
        """The speaker in ``…,” said the keeper`` or ``…, said Ames``."""
        start, end = verb
        if not _INVERTING.search(self.text[self.start : start]):
            return None
        following = (m for m in self.scene.mentions if m.start >= end)
        return next((m for m in following if _TITLE.fullmatch(self.scene.text, end, m.start)), None)

    def named(self) -> set[str]:
        """Whom a sentence without a verb of speech names, its subject first of all."""
        inside = [m for m in self._mentions() if not self.scene.quoted(m.start)]
        return self._resolved(self._free(inside) or inside)

    def earlier(self) -> set[str]:
        """Whom a pronoun may mean: who spoke, or was named, in the nearest sentence before that says so."""
        names = self.scene.names
        before = Scene(self.scene.before + self.scene.raw[: self.start], names)
        for sentence in reversed(before.sentences()[-_SENTENCES_BACK:]):
            subjects = {i for verb in sentence.verbs for i in sentence.subject(verb)}
            if subjects:
                return subjects
            named = [
                mention
                for mention in sentence._free(sentence._mentions())
                if any(names.names[i].kind not in _NO_SPEAKER for i in mention.ids)
            ]
            if named and not sentence.verbs:
                return sentence._resolved(named)
        return set()

    def _mentions(self) -> list[Mention]:
        return [m for m in self.scene.mentions if self.start <= m.start < self.end]

    def _free(self, mentions: Iterable[Mention]) -> list[Mention]:
        """Those that may be a subject: not quoted, no object, complement or owner."""
        return [m for m in mentions if not self.scene.quoted(m.start) and not _is_demoted(self.scene.text, m)]

    def _resolved(self, mentions: list[Mention]) -> set[str]:
        """The IDs that ``mentions`` allow; a shared surname means whoever of them was named last."""
        ids: set[str] = set()
        for mention in mentions:
            ids.update(mention.ids if len(mention.ids) == 1 else self._meant(mention))
        return ids

    def _meant(self, mention: Mention) -> Iterable[str]:
        """Whom of those who share a name a mention means, going by what stands before it."""
        before = self.scene.before + self.scene.raw[: mention.start]
        folded = fold(before)
        earlier = [m for m in self.scene.names.find(before) if len(m.ids) == 1 and m.ids[0] in mention.ids]
        if not self._redescribes():
            earlier = [*earlier[-2:], *[m for m in earlier if not _is_demoted(folded, m)][-1:]]
        return {m.ids[0] for m in earlier} or mention.ids

    def _redescribes(self) -> bool:
        """Whether the sentence before says ``his granddaughter``: then the last name is no guide."""
        before = (self.scene.before + self.scene.raw[: self.start])[-_SENTENCE_REACH:]
        spans = split_sentences(before)
        return bool(spans) and _REDESCRIBED.match(before[spans[-1][0] :]) is not None


def _is_demoted(text: str, mention: Mention) -> bool:
    """Whether the name is an object, a complement or an owner, and so cannot be the subject."""
    if _OWNER.match(text, mention.end):
        return True
    return _DEMOTED.search(text[max(0, mention.start - _OBJECT_REACH) : mention.start]) is not None
