"""What is known of each page: the facts it uses, and what was found on it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, cast

from sphinx.domains import Domain

from ...text.place import LineStarts
from .fingerprint import code_fingerprint, data_fingerprint

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.environment import BuildEnvironment

    from ...book.findings import Finding
    from .bookinput import BookInput


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


@dataclass(slots=True, kw_only=True)
class PageState:
    """What reading a page has taught us. Kept between builds."""

    facts: dict[str, str] = field(default_factory=dict)
    """Each fact that the page shows, with its digest at the time."""
    names: dict[str, str] = field(default_factory=dict)
    """Each name that the page prints, with its digest at the time."""
    introduced: Introduced = field(default_factory=Introduced)
    """Whom it introduces to the reader."""
    anchors: dict[str, str] = field(default_factory=dict)
    """Where the note of each fact stands on the page."""
    cites: tuple[str, ...] = ()
    """The facts that its sentences cite, in order."""
    sentences: int = 0
    narrative: bool = True
    figures: dict[str, str] = field(default_factory=dict)
    """Each figure of the book that it prints, as it was at the time."""
    findings: tuple[Finding, ...] = ()

    def is_outdated(self, now: BookInput) -> bool:
        """Whether anything that the page shows is no longer as it was."""
        return (
            any(now.digests.fact(id_) != known for id_, known in self.facts.items())
            or any(now.digests.name(id_) != known for id_, known in self.names.items())
            or self.introduced.is_outdated(now)
            or any(now.display("figure", kind) != known for kind, known in self.figures.items())
        )


@dataclass(slots=True, kw_only=True)
class BookState:
    """What loading the data has taught us. Kept between builds, so that an idle one need not load."""

    watched: tuple[Path, Path] | None = None
    """Where the data come from."""
    fingerprint: tuple[str, str] = ("", "")
    shared: str = ""
    """Digest of what every page is judged by."""
    entries: dict[str, str] = field(default_factory=dict)
    """The digest of each fact's own entry."""
    fact_findings: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    """What was found in which fact."""
    sources: tuple[str, ...] = ()
    """All sources, in the order of the data file."""
    other_findings: tuple[Finding, ...] = ()
    """What was found in sources and names."""
    whole_findings: tuple[Finding, ...] = ()
    told: str = ""
    """Digest of what is told to others as data."""
    told_since: int = 0
    """When that last changed, in nanoseconds."""


class Reading:
    """The page being read: where in its text the roles stand."""

    def __init__(self, text: str = "") -> None:
        self._text = text
        self._lines = LineStarts(text)
        self._offset = 0

    def line_of(self, words: str, at_least: int) -> int:
        """The line of the next such words, from a line on; that line if there are none."""
        self._offset = max(self._offset, self._lines.start(at_least))
        found = self._text.find(words, self._offset)
        if found < 0:
            return at_least
        self._offset = found + 1
        return self._lines.line(found)


class SourcedDomain(Domain):
    """All state of the extension, by page."""

    name = "sourced"
    label = "Sourced"
    data_version = 1
    initial_data: ClassVar[dict[str, Any]] = {"pages": {}, "book": BookState()}

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self.begin()

    def begin(self) -> None:
        """Begin a build: nothing of the data is known yet."""
        self.reading = Reading()
        self._input: BookInput | None = None

    @property
    def input(self) -> BookInput:
        """The book's data; never stored with the rest."""
        if self._input is None:
            # Imported here because a build with nothing to do needs none of it.
            from .bookinput import BookInput

            self._input = BookInput(self.env.srcdir)
        return self._input

    def fingerprint(self) -> tuple[str, str]:
        """Of the code and of the data, as they are now."""
        state = self.book_state
        if state.watched is None:
            state.watched = self.input.watched
        return code_fingerprint(), data_fingerprint(*state.watched)

    @property
    def pages(self) -> dict[str, PageState]:
        """What is known of each page."""
        pages: dict[str, PageState] = self.data["pages"]
        return pages

    @property
    def book_state(self) -> BookState:
        """What is known of the data."""
        state: BookState = self.data["book"]
        return state

    def page(self, docname: str) -> PageState:
        """The state of one page, made when first asked for."""
        return self.pages.setdefault(docname, PageState())

    def findings(self) -> list[Finding]:
        """All that was found, on pages read now and before, by place."""
        state = self.book_state
        on_pages = (finding for page in self.pages.values() for finding in page.findings)
        in_facts = (finding for findings in state.fact_findings.values() for finding in findings)
        return sorted({*state.other_findings, *in_facts, *on_pages, *state.whole_findings})

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        self.pages.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process has read."""
        for docname in docnames:
            if docname in otherdata["pages"]:
                self.pages[docname] = otherdata["pages"][docname]


def sourced_domain(env: BuildEnvironment) -> SourcedDomain:
    """The domain of an environment."""
    return cast(SourcedDomain, env.domains[SourcedDomain.name])
