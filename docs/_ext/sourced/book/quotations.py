"""Finding a quotation in its source.

The raw text is searched first; only on a miss are both sides folded. A match
begins and ends between words, and a number is never part of a longer one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import Literal

from msgspec import Struct
from rapidfuzz import fuzz

from ..text.fold import ELLIPSIS, WORD, fold, squeeze
from ..text.place import LineStarts
from ..text.sentences import paragraph_at, split_paragraphs
from .model import Evidence

MIN_WORDS = 3
"""A quotation of fewer words needs a prefix or suffix to say which one is meant."""
_LIKE = 60
"""A passage as like as this (of 100) is suggested for a quotation that was not found."""
_SEARCHED = 2_000_000
"""In a source of more characters no such passage is looked for."""
_AROUND = 20

Reason = Literal["absent", "twice", "short"]
Span = tuple[int, int]
Place = tuple[Span, ...]
"""Where a quotation stands: the spans of its parts, which are split at its ellipses."""


class Match(Struct, frozen=True):
    """Where a quotation stands in its source's text."""

    start: int
    end: int
    parts: Place


class Miss(Struct, frozen=True):
    """Why a quotation was not found, and the nearest passage where there is one."""

    reason: Reason
    nearest: str = ""
    diverges: str = ""
    offset: int = -1


_DIVIDED = 1_000_000
"""A text of more characters is never divided as a whole."""


class Text:
    """A source's text, folded once when that is first needed."""

    def __init__(self, raw: str) -> None:
        self.raw = raw

    @cached_property
    def line_starts(self) -> LineStarts:
        """Where its lines begin."""
        return LineStarts(self.raw)

    @cached_property
    def folded(self) -> str:
        """The text folded; same length."""
        return fold(self.raw)

    @cached_property
    def flat(self) -> str:
        """The text folded, with line ends as spaces; same length."""
        return self.folded.replace("\n", " ").replace("\r", " ")

    @cached_property
    def lower(self) -> str:
        """The text folded and in lower case, to look whether it has a word at all."""
        return self.folded.lower()

    def paragraph(self, at: int) -> Span:
        """The paragraph that holds the offset ``at``; a large text is read only around it."""
        if len(self.raw) > _DIVIDED:
            return paragraph_at(self.raw, at)
        index = bisect_right(self._paragraphs, (at, len(self.raw))) - 1
        if index < 0 or self._paragraphs[index][1] <= at:
            return paragraph_at(self.raw, at)
        return self._paragraphs[index]

    @cached_property
    def _paragraphs(self) -> list[Span]:
        return split_paragraphs(self.raw)


def locate(text: Text, evidence: Evidence, asides: Callable[[], list[Span]]) -> Match | Miss:
    """Where the quotation of ``evidence`` stands in its source's text.

    A place in the article counts before one in its ``asides``, which repeat headlines.
    """
    places = candidates(text, evidence.exact)
    if not places:
        return nearest(text, evidence.exact)
    if len(places) > 1:  # the first search stops at two
        places = [(span,) for span in _find_folded(text, evidence.exact)] or places
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


def candidates(text: Text, exact: str) -> list[Place]:
    """Every place where ``exact`` stands; at most two where its white space is that of the source."""
    exact = exact.strip()
    if not exact:
        return []
    spans = _find(text.raw, exact) or _find(text.flat, squeeze(exact)) or _find_folded(text, exact)
    return [(span,) for span in spans] or _find_parts(text, exact)


def passages(text: Text, words: str) -> list[Span]:
    """Every place of ``words``, even inside longer words: page furniture runs together."""
    return [m.span() for m in _pattern(words).finditer(text.folded)]


def _find(text: str, exact: str) -> list[Span]:
    """At most two places where ``exact`` stands as whole words."""
    found: list[Span] = []
    start = text.find(exact)
    while start >= 0 and len(found) < 2:
        end = start + len(exact)
        if _is_whole(text, start, end):
            found.append((start, end))
        start = text.find(exact, start + 1)
    return found


def _find_folded(text: Text, exact: str) -> list[Span]:
    return [span for span in passages(text, exact) if _is_whole(text.folded, *span)]


def _find_parts(text: Text, exact: str) -> list[Place]:
    """Places of the parts of ``exact`` between ellipses, in order, within one paragraph."""
    parts = [_pattern(part) for part in ELLIPSIS.split(exact) if part.strip()]
    if len(parts) < 2:
        return []
    first, *others = parts
    found = []
    for match in first.finditer(text.folded):
        _, limit = text.paragraph(match.start())
        spans = [match.span()]
        for part in others:
            following = part.search(text.folded, spans[-1][1], limit)
            if following is None:
                break
            spans.append(following.span())
        if len(spans) > len(others) and all(_is_whole(text.folded, *span) for span in spans):
            found.append(tuple(spans))
    return found


def _pattern(words: str) -> re.Pattern[str]:
    """``words``, folded, with any white space between them."""
    return re.compile(r"\s+".join(map(re.escape, fold(words).split())))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` begins and ends between words and numbers."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return not (_joins(before[-1:], text[start], before[:1]) or _joins(after[:1], text[end - 1], after[1:]))


def _joins(outside: str, inside: str, beyond: str) -> bool:
    """Whether the character outside goes on the word or number that ends with the one inside."""
    if outside.isalnum():
        return inside.isalnum()
    return outside in (".", ",") and inside.isdigit() and beyond.isdigit()


def _agrees(folded: str, place: Place, evidence: Evidence) -> bool:
    """Whether the words around ``place`` are those of ``prefix`` and ``suffix``."""
    start, end = place[0][0], place[-1][1]
    before, after = squeeze(evidence.prefix or ""), squeeze(evidence.suffix or "")
    found_before = squeeze(folded[max(0, start - 2 * len(before) - _AROUND) : start])
    found_after = squeeze(folded[end : end + 2 * len(after) + _AROUND])
    return found_before.endswith(before) and found_after.startswith(after)


def _touches(place: Place, spans: list[Span]) -> bool:
    return any(place[0][0] < end and start < place[-1][1] for start, end in spans)


def nearest(text: Text, exact: str) -> Miss:
    """The passage most like ``exact``, and the words at which they part: a suggestion, never a match."""
    wanted, folded = squeeze(exact), text.folded
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
            return f"the source has “{has}” where the quotation has “{wants}”"
    longer, who = (ours, "quotation") if len(ours) > len(theirs) else (theirs, "source")
    rest = longer[min(len(ours), len(theirs)) :][:4]
    return f"the {who} goes on “{' '.join(rest)}”" if rest else ""
