"""Finding a quotation in its source.

The raw text is searched first; only on a miss are both sides folded. A match
begins and ends between words, and a number is never part of a longer one.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator
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
_COMPARED = 600
"""So many characters of a long quotation are compared, its first ones."""
_AROUND = 20
_TRIES = 1_000_000
"""After so many a quotation with ellipses has been looked for long enough."""
_DARK = re.compile(r"\S+")
_NO_WORD = re.compile(r"[\W_]")

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
    def squeezed(self) -> str:
        """The text folded, with every run of white space as one space and none at the ends."""
        return squeeze(self.raw)

    def find(self, words: str, start: int = 0) -> Span | None:
        """The first place of squeezed ``words`` from an offset on, whatever the white space between them."""
        word = max(bisect_right(self._starts, start) - 1, 0)
        if not words or word >= len(self._starts):
            return None
        at = self._squeezed_starts[word] + max(start - self._starts[word], 0)
        at = self.squeezed.find(words, min([at, *self._squeezed_starts[word + 1 : word + 2]]))
        return None if at < 0 else (self._unsqueezed(at), self._unsqueezed(at + len(words) - 1) + 1)

    def _unsqueezed(self, at: int) -> int:
        """Where a character of the squeezed text, which is no space, stands in the text itself."""
        word = bisect_right(self._squeezed_starts, at) - 1
        return self._starts[word] + at - self._squeezed_starts[word]

    @cached_property
    def _starts(self) -> array[int]:
        """Where in the text each run of other characters than white space begins."""
        return array("I", (m.start() for m in _DARK.finditer(self.raw)))

    @cached_property
    def _squeezed_starts(self) -> array[int]:
        return array("I", (m.start() for m in _DARK.finditer(self.squeezed)))

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
    return list(_places(text, words))


def _places(text: Text, words: str) -> Iterator[Span]:
    words = squeeze(words)
    span = text.find(words)
    while span:
        yield span
        span = text.find(words, span[1])


def _find(text: str, exact: str) -> list[Span]:
    """At most two places where ``exact`` stands as whole words."""
    found: list[Span] = []
    start = text.find(exact)
    while start >= 0 and len(found) < 2:
        end = start + len(exact)
        if _is_whole(text, start, end):
            found.append((start, end))
        elif text[start].isalnum() and text[max(0, start - 1)].isalnum():
            outside = _NO_WORD.search(text, start)  # nothing begins inside a word, and a word may be long
            start = outside.start() if outside else len(text)
        start = text.find(exact, start + 1)
    return found


def _find_folded(text: Text, exact: str) -> list[Span]:
    return [span for span in passages(text, exact) if _is_whole(text.folded, *span)]


def _find_parts(text: Text, exact: str) -> list[Place]:
    """Places of the parts of ``exact`` between ellipses, in order, within one paragraph."""
    first, *others = [part for part in ELLIPSIS.split(exact) if part.strip()] or [""]
    parts = [_Part(text, part) for part in others]
    found: list[Place] = []
    tried = 0
    for start, end in _places(text, first) if parts else ():
        _, limit = text.paragraph(start)
        spans = [(start, end)]
        for part in parts:
            tried += 1
            following = part.after(spans[-1][1])
            if following is None or following[1] > limit:
                break
            spans.append(following)
        if len(spans) > len(parts) and all(_is_whole(text.folded, *span) for span in spans):
            found.append(tuple(spans))
        if tried > _TRIES:
            break
    return found


class _Part:
    """A part of a quotation, looked for from ever further on."""

    def __init__(self, text: Text, words: str) -> None:
        self._text, self._words = text, squeeze(words)
        self._next = text.find(self._words)

    def after(self, at: int) -> Span | None:
        """Its first place from ``at`` on."""
        if self._next is not None and self._next[0] < at:
            self._next = self._text.find(self._words, at)
        return self._next


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
            return f"the source has “{has}” where the quotation has “{wants}”"
    longer, who = (ours, "quotation") if len(ours) > len(theirs) else (theirs, "source")
    rest = longer[min(len(ours), len(theirs)) :][:4]
    return f"the {who} goes on “{' '.join(rest)}”" if rest else ""
