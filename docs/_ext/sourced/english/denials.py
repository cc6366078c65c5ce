"""What a text denies, and whether another text denies it too."""

from __future__ import annotations

import re
from functools import lru_cache

from ..text.fold import WORD, fold
from .markers import Marker, denial_strength, find_markers
from .patterns import any_word, word_list
from .quoted import find_quoted
from .stems import content_words, stem

_ALONE = re.compile(any_word("only|sole|solely|alone|last|exclusively"), re.IGNORECASE)
_OTHER = re.compile(any_word("other|others|else|elsewhere|another|more than"), re.IGNORECASE)
_CARRIES = re.compile(
    any_word(
        "free (?:of|from)|out of (?:its|their|his|her|the|reach)|at bay",
        r"beyond (?:(?:its|their|the) )?reach|outside|kept? (?:\w+ ){1,4}(?:out|off|away)",
        "held out|withstood|resisted|in vain|unlikely|only|alone|no longer|yet to|nor",
    ),
    re.IGNORECASE,
)
"""Words that say a `not` without saying it."""

_TURNING = frozenset(word_list("not never no none n't cannot denied denies deny denying"))
_LIGHT = frozenset(
    word_list(
        "a an the been be was is are were has have had any of to by that it its his her their them they he",
        "she yet other in on at for with and or ever under this there some one even only circumstances means",
        "way doubt longer",
    )
)
"""Words that a negation passes over to the word that it denies."""
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
    terms = [q for q in find_quoted(text) if not q.is_speech] if found else []
    return tuple(m for m in found if not any(q.start <= m.start < q.end for q in terms))


def separate(found: tuple[Marker, ...], text: str) -> list[Marker]:
    """The negations of ``text`` without those that only say again what one before them denies."""
    return [m for n, m in enumerate(found) if not (n and _ECHO.match(text, m.start - 2))]


def allows_negation(marker: Marker, denial: str, source: str) -> bool:
    """Whether ``source`` allows what ``marker`` denies in ``denial``, though it does not deny it.

    ``The only keeper`` allows ``no other keeper``, and no other denial.
    """
    clause = _CLAUSE.split(denial[marker.end : marker.end + _FAR])[0]
    others = [_stems_after(clause, m.end(), 1) for m in _OTHER.finditer(clause)]
    alone = [_stems_after(source, m.end(), _NEXT) for m in _ALONE.finditer(source)]
    return any(other & one for other in others for one in alone)


def _stems_after(text: str, at: int, count: int) -> set[str]:
    """The stems of the first ``count`` words of meaning behind ``at``."""
    stems = (content_words(word) for word in WORD.findall(text[at : at + _FAR]))
    return set().union(*[each for each in stems if each][:count])


def carries(text: str, marker: Marker) -> bool:
    """Whether ``text`` denies as plainly as ``marker`` does, by a negation or by words to that effect."""
    strength = denial_strength(marker)
    return any(denial_strength(m) >= strength for m in denials(text)) or _CARRIES.search(text) is not None


def turned(marker: Marker, source: str, text: str) -> str | None:
    """The word that ``marker`` denies in ``source`` and that ``text`` affirms: ``not lit``, ``is lit``."""
    if marker.text.lower() not in _TURNING or _plain(text) >= _plain(source):
        return None
    following: list[str] = WORD.findall(fold(source[marker.end : marker.end + _FAR]))
    word = next((w for w in following[:3] if w.lower() not in _LIGHT), None)
    return word if word and affirms(text, word) else None


def affirms(text: str, word: str) -> bool | None:
    """Whether ``text`` holds ``word`` undenied; ``None`` if it does not hold it."""
    wanted = stem(word.lower())
    places = [m.start() for m in WORD.finditer(fold(text)) if stem(m.group().lower()) == wanted]
    return not any(_denied(fold(text), at) for at in places) if places else None


def _plain(text: str) -> int:
    """How many plain denials ``text`` has."""
    return sum(denial_strength(m) == 2 for m in denials(text))


def _denied(text: str, at: int) -> bool:
    """Whether a negation stands in the few words before ``at`` or just behind it."""
    near = _PARENTHESIS.sub(" ", text[max(0, at - _NEAR) : at])
    near = _CLAUSE.split(near)[-1]
    if any(denial_strength(m) == 2 or near[m.end :].startswith(" to ") for m in denials(near)):
        return True
    behind = _STOP.split(text[at : at + _BEHIND])[0]
    return _CARRIES.search(near) is not None or _plain(behind) > 0
