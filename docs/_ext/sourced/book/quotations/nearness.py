"""The passage most like a quotation that stands nowhere, and at what they part."""

from __future__ import annotations

from rapidfuzz import fuzz

from ...text.fold import squeeze
from ...text.letters import named
from .outcome import Miss
from .sourcetext import Text

_LIKE = 60
"""A passage as like as this (of 100) is suggested for a quotation that was not found."""
_SEARCHED = 2_000_000
"""In a source of more characters no such passage is looked for."""
_FEW = 3
"""Words that differ in no more characters may look the same."""
_COMPARED = 600
"""So many characters of a long quotation are compared, its first ones."""


def nearest(text: Text, exact: str) -> Miss:
    """The passage most like ``exact``, and the words at which they part: a suggestion, never a match."""
    wanted, folded = squeeze(exact), text.folded
    if len(wanted) > _COMPARED:
        wanted = wanted[: wanted.rfind(" ", 0, _COMPARED) + 1 or _COMPARED].strip()
    if not wanted or len(folded) > _SEARCHED:
        return Miss("absent")
    best = fuzz.partial_ratio_alignment(wanted, folded, score_cutoff=_LIKE)
    if best is None:
        return Miss("absent")
    start, end = best.dest_start, best.dest_end
    while start > 0 and not folded[start - 1].isspace():
        start -= 1
    while end < len(folded) and not folded[end].isspace():
        end += 1
    passage = squeeze(folded[start:end])
    return Miss("absent", passage, _divergence(wanted, passage), start)


def _divergence(wanted: str, passage: str) -> str:
    """The first words in which a quotation and a passage differ."""
    ours, theirs = wanted.split(), passage.split()
    for index, (our, their) in enumerate(zip(ours, theirs, strict=False)):
        if our != their:
            has, wants = (" ".join(words[index : index + 3]) for words in (theirs, ours))
            return f"the source has “{has}” where the quotation has “{wants}”{_unlike(our, their)}"
    longer, who = (ours, "quotation") if len(ours) > len(theirs) else (theirs, "source")
    rest = longer[min(len(ours), len(theirs)) :][:4]
    return f"the {who} goes on “{' '.join(rest)}”" if rest else ""


def _unlike(our: str, their: str) -> str:
    """Which characters differ in two words that may look the same."""
    pairs = [pair for pair in zip(our, their, strict=False) if pair[0] != pair[1]]
    if (
        len(our) != len(their)
        or not 0 < len(pairs) <= _FEW
        or all(a.isascii() and b.isascii() for a, b in pairs)
    ):
        return ""
    wants, has = pairs[0]
    return f": “{has}” there is {named(has)}, “{wants}” here {named(wants)}"
