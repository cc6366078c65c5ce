"""Sentences and paragraphs of running text, as offsets into it.

Pages and sources are divided by the same functions, so that a sentence means
the same on both ends of the chain.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from sentencex import get_sentence_boundaries

Span = tuple[int, int]

_BLANKS = "\n\r\t"
_WIDE_BLANKS = "\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
"""A line end inside a paragraph is a space to a sentence; at a wide space before a stop the library fails."""
_STRAIGHT = str.maketrans("“”", '""')
_MAY_END = re.compile(r"[.!?].*[^ ]|[()\n]", re.DOTALL)
"""What an ASCII text of several sentences has: a stop inside, or the number of an item."""
_CLOSERS = ")]”’\"'»"
_ABBREVIATED = re.compile(r"\b(?:approx|ms|mx|messrs|capt|rev|hon|inst|ult)\.$", re.IGNORECASE)
"""Abbreviations that the library does not know."""
_PARENTHESIS = re.compile(r"^\([^()]*[.!?…][”’\"]?\)\s+(?=[^\w\s]*[A-Z0-9])")


def split_sentences(text: str) -> list[Span]:
    """The sentences of one paragraph, without the white space around them.

    A quotation of several sentences stays whole, together with the words that
    say whose it is: ``“A. B,” he said.`` is one sentence.
    """
    # Half characters (lone surrogates) are nothing that the library could take.
    folded = text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
    for char in _BLANKS if text.isascii() else _BLANKS + _WIDE_BLANKS:  # far faster than `translate`
        folded = folded.replace(char, " ")
    if folded.count("“") != folded.count("”"):
        # A quotation opened in one style and closed in the other would not close at all.
        folded = folded.translate(_STRAIGHT)
    spans: list[Span] = []
    for start, end in pairwise([0, *_ends(folded)]):
        for span in _unbracketed(folded, start, end):
            trimmed = _trim(text, *span)
            if trimmed[0] < trimmed[1]:
                spans.append(trimmed)
    return spans


def _ends(folded: str) -> list[int]:
    if folded.isascii() and not _MAY_END.search(folded):
        return [len(folded)]
    ends: list[int] = []
    for found in get_sentence_boundaries("en", folded):
        end = found["end_index"]
        while 0 < end < len(folded) and not folded[end - 1].isspace() and folded[end] in _CLOSERS:
            end += 1
        if ends and end <= ends[-1]:
            continue
        if ends and _ABBREVIATED.search(folded[max(0, ends[-1] - 20) : ends[-1]].rstrip()):
            ends.pop()
        ends.append(end)
    return ends


def _unbracketed(folded: str, start: int, end: int) -> list[Span]:
    """A sentence in brackets is divided from the one that follows it."""
    found = _PARENTHESIS.match(folded[start:end])
    return [(start, start + found.end()), (start + found.end(), end)] if found else [(start, end)]


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


# Paragraphs of plain text.
#
# A blank line ends a paragraph. A single line end does too, unless the text is
# hard-wrapped there. Whether it is, is judged from the few lines around it, so
# that a text of any size can be read at one place; the line end is a wrap if
#
# 1. both lines have at most 100 characters, and the longest of the lines
#    around has at least 45 (shorter ones are verse, a list, a table);
# 2. the line is full: the first word of the next would not have fitted into
#    it, give or take a few characters;
# 3. some line around goes on in lower case from a full line before it
#    (headlines below each other do not).

_WIDEST, _NARROWEST, _SLACK, _AROUND = 100, 45, 10, 6


def split_paragraphs(text: str) -> list[Span]:
    """The paragraphs of a plain text, without the white space around them."""
    lines = [_trim(text, *line) for line in _lines(text)]
    paragraphs: list[Span] = []
    joined = False
    for index, (start, end) in enumerate(lines):
        if joined:
            paragraphs[-1] = (paragraphs[-1][0], end)
        elif start < end:
            paragraphs.append((start, end))
        joined = _wraps(text, lines, index)
    return paragraphs


def paragraph_at(text: str, offset: int) -> Span:
    """The paragraph around an offset; empty where there is none. Looks only at the lines near by."""
    reach = 4 * _AROUND
    while True:
        lines, first_is_start, last_is_end = _lines_near(text, offset, reach)
        index = max(bisect_right(lines, (offset, len(text) + 1)) - 1, 0)
        first = last = index
        while first > 0 and _wraps(text, lines, first - 1):
            first -= 1
        while _wraps(text, lines, last):
            last += 1
        known_above = first_is_start or first > 2 * _AROUND
        known_below = last_is_end or last < len(lines) - 2 * _AROUND
        if known_above and known_below:
            start, end = lines[first][0], lines[last][1]
            return (start, end) if start <= offset <= end else (offset, offset)
        reach *= 4


def sentence_at(text: str, offset: int) -> Span:
    """The sentence of a plain text around an offset; empty where there is none."""
    base, end = paragraph_at(text, offset)
    for first, last in split_sentences(text[base:end]):
        if offset <= base + last:
            return base + first, base + last
    return offset, offset


def sentences_of(text: str) -> list[Span]:
    """All sentences of a plain text, paragraph by paragraph."""
    return [
        (base + start, base + stop)
        for base, end in split_paragraphs(text)
        for start, stop in split_sentences(text[base:end])
    ]


def _lines(text: str) -> list[Span]:
    lines: list[Span] = []
    start = 0
    while (end := text.find("\n", start)) >= 0:
        lines.append((start, end))
        start = end + 1
    lines.append((start, len(text)))
    return lines


def _lines_near(text: str, offset: int, reach: int) -> tuple[list[Span], bool, bool]:
    """Lines around an offset, and whether the text starts and ends with them."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    lines = [(start, len(text) if end < 0 else end)]
    above: list[Span] = []
    while start > 0 and len(above) < reach:
        before = text.rfind("\n", 0, start - 1) + 1
        above.append((before, start - 1))
        start = before
    while end >= 0 and len(lines) < reach:
        after = text.find("\n", end + 1)
        lines.append((end + 1, len(text) if after < 0 else after))
        end = after
    lines = [*reversed(above), *lines]
    return [_trim(text, *line) for line in lines], start == 0, end < 0


def _wraps(text: str, lines: list[Span], index: int) -> bool:
    """Whether the text only wraps at the end of this line (see the rule above)."""
    if index + 1 >= len(lines) or not (_short(lines[index]) and _short(lines[index + 1])):
        return False
    first = last = index
    while first > 0 and index - first < _AROUND and _short(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and last - index <= _AROUND and _short(lines[last + 1]):
        last += 1
    width = max(end - start for start, end in lines[first : last + 1])
    if width < _NARROWEST or not _full(text, lines, index, width):
        return False
    return any(
        text[lines[near + 1][0]].islower() and _full(text, lines, near, width) for near in range(first, last)
    )


def _short(line: Span) -> bool:
    return 0 < line[1] - line[0] <= _WIDEST


def _full(text: str, lines: list[Span], index: int, width: int) -> bool:
    start, end = lines[index]
    following = text[slice(*lines[index + 1])].split(maxsplit=1)[0]
    return end - start + 1 + len(following) + _SLACK > width
