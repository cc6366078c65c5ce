"""Words that limit what is said, by kind and meaning, and words that say nothing by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from ..text.fold import WORD, caseless
from .lexis.contractions import spelled_out
from .tables import rows

_NUMBER = re.compile(
    r"\s+(?:an? )?(?:[$£€]?\d|(?:half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen"
    r"|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|third|quarter)\b)",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"(?:^|[.!?]['\")]*\s+)$")

_NEAR = 40
"""So many characters before a word tell whether a sentence begins with it."""


class Limit(NamedTuple):
    """What a limiting word may mean: ``("nearness", "almost")``."""

    kind: str
    meaning: str


HEARSAY = Limit("report", "reportedly")
"""What says that something is told, and not by whom."""


class Limiting(NamedTuple):
    """A limiting word or phrase in a text: where it stands, and what it may mean."""

    start: int
    end: int
    words: str
    limits: tuple[Limit, ...]


def limits(words: str) -> tuple[Limit, ...]:
    """What a limiting word or phrase may mean; nothing for any other word."""
    return _limits().get(_folded(words), ())


@lru_cache(maxsize=65536)
def is_limiting(word: str) -> bool:
    return bool(limits(word))


@lru_cache(maxsize=65536)
def is_empty(word: str) -> bool:
    """Whether a word holds a sentence together, and neither says nor limits anything."""
    return _folded(word) in _function_words() and not is_limiting(word)


@lru_cache(maxsize=4096)
def limiting_words(text: str) -> tuple[Limiting, ...]:
    """The limiting words and phrases of ``text``, the longest at each place, also ``ex-`` and ``-fold``."""
    spelled = spelled_out(text.replace("’", "'"))
    text = spelled.text
    found: list[Limiting] = []
    for match in _matches(text):
        if _is_name(text, match):
            continue
        meant = _meant(match[0], before_number=bool(_NUMBER.match(text, match.end())))
        found.append(Limiting(*spelled.span(*match.span()), match[0], meant))
    return tuple(found)


def equivalent(first: str, second: str) -> bool:
    """Whether two limiting words may mean the same: ``around`` and ``about``, ``ex-`` and ``former``."""
    return bool(set(limits(first)) & set(limits(second)))


def exclusive(first: str, second: str) -> bool:
    """Whether two limiting words contradict each other: ``before`` and ``after``, ``all`` and ``some``."""
    return contradict(limits(first), limits(second))


def contradict(one: tuple[Limit, ...], other: tuple[Limit, ...]) -> bool:
    """Whether all that two words may mean of one kind contradicts each other, and anything does."""
    if set(one) & set(other):
        return False
    pairs = [(a, b) for a in one for b in other if a.kind == b.kind]
    return bool(pairs) and all(pair in _exclusions() for pair in pairs)


def _meant(words: str, *, before_number: bool) -> tuple[Limit, ...]:
    """What a word means where it stands: ``over`` a hundred, ``over`` the mountains."""
    bounds = _before_numbers().get(_folded(words), ())
    others = tuple(each for each in limits(words) if each not in bounds)
    return (bounds if before_number else others) or limits(words)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a word is a month or a person: ``in May``, ``Will Smith``."""
    return match[0] in ("May", "Will") and not _SENTENCE_START.search(
        text, max(0, match.start() - _NEAR), match.start()
    )


@cache
def _limits() -> dict[str, tuple[Limit, ...]]:
    found: dict[str, tuple[Limit, ...]] = {}
    for kind, meaning, *words in rows("limits.tsv"):
        for word in words:
            plain = word.removesuffix(" #")
            found[plain] = (*found.get(plain, ()), Limit(kind, meaning))
    return found


@cache
def _before_numbers() -> dict[str, tuple[Limit, ...]]:
    """What words mean before a number alone, such as ``over``."""
    return {
        word.removesuffix(" #"): (Limit(kind, meaning),)
        for kind, meaning, *words in rows("limits.tsv")
        for word in words
        if word.endswith(" #")
    }


@cache
def _exclusions() -> frozenset[tuple[Limit, Limit]]:
    found = set()
    for kind, first, second in rows("exclusions.tsv"):
        pair = Limit(kind, first), Limit(kind, second)
        found |= {pair, pair[::-1]}
    return frozenset(found)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word for _, *words in rows("function-words.tsv") for word in words)


@cache
def nouns_too() -> frozenset[str]:
    """The words that hold a sentence together and that, behind an article, are nouns: ``the well``."""
    return frozenset(word for kind, *words in rows("function-words.tsv") if kind == "noun" for word in words)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Where a limiting word or phrase stands, tried only where a word begins that begins one."""
    places = [
        (match.start(), pattern)
        for match in WORD.finditer(text)
        if (pattern := _beginning_with(caseless(match[0]))) is not None
    ]
    if "-" in text or "'" in text:
        places = sorted(
            (*places, *((match.start(), _ends()) for match in _ends().finditer(text))), key=_place
        )
    last = 0
    for at, pattern in places:
        match = pattern.match(text, at) if at >= last else None
        if match is not None:
            last = match.end()
            yield match


def _place(each: tuple[int, re.Pattern[str]]) -> int:
    return each[0]


@lru_cache(maxsize=65536)
def _beginning_with(word: str) -> re.Pattern[str] | None:
    """What may begin with a word; made when it is first met, as there are hundreds."""
    phrases = _by_first_word().get(word)
    return _pattern(phrases) if phrases else None


@cache
def _by_first_word() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for words in _longest_first():
        if not _is_end(words):
            found.setdefault(WORD.findall(words)[0], []).append(words)
    return found


@cache
def _ends() -> re.Pattern[str]:
    """What may end a word."""
    return re.compile(rf"(?<=\w)(?:{_either(filter(_is_end, _longest_first()))})(?!\w)", re.IGNORECASE)


def _is_end(words: str) -> bool:
    return words.startswith("-") or words == "n't"


def _longest_first() -> list[str]:
    # So that `no more than` is not read as `no` and `more than`.
    return sorted(_limits(), key=len, reverse=True)


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    # A part of a word touches its word, which a whole one may not.
    forms = (
        (_either([words for words in phrases if not words.endswith("-")]), r"(?!\w)"),
        (_either([words for words in phrases if words.endswith("-")]), r"(?=\w)"),
    )
    return re.compile("|".join(f"(?:{words}){then}" for words, then in forms if words), re.IGNORECASE)


def _either(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in phrases)


def _folded(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())
