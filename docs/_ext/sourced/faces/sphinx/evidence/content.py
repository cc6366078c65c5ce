"""What a note says, as plain data: made from the book while a page is read, kept with the page."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ....account.facts import brief_date
from ....account.sourceorder import by_date
from ....book.book import SEEDS
from ....book.model import Evidence, Fact
from ....book.quotations import Match
from ....chain.disagreements import akin, others
from ....chain.display import in_marks, show_quotation
from ....chain.library import Library
from ....english.phrases import capital

TOLD_DIFFERENTLY = "Told differently:"
TOLD_ALSO = "Also told:"


class Quoted(Struct, frozen=True, kw_only=True):
    """A quotation, and where it is from."""

    words: str
    source: str
    source_id: str
    published: str = ""
    inferred: bool = False
    """Whether the date was worked out, as the source states none."""
    file: str
    line: int | None = None
    start: int | None = None
    """Where in the file it begins."""
    readings: tuple[tuple[str, str], ...] = ()
    """(words of the quotation, what the book takes them to mean)."""

    @property
    def marked(self) -> str:
        """The words in quotation marks, for where nothing else tells that they are quoted."""
        return in_marks(self.words)

    @property
    def place(self) -> str:
        """When it was published, and on which line it stands."""
        inferred = " (inferred)" if self.inferred and self.published else ""
        line = f"line\N{NO-BREAK SPACE}{self.line}" if self.line else ""
        parts = (f"{self.published}{inferred}", line)
        return "".join(f"\N{NO-BREAK SPACE}· {part}" for part in parts if part)

    @property
    def reading(self) -> str:
        """What the book takes its words to mean."""
        by_meaning: dict[str, list[str]] = {}
        for words, meaning in self.readings:
            by_meaning.setdefault(meaning, []).append(f"“{words}”")
        readings = "; ".join(
            f"{', '.join(words[:-1])} and {words[-1]} mean {meaning}"
            if words[1:]
            else f"{words[0]} means {meaning}"
            for meaning, words in by_meaning.items()
        )
        return f"Here {readings}." if readings else ""


class Other(Struct, frozen=True, kw_only=True):
    """What another fact of the book says of the same thing."""

    fact: str
    statement: str
    sources: tuple[str, ...]

    @property
    def where(self) -> str:
        """In which sources it stands."""
        return f"({', '.join(self.sources)})"

    @property
    def line(self) -> str:
        """What it says, and in which sources."""
        return f"{self.statement} {self.where}"


class Versions(Struct, frozen=True, kw_only=True):
    """What other facts say of the same thing; ``akin`` if they say the same, more or less exactly."""

    title: str
    others: tuple[Other, ...]
    akin: bool = False


class Absence(Struct, frozen=True):
    """That something is in no source: the words that were looked for."""

    words: str


Part = Versions | Quoted | Absence
"""What stands in a note under the statement."""


class Note(Struct, frozen=True, kw_only=True):
    """All that a reader is told about one fact."""

    fact: str
    statement: str
    by: str = ""
    as_of: str = ""
    quotations: tuple[Quoted, ...] = ()
    absent: tuple[str, ...] = ()
    others: tuple[Other, ...] = ()
    akin: tuple[Other, ...] = ()
    """Those that tell the same, more or less exactly or in other words."""

    @property
    def parts(self) -> Iterator[Part]:
        """What stands under the statement, in the order in which each face tells it."""
        if self.others:
            yield Versions(title=TOLD_DIFFERENTLY, others=self.others)
        yield from self.quotations
        if self.absent:
            yield Absence(self.absence)
        if self.akin:
            yield Versions(title=TOLD_ALSO, others=self.akin, akin=True)

    @property
    def says(self) -> str:
        """Who says so, and as of when."""
        by = f"Said by {self.by}" if self.by else ""
        as_of = f"as of {self.as_of}" if self.as_of else ""
        both = ", ".join(part for part in (by, as_of) if part)
        return f"{capital(both)}." if both else ""

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """What sort of statement it is, each with a word for style sheets."""
        if self.absent:
            return (("absence", "In no report"),)
        said = ("claim", f"Claim · {self.by}") if self.by else ("report", "Report")
        return (said, ("disputed", "Disputed")) if self.others else (said,)

    @property
    def dated(self) -> str:
        """As of when its sources knew it."""
        return f"As of {self.as_of}." if self.as_of else ""

    @property
    def absence(self) -> str:
        """For a fact that something is in no source: the words that were looked for."""
        words = ", ".join(f"“{each}”" for each in self.absent)
        return f"No source has any of these words: {words}." if words else ""


class NoteMaker:
    """Makes the notes of one book; each once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._book = library.book
        self._notes: dict[str, Note] = {}

    def note(self, id_: str) -> Note:
        """The note for a fact of the book."""
        if id_ not in self._notes:
            self._notes[id_] = self._made(self._book.facts[id_])
        return self._notes[id_]

    def _made(self, fact: Fact) -> Note:
        return Note(
            fact=fact.id,
            statement=fact.statement,
            by=self._book.name_of(fact.by) if fact.by else "",
            as_of=brief_date(fact.as_of) if fact.as_of else "",
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
            file=f"{SEEDS}/{source.file}",
            line=None if start is None else self._library.text(source.id).line_starts.line(start),
            start=start,
            readings=tuple(self._readings(evidence)),
        )

    def _readings(self, evidence: Evidence) -> Iterator[tuple[str, str]]:
        for words, meaning in evidence.gloss.items():
            shown = self._book.name_of(meaning) if meaning in self._book.names else brief_date(meaning)
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
