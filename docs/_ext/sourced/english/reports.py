"""How a text counts its sources, and says that they share their words."""

from __future__ import annotations

import re

from .patterns import any_of, any_word

COUNTED = re.compile(
    any_of(r" of (?:the|these|those|our|its|\w+) ?(?:\w+ )?", r" (?:\w+ ){0,2}")
    + any_of("sources?|reports?|articles?|accounts?|outlets?|newspapers?|publishers?")
    + r"\b",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\b(?P<many>both|several|many|multiple|various|numerous|a number of|different|independent)"
    r" (?:of )?(?:the |these |our )?(?:\w+ )?"
    r"(?:sources|reports|articles|accounts|outlets|newspapers|papers|publishers)\b",
    re.IGNORECASE,
)
MEANS_TWO = ("both", "different", "independent", "various")
SHARED = re.compile(
    any_word("same|shared?|shares|sharing|identical|copied|alike|word for word|common"), re.IGNORECASE
)
TOTAL = re.compile(r"\b(?:of|all) (?:the |these |our |its )?$", re.IGNORECASE)
