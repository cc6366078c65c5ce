"""How far negations and hedges reach: which of those around a quotation bear on it."""

from __future__ import annotations

import re

from ..text.fold import fold
from .markers import Marker, find_markers
from .patterns import any_of, any_word, listed

_STOP = r"[.!?](?=\s)|(?<=\s)-(?=\s)"
_CLAUSE_END = re.compile(
    any_of(
        r"[,;:()\"–—]",
        _STOP,
        any_word(
            "but|while|although|though|whereas|because|who|which|whose|where|when|so that|and that",
            "despite|even",
        ),
    )
)
_STRONG_END = re.compile(
    any_of(
        "[;:()]",
        _STOP,
        r",? ?\b(?:but|while|although|though|whereas|yet(?= [a-z]+ (?:is|was|has)))\b",
        ", (?:and|or|so) ",
        r", (?:who|which|whose|where|when)\b",
    )
)
_AND_BEFORE = re.compile(r"\band\s+$")
_NEW_SUBJECT = re.compile(
    r"(?:the|a|an|his|her|its|their|it|he|she|they|we|i|there|some|many|most)\b|[A-Z\d]"
)
_CONDITION_BEFORE = re.compile(r"\b(?:if|unless|in case)\b", re.IGNORECASE)
CONDITION = re.compile(
    any_word("if|unless|in case|should|provided|without", "were (?:it|they|he|she)|in the event"),
    re.IGNORECASE,
)
"""Words that make what follows hold only under a condition."""

_CONDITION_AHEAD = re.compile(r"[\W_]*(?:if|unless|in case|provided that)\b[^.!?;]*,", re.IGNORECASE)
"""A condition that a sentence begins with: all of the sentence hangs on it."""
_PRESUPPOSED = re.compile(
    r"(?:since|after|before|when|while|until|as|where|who|which|whose)\b", re.IGNORECASE
)
"""A quotation that begins so takes for granted what its main clause may doubt."""

_GUESS_REACH, _GUESS_FAR = 5, 500
"""A `could` bears on the few words behind it, not on all that its sentence mentions."""

_BEHIND = [
    word for kind in ("report", "guess") for word in listed("markers.tsv", kind) if word.endswith("ly")
]
"""The hedges that may stand behind all that they weaken: `…, reportedly`."""

# What stands behind the quotation and bears on it, as in `… was denied` or `…, reportedly`.
_TAKEN_BACK = re.compile(
    any_of(
        # the reports that it had fallen were false
        r"[^,;:]*\b(?:was|were|is|are|been|be|proved?|turned out(?: to be)?) (?:\w+ )?"
        + any_of(
            "denied|false|untrue|rejected|dismissed|refuted|disputed|wrong|unconfirmed",
            "not true|not confirmed|impossible to verify",
        )
        + r"\b",
        # …, which could not be independently verified
        r"(?:[^,;:]*|\W*(?:(?:al)?though|but|which|a claim|something|this|that)\b[^,;:]*)"
        r"\b(?:could|can|has|have|had|was|were|is|are)(?: ?not|n't) (?:be |been )?(?:independently )?"
        r"(?:verified|confirmed|proved|proven)\b",
        r"[^,;:]*\b(?:never|did not) (?:happen|take place|occur)\w*",
        # …, reportedly
        r"\W*"
        + any_word(
            "it seems",
            # … alone: `…, probably because it was old` weakens the cause
            f"(?:maybe|perhaps|{'|'.join(_BEHIND)})" + r"(?=\W*(?:[.,;:!?)]|$))",
            r"it (?:is|was) (?:said|rumou?red|believed|thought|feared|claimed)",
            r"(?:or )?so it (?:is|was|has been) \w+",
        ),
    ),
    re.IGNORECASE,
)


def governing(sentence: str, start: int, end: int) -> list[Marker]:
    """The markers of ``sentence`` outside ``sentence[start:end]`` that reach into it.

    A negation reaches to the end of its clause, a hedge such as ``reportedly``
    past commas to the next ``but``, semicolon or new main clause. Both may also
    follow: ``the reports that it had fallen were false``.
    """
    folded = fold(sentence)
    narrow = _last_end(_CLAUSE_END, folded[:start], folded[start:end])
    wide = _last_end(_STRONG_END, folded[:start], folded[start:end])
    presupposed = _PRESUPPOSED.match(folded, start) is not None
    found = []
    taken_back = _TAKEN_BACK.match(folded, end)
    for marker in find_markers(folded):
        if marker.end <= start:
            if presupposed and marker.kind != "negation":
                continue
            clause = wide if marker.kind == "report" else narrow
            if marker.start >= clause and _reaches(folded, marker, start):
                found.append(marker)
        elif marker.start >= end and taken_back and marker.start < taken_back.end():
            found.append(marker)
    ahead = _CONDITION_AHEAD.match(folded, 0, start)
    condition = _CONDITION_BEFORE.search(folded, 0 if ahead and not wide > ahead.end() else narrow, start)
    if condition:
        found.append(Marker("guess", condition.group(), *condition.span()))
    return found


def _last_end(pattern: re.Pattern[str], before: str, quoted: str) -> int:
    """Where the clause that runs into the quotation begins."""
    ends = [m.end() for m in pattern.finditer(before)]
    conjunction = _AND_BEFORE.search(before)
    if conjunction and _NEW_SUBJECT.match(quoted):
        ends.append(conjunction.end())
    return max(ends, default=0)


def _reaches(text: str, marker: Marker, start: int) -> bool:
    """Whether a marker before the quotation is near enough, and no mere epithet (``unsinkable``)."""
    if marker.kind == "report":
        return True
    if marker.kind == "guess":
        return start - marker.end < _GUESS_FAR and len(text[marker.end : start].split()) <= _GUESS_REACH
    word = marker.text.lower()
    return not word.startswith(("un", "in")) or word in ("unable", "in vain", "untrue")
