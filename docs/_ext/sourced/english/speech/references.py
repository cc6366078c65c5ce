"""Words that stand for a speaker whom they do not name."""

from __future__ import annotations

import re

from ...text.fold import fold
from ..patterns import any_word
from ..pronouns import PRONOUN
from .verbs import speech_verbs

_DESCRIBED = re.compile(r"\bthe (?:\w+ ){0,2}$", re.IGNORECASE)
_NEAR = 60
"""So many characters before a verb may describe who speaks."""
ONE_OF_SEVERAL = re.compile(
    any_word(
        r"(?:one|another|a second|a third|two|three|four|some|other|most|several|both|none)"
        r" (?:of (?:the|these) )?(?:\w+ ){0,2}"
        "(?:reports?|articles?|sources?|accounts?|others?"
        "|give|gives|say|says|put|puts|speaks?|call|calls|has|have)",
        r"(?:differ|disagree|elsewhere|conflict|contradict)\w*",
    ),
    re.IGNORECASE,
)
"""One side of what several sources say differently."""


def stands_for_somebody(text: str) -> bool:
    """Whether a pronoun, or a description that speaks (``the minister said``), stands for a name before."""
    text = fold(text)
    if PRONOUN.search(text):
        return True
    return any(_DESCRIBED.search(text, max(0, start - _NEAR), start) for start, _ in speech_verbs(text))
