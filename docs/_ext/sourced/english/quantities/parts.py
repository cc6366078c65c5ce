"""A part of a counted whole, `two of the five members`, and the whole that is taken for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from ...text.fold import WORD, fold, small
from ..lexis.inflection import is_past_form
from ..limits import is_empty
from ..patterns import any_of
from .numbers import find_numbers
from .numerals import COUNT, SMALL, TENS

_NUMERAL = any_of(r"(?<![\d,])\d[\d,]*", rf"(?:{TENS})-(?:one|{COUNT})", f"one|{SMALL}|hundred")
_SOME = any_of(
    "some|most|many|several|few|none|neither|any",
    "half|rest|majority|minority|(?:third|quarter|fifth|tenth)s?",
)
_SINGLE = r"one|first|second|last|[a-z]+est"
_OF = "(?: out)? of (?:only |all )?(?:the |its |their |his |her |our |these |those )?"
_PART = re.compile(
    rf"\b(?P<part>{_NUMERAL}|{_SOME}|{_SINGLE}|\d+(?:\.\d+)?%){_OF}(?P<whole>{_NUMERAL}) (?P<rest>[^.;:!?]*)"
)
_ONE_OF = re.compile(rf"\b(?:{_SINGLE}){_OF}{_NUMERAL}\b")
_ALIKE = {"were": "was", "are": "is", "have": "has"}
_AUXILIARIES = {"was", "is", "has", "had", "been", "be"}
_LEAVES_OUT = {"not", "no", "none", "neither", "never", "nor", "half", "some", "most"}
_ALL = {"the", "all"}


class Part(Struct, frozen=True):
    """A part of a whole as a text names it, and the words behind it: what it counts, what is said of that."""

    told: str
    part: str
    whole: Decimal
    rest: tuple[str, ...]
    start: int
    end: int


def one_of_several(text: str) -> str:
    """The word by which ``text`` takes one out of several, such as `one` or `last`; or nothing."""
    found = _ONE_OF.search(small(fold(text)))
    return found[0].split()[0] if found else ""


def takes_one(text: str) -> bool:
    """Whether ``text`` speaks of one out of several: `one of the three tunnels`, `the last of the four`."""
    return _ONE_OF.search(small(fold(text))) is not None


def whole_for_part(claim: str, evidence: str) -> tuple[str, bool] | None:
    """The part that ``claim`` takes for the whole, in the words of the evidence; whether that is a doubt."""
    lower = small(fold(evidence))
    parts = list(_parts(lower))
    words = _words(claim) if parts else []
    found: list[tuple[str, bool]] = []
    for part in parts:
        around = _words(f"{lower[: part.start]}of {lower[part.end :]}")
        if list(_places(around, part)):
            continue  # the evidence tells of the whole as well
        found += [(part.told, not sure) for sure in _places(words, part) if sure or not _names(words, part)]
    return min(found, key=lambda each: each[1], default=None)


def _parts(lower: str) -> Iterator[Part]:
    for match in _PART.finditer(lower):
        whole, rest = find_numbers(match["whole"]), tuple(_words(match["rest"]))
        if whole and rest and match["part"] != match["whole"]:
            told = lower[match.start() : match.end("whole")]
            yield Part(told, match["part"], whole[0].value, rest, match.start(), match.end("whole"))


def _names(words: Sequence[str], part: Part) -> bool:
    """Whether ``words`` name the part; `the last three` is not `the last of the three`."""
    following = [words[n + 1 : n + 2] for n, word in enumerate(words) if word == part.part]
    return any(not word or all(n.value != part.whole for n in find_numbers(word[0])) for word in following)


def _words(text: str) -> list[str]:
    found: list[str] = WORD.findall(small(fold(text)))
    return [_ALIKE.get(word, word) for word in found]


def _places(words: Sequence[str], part: Part) -> Iterator[bool]:
    """Where ``words`` say of the whole what is said of a part; whether it is plainly the same."""
    for at in (n for n, word in enumerate(words) if word == part.rest[0]):
        before = list(words[:at])
        numbers = find_numbers(before[-1]) if before else []
        named = bool(numbers) and numbers[0].value == part.whole
        if named:
            before.pop()
        if "of" in before[-2:] or _LEAVES_OUT & {*before[-3:]}:
            continue
        same = _same_words(words[at:], part.rest)
        verbs = [n for n in range(1, same) if part.rest[n] in _AUXILIARIES or is_past_form(part.rest[n])]
        if named:
            yield bool(verbs) and (
                same == len(words) - at or (same > verbs[-1] + 1 and not is_empty(part.rest[same - 1]))
            )
        elif verbs and (not before or before[-1] in _ALL):
            yield False


def _same_words(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words the two begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
