"""The Sphinx domain that keeps all state of the extension, by page."""

from __future__ import annotations

from collections.abc import Set
from hashlib import sha256
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

from ...book.findings import Finding
from ...text.place import LineStarts
from .bookplace import BookPlace
from .changed.fingerprint import code_fingerprint, data_fingerprint
from .state import BookState, PageState

if TYPE_CHECKING:  # a build with nothing to do must not load what reads the book
    from .bookinput import BookInput


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
    data_version = 4
    initial_data: ClassVar[dict[str, Any]] = {"pages": {}, "book": BookState()}

    builder: Builder
    """What writes the book in this build."""

    hurries = False
    """Whether only what was read is to be written, and the rest left to the next build: for a preview."""
    is_behind = False
    """Whether anything was left to the next build."""
    learned = False
    """Whether this build has found anything new in the data or on pages."""

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self.reading = Reading()
        self._input: BookInput | None = None
        self._input_of = ""

    @property
    def place(self) -> BookPlace:
        """Where the book is; the data are not read for it."""
        return self._input or BookPlace(self.env.srcdir)

    @property
    def input(self) -> BookInput:
        """The book's data; never stored with the rest."""
        if self._input is None:
            from .bookinput import BookInput  # late: it loads what reads the book

            self._input = BookInput(self.env.srcdir)
        return self._input

    def fingerprint(self) -> tuple[str, str]:
        """Of the code and of the data, as they are now. What was loaded of other data is let go."""
        watched = self.place.watched
        data = data_fingerprint(watched)
        if data != self._input_of:
            self._input, self._input_of = None, data
        return code_fingerprint(watched.settings), data

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

    def in_order(self) -> list[str]:
        """All pages in the order of the tables of contents."""
        found: dict[str, None] = {}
        waiting = [self.env.config.root_doc]
        while waiting:
            docname = waiting.pop()
            if docname not in found:
                found[docname] = None
                waiting += reversed(self.env.toctree_includes.get(docname, []))
        return list(found)

    def home(self, what: str) -> str | None:
        """The page to which links to something lead: the first that holds it, in the order of the book."""
        found = sorted(docname for docname, page in self.pages.items() if what in page.homes)
        if len(found) < 2:
            return found[0] if found else None
        ordered = self.in_order()
        return min(found, key=lambda docname: ordered.index(docname) if docname in ordered else len(ordered))

    @property
    def homes(self) -> dict[str, str]:
        """The homes of all that have one, found in one go, as nothing may be read any more."""
        found: dict[str, str] = {}
        for docname in dict.fromkeys((*self.in_order(), *sorted(self.pages))):
            for what in self.pages[docname].homes if docname in self.pages else ():
                found.setdefault(what, docname)
        return dict(sorted(found.items()))

    def version(self, docname: str) -> str:
        """A digest of everything that a page is made of: what was read, and what its generated parts show."""
        state, page = self.book_state, self.page(docname)
        if not page.rests:
            return str(page.read_at)
        made_of: list[object] = [page.read_at, state.fingerprint]
        if page.rests & {"uses", "pages"}:
            titles = sorted((page, title.astext()) for page, title in self.env.titles.items())
            notes = sorted((page, *sorted(each.anchors.items())) for page, each in self.pages.items())
            made_of += [state.told, titles, notes]
        if "pages" in page.rests:
            made_of.append(sorted((page, each.text) for page, each in self.pages.items()))
        return sha256(repr(made_of).encode("utf-8", "surrogateescape")).hexdigest()

    def resolve_any_xref(self, *_given: object, **_named: object) -> list[tuple[str, nodes.reference]]:
        """Nothing: what the book knows by an ID has roles of its own; no link leads there by that alone."""
        return []

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


def setup_domain(app: Sphinx) -> None:
    """Register the domain, and tell it what writes the book."""
    app.add_domain(SourcedDomain)
    app.connect("builder-inited", _know_builder, priority=0)


def _know_builder(app: Sphinx) -> None:
    sourced_domain(app.env).builder = app.builder
