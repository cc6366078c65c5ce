"""Glosses that leave nothing to read: a day that can only be one, a thing called by a word of its name."""

from __future__ import annotations

from ..book.model import Evidence, Source
from ..english.dates.dates import WEEKDAYS, find_dates
from ..english.dates.derived import derive
from ..english.dates.yearless import Side, is_yearless, side_of, sure_side_of, tells_another_year
from ..english.furniture import DAY, HEADLINE, lines_of, reasons
from ..english.limits import is_empty
from ..text.edtf import days
from ..text.fold import WORD, fold, squeeze
from .asides import AsideSpan, is_shown_by_lines
from .library import Library

_DAY_LINE = 80
"""A line of no more characters, with one day, tells of nothing else."""


def is_plain(library: Library, evidence: Evidence, key: str, value: str) -> bool:
    """Whether the glossed words can mean nothing else, so that nobody has to read them."""
    if value in library.book.names:
        return _is_part_of_name(library, key, value)
    source = library.book.sources.get(evidence.source)
    if source is None or source.dated_by or not source.published:
        return False  # counted from a day that was inferred, it is inferred itself
    if is_of_another_year(library, evidence, key):
        return False
    derived = set(derive(key, source.published, [], side_told(library, evidence, key)) or ())
    return len(derived) == 1 and days(value) in derived


def plain_asides(library: Library, source: str) -> set[int]:
    """The numbers of the asides whose reason their lines show by themselves, at each of their places."""

    def read() -> set[int]:
        found = library.asides(source)
        lines = lines_of(library.text(source).raw) if found else []
        why = reasons(lines)
        told = library.book.sources[source]
        doubted = {
            each.index
            for each in found
            if not (is_shown_by_lines(each, lines, why) or _is_head(library, told, each))
        }
        return {each.index for each in found} - doubted

    return library.once(plain_asides, source, read)


def _is_head(library: Library, source: Source, aside: AsideSpan) -> bool:
    """Whether what is set aside as headline or day is a source's title, or the day of its publication."""
    words = squeeze(library.text(source.id).raw[aside.start : aside.end])
    if aside.why == HEADLINE:
        return words == squeeze(source.title or "")
    days_told = [date.value for date in find_dates(words)]
    return aside.why == DAY and days_told == [source.published] and len(words) <= _DAY_LINE


def side_told(library: Library, evidence: Evidence, key: str) -> Side:
    """Where the clause around glossed words puts a date, seen from the day of writing.

    A day of the week is mostly the last one, and another only where that is sure.
    """
    if any(date.value in WEEKDAYS for date in find_dates(key)):
        return sure_side_told(library, evidence, key)
    text, start, end = _in_place(library, evidence, key)
    return side_of(text, start, end) if start >= 0 else ""


def sure_side_told(library: Library, evidence: Evidence, key: str) -> Side:
    """The same where nobody can doubt it."""
    text, start, end = _in_place(library, evidence, key)
    return sure_side_of(text, start, end) if start >= 0 else ""


def is_of_another_year(library: Library, evidence: Evidence, key: str) -> bool:
    """Whether glossed words have no year, and their sentence tells of another than the nearest."""
    text, start, end = _in_place(library, evidence, key)
    return start >= 0 and is_yearless(key) and tells_another_year(text, start, end)


def _in_place(library: Library, evidence: Evidence, key: str) -> tuple[str, int, int]:
    """The sentence of a quotation, and where glossed words stand in it; -1 where they do not."""
    passage = library.passage(evidence)
    text = passage.sentence if passage else evidence.exact
    at = text.find(key, passage.inner[0] if passage else 0)
    return text, at, at + len(key)


def _is_part_of_name(library: Library, key: str, value: str) -> bool:
    """Whether `the valley` means the one name of the book that has this word; never a person's."""
    words = {word for word in WORD.findall(fold(key).lower()) if not is_empty(word)}
    bearers = [
        name.id
        for name in library.book.names.values()
        if words
        and words <= {w for text in (name.name, *name.also) for w in WORD.findall(fold(text).lower())}
    ]
    return bearers == [value] and library.book.names[value].kind != "person"
