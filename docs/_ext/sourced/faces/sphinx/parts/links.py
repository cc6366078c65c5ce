"""Links from generated parts to facts, names, passages and pages, wherever these have their home."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from docutils import nodes
from sphinx.environment import BuildEnvironment
from sphinx.util.logging import getLogger
from sphinx.util.nodes import make_refnode

from ....account.addresses import (
    Address,
    disagreement_address,
    fact_address,
    name_address,
    passage_address,
    shared_address,
    source_address,
    subject_address,
)
from ....account.sources.sourceorder import by_date
from ....book.book import Book
from ....book.model import Fact, Source
from ....chain.library import Library
from ....chain.reading import read_pages
from ....chain.sharing.sharedtext import shared_text
from ....english.phrases import capital
from ....page.page import Page
from ....rules.keeping.judging import Judging
from ..builders import has_page
from ..domain import sourced_domain
from ..evidence.plainnotes import quotation_nodes

logger = getLogger(__name__)


class Links:
    """Makes the links of one part. What has no home in the book is printed without a link."""

    def __init__(self, env: BuildEnvironment, part: nodes.Element) -> None:
        self.domain = sourced_domain(env)
        """The state of the book."""
        self._env = env
        self._part = part
        self.docname: str = part["docname"]
        """Its page."""

    @property
    def document(self) -> nodes.document:
        """The page, as it will be written."""
        found = self._part.document
        assert found is not None  # the part stands in it
        return found

    @property
    def book(self) -> Book:
        """The book."""
        return self.domain.input.book

    @property
    def library(self) -> Library:
        """What the core has worked out of the book."""
        return self.domain.input.library

    @cached_property
    def sources(self) -> list[str]:
        """All sources, the earliest first."""
        return by_date(self.book)

    def read_pages(self) -> list[Page]:
        """All pages as the checks read them."""
        return read_pages(self.book, self.library)

    @property
    def judging(self) -> Judging:
        """What the facts and pages of the book came to."""
        return self.domain.input.judging

    @property
    def version(self) -> str:
        """What the part is made of, as a digest."""
        return self.domain.version(self.docname)

    @property
    def html(self) -> bool:
        """Whether the builder writes HTML."""
        return bool(self.domain.builder.format == "html")

    def warn(self, code: str, message: str) -> None:
        """Say what is wrong with the part, at its place."""
        logger.warning("%s", message, location=self._part, type="sourced", subtype=code)

    def fact(self, id_: str, words: str) -> nodes.Node:
        """Words that lead to a fact in the table of all facts."""
        return self._to(fact_address(id_), words)

    def subject(self, id_: str, words: str) -> nodes.Node:
        """Words that lead to the facts about a name."""
        return self._to(subject_address(id_), words)

    def name(self, id_: str, words: str) -> nodes.Node:
        """Words that lead to a name in the table of names."""
        return self._to(name_address(id_), words) if id_ in self.book.names else nodes.Text(words)

    def difference(self, fact: Fact, words: str) -> nodes.Node:
        """Words that lead to where the versions of a disputed fact stand side by side."""
        return self._to(disagreement_address(fact.about, fact.property), words)

    def known_source(self, id_: str) -> Source | None:
        """A source of the book; one that it has not is reported."""
        source = self.book.sources.get(id_)
        if source is None:
            self.warn("source-unknown", f"there is no source “{id_}” in the data file")
        return source

    def source(self, id_: str, *, inside: bool = False) -> nodes.Node:
        """The label of a source, which leads to its page; ``inside`` a sentence or at its beginning."""
        return self._to(source_address(id_), label(self.book, id_, inside=inside))

    def passage(self, source: str, start: int, words: str) -> nodes.Node:
        """Words that lead to a quotation on its source's page."""
        return self._to(passage_address(source, start), words)

    def shared(self, words: str, *sources: str) -> nodes.Node:
        """Words that lead to where the words that sources share stand side by side."""
        pair = len(sources) == 2 and shared_text(self.library, *sources).runs
        return self._to(shared_address(*sources) if pair else shared_address(), words)

    def quotations(self, fact: str) -> Iterator[nodes.block_quote]:
        """The quotations that a fact rests on, the earliest source first, each with the way to its place."""
        quotations = self.domain.input.notes.note(fact).quotations
        for each in sorted(quotations, key=lambda each: self.sources.index(each.source_id)):
            at = each.start
            source = each.source if at is None else self.passage(each.source_id, at, each.source)
            yield quotation_nodes(each, source)

    def page(self, docname: str, anchor: str = "", words: str = "") -> nodes.Node:
        """The title of a page, which leads to it."""
        title = self._env.titles.get(docname)
        shown = nodes.Text(words or (title.astext() if title else docname))
        if title is None or not has_page(self.domain.builder, docname):
            return shown
        return make_refnode(self.domain.builder, self.docname, docname, anchor, shown)

    def described(self, docname: str) -> str:
        """What a page says of itself in its front matter."""
        return " ".join(str(self._env.metadata.get(docname, {}).get("description", "")).split())

    def uses(self) -> Mapping[str, list[str]]:
        """The pages whose sentences cite each fact."""
        found: dict[str, list[str]] = {}
        for docname, page in sorted(self.domain.pages.items()):
            for fact in page.cites:
                found.setdefault(fact, []).append(docname)
        return found

    def pages(self, docnames: Iterable[str]) -> list[nodes.Node]:
        """The titles of pages in the order of the book, with commas between them."""
        return separated([self.page(docname) for docname in self.ordered(docnames)])

    def ordered(self, docnames: Iterable[str]) -> list[str]:
        """Pages in the order of the book."""
        return sorted(docnames, key=self.rank)

    def _to(self, address: Address, words: str) -> nodes.Node:
        docname = self.domain.home(address.home)
        return nodes.Text(words) if docname is None else self.page(docname, address.anchor, words)

    def rank(self, docname: str) -> tuple[int, str]:
        """A page's place in the order of the book."""
        return self._ranks.get(docname, len(self._ranks)), docname

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {name: rank for rank, name in enumerate(self.domain.in_order())}


def label(book: Book, source: str, *, inside: bool = False) -> str:
    """What running text calls a source, ``inside`` a sentence or at its beginning."""
    known = book.sources.get(source)
    shown = known.shown if known else source
    return shown if inside else capital(shown)


def separated(parts: list[nodes.Node]) -> list[nodes.Node]:
    """Nodes with a comma between each two."""
    found: list[nodes.Node] = []
    for part in parts:
        found += [nodes.Text(", "), part] if found else [part]
    return found
