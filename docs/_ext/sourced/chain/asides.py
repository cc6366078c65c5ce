"""Where the passages stand that no fact may rest on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from msgspec import Struct

from ..book.model import Aside
from ..book.quotations import Span, Text, passages
from ..english.furniture import LIST, REPEATED, Line, is_sentence, said_of


class AsideSpan(Struct, frozen=True):
    """Where an aside stands in its source, or that it does not (``start`` < 0)."""

    start: int
    end: int
    index: int
    why: str
    twice: bool = False


def spans_of(text: Text, aside: Aside, index: int) -> list[AsideSpan]:
    """Where an aside stands, by the words with which it begins and ends.

    Of several places the one counts that is a line by itself: the number of a page stands within words, too.
    """
    begins = passages(text, aside.from_)
    if not begins:
        return [AsideSpan(-1, -1, index, aside.why)]
    lines = [span for span in begins if _is_line(text.raw, span)] if len(begins) > 1 else []
    if aside.every:
        return [AsideSpan(*span, index, aside.why) for span in lines or begins]
    (start, end), twice = (lines or begins)[0], len(begins) > 1 and len(lines) != 1
    if aside.to:
        ends = [e for _, e in passages(text, aside.to) if e >= end]
        if not ends:
            return [AsideSpan(-1, -1, index, aside.why)]
        end = ends[0]
    return [AsideSpan(start, end, index, aside.why, twice=twice)]


def _is_line(raw: str, span: Span) -> bool:
    """Whether nothing else stands on the line, or the lines, of a stretch."""
    before = raw[raw.rfind("\n", 0, span[0]) + 1 : span[0]]
    end = raw.find("\n", span[1])
    return not before.strip() and not raw[span[1] : len(raw) if end < 0 else end].strip()


def is_shown_by_lines(aside: AsideSpan, lines: Sequence[Line], why: Mapping[int, str]) -> bool:
    """Whether the reason of an aside is what its lines show by themselves, whole lines and no other.

    ``lines`` are those of the source, and ``why`` says which of them are the page's. A sentence that stands
    there twice, or in a list, may be the article's own.
    """
    first = bisect_left(lines, aside.start, key=lambda line: line.start)
    last = bisect_left(lines, aside.end, key=lambda line: line.end)
    within = range(first, last + 1)
    if not within or last >= len(lines) or (lines[first].start, lines[last].end) != (aside.start, aside.end):
        return False
    if any(n not in why or (why[n] in (LIST, REPEATED) and is_sentence(lines[n].words)) for n in within):
        return False
    return said_of(why[n] for n in within) == aside.why
