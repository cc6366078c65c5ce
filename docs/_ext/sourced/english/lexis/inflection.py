"""The base forms of an inflected English word, by rule, and by WordNet's words and exceptions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .. import limits
from ..tables import base_words, irregular, unlikely

NOUN, VERB, ADJECTIVE, ADVERB = "n", "v", "a", "r"
KINDS = (NOUN, VERB, ADJECTIVE, ADVERB)

_ENDINGS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    NOUN: (("ies", ("y",)), ("men", ("man",)), ("es", ("", "e")), ("s", ("",))),
    VERB: (
        ("ies", ("y",)),
        ("es", ("", "e")),
        ("s", ("",)),
        ("ied", ("y",)),
        ("ed", ("", "e")),
        ("ing", ("", "e")),
    ),
    ADJECTIVE: (("ier", ("y",)), ("er", ("", "e")), ("iest", ("y",)), ("est", ("", "e"))),
    ADVERB: (("ier", ("y",)), ("er", ("", "e")), ("iest", ("y",)), ("est", ("", "e"))),
}
_DOUBLED = re.compile(r"([bdfgklmnprtvz])\1$")
_DOUBLES = re.compile(r"^[^aeiou]*[aeiou][bdfgklmnprtvz]$")
"""Words that double their last letter before an ending, so that `hoped` is no form of `hop`."""
_HISSING = ("s", "x", "z", "ch", "sh", "o")
_NO_PLURAL = ("us", "is", "ss", "men")
"""Endings that a name is as likely to have as a plural: `Paris`, `Yemen`."""
_VOWEL = re.compile("[aeiouy]")


class Reading(NamedTuple):
    """One way to read a word: its base form, its kind, and for ``larger`` and ``largest`` the degree."""

    base: str
    kind: str
    degree: str = ""


@lru_cache(maxsize=65536)
def readings(word: str) -> frozenset[Reading]:
    """All ways to read ``word`` that the lexicon knows, without the ones that hardly ever are meant."""
    word = _plain(word)
    found = {Reading(word, kind) for kind in KINDS if word in base_words(kind)}
    for kind in KINDS:
        found.update(_inflected(word, kind))
    return frozenset(found - {Reading(*each) for each in unlikely(word)})


def may_be(kind: str, word: str) -> bool:
    """Whether a word may be a form of a kind, such as ``NOUN``."""
    return any(each.kind == kind for each in readings(word.lower()))


@lru_cache(maxsize=65536)
def lemmas(word: str, *, degrees: bool = True) -> frozenset[str]:
    """The base forms that ``word`` may be a form of, itself among them if it may be one.

    ``left`` is ``leave`` and ``left``. ``better`` is ``good`` and ``well``, unless ``degrees`` is false:
    then a comparative or superlative stands for itself, as it says something else than its base form.
    A word that is not known may be any that the rules of English give, and itself.
    """
    word = _plain(word)
    known = readings(word)
    if not known:
        if limits.is_empty(word) or limits.is_limiting(word):
            return frozenset({word})  # `during` is no form of a word that nobody knows
        return frozenset({word, *_guessed(word)})
    bases = {each.base for each in known if degrees or not each.degree}
    bases |= {word for each in known if each.degree and not degrees}
    if any(word in base_words(kind) for kind in KINDS):
        bases.add(word)
    return frozenset(bases)


@lru_cache(maxsize=65536)
def is_past_form(word: str) -> bool:
    """Whether a word is the past of a verb, and no other form of one."""
    verbs = {each.base for each in readings(word) if each.kind == VERB}
    return bool(verbs) and word not in {*verbs, "am", "are"} and not word.endswith(("s", "ing"))


_SEVERAL = frozenset(("people", "police"))
"""Plurals that look like none."""


def means_several(name: str) -> bool:
    """Whether what is called so is several: `two people in the tent`, but not `the League of Sailors`."""
    words = name.lower().removeprefix("the ").split()
    head = next((n for n, word in enumerate(words) if n and limits.is_empty(word)), len(words))
    last = words[head - 1] if words else ""
    nouns = {each.base for each in readings(last) if each.kind == NOUN}
    return last in _SEVERAL or (bool(nouns) and last not in nouns)


def degree(word: str) -> str:
    """``er`` for a comparative, ``est`` for a superlative, else nothing."""
    return next((each.degree for each in sorted(readings(word)) if each.degree), "")


def _plain(word: str) -> str:
    word = word.lower().replace("’", "'")
    return word.removesuffix("'s").removesuffix("'")


def _inflected(word: str, kind: str) -> Iterator[Reading]:
    exceptions = irregular(word, kind)
    if exceptions:
        yield from (Reading(base, kind, _degree(word, kind)) for base in exceptions if base != word)
        return
    for base in _detached(word, kind):
        # `everest` is no superlative of `ever`: an adverb is compared if it is an adjective too.
        if base in base_words(kind) and (kind != ADVERB or base in base_words(ADJECTIVE)):
            yield Reading(base, kind, _degree(word, kind))


def _degree(word: str, kind: str) -> str:
    if kind not in (ADJECTIVE, ADVERB):
        return ""
    return "est" if word.endswith("st") else "er"


def _detached(word: str, kind: str) -> Iterator[str]:
    """What stays of a word without each ending of a kind: the spelling that the rules allow, known or not."""
    for ending, replacements in _ENDINGS[kind]:
        stem = word.removesuffix(ending)
        if stem == word or not _VOWEL.search(stem + replacements[0]):
            continue
        if ending == "s" and stem.endswith(_HISSING[:-1]):
            continue
        vowel_follows = ending in ("ed", "ing", "er", "est")
        for replacement in replacements:
            if (ending, replacement) == ("es", "") and not stem.endswith(_HISSING):
                continue
            if vowel_follows and not replacement and _DOUBLES.search(stem):
                continue
            yield stem + replacement
        if vowel_follows and _DOUBLED.search(stem):
            yield stem[:-1]


def _guessed(word: str) -> Iterator[str]:
    """The base forms of a word that no list has."""
    if not word.isalpha() or len(word) < 5 or word.endswith(_NO_PLURAL):
        return
    for kind in (NOUN, VERB):
        yield from (base for base in _detached(word, kind) if len(base) > 2)
