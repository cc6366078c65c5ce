"""Small changes to a text, as a slip or a lie would make them: the texts whose outcomes are recorded."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from functools import cache

from sourced.english.tables import rows

WORD_LISTS = (
    *("contraries", "converses", "exclusions", "function-words", "limits", "markers", "opposites"),
    *("speech", "synonyms", "unlikely"),
)
NUMBERS = (
    *("2", "3", "14", "40", "41", "140", "1,008", "2.5", "1901", "40%"),
    *("two", "three", "twelve", "half", "dozens", "hundreds", "first", "third"),
)
DATES = ("3 May 1901", "May 1901", "1901", "on Sunday", "in the 1890s", "yesterday", "at noon", "last year")
UNITS = (
    "metres",
    "km",
    "people",
    "tonnes",
    "crowns",
    "per cent",
    "days",
    "years",
    "feet",
    "miles",
    "o'clock",
)
ATTRIBUTIONS = (
    *("Ann Ames said that", "according to Bob Oak,", ", the League said", "reportedly", "he said"),
    *("who said", "denied that", "The Gazette says", "told the Herald that", ", and she added that"),
    *("“", "”", "by Ann Ames"),
)
SMALL = ("not", "never", "no", "all", "only", "about", "at least", "until", "before")
LINKS = ("and", "but", ", and", ", because", "while", "if", "unless", "that", ", who", ". And", "-")
Edit = Callable[[random.Random, list[str], Sequence[str]], list[str]]


def edited(text: str, others: Sequence[str], lot: random.Random) -> str:
    """The text after one to three small changes; ``others`` lend their words."""
    words = text.split(" ")
    for _ in range(lot.choice((1, 1, 2, 3))):
        words = lot.choice(EDITS)(lot, words, others) or words
    return re.sub(r" (?=[,.;!?])", "", " ".join(words)).strip()


def _drop(lot: random.Random, words: list[str], _: Sequence[str]) -> list[str]:
    if len(words) < 2:
        return words
    at, count = lot.randrange(len(words)), lot.choice((1, 1, 1, 2, 3))
    return words[:at] + words[at + count :]


def _swap(lot: random.Random, words: list[str], _: Sequence[str]) -> list[str]:
    if len(words) < 2:
        return words
    one, other = lot.randrange(len(words)), lot.randrange(len(words))
    words = list(words)
    words[one], words[other] = words[other], words[one]
    return words


def _borrow(lot: random.Random, words: list[str], others: Sequence[str]) -> list[str]:
    """A word, or some, from another text in place of its own, or before it."""
    given = lot.choice(others).split(" ")
    start, count = lot.randrange(len(given)), lot.choice((1, 1, 2, 4))
    at = lot.randrange(len(words) + 1)
    return words[:at] + given[start : start + count] + words[at + lot.choice((0, 1)) :]


def _join(lot: random.Random, words: list[str], others: Sequence[str]) -> list[str]:
    link = lot.choice(LINKS)
    return [*words, *link.split(" "), *lot.choice(others).split(" ")]


def _put(given: Callable[[random.Random], str]) -> Edit:
    def edit(lot: random.Random, words: list[str], _: Sequence[str]) -> list[str]:
        at = lot.randrange(len(words) + 1)
        return words[:at] + given(lot).split(" ") + words[at + lot.choice((0, 0, 1)) :]

    return edit


def _listed(lot: random.Random) -> str:
    """A word of a list that the code knows."""
    return lot.choice(lot.choice(_rows(lot.choice(WORD_LISTS)))) or "not"


@cache
def _rows(name: str) -> list[list[str]]:
    """The words of each row of a list, without their parts of speech."""
    return [[word.partition("/")[0] for word in row] for row in rows(f"{name}.tsv")]


@cache
def _kin() -> dict[str, list[str]]:
    """The words that stand in a row with a word: they mean the same, the opposite, or another part."""
    found: dict[str, list[str]] = {}
    for name in WORD_LISTS:
        for row in _rows(name):
            for word in row:
                found.setdefault(word, []).extend(row)
    return found


def _exchange(lot: random.Random, words: list[str], _: Sequence[str]) -> list[str]:
    """A word for one that stands beside it in a list."""
    known = [at for at, word in enumerate(words) if word.strip(",.").lower() in _kin()]
    if not known:
        return words
    at = lot.choice(known)
    return [*words[:at], lot.choice(_kin()[words[at].strip(",.").lower()]), *words[at + 1 :]]


def _turned(lot: random.Random, words: list[str], _: Sequence[str]) -> list[str]:
    """A word with another ending, or other letters."""
    at = lot.randrange(len(words))
    turn = lot.choice((str.lower, str.capitalize, _plural, _past, _owned, _comma))
    return [*words[:at], turn(words[at]), *words[at + 1 :]]


def _plural(word: str) -> str:
    return word.removesuffix("s") if word.endswith("s") else f"{word}s"


def _past(word: str) -> str:
    return word.removesuffix("ed") if word.endswith("ed") else f"{word}ed"


def _owned(word: str) -> str:
    return f"{word}’s"


def _comma(word: str) -> str:
    return word.rstrip(",.") if word.endswith((",", ".")) else f"{word},"


EDITS: tuple[Edit, ...] = (
    *(_drop, _drop, _swap, _borrow, _borrow, _join, _turned, _exchange, _exchange),
    *(_put(_listed), _put(_listed)),
    *(_put(lambda lot, given=given: lot.choice(given)) for given in (ATTRIBUTIONS, NUMBERS, DATES, SMALL)),
    _put(lambda lot: f"{lot.choice(NUMBERS)} {lot.choice(UNITS)}"),
)
"""What is done to a text; some things more often."""
