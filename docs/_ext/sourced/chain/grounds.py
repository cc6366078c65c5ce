"""What a fact rests on, and what it gives: the atoms of its quotations and its own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from ..book.model import Evidence, Fact
from ..english.dates.agreement import supported
from ..english.dates.counted import COUNTED_FROM
from ..english.dates.dates import WEEKDAYS, find_dates
from ..english.dates.yearless import complete, nearest
from ..english.lexis.stems import content_words
from ..english.quantities.amounts import Amounts
from ..english.quantities.numbers import Number, find_numbers
from ..text.edtf import bare, days, looks_like_date
from ..text.fold import squeeze
from .library import Library, Passage


class Grounds(Struct, frozen=True, kw_only=True):
    """The atoms that a fact's quotations carry, glosses included."""

    numbers: Amounts
    dates: tuple[str, ...]
    ids: frozenset[str]
    words: frozenset[str]
    quotations: tuple[str, ...]
    completed: frozenset[str]
    """The whole dates that its dates without a year may mean."""
    passages: tuple[Passage, ...]
    anchors: frozenset[str]
    """Dates that the quotation or a gloss only counts from: 9/11 in `two days before 9/11`."""


class Given(Struct, frozen=True, kw_only=True):
    """The atoms that a fact gives to the pages that cite it."""

    numbers: Amounts
    dates: tuple[str, ...]
    ids: frozenset[str]
    quotations: tuple[str, ...]
    completed: frozenset[str]


class Value(Struct, frozen=True):
    """A value read: a date, numbers, or words, which may have dates among them: ``Easter 2025``."""

    date: str | None
    numbers: tuple[Number, ...]
    dates: tuple[str, ...] = ()


def grounds(library: Library, fact: Fact) -> Grounds:
    """What ``fact`` rests on."""
    return library.once(grounds, fact.id, lambda: _grounds(library, fact))


def _grounds(library: Library, fact: Fact) -> Grounds:
    numbers: list[Number] = []
    dates: list[str] = []
    anchors: list[str] = []
    ids: set[str] = set()
    completed: set[str] = set()
    for evidence in fact.evidence:
        numbers += _numbers_in_place(library, evidence)
        stated, counted_from = _stated_dates(library, evidence)
        dates += stated
        anchors += counted_from
        dates += [v for v in evidence.gloss.values() if v not in library.book.names and days(v)]
        ids |= library.quoted_ids(evidence)
        completed |= _completed(library, evidence)
    return Grounds(
        numbers=Amounts(numbers),
        dates=tuple(dict.fromkeys(dates)),
        ids=frozenset(ids),
        words=frozenset(word for e in fact.evidence for word in content_words(e.exact)),
        quotations=tuple(squeeze(e.exact) for e in fact.evidence),
        completed=frozenset(completed),
        passages=tuple(p for e in fact.evidence if (p := library.passage(e))),
        anchors=frozenset(anchors),
    )


def _numbers_in_place(library: Library, evidence: Evidence) -> list[Number]:
    """The numbers of a quotation; one whose `at least` stands just outside it has its bound cut off."""
    passage = library.passage(evidence)
    if passage is None:
        return list(library.atoms(evidence.exact).amounts)
    in_place = sorted(library.atoms(passage.sentence).amounts, key=lambda number: number.start)
    starts = [number.start for number in in_place]
    found = []
    for start, end in ((s - passage.start, e - passage.start) for s, e in passage.match.parts):
        alone = library.atoms(passage.sentence[start:end]).amounts
        bounds = {(n.start + start, n.value): n.bound for n in alone}
        for number in in_place[bisect_left(starts, start) : bisect_right(starts, end)]:
            if number.end <= end:
                whole = bounds.get((number.start, number.value), number.bound) == number.bound
                found.append(number if whole else replace(number, bound="cut"))
    return found


_NEAR = 200
"""So many characters before a date may say that something is counted from it."""


def _stated_dates(library: Library, evidence: Evidence) -> tuple[list[str], list[str]]:
    """The dates that a quotation states, and those that it, or a gloss, only counts from."""
    stated: list[str] = []
    anchors: list[str] = []
    text = evidence.exact
    spans = [(at, at + len(key)) for key in evidence.gloss if (at := text.find(key)) >= 0]
    coming, reach = sorted(spans, reverse=True), -1
    for date in library.atoms(text).dates:
        while coming and coming[-1][0] <= date.start:
            reach = max(reach, coming.pop()[1])
        glossed = date.end <= reach
        counted_from = glossed or COUNTED_FROM.search(text, max(0, date.start - _NEAR), date.start)
        (anchors if counted_from and date.value not in WEEKDAYS else stated).append(date.value)
    return stated, anchors


def _completed(library: Library, evidence: Evidence) -> frozenset[str]:
    """The whole dates that those without a year, in a quotation and its sentence, may mean."""
    source = library.book.sources.get(evidence.source)
    if source is None:
        return frozenset()
    passage = library.passage(evidence)
    text = passage.sentence if passage else evidence.exact
    found = [d.value for d in library.atoms(text).dates]
    years = {value[:4] for value in found if value[:4].isdigit()}  # `in 2019 they asked, and on 4 December`
    return complete(text, source.published, years)


def _given_completed(
    library: Library, fact: Fact, ground: Grounds, dates: Iterable[str | None]
) -> frozenset[str]:
    """The same for what a fact gives: a date that its quotations have otherwise may be of either side."""
    found = {*ground.completed, *(date for date in ground.dates if date[:4].isdigit())}
    known = {whole[4:] for whole in found}
    sources = (library.book.sources.get(e.source) for e in fact.evidence)
    published = [s.published for s in sources if s]
    unknown = [d for d in dates if d and d.startswith("XXXX-") and d[4:] not in known]
    return frozenset(found).union(*(nearest(d, each) for d in unknown for each in published))


def given(library: Library, fact: Fact) -> Given:
    """What ``fact`` gives to a sentence that cites it."""
    return library.once(given, fact.id, lambda: _given(library, fact))


def _given(library: Library, fact: Fact) -> Given:
    ground = grounds(library, fact)
    statement = library.atoms(fact.statement)
    value = read_value(fact.value or "")
    dates = (
        *(d.value for d in statement.dates),
        *_read_days(library, fact),
        fact.when,
        fact.as_of,
        value.date,
    )
    ids = {fact.about} | {i for i in (fact.by, fact.value) if i in library.book.names}
    for passage in ground.passages:  # whoever speaks there may be named, even where `by` is wrong
        ids |= _speakers(library, passage)
    return Given(
        numbers=Amounts((*statement.amounts, *value.numbers)),
        dates=tuple(date for date in dict.fromkeys(dates) if date),
        ids=frozenset(i for i in ids if i) | ground.ids | statement.named | library.publishers(fact),
        quotations=ground.quotations,
        completed=_given_completed(library, fact, ground, dates),
    )


def _read_days(library: Library, fact: Fact) -> list[str]:
    """The dates that a gloss reads from the words in which the statement has them: `on Tuesday`."""
    stated = {date.value for date in library.atoms(fact.statement).dates}
    return [
        value
        for evidence in fact.evidence
        for key, value in evidence.gloss.items()
        if days(value) and any(date.value in stated for date in library.atoms(key).dates)
    ]


def _speakers(library: Library, passage: Passage) -> set[str]:
    start, end = passage.match.start, passage.match.end
    return {i for u in library.utterances(passage).touching(start, end) for i in u.speakers}


def told_by_another(library: Library, fact: Fact) -> list[str]:
    """To whom its source gives the words of a fact, where that is one name and not the fact's speaker.

    The name may stand in another sentence than the quotation, so that no word of this changes with it.
    """
    found = []
    for evidence, passage in zip(fact.evidence, map(library.passage, fact.evidence), strict=True):
        if not fact.by or passage is None or fact.by in evidence.gloss.values():
            continue
        speakers = _speakers(library, passage)
        if len(speakers) == 1 and fact.by not in speakers:
            found += [f"{evidence.source} gives it to {library.name(*speakers)}"]
    return found


@lru_cache(maxsize=65536)
def read_value(text: str) -> Value:
    """What the value of a fact says. Four digits alone are a year."""
    if looks_like_date(text) and (not text.isdigit() or (len(text) == 4 and "1000" <= text < "2100")):
        return Value(text, ())
    measured = [n for n in find_numbers(text) if n.unit]
    dates = [d for d in find_dates(text) if not any(n.start < d.end and d.start < n.end for n in measured)]
    numbers = find_numbers(text, [(d.start, d.end) for d in dates])
    return Value(None, tuple(numbers), tuple(d.value for d in dates))


def date_is_carried(dates: tuple[str, ...], claim: str, completed: frozenset[str]) -> bool:
    """Whether ``dates`` carry ``claim``; a mark of doubt must be carried too."""
    return supported(dates, bare(claim), completed)
