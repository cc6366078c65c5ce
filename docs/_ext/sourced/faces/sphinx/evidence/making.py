"""Making notes: what the book has to tell of a fact, and how the fact was judged."""

from __future__ import annotations

from collections.abc import Iterator

from ....account.facts import brief_date, either_day, is_hearsay
from ....account.sources.sourceorder import by_date
from ....book.kept import Kept
from ....book.model import Evidence, Fact
from ....book.quotations import Match
from ....chain.disagreements import akin, others
from ....chain.display import show_quotation
from ....chain.inference import days_meant, inferred_dates, possible_days
from ....chain.library import Library
from ....chain.locators import page_of
from ....english.dates.dates import third_in_words
from ....english.phrases import capital
from ....rules.keeping.judging import Judging
from .content import Note, Other, Quoted


class NoteMaker:
    """Makes the notes of one book; each once."""

    def __init__(self, library: Library, judging: Judging | None = None) -> None:
        self._library = library
        self._judging = judging or Judging(library)
        self._book = library.book
        self._notes: dict[str, Note] = {}

    def has(self, id_: str) -> bool:
        """Whether the book has such a fact."""
        return id_ in self._book.facts

    def note(self, id_: str) -> Note:
        """The note for a fact of the book."""
        if id_ not in self._notes:
            self._notes[id_] = self._made(self._book.facts[id_])
        return self._notes[id_]

    def kept(self, id_: str) -> Kept:
        """What a fact of the book came to."""
        return self._judging.fact(id_)

    def _made(self, fact: Fact) -> Note:
        stated = self._judging.fact(fact.id).statement(fact.id)
        inferred = inferred_dates(self._library, fact)
        return Note(
            fact=fact.id,
            statement=fact.statement,
            verdict=stated.verdict,
            own_words=stated.beyond,
            by=self._book.name_of(fact.by) if fact.by else "",
            hearsay=is_hearsay(self._library, fact),
            as_of=brief_date(fact.as_of) if fact.as_of else "",
            as_of_is_reckoned=fact.as_of in inferred,
            reckoned=tuple(
                _date(each, possible_days(fact) if each == fact.when else ())
                for each in inferred
                if each != fact.as_of
            ),
            quotations=tuple(
                self._quoted(each) for each in fact.evidence if each.source in self._book.sources
            ),
            absent=fact.absent,
            others=tuple(self._other(each) for each in others(self._library, fact)),
            akin=tuple(self._other(each) for each in akin(self._library, fact)),
        )

    def _quoted(self, evidence: Evidence) -> Quoted:
        source = self._book.sources[evidence.source]
        match = self._library.locate(evidence)
        start = match.start if isinstance(match, Match) else None
        return Quoted(
            words=show_quotation(evidence),
            source=capital(source.shown),
            source_id=source.id,
            published=brief_date(source.published) if source.published else "",
            inferred=source.dated_by is not None,
            file=self._book.source_file(source.id),
            line=None if start is None else self._library.text(source.id).line_starts.line(start),
            start=start,
            page=page_of(self._library, evidence),
            section=evidence.section or "",
            address=source.address or "",
            retrieved=brief_date(source.retrieved) if source.retrieved else "",
            archive=source.archive or "",
            readings=tuple(self._readings(evidence)),
        )

    def _readings(self, evidence: Evidence) -> Iterator[tuple[str, str]]:
        for words, meaning in evidence.gloss.items():
            is_name = meaning in self._book.names
            shown = self._book.name_of(meaning) if is_name else _meant(words, meaning)
            if shown.casefold() != words.casefold().removeprefix("the "):
                yield words, shown

    def _other(self, fact: Fact) -> Other:
        sources = {each.source for each in fact.evidence}
        known = self._book.sources
        return Other(
            fact=fact.id,
            statement=fact.statement,
            sources=tuple(known[id_].shown for id_ in by_date(self._book) if id_ in sources),
        )


def _date(date: str, possible: tuple[str, ...]) -> str:
    return either_day(possible) if possible else brief_date(date)


def _meant(words: str, date: str) -> str:
    """A date that words are read as, no wider than they are: ``late August`` is not all of the month."""
    return f"{third_in_words(words)} {_date(date, days_meant(words, date))}".strip()
