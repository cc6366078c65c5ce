"""Words by which a text says that somebody says something."""

from __future__ import annotations

import re
from functools import lru_cache

from ...text.fold import WORD, small
from ...text.taken import Taken
from ..markers import hedging
from ..patterns import any_listed, first_words, listed
from ..quantities.numerals import COUNT

_TABLE = "speech.tsv"
_VERBS = any_listed(_TABLE, "verb")
_VERB = re.compile(_VERBS)
_TRAILING = re.compile(
    r", (?!(?:in|on|at|by|for|with|after|before|during|who|which|where|when) )"
    r"(?:(?!\b(?:is|are|was|were|be|been|being)\b)[^,;]){2,60} "
    rf"({any_listed(_TABLE, 'trail')})(?: (?:on|in|last|this|earlier|yesterday|today)\b[^,;]{{0,30}})?\W*$"
)
"""A verb, in no passive, with nothing behind it but the day: what it reports stands before it."""
_FIRST_OF_VERBS = first_words(*listed(_TABLE, "verb"), *listed(_TABLE, "trail"))
_FIRST_OF_ALL = _FIRST_OF_VERBS | first_words(*listed(_TABLE, "act"))
_PLAIN = frozenset((*listed(_TABLE, "verb", "plain"), *listed(_TABLE, "act", "plain"), "report", "according"))
"""Verbs that only say that something is said."""
_STANCES = frozenset(word for form in listed(_TABLE, "verb", "stance") for word in form.split(" ")[:1])
"""Verbs that say besides how the speaker holds it."""
_DEEDS = frozenset((*listed(_TABLE, "verb", "deed"), *listed(_TABLE, "act")))
_ATTRIBUTION = re.compile(f"{_VERBS}|{any_listed(_TABLE, 'act')}")
_ADOPTED = re.compile(rf"\b{hedging('own')}")
_NO_SPEECH = re.compile(
    r"\b(?:been|was|were|be|is|are|being) admitted\b(?! that| by)"
    r"|\b(?:stop|start|beg[aiu]n|ceas|resum)\w* (?:admitting|confirming|reporting|announcing)\b(?! that)"
    r"|\b(?:of|the|all|no|any|new|more|these|those|\d+|"
    + COUNT
    + r") (?:confirmed|reported|alleged|claimed|announced|promised)"
    r" (?!(?:that|to|the|an?|it|its|his|her|their|on|in|by|at|for|there|he|she|they)\b)[a-z]+"
)
"""Patients who are admitted, and cases that are `the confirmed cases`: nobody speaks."""
_HEARS = re.compile(r"\b(?:was|were|been|is|are|being) (?:told|asked|informed)$")
"""Who was told does not tell."""
_BY = re.compile(r" (?:\w+ ){0,2}by\b")
"""Who told it, behind who was told."""
_BEFORE = 10
"""So many characters before a verb may say that its subject only hears."""


def is_plain_verb(word: str) -> bool:
    """Whether ``word`` only says that something is said, as ``said`` does, and ``denied`` does not."""
    return word.lower() in _PLAIN


def is_stance(word: str) -> bool:
    """Whether ``word`` says that somebody says something, and does not deny it: ``said``, ``claimed``."""
    return (word.lower() in _STANCES or is_plain_verb(word)) and not word.lower().startswith("den")


def is_deed(verb: str) -> bool:
    """Whether a verb of speech is an act by itself, as ``declared`` is, and does not only report."""
    return small(verb) in _DEEDS


@lru_cache(maxsize=65536)
def attributes(text: str) -> bool:
    """Whether ``text`` says that somebody says something, by a verb or a noun (``her account``)."""
    return bool(attributing(text))


@lru_cache(maxsize=65536)
def attributing(text: str) -> tuple[tuple[int, int], ...]:
    """Where the verbs and the nouns stand by which ``text`` says that somebody says something."""
    lower = small(text)
    if _FIRST_OF_ALL.isdisjoint(WORD.findall(lower)):
        return ()
    found = (m.span() for m in _ATTRIBUTION.finditer(lower))
    return tuple(
        (start, end)
        for start, end in found
        if _BY.match(lower, end) or not _HEARS.search(lower[max(0, start - _BEFORE) : end])
    )


def adopts(text: str) -> bool:
    """Whether ``text`` hedges what it says itself, as `is said to` does."""
    return _ADOPTED.search(small(text)) is not None


def may_report(text: str) -> bool:
    """Whether ``text`` may hold a verb of speech: a quick look."""
    return not _FIRST_OF_VERBS.isdisjoint(WORD.findall(small(text)))


def speech_verbs(text: str) -> list[tuple[int, int]]:
    """Where the verbs of speech of ``text`` stand; ``is said to`` is a hedge and none of them."""
    lower = small(text)
    if _FIRST_OF_VERBS.isdisjoint(WORD.findall(lower)):
        return []
    found = [m.span() for m in _VERB.finditer(lower)]
    if (trailing := _TRAILING.search(lower)) and trailing.span(1) not in found:
        found.append(trailing.span(1))
    if not found:
        return []
    silent = (m.span() for pattern in (_ADOPTED, _NO_SPEECH) for m in pattern.finditer(lower))
    adopted = Taken(len(lower), silent)
    return [verb for verb in found if not adopted.at(verb[0])]
