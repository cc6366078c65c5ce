"""Whether a date or a name that the evidence does not give is plainly wrong, or may be known around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from ...book.model import Evidence, Fact, Source
from ...chain.grounds import date_is_carried, grounds
from ...chain.library import Library
from ...english.dates.counted import RELATIVE
from ...english.dates.dates import WEEKDAYS, find_dates
from ...english.dates.yearless import may_be_of_another_year, possible
from ...english.pronouns import PRONOUN, is_owner
from ...english.spellings import Mention
from ...text.edtf import bare, days, overlap
from ...text.fold import WORD, squeeze, whole


def is_wrong_date(library: Library, date: str, own: Iterable[str], facts: Sequence[Fact]) -> bool:
    """Whether a date that ``facts`` do not give is plainly wrong; ``own`` are all dates of its sentence.

    It is so where the evidence has another date in its place, from which nothing is counted, and where no
    article of the facts has it at all.
    """
    if "/" in date:
        return _is_wrong_interval(library, date, own, facts)
    sources = [s for s in library.book.sources.values() if s.id in _sources(facts)]
    if any(s.published and (overlap(s.published, date) or _same_year(s.published, date)) for s in sources):
        return False
    if not sources:
        return False
    evidence = [_without_read(e) for f in facts for e in f.evidence]
    if any(RELATIVE.search(text) for text in (*evidence, *(f.statement for f in facts))):
        return False
    if _is_years_away(library, date, facts):
        return False
    for fact in facts:
        completed = grounds(library, fact).completed.union(*(_possible(library, e) for e in fact.evidence))
        stated = [d.value for e in fact.evidence for d in library.atoms(e.exact).dates]
        stated += [value for e in fact.evidence for value in e.gloss.values() if days(value)]
        rivals = (d for d in stated if not date_is_carried(tuple(own), d, completed) and d not in WEEKDAYS)
        if any(
            _fineness(rival) >= _fineness(date) and not date_is_carried((rival,), date, completed)
            for rival in rivals
        ):
            return True
    return not is_told_around(library, date, facts)


def _is_wrong_interval(library: Library, date: str, own: Iterable[str], facts: Sequence[Fact]) -> bool:
    """Whether an end of an interval is wrong: one that the evidence does not give, nor lets be worked out."""
    stated = tuple(d.value for f in facts for e in f.evidence for d in library.atoms(e.exact).dates)
    ends = [end for end in date.split("/") if days(end)]
    unsaid = [end for end in ends if not date_is_carried(stated, end, frozenset())]
    return any(is_wrong_date(library, end, [*own, *ends], facts) for end in unsaid)


def is_told_around(library: Library, date: str, facts: Sequence[Fact]) -> bool:
    """Whether an article of ``facts`` gives a date anywhere, or may give it without its year."""
    sources = [s for s in library.book.sources.values() if s.id in _sources(facts)]
    if any(date_is_carried(_dates_in(library, s.id), date, _completed(library, s)) for s in sources):
        return True
    passages = (library.passage(evidence) for fact in facts for evidence in fact.evidence)
    return any(passage and may_be_of_another_year(passage.sentence, date) for passage in passages)


def _is_years_away(library: Library, date: str, facts: Sequence[Fact]) -> bool:
    """Whether a year is as far from one of the evidence as a number there says: `a boy of ten in 1890`."""
    if not date[:4].isdigit():
        return False
    texts = [e.exact for f in facts for e in f.evidence]
    years = {int(d.value[:4]) for t in texts for d in library.atoms(t).dates if d.value[:4].isdigit()}
    spans = {n.value for t in texts for n in library.atoms(t).numbers if n.unit in ("", "age", "year")}
    return any(abs(abs(int(date[:4]) - year) - span) <= 1 for year in years for span in spans if span > 1)


def _without_read(evidence: Evidence) -> str:
    """A quotation without the words that a gloss reads as a date."""
    text = evidence.exact
    for key, value in evidence.gloss.items():
        text = text.replace(key, "") if days(value) else text
    return text


def _same_year(published: str, date: str) -> bool:
    return date[:4] == published[:4] and len(bare(date)) == 4


def _fineness(date: str) -> int:
    """2 for a day, 1 for a month, 0 for a year or more."""
    return min(bare(date).split("/")[0].count("-"), 2)


def _dates_in(library: Library, source: str) -> tuple[str, ...]:
    """All dates of an article."""
    text = library.book.texts.get(source, "")
    return library.once(_dates_in, source, lambda: tuple(d.value for d in find_dates(text)))


def _completed(library: Library, source: Source) -> frozenset[str]:
    """The whole dates that those of an article without a year may mean, on either side where none is sure."""
    text = library.book.texts.get(source.id, "")
    return library.once(_completed, source.id, lambda: possible(text, source.published))


def _possible(library: Library, evidence: Evidence) -> frozenset[str]:
    """The same for the sentence of a quotation."""
    passage, source = library.passage(evidence), library.book.sources.get(evidence.source)
    return possible(passage.sentence, source.published) if passage and source else frozenset()


def is_wrong_name(
    library: Library, mention: Mention, told: Set[str], facts: Sequence[Fact], *, rivals: bool = True
) -> bool:
    """Whether a name that ``facts`` do not give is plainly wrong; ``told`` are all that its sentence names.

    It is so where no article of the facts has it; and where the evidence names another of its kind, which the
    sentence leaves out, and has neither a pronoun nor an owner that it could stand for.
    """
    name = library.called[mention.ids[0]]
    if not name.name[:1].isupper():
        return False
    if facts and not any(_stands_in(library, [name.name, *name.also], source) for source in _sources(facts)):
        return True
    return rivals and any(
        library.called[other].kind == name.kind and other not in told
        for fact in facts
        for other in _plainly_named(library, fact)
    )


def _stands_in(library: Library, spellings: Iterable[str], source: str) -> bool:
    """Whether an article has a name, or the last word of one of its spellings."""
    words = {WORD.findall(squeeze(each))[-1:][0] for each in spellings if WORD.findall(each)}
    text = library.text(source).folded if source in library.book.texts else ""
    return any(re.search(whole(word), text) for word in words)


def _plainly_named(library: Library, fact: Fact) -> Iterator[str]:
    """Whom the quotations of a fact name, but owners and complements, where no pronoun may mean another."""
    for evidence in fact.evidence:
        text = evidence.exact
        if evidence.gloss or PRONOUN.search(text):
            continue
        for mention in library.atoms(text).names:
            owner = is_owner(text, mention.start, mention.end)
            if len(mention.ids) == 1 and not owner:
                yield mention.ids[0]


def _sources(facts: Iterable[Fact]) -> set[str]:
    return {e.source for fact in facts for e in fact.evidence}
