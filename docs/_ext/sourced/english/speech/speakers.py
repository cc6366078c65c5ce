"""Who speaks in a sentence of a source: the subject of a verb of speech, or whom its pronoun means.

Several speakers are possible where the grammar leaves it open; a name behind a
preposition or a possessive is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import islice
from operator import attrgetter

from ...text.sentences import split_sentences
from ..spellings import Mention
from . import described
from .scene import Scene
from .subjects import AND, beside_verb, head_of_phrase, is_demoted, is_joined
from .verbs import speech_verbs

Verb = tuple[int, int]
"""Where a verb of speech begins and ends."""
Speaker = tuple[set[str], bool]
"""Who may speak, and whether the text says so plainly."""

_WINDOW = 100
"""So many characters before a word tell how it stands there."""
_MOST_NAMES = 50
"""Of more names before one verb the first of them stand for all."""
_MOST_EARLIER = 200
"""So many names are gone back to find whom a shared one means."""
ACCORDING = re.compile(r"according to\s*$", re.IGNORECASE)
PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being) (?:\w+ly )?$")
BY = re.compile(r"\s+(?:\w+ ){0,2}by\b")
LEAD = re.compile(
    r"\W*(?:On|In|At|After|Before|During|Since|Despite|While|When|As|Later|Earlier|Meanwhile|By|With|Writing"
    r"|Speaking)\b[^,;\"]*,\s*"
)
"""An adverbial that a sentence begins with, up to its comma."""

_CLAUSE_START = re.compile(r"; |, but |, while |, although |, though | - ")
_INVERTING = re.compile(r"[\"',]\s*$")
_TELLS = re.compile(r"t[eo]l[ld]|accus|urg|inform", re.IGNORECASE)
"""Verbs behind which whom they tell stands, and never who tells."""
_HEARD = re.compile(r"told\b|warned\b|informed\b|urged\b|accused\b", re.IGNORECASE)
"""Verbs in the passive whose subject only hears."""
_ENDS = re.compile(
    r"\s*(?:[.,;:\"')(]|$)|\s+(?:in|on|at|to|of|from|by|for|with|who|and|after|before|during|while|when|as|last|this|the|an?"
    r"|yesterday|today|earlier|later|about|over|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
"""What may follow the subject of an inverted verb."""
_REDESCRIBED = re.compile(r"^\W*(?:His|Her|Their|The|A|An)\s+[a-z]")
_NO_SPEAKER = ("place", "event", "work")
"""Kinds of names that no pronoun of a speaker means."""

_start = attrgetter("start")
_SENTENCES_BACK = 4
_SENTENCE_REACH, _EARLIER_REACH = 1500, 4000
"""So many characters hold the sentence before, and those that say whom a pronoun means."""


class Speaking:
    """One sentence of a scene, with its verbs of speech outside quotation marks."""

    def __init__(self, scene: Scene, start: int, end: int) -> None:
        self.scene, self.start, self.end = scene, start, end
        self.text = scene.text
        """The text of the whole scene."""
        found = [(first + start, last + start) for first, last in speech_verbs(self.text[start:end])]
        self.verbs: list[Verb] = [verb for verb in found if not scene.quoted(verb[0])]
        self._leads: dict[int, int] = {}

    def ends_before(self, pattern: re.Pattern[str], at: int, start: int = 0) -> bool:
        """Whether the text from ``start`` on ends in a pattern before ``at``."""
        return pattern.search(self.text, max(start, at - _WINDOW), at) is not None

    def lead(self, start: int, stop: int) -> int:
        """Where the adverbial that a clause begins with ends, before ``stop``; ``start`` if there is none."""
        if start not in self._leads:
            found = LEAD.match(self.text, start, self.end)
            self._leads[start] = found.end() if found else start
        return self._leads[start] if self._leads[start] <= stop else start

    def subject(self, verb: Verb) -> set[str]:
        """Whom the subject of ``verb`` may name; empty for a pronoun or a description."""
        return self.speaker(verb)[0]

    def speaker(self, verb: Verb) -> Speaker:
        """Who may be the subject of ``verb``, and whether the text says so plainly."""
        start, end = verb
        if self.ends_before(ACCORDING, end):
            return self._named_at(end)
        if self.ends_before(PASSIVE, start):
            agent = BY.match(self.text, end, self.end)
            if agent:
                return self._named_at(agent.end())
            if self.hears(verb):
                return set(), False
        inverted = self.inverted(verb)
        if inverted:
            return self._resolved([inverted]), len(inverted.ids) == 1
        beside = beside_verb(self.scene.text, self.scene.mentions, self.start, start)
        if beside is not None and not self.scene.quoted(beside.start):
            return self._resolved([beside]), len(beside.ids) == 1
        if self.ends_before(described.TELLER, start, self.clause(verb)):
            return set(), False
        return self._possible(verb) | self._before(verb), False

    def _before(self, verb: Verb) -> set[str]:
        """Who is the subject of the verb before, if ``verb`` shares it: `Ames denied it, but said …`."""
        index = self.verbs.index(verb) if verb in self.verbs else 0
        if not index or not self.ends_before(described.SHARED, verb[0], self.verbs[index - 1][1]):
            return set()
        return self.subject(self.verbs[index - 1])

    def _possible(self, verb: Verb) -> set[str]:
        """Whom the words before ``verb`` name, as no object, complement or owner."""
        clause = self.clause(verb)
        mentions = (m for m in self.scene.named(clause, verb[0]) if m.end <= verb[0])
        free = self._free(islice(mentions, _MOST_NAMES))
        if free and not self.text[clause : free[0].start].strip("\"' "):
            joined = [
                n for n in range(1, len(free)) if AND.fullmatch(self.text[free[n - 1].end : free[n].start])
            ]
            free = [free[0], *(free[n] for n in joined if n == 1 or n - 1 in joined)]
        return self._resolved(free)

    def _named_at(self, at: int) -> Speaker:
        """Whom the words from ``at`` on name: the head of them, plainly; else nobody for sure."""
        head = head_of_phrase(self.scene.text, self.scene.mentions, at, self.end)
        return (self._resolved([head]), len(head.ids) == 1) if head else (set(), False)

    def hears(self, verb: Verb) -> bool:
        """Whether the subject of ``verb`` only hears what is said: who was told is not who tells."""
        return self.ends_before(PASSIVE, verb[0]) and _HEARD.match(self.text, verb[0]) is not None

    def describes(self, verb: Verb) -> bool:
        """Whether the subject of ``verb`` is told by what it is, as ``the keeper`` is: it may be anybody."""
        start, end = verb
        by = BY.match(self.text, end, self.end)
        if by or self.ends_before(ACCORDING, end) or self._is_turned(verb):
            return described.BEHIND.match(self.text, end, self.end) is not None
        if self.text[start:end].endswith("ing"):
            return False
        if described.APART.match(self.text[self.clause(verb) : start]):
            return True
        return any(
            self.ends_before(p, start, self.clause(verb)) for p in (described.BEFORE, described.TELLER)
        )

    def _is_turned(self, verb: Verb) -> bool:
        return self.ends_before(_INVERTING, verb[0], self.start)

    @cached_property
    def _clauses(self) -> list[int]:
        return [m.end() for m in _CLAUSE_START.finditer(self.text, self.start, self.end)]

    def clause(self, verb: Verb) -> int:
        """Where the clause of ``verb`` begins: behind a ``but``, a dash, an adverbial lead."""
        index = bisect_right(self._clauses, verb[0]) - 1
        return self.lead(self._clauses[index] if index >= 0 else self.start, verb[0])

    def inverted(self, verb: Verb) -> Mention | None:
        """The speaker in ``…,” said the keeper Ames`` or ``…, said Ames``."""
        start, end = verb
        if not self._is_turned(verb) or _TELLS.match(self.text, start):
            return None
        head = head_of_phrase(self.scene.text, self.scene.mentions, end, self.end)
        apposed = None if head else described.OFFICE.match(self.text, end, self.end)
        if apposed:
            head = head_of_phrase(self.scene.text, self.scene.mentions, apposed.end() - 1, self.end)
        return head if head and _ENDS.match(self.scene.text, head.end) else None

    def named(self) -> set[str]:
        """Whom a sentence without a verb of speech names, its subject first of all."""
        inside = [m for m in self._mentions() if not self.scene.quoted(m.start)]
        return self._resolved(self._free(inside) or inside)

    @cached_property
    def subjects(self) -> set[str]:
        """Whom the subjects of all its verbs may name."""
        return {i for verb in self.verbs for i in self.subject(verb)}

    @cached_property
    def earlier(self) -> set[str]:
        """Whom a pronoun may mean: who spoke, or was named, in the nearest sentence before that says so."""
        names = self.scene.names
        whole, at = self.scene.whole, len(self.scene.before) + self.start
        if not whole.named(at - _EARLIER_REACH, at):
            return set()
        told = Scene(whole.raw[max(0, at - _EARLIER_REACH) : at], names)
        for sentence in reversed(sentences_of(told, _SENTENCES_BACK)):
            if sentence.subjects:
                return sentence.subjects
            named = [
                mention
                for mention in sentence._free(sentence._mentions())
                if any(names.names[i].kind not in _NO_SPEAKER for i in mention.ids)
            ]
            if named and not sentence.verbs:
                return sentence._resolved(named)
        return set()

    def _mentions(self) -> list[Mention]:
        return self.scene.named(self.start, self.end)

    def _free(self, mentions: Iterable[Mention]) -> list[Mention]:
        """Those that may be a subject: not quoted, no object, complement or owner, nor joined to one."""
        free: list[Mention] = []
        demoted: Mention | None = None
        for mention in mentions:
            joined = demoted and is_joined(self.scene.text, demoted, mention)
            if is_demoted(self.scene.text, mention) or joined:
                demoted = mention
            elif not self.scene.quoted(mention.start):
                free.append(mention)
        return free

    def _resolved(self, mentions: list[Mention]) -> set[str]:
        """The IDs that ``mentions`` allow; a shared surname means whoever of them was named last."""
        ids: set[str] = set()
        for mention in mentions:
            ids.update(mention.ids if len(mention.ids) == 1 else self._meant(mention))
        return ids

    def _meant(self, mention: Mention) -> Iterable[str]:
        """Whom of those who share a name a mention means, going by what stands before it."""
        whole, at = self.scene.whole, len(self.scene.before) + mention.start
        before = whole.mentions[: bisect_left(whole.mentions, at, key=_start)][-_MOST_EARLIER:]
        earlier = [m for m in before if len(m.ids) == 1 and m.ids[0] in mention.ids]
        if not self._redescribes:
            earlier = [*earlier[-2:], *[m for m in earlier if not is_demoted(whole.text, m)][-1:]]
        return {m.ids[0] for m in earlier} or mention.ids

    @cached_property
    def _redescribes(self) -> bool:
        """Whether the sentence before says ``his granddaughter``: then the last name is no guide."""
        at = len(self.scene.before) + self.start
        before = self.scene.whole.raw[max(0, at - _SENTENCE_REACH) : at]
        spans = split_sentences(before)
        return bool(spans) and _REDESCRIBED.match(before[spans[-1][0] :]) is not None


def sentences_of(scene: Scene, last: int = 0) -> list[Speaking]:
    """The sentences of a scene in order: all of them, or only so many ``last`` ones."""
    return [Speaking(scene, start, end) for start, end in split_sentences(scene.raw)[-last:]]
