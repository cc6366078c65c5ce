"""What a text denies, and whether another text denies it too."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ..text.fold import WORD, fold
from ..text.taken import Taken
from .lexis.stems import content_words, stem
from .markers import Marker, denial_strength, find_markers, is_refusal
from .patterns import any_word, word_list
from .quoted import find_quoted

_ALONE = re.compile(any_word("only|sole|solely|alone|last|exclusively"), re.IGNORECASE)
_OTHER = re.compile(any_word("other|others|else|elsewhere|another|more than"), re.IGNORECASE)
_BUT = re.compile(r"(?:no|none|nobody|nothing) (?:\w+ ){0,2}(?:but|except)\b", re.IGNORECASE)
_CARRIES = re.compile(any_word("free (?:of|from)|yet to|nor"), re.IGNORECASE)
"""Words that say a `not` without saying it."""

_TURNING = frozenset(word_list("not never no none n't cannot can't"))
_LIGHT = frozenset(
    word_list(
        "a an the been be was is are were has have had any of to by that it its his her their them they he",
        "she yet other in on at for with and or ever under this there some one even only circumstances means",
        "way doubt longer",
    )
)
"""Words that a negation passes over to the word that it denies."""
_PLAINEST = 2
_FAR, _NEAR, _BEHIND = 60, 45, 25
"""How many characters a negation reaches forward, is looked for before a word, and behind it."""
_NEXT = 3
"""So many words behind ``only`` may be what there is one of."""
_ECHO = re.compile(
    r", (?:not even|neither(?! (?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)\b))\b"
)
"""A denial said once more: ``never sank, not even in the war``."""
_PARENTHESIS = re.compile(r", [^,]{1,40},")
_CLAUSE = re.compile(r"[,;:]|\bbut\b")
_STOP = re.compile(r"[,;:.]")


@lru_cache(maxsize=65536)
def denials(text: str) -> tuple[Marker, ...]:
    """The negations of ``text``, without those in a quoted term such as ``“unsinkable” ship``."""
    found = [m for m in find_markers(text) if m.kind == "negation"]
    if not found:
        return ()
    terms = Taken(len(text), ((q.start, q.end) for q in find_quoted(text) if not q.is_speech))
    return tuple(m for m in found if not terms.at(m.start))


def separate(found: tuple[Marker, ...], text: str) -> list[Marker]:
    """The negations of ``text`` without those that only say again what one before them denies."""
    return [m for n, m in enumerate(found) if not (n and _ECHO.match(text, m.start - 2))]


def allows_negation(marker: Marker, denial: str, source: str) -> bool:
    """Whether ``source`` allows what ``marker`` denies in ``denial``, though it does not deny it.

    ``The only keeper`` allows ``no other keeper``, and no other denial.
    """
    clause = _clause_after(denial, marker)
    others = [_stems_after(clause, m.end(), 1) for m in _OTHER.finditer(clause)]
    return any(other & _alone(source) for other in others)


@lru_cache(maxsize=4096)
def _alone(text: str) -> frozenset[str]:
    """The stems of what a text says there is only one of."""
    return frozenset(word for m in _ALONE.finditer(text) for word in _stems_after(text, m.end(), _NEXT))


def _clause_after(text: str, marker: Marker) -> str:
    return _CLAUSE.split(text[marker.end : marker.end + _FAR])[0]


def _stems_after(text: str, at: int, count: int) -> set[str]:
    """The stems of the first ``count`` words of meaning behind ``at``."""
    stems = (content_words(word) for word in WORD.findall(text[at : at + _FAR]))
    return set().union(*[each for each in stems if each][:count])


def carries(text: str, marker: Marker, source: str) -> bool:
    """Whether ``text`` denies as plainly as ``marker`` does in ``source``, or has words to that effect.

    A word that the marker governs there has to be denied in ``text`` as well, where it stands there: another
    `not` pays for nothing. ``Only`` says ``no other`` and ``none but``.
    """
    word = governed(marker, source)
    if (word and affirms(text, word)) or _leaves_refused(text, marker, source):
        return False
    if _strongest(text) >= denial_strength(marker):
        return True
    others = _OTHER.search(_clause_after(source, marker)) or _BUT.match(source, marker.start)
    return others is not None and _says_alone(text)


@lru_cache(maxsize=4096)
def _says_alone(text: str) -> bool:
    return _ALONE.search(text) is not None


def _leaves_refused(text: str, marker: Marker, source: str) -> bool:
    """Whether ``text`` affirms all that it has of the words behind a ``denied`` of ``source``."""
    if not is_refusal(marker) or any(is_refusal(m) for m in denials(text)):
        return False
    words = [w for w in WORD.findall(fold(_clause_after(source, marker))) if w.lower() not in _LIGHT]
    said = [found for word in words if (found := affirms(text, word)) is not None]
    return bool(said) and all(said)


def turned(marker: Marker, source: str, text: str) -> str | None:
    """The word that ``marker`` denies in ``source`` and that ``text`` affirms: ``not lit``, ``is lit``."""
    word = governed(marker, source)
    return word if word and affirms(text, word) else None


def governed(marker: Marker, text: str) -> str | None:
    """The word of meaning that a plain ``not`` or ``no`` of ``text`` governs."""
    if marker.text.lower() not in _TURNING:
        return None
    following: list[str] = WORD.findall(fold(_clause_after(text, marker)))
    return next((w for w in following[:3] if w.lower() not in _LIGHT), None)


def affirms(text: str, word: str) -> bool | None:
    """Whether ``text`` holds ``word`` undenied; ``None`` if it does not hold it."""
    wanted, known = stem(word.lower()), _affirmed(text)
    if wanted not in known.places:
        return None
    if wanted not in known.judged:
        known.judged[wanted] = not any(_denied(known.text, at) for at in known.places[wanted])
    return known.judged[wanted]


@lru_cache(maxsize=4096)
def _strongest(text: str) -> int:
    """How plainly ``text`` denies at its plainest, 0 where it denies nothing."""
    if _CARRIES.search(text):
        return _PLAINEST
    return max(map(denial_strength, denials(text)), default=0)


class _Affirmed(NamedTuple):
    """Where the words of a text stand, by their stems, and which are known to be denied nowhere."""

    text: str
    places: dict[str, list[int]]
    judged: dict[str, bool]


@lru_cache(maxsize=1024)
def _affirmed(text: str) -> _Affirmed:
    places: dict[str, list[int]] = {}
    folded = fold(text)
    for match in WORD.finditer(folded):
        places.setdefault(stem(match.group().lower()), []).append(match.start())
    return _Affirmed(folded, places, {})


@lru_cache(maxsize=65536)
def _plain(text: str) -> int:
    """How many plain denials ``text`` has."""
    return sum(denial_strength(m) == 2 for m in denials(text))


def _denied(text: str, at: int) -> bool:
    """Whether a negation stands in the few words before ``at`` or just behind it."""
    # Half a quotation is no term in quotation marks.
    near, behind = (
        part.replace('"', " ") for part in (text[max(0, at - _NEAR) : at], text[at : at + _BEHIND])
    )
    near = _PARENTHESIS.sub(" ", near)
    near = _CLAUSE.split(near)[-1]
    if any(denial_strength(m) == 2 or near[m.end :].startswith(" to ") for m in denials(near)):
        return True
    return _CARRIES.search(near) is not None or _plain(_STOP.split(behind)[0]) > 0
