"""Where the quotation of an entry stands, or why that cannot be told."""

from __future__ import annotations

from collections.abc import Callable

from ...text.fold import WORD, squeeze
from ..model import Evidence
from .nearness import nearest
from .outcome import Match, Miss
from .places import Place, candidates, candidates_across, find_folded
from .sourcetext import Span, Text

MIN_WORDS = 3
"""A quotation of fewer words needs a prefix or suffix to say which one is meant."""
_AROUND = 20


def locate(text: Text, evidence: Evidence, asides: Callable[[], list[Span]]) -> Match | Miss:
    """Where the quotation of ``evidence`` stands in its source's text.

    A place in the article counts before one in its ``asides``, which repeat headlines.
    """
    places = candidates(text, evidence.exact) or candidates_across(text, evidence.exact, asides())
    if not places:
        return nearest(text, evidence.exact)
    if len(places) > 1:  # the first search stops at two
        places = [(span,) for span in find_folded(text, evidence.exact)] or places
    if evidence.prefix or evidence.suffix:
        agreeing = [place for place in places if _agrees(text.folded, place, evidence)]
        if not agreeing:
            start, end = places[0][0][0], places[0][-1][1]
            return Miss("absent", squeeze(text.raw[start:end]), "prefix or suffix", start)
        places = agreeing
    elif _is_short(evidence.exact):
        return Miss("short")
    if len(places) > 1:
        skipped = asides()
        places = [place for place in places if not _touches(place, skipped)] or places
    if len(places) > 1:
        return Miss("twice", offset=places[1][0][0])
    return Match(places[0][0][0], places[0][-1][1], places[0])


def _is_short(exact: str) -> bool:
    """Whether there are too few words to tell a place; the words of a long quotation need no counting."""
    return exact.count(" ") < 2 * MIN_WORDS and len(WORD.findall(exact)) < MIN_WORDS


def _agrees(folded: str, place: Place, evidence: Evidence) -> bool:
    """Whether the words around ``place`` are those of ``prefix`` and ``suffix``."""
    start, end = place[0][0], place[-1][1]
    before, after = squeeze(evidence.prefix or ""), squeeze(evidence.suffix or "")
    found_before = squeeze(folded[max(0, start - 2 * len(before) - _AROUND) : start])
    found_after = squeeze(folded[end : end + 2 * len(after) + _AROUND])
    return found_before.endswith(before) and found_after.startswith(after)


def _touches(place: Place, spans: list[Span]) -> bool:
    return any(low < end and start < high for low, high in place for start, end in spans)
