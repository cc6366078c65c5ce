"""What a fact rests on, and what it gives: the atoms of its quotations and its own."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from .atoms.amounts import Number, find_numbers
from .atoms.datelogic import supported, years_of
from .atoms.dates import WEEKDAYS
from .edtfdays import bare, days, looks_like_date
from .folding import WORD, squeeze
from .library import Library, Passage
from .model import Evidence, Fact


class Grounds(Struct, frozen=True):
    """The atoms that a fact's quotations carry, glosses included."""

    numbers: tuple[Number, ...]
    dates: tuple[str, ...]
    ids: frozenset[str]
    words: frozenset[str]
    quotations: tuple[str, ...]
    years: frozenset[str]
    passages: tuple[Passage, ...]
    anchors: tuple[str, ...]
    """Dates that a gloss counts from: 9/11 in `two days before 9/11`."""


class Given(Struct, frozen=True):
    """The atoms that a fact gives to the pages that cite it."""

    numbers: tuple[Number, ...]
    dates: tuple[str, ...]
    ids: frozenset[str]
    quotations: tuple[str, ...]
    years: frozenset[str]


def grounds(library: Library, fact: Fact) -> Grounds:
    """What ``fact`` rests on."""
    cached = library.kept(grounds, fact.id)
    if isinstance(cached, Grounds):
        return cached
    numbers: list[Number] = []
    dates: list[str] = []
    ids: set[str] = set()
    years: set[str] = set()
    anchors: list[str] = []
    texts = [e.exact for e in fact.evidence]
    for evidence in fact.evidence:
        numbers += _numbers_in_place(library, evidence)
        stated, anchored = _stated_dates(library, evidence)
        dates += stated
        anchors += anchored
        dates += [v for v in evidence.gloss.values() if v not in library.book.names and days(v)]
        ids |= library.quoted_ids(evidence)
        source = library.book.sources.get(evidence.source)
        years |= years_of(source.published) if source else set()
    passages = [p for e in fact.evidence if (p := library.passage(e))]
    made = Grounds(
        tuple(numbers), tuple(dates), frozenset(ids), frozenset(stem(w) for t in texts for w in _words(t)),
        tuple(squeeze(t) for t in texts), frozenset(years), tuple(passages), tuple(anchors),
    )  # fmt: skip
    return library.keep(grounds, fact.id, made)


def _numbers_in_place(library: Library, evidence: Evidence) -> list[Number]:
    """The numbers of a quotation; one whose `at least` stands just outside it has its bound cut off."""
    passage = library.passage(evidence)
    if passage is None:
        return list(library.atoms(evidence.exact).numbers)
    parts = [(s - passage.start, e - passage.start) for s, e in passage.match.parts]
    in_place = library.atoms(passage.sentence).numbers
    found = []
    for start, end in parts:
        own = library.atoms(passage.sentence[start:end]).numbers
        bounds = {(n.start + start, n.value): n.bound for n in own}
        for number in in_place:
            if start <= number.start and number.end <= end:
                whole = bounds.get((number.start, number.value), number.bound) == number.bound
                found.append(number if whole else replace(number, bound="cut"))
    return found


_COUNTED_FROM = re.compile(
    r"\b[\w-]+ (?:day|week|month|year|decade)s? (?:before|after|prior to|following|earlier than|later than) "
    r"(?:[\w'’]+ ){0,4}$",
    re.IGNORECASE,
)


def _stated_dates(library: Library, evidence: Evidence) -> tuple[list[str], list[str]]:
    """The dates that a quotation states, and those that only serve a gloss to count from."""
    stated, anchors = [], []
    text = evidence.exact
    spans = [(at, at + len(key)) for key in evidence.gloss if (at := text.find(key)) >= 0]
    for date in library.atoms(text).dates:
        glossed = any(s <= date.start and date.end <= e for s, e in spans)
        glossed = glossed or _COUNTED_FROM.search(text[: date.start]) is not None
        (anchors if glossed and date.value not in WEEKDAYS else stated).append(date.value)
    return stated, anchors


def given(library: Library, fact: Fact) -> Given:
    """What ``fact`` gives to a sentence that cites it."""
    cached = library.kept(given, fact.id)
    if isinstance(cached, Given):
        return cached
    ground = grounds(library, fact)
    statement = library.atoms(fact.statement)
    ids = {i for m in statement.names for i in m.ids if len(m.ids) == 1} | set(ground.ids) | {fact.about}
    ids |= {i for i in (fact.by, fact.value) if i in library.book.names and i is not None}
    for passage in ground.passages:  # whoever speaks there may be named, even where `by` is wrong
        ids |= {
            i
            for u in library.utterances(passage)
            if u.start < passage.match.end and passage.match.start < u.end
            for i in u.speakers
        }
    for evidence in fact.evidence:
        source = library.book.sources.get(evidence.source)
        if source is not None:
            told = " ; ".join(t for t in (source.publisher, source.label) if t)
            ids |= {i for m in library.atoms(told).names for i in m.ids}
    dates = [d.value for d in statement.dates] + [v for v in (fact.when, fact.as_of) if v]
    numbers = list(statement.numbers)
    value = read_value(fact.value or "")
    dates += [value.date] if value.date else []
    numbers += value.numbers
    made = Given(tuple(numbers), tuple(dates), frozenset(ids), ground.quotations, ground.years)
    return library.keep(given, fact.id, made)


class Value(Struct, frozen=True):
    """A value read: a date, numbers, or words."""

    date: str | None
    numbers: tuple[Number, ...]


@lru_cache(maxsize=65536)
def read_value(text: str) -> Value:
    """What the value of a fact says. Four digits alone are a year."""
    if looks_like_date(text) and (not text.isdigit() or (len(text) == 4 and "1000" <= text < "2100")):
        return Value(text, ())
    return Value(None, tuple(find_numbers(text)))


def date_is_carried(dates: tuple[str, ...], claim: str, years: frozenset[str]) -> bool:
    """Whether ``dates`` carry ``claim``; a mark of doubt must be carried too."""
    return supported(list(dates), bare(claim), years)


_STOP = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "and",
        "or",
        "for",
        "by",
        "with",
        "from",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "its",
        "it",
        "his",
        "her",
        "their",
    ]
)


def _words(text: str) -> list[str]:
    return [w for w in WORD.findall(squeeze(text).lower()) if w not in _STOP]


def content_words(text: str) -> set[str]:
    """The stems of the words of ``text`` that carry meaning."""
    return {stem(w) for w in _words(text)}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its English inflection: ``wounded`` and ``wounds`` are one."""
    if len(word) < 4 or not word.isalpha():
        return word
    plain = re.sub(r"(?:ies|ied)$", "y", word)
    plain = re.sub(r"(?<=[a-z]{3})(?:ings?|edly|ed|ers?|ern|es|s|ly|al)$", "", plain)
    plain = re.sub(r"([bdfglmnprt])\1$", r"\1", plain)
    return plain.removesuffix("e")
