"""What a note says, as plain data: made from the book while a page is read, kept with the page."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from msgspec import Struct

from ....account.facts import RECKONED, UNNAMED
from ....chain.display import in_marks
from ....english.phrases import capital, joined

TOLD_DIFFERENTLY = "Told differently:"
TOLD_ALSO = "Also told:"
BETWEEN = "\N{NO-BREAK SPACE}· "


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
    page: str = ""
    """On which page it stands."""
    section: str = ""
    """Under which heading."""
    address: str = ""
    """Where the source was read."""
    retrieved: str = ""
    archive: str = ""
    """Where a copy of it is kept."""
    readings: tuple[tuple[str, str], ...] = ()
    """(words of the quotation, what the book takes them to mean)."""

    @property
    def marked(self) -> str:
        """The words in quotation marks, for where nothing else tells that they are quoted."""
        return in_marks(self.words)

    @property
    def dated(self) -> str:
        """When it was published, and whether the book has worked that out."""
        return f"{self.published}{' (inferred)' * self.inferred}" if self.published else ""

    @property
    def place(self) -> str:
        """When it was published, and on which line it stands."""
        return "".join(f"{BETWEEN}{part}" for part in (self.dated, self.numbered) if part)

    @property
    def numbered(self) -> str:
        """Under which heading, and on which page or else which line of its file it stands."""
        page = f"p.\N{NO-BREAK SPACE}{self.page}" if self.page else ""
        line = f"line\N{NO-BREAK SPACE}{self.line}" if self.line else ""
        section = f"“{self.section}”" if self.section else ""
        return ", ".join(part for part in (section, page or line) if part)

    @property
    def origin(self) -> tuple[tuple[str, str], ...]:
        """Where the source can be read: words and the address to which they lead."""
        host = urlsplit(self.address).hostname or ""
        read = f"{host}, read {self.retrieved}" if self.retrieved else host
        parts = ((read, self.address), ("archived copy", self.archive))
        return tuple((words, address) for words, address in parts if address)

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


TOLD_VERDICTS = {
    "supported": "Supported.",
    "reviewed": "Reviewed.",
    "unreviewed": "Not yet reviewed.",
    "refuted": "Refuted by its evidence.",
}


class Note(Struct, frozen=True, kw_only=True):
    """All that a reader is told about one fact."""

    fact: str
    statement: str
    verdict: str = ""
    """How the statement was judged."""
    own_words: tuple[str, ...] = ()
    """The words of the statement that its evidence does not have."""
    by: str = ""
    hearsay: bool = False
    """Whether its sources do not name who said it."""
    as_of: str = ""
    as_of_is_reckoned: bool = False
    """Whether no article states it."""
    reckoned: tuple[str, ...] = ()
    """The other dates of the fact that no article states."""
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
        by = f"Said by {self.by}" if self.by else UNNAMED if self.hearsay else ""
        as_of = f"as of {self.as_of}" if self.as_of else ""
        both = ", ".join(part for part in (by, as_of) if part)
        return self._reckoning(f"{capital(both)}." if both else "")

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """What sort of statement it is, each with a word for style sheets."""
        if self.absent:
            return (("absence", "In no report"),)
        said = ("hearsay", "Hearsay · nobody named") if self.hearsay else ("report", "Report")
        said = ("claim", f"Claim · {self.by}") if self.by else said
        return (said, ("disputed", "Told differently")) if self.others else (said,)

    @property
    def dated(self) -> str:
        """As of when its sources knew it, and which of its dates the book has worked out."""
        return self._reckoning(f"As of {self.as_of}." if self.as_of else "")

    def _reckoning(self, said: str) -> str:
        """What is said of its dates, and whether they are inferred."""
        if self.as_of_is_reckoned:
            said = f"{said.removesuffix('.')} (inferred)."
        more = f"Dated {joined(self.reckoned)}, {RECKONED}." if self.reckoned else ""
        return f"{said} {more}".strip()

    @property
    def judged(self) -> str:
        """How the statement was judged, and which words of it are the book's own for what the source says."""
        own = ", ".join(f"“{word}”" for word in self.own_words)
        said = TOLD_VERDICTS.get(self.verdict, "")
        return f"{said} The book’s own words: {own}." if said and own else said

    @property
    def absence(self) -> str:
        """For a fact that something is in no source: the words that were looked for."""
        words = ", ".join(f"“{each}”" for each in self.absent)
        return f"No source has any of these words: {words}." if words else ""
