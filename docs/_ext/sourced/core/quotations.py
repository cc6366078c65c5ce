"""Finding a quotation in its source.

The raw text is searched first; only on a miss are both sides folded. A match
begins and ends between words, and a number is never part of a longer one.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct
from rapidfuzz import fuzz

from .folding import ELLIPSIS, WORD, fold, squeeze
from .model import Evidence
from .sentences import paragraph_at

MIN_WORDS = 3
"""A quotation of fewer words needs a prefix or suffix to say which one is meant."""


Reason = Literal["absent", "twice", "short"]


class Match(Struct, frozen=True):
    """Where a quotation stands in its source's text; ``parts`` are split at its ellipses."""

    start: int
    end: int
    parts: tuple[tuple[int, int], ...]


class Miss(Struct, frozen=True):
    """Why a quotation was not found, and the nearest passage where there is one."""

    reason: Reason
    nearest: str = ""
    diverges: str = ""
    offset: int = -1


def _joins(left: str, right: str) -> bool:
    """Whether two neighbouring characters belong to one word or one number."""
    return left.isalnum() and right.isalnum()


def _whole(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` begins and ends between words and numbers."""
    if start and _joins(text[start - 1], text[start]):
        return False
    if end < len(text) and _joins(text[end - 1], text[end]):
        return False
    if start > 1 and text[start].isdigit() and text[start - 1] in ".," and text[start - 2].isdigit():
        return False
    return not (
        end + 1 < len(text) and text[end - 1].isdigit() and text[end] in ".," and text[end + 1].isdigit()
    )


def _pattern(words: str) -> re.Pattern[str]:
    """``words``, already folded, with any white space between them."""
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def _raw(text: str, exact: str) -> list[tuple[int, int]]:
    """At most two places where ``exact`` stands as it is."""
    found: list[tuple[int, int]] = []
    start = text.find(exact)
    while start >= 0 and len(found) < 2:
        if _whole(text, start, start + len(exact)):
            found.append((start, start + len(exact)))
        start = text.find(exact, start + 1)
    return found


def passages(text: Text, words: str) -> list[tuple[int, int]]:
    """Every place of ``words``, even inside longer words: page furniture runs together."""
    return [m.span() for m in _pattern(fold(words)).finditer(text.folded)]


def _folded(folded: str, exact: str) -> list[tuple[int, int]]:
    return [m.span() for m in _pattern(fold(exact)).finditer(folded) if _whole(folded, *m.span())]


def _agrees(folded: str, span: tuple[int, int], evidence: Evidence) -> bool:
    """Whether the words around ``span`` are those of ``prefix`` and ``suffix``."""
    start, end = span
    if evidence.prefix:
        wanted = squeeze(evidence.prefix)
        if not squeeze(folded[max(0, start - 2 * len(wanted) - 20) : start]).endswith(wanted):
            return False
    if evidence.suffix:
        wanted = squeeze(evidence.suffix)
        if not squeeze(folded[end : end + 2 * len(wanted) + 20]).startswith(wanted):
            return False
    return True


class Text:
    """A source's text, folded once when that is first needed."""

    def __init__(self, text: str) -> None:
        self.raw = text
        self._folded: str | None = None

    @property
    def folded(self) -> str:
        if self._folded is None:
            self._folded = fold(self.raw)
        return self._folded


def _with_ellipses(text: Text, exact: str) -> list[tuple[tuple[int, int], ...]]:
    """Places of the parts of ``exact`` in order, within one paragraph."""
    parts = [_pattern(fold(part)) for part in ELLIPSIS.split(exact) if part.strip()]
    if len(parts) < 2:
        return []
    found = []
    for first in parts[0].finditer(text.folded):
        _, limit = paragraph_at(text.raw, first.start())
        spans = [first.span()]
        for part in parts[1:]:
            following = part.search(text.folded, spans[-1][1], limit)
            if following is None:
                break
            spans.append(following.span())
        else:
            if all(_whole(text.folded, *span) for span in spans):
                found.append(tuple(spans))
    return found


def candidates(text: Text, exact: str) -> list[tuple[tuple[int, int], ...]]:
    """Every place (at most two when found raw) where ``exact`` stands, each as its parts."""
    exact = exact.strip()
    if not exact:
        return []
    spans = _raw(text.raw, exact) or _folded(text.folded, exact)
    return [(span,) for span in spans] or _with_ellipses(text, exact)


def locate(text: Text, evidence: Evidence, asides: list[tuple[int, int]]) -> Match | Miss:
    """Where the quotation of ``evidence`` stands in its source's text.

    A place in the article counts before one in its ``asides``, which repeat headlines.
    """
    found = candidates(text, evidence.exact)
    if not found:
        return nearest(text, evidence.exact)
    if len(found) > 1 and asides:
        spans = _folded(text.folded, evidence.exact)
        found = [(s,) for s in spans] or found
        found = [p for p in found if not any(p[0][0] < e and s < p[-1][1] for s, e in asides)] or found
    if evidence.prefix or evidence.suffix:
        if len(found) > 1:
            found = [(s,) for s in _folded(text.folded, evidence.exact)] or found
        agreeing = [p for p in found if _agrees(text.folded, (p[0][0], p[-1][1]), evidence)]
        if not agreeing:
            return Miss(
                "absent",
                squeeze(text.raw[found[0][0][0] : found[0][-1][1]]),
                "prefix or suffix",
                found[0][0][0],
            )
        found = agreeing
    elif len(WORD.findall(evidence.exact)) < MIN_WORDS:
        return Miss("short")
    if len(found) > 1:
        return Miss("twice", offset=found[1][0][0])
    parts = found[0]
    return Match(parts[0][0], parts[-1][1], parts)


def nearest(text: Text, exact: str) -> Miss:
    """The passage most like ``exact``, and the words at which they part: a suggestion, never a match."""
    wanted = squeeze(exact)
    if not wanted or len(text.raw) > 2_000_000:
        return Miss("absent")
    best = fuzz.partial_ratio_alignment(wanted, text.folded, score_cutoff=60)
    if best is None:
        return Miss("absent")
    start, end = best.dest_start, best.dest_end
    while start > 0 and not text.folded[start - 1].isspace():
        start -= 1
    while end < len(text.folded) and not text.folded[end].isspace():
        end += 1
    passage = squeeze(text.folded[start:end])
    return Miss("absent", passage, _divergence(wanted, passage), start)


def _divergence(wanted: str, passage: str) -> str:
    """The first words in which the two differ, as ``“this”, not “that”``."""
    ours, theirs = wanted.split(), passage.split()
    for index, (our, their) in enumerate(zip(ours, theirs, strict=False)):
        if our != their:
            return f"the source has “{' '.join(theirs[index : index + 3])}” where the quotation has “{' '.join(ours[index : index + 3])}”"
    longer, who = (ours, "quotation") if len(ours) > len(theirs) else (theirs, "source")
    rest = longer[min(len(ours), len(theirs)) :][:4]
    return f"the {who} goes on “{' '.join(rest)}”" if rest else ""
