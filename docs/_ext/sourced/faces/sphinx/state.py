"""What is known of the book between its reading and its writing, and from one build to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec import Struct

from ...book.findings import Finding
from ...book.kept import Entry, Kept
from ...page.shown import Read

if TYPE_CHECKING:  # a build with nothing to do must not load what reads the book
    from .bookinput import BookInput

Rests = Literal["data", "uses", "pages"]
"""What a generated part is made of: the data; also where facts are used; also the words of all pages."""


class Passage(Struct, frozen=True, kw_only=True):
    """A passage: where it stands, under which heading, and its words. Of a note only its ``fact``."""

    anchor: str
    heading: str = ""
    text: str = ""
    fact: str = ""
    """The fact that the place rests on: what that says is in the data."""


@dataclass(slots=True, kw_only=True)
class Introduced:
    """Whom a page says something of. Kept between builds."""

    told: dict[str, str] = field(default_factory=dict)
    """Each name that the page introduces, with a digest of what it says."""
    prose: tuple[str, ...] = ()
    """The blocks of text in which names were looked for."""
    named: tuple[str, ...] = ()
    """The names that were found there."""
    names: str = ""
    """Digest of all names at the time."""

    def is_outdated(self, now: BookInput) -> bool:
        """Whether the page would introduce others now, or tell something else of them."""
        if self.names in ("", now.digests.names):
            return False
        return self.named != now.named(self.prose) or any(
            now.introduction(id_) != known for id_, known in self.told.items()
        )


class Waiting(Struct, frozen=True):
    """A sentence that nobody has reviewed yet: its line, and its words."""

    line: int
    words: str


class Judgement(Struct, frozen=True, kw_only=True):
    """How what a page says was judged."""

    units: int = 0
    """All that it says: sentences, headings, captions and whatever else a reader is shown."""
    unreviewed: int = 0
    """Those of them that nobody has reviewed yet."""
    sentences: int = 0
    supported: int = 0
    """Sentences that are supported word for word."""
    reviewed: int = 0
    """Sentences that were reviewed."""
    waiting: tuple[Waiting, ...] = ()
    """Sentences that were not, in their order."""


@dataclass(slots=True, kw_only=True)
class PageState:
    """What reading a page has taught us. Kept between builds."""

    facts: dict[str, str] = field(default_factory=dict)
    """Each fact that the page shows, with its digest at the time."""
    verdicts: dict[str, str] = field(default_factory=dict)
    """Of each fact of which it has a note, how that says it was judged."""
    in_facts: dict[str, Kept] = field(default_factory=dict)
    """What the facts that it shows came to, until the build has taken that in from whoever read it."""
    kept: Entry | None = None
    """What is to be kept of it itself, until then."""
    judgement: Judgement = field(default_factory=Judgement)
    """How its own sentences were judged."""
    names: dict[str, str] = field(default_factory=dict)
    """Each name that the page prints, with its digest at the time."""
    introduced: Introduced = field(default_factory=Introduced)
    """Whom it introduces to the reader."""
    anchors: dict[str, str] = field(default_factory=dict)
    """Where the note of each fact stands on the page."""
    cites: tuple[str, ...] = ()
    """The facts that its sentences cite, in order."""
    gathers: tuple[str, ...] = ()
    """What its timelines ask for, as these cite no fact by its ID."""
    sentences: int = 0
    taken_in: bool = True
    narrative: bool = True
    figures: dict[str, str] = field(default_factory=dict)
    """Each figure of the book that it prints, as it was at the time."""
    findings: tuple[Finding, ...] = ()
    read: Read | None = None
    """What the core has read of it, to be held against what is shown; nothing, if it is no Markdown."""
    signed: dict[str, bool] = field(default_factory=dict)
    """Each unit that is not supported word for word, by its digest: whether it was signed at the time."""
    rests: set[Rests] = field(default_factory=set)
    """What its generated parts are made of."""
    homes: tuple[str, ...] = ()
    """What it is the home of, so that links to it lead here: ``facts``, ``names``, ``source gazette``."""
    text: str = ""
    """Digest of its text."""
    passages: tuple[Passage, ...] = ()
    """What of it can be found."""
    shown: str = ""
    """Digest of what other pages show of it: its title, its headings."""
    leads_to: set[str] = field(default_factory=set)
    """The targets of its links, pages among them, also such as are not there."""
    read_at: int = 0
    """When it was read, in nanoseconds."""

    def __reduce__(self) -> tuple[Callable[[bytes], PageState], tuple[bytes]]:
        """Packed for the next build, which takes all pages in at once, whatever it reads of them."""
        return _unpacked, (_pack(self),)

    def is_outdated(self, now: BookInput) -> bool:
        """Whether anything that the page shows is no longer as it was."""
        return (
            any(now.digests.fact(id_) != known for id_, known in self.facts.items())
            or any(now.digests.name(id_) != known for id_, known in self.names.items())
            or self.introduced.is_outdated(now)
            or any(now.display("figure", kind) != known for kind, known in self.figures.items())
            or any((unit in now.book.signatures) != known for unit, known in self.signed.items())
        )


_pack = msgspec.msgpack.Encoder().encode
_unpack = msgspec.msgpack.Decoder(PageState).decode


def _unpacked(packed: bytes) -> PageState:
    return _unpack(packed)


@dataclass(slots=True, kw_only=True)
class BookState:
    """What loading the data has taught us. Kept between builds, so that an idle one need not load."""

    fingerprint: tuple[str, str] = ("", "")
    shared: str = ""
    """Digest of what every page is judged by."""
    entries: dict[str, str] = field(default_factory=dict)
    """The digest of each fact's own entry."""
    signatures: str = ""
    """Digest of all signatures."""
    fact_findings: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    """What was found in which fact."""
    sources: tuple[str, ...] = ()
    """All sources, in the order of the data file."""
    latest: str = ""
    """The day of the latest of them, in words."""
    other_findings: tuple[Finding, ...] = ()
    """What was found in sources and names."""
    whole_findings: tuple[Finding, ...] = ()
    told: str = ""
    """Digest of what is told to others as data."""
    told_since: int = 0
    """When that last changed, in nanoseconds."""
