"""What of a text may be set aside, as entries of the data file: what is the page's and not the article's.

Each passage is proposed with its reason; a person decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType

from ...book.model import Aside
from ...book.quotations import Span, Text
from ...chain.asides import spans_of
from ...english.furniture import (
    DAY,
    HEADLINE,
    NUMBER,
    REPEATED,
    Line,
    dateline,
    is_sentence,
    lines_of,
    reasons,
    said_of,
)
from ...text.fold import squeeze


def propose_asides(text: Text, heads: Mapping[str, str] = MappingProxyType({})) -> list[Aside]:
    """The passages that seem to be the page's own, each as an entry that finds it.

    ``heads`` are the lines that were read as headline and day, each with its reason. One that a report goes
    on in stays.
    """
    lines = lines_of(text.raw)
    read = {squeeze(line): reason for line, reason in heads.items()}
    why = {
        number: reason
        for number, reason in reasons(lines).items()
        if reason == REPEATED or lines[number].words not in read
    }
    for number, line in enumerate(lines):
        if line.words in read and number not in why and not (dateline(line.words) or is_sentence(line.words)):
            why[number] = read.pop(line.words)
    singles = list(_repeated(lines, why))
    found = list(_joined(lines, why))
    entries = (_entry(text, span, why) for span, why in found)
    return [*singles, *(entry for entry in entries if entry is not None)]


def _repeated(lines: list[Line], why: dict[int, str]) -> Iterator[Aside]:
    """One entry for all places of a line that stands there several times; they are no reason for others."""
    seen: dict[str, int] = {}
    for number, line in enumerate(lines):
        if why.get(number) == REPEATED:
            seen[line.words] = number
            del why[number]
    yield from (Aside(from_=words, every=True, why=REPEATED) for words in seen)


def _joined(lines: list[Line], why: dict[int, str]) -> Iterator[tuple[Span, str]]:
    """Passages of lines that follow each other, with all their reasons."""
    numbers = sorted(why)
    groups: list[list[int]] = [[number] for number in numbers[:1]]
    for before, number in pairwise(numbers):
        apart = not {NUMBER, HEADLINE, DAY}.isdisjoint((why[before], why[number]))
        if number == before + 1 and not apart:
            groups[-1].append(number)
        else:
            groups.append([number])
    for group in groups:
        yield (lines[group[0]].start, lines[group[-1]].end), said_of(why[number] for number in group)


def _entry(text: Text, span: Span, why: str) -> Aside | None:
    """An entry that is found at ``span`` alone, with as few words as that takes."""
    words = text.raw[slice(*span)].split()
    for count in (5, 9, 14):
        tries = [Aside(from_=" ".join(words[:count]), to=" ".join(words[-count:]), why=why)]
        if len(words) <= 2 * count:
            tries = [Aside(from_=" ".join(words), why=why)]
        for aside in tries:
            (found, *others) = spans_of(text, aside, 0)
            if not others and not found.twice and (found.start, found.end) == span:
                return aside
    return None
