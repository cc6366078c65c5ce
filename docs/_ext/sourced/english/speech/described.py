"""A speaker who is told by what it is and not by a name: `the keeper said`, `the report says`."""

from __future__ import annotations

import re

from ..patterns import any_listed

_DESCRIBED = r"(?:the|a|an|his|her|its|their|one|some|several|many|other|another|both|these|those)"
BEFORE = re.compile(
    rf"\b{_DESCRIBED} (?:[a-z'-]+ ){{0,5}}(?:has |had |have |also |later |then )?$", re.IGNORECASE
)
"""A description right before a verb."""
APART = re.compile(rf"^\W*{_DESCRIBED} (?:[\w'-]+ ){{0,4}}[a-z'-]+, [^,;:\"]{{2,90}}, $", re.IGNORECASE)
"""A description at the head of a clause, with an apposition before the verb."""
TELLER = re.compile(
    rf"\b{_DESCRIBED} (?:[\w'-]+ ){{0,3}}?{any_listed('speech.tsv', 'teller')}"
    r"(?:, [^,;:\"]{2,90},)? (?:\w+ly |also |then |later |has |had |have )?$",
    re.IGNORECASE,
)
"""What somebody has written or spoken in, as the subject of a verb."""
SHARED = re.compile(r"\b(?:and|but|then) (?:\w+ly |also |then |later )?$")
"""What a verb stands behind that shares the subject of the verb before it."""
OFFICE = re.compile(rf" {_DESCRIBED} (?:[\w'-]+ ){{0,6}}[a-z'-]+, ")
"""What the speaker is, before the name: `said its director, Ames`."""
BEHIND = re.compile(rf"(?: by)? {_DESCRIBED} [a-z]", re.IGNORECASE)
"""A description behind an inverted verb or its `by`."""
