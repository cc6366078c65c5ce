"""How much of the sources the book uses, and how much of its prose rests on them.

Three figures, which count different things and are never mixed: the words of
the sources that quotations quote, the sentences of the book that cite a fact,
and the sentences of the sources that a fact uses or an aside sets aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from ...book.book import Book
from ...book.findings import Finding
from ...chain.library import Library
from ...chain.views import views
from ...page.page import Page
from ...rules import RULES, Rule
from ...text.fold import squeeze
from .sourceuse import ENOUGH, SourceCoverage, SourceSentence, cover_source


class ProseCoverage(Struct, frozen=True, kw_only=True):
    """The sentences of narrative pages: headings, captions and block quotations are not counted."""

    citing: int = 0
    bare: int = 0
    """Sentences that cite nothing though they are not the editor's own."""
    own: int = 0
    not_taken_in: tuple[str, ...] = ()
    """The files of pages that are not part of the book yet; none of their sentences is counted."""


class SetAside(Struct, frozen=True, kw_only=True):
    """An aside where it stands."""

    source: str
    text: str
    place: tuple[int, int]
    """Line and column."""
    why: str


class Coverage(Struct, frozen=True, kw_only=True):
    """The three figures of a book, what was set aside, and what is missing."""

    sources: tuple[SourceCoverage, ...]
    prose: ProseCoverage
    asides: tuple[SetAside, ...]
    findings: tuple[Finding, ...]


def cover(book: Book, pages: Iterable[Page], library: Library | None = None) -> Coverage:
    """How far sources and prose are covered; a finding for each unused sentence or stretch."""
    library = library or Library(book)
    sources = tuple(cover_source(library, source) for source in book.sources)
    prose = _prose(library, pages)
    findings = [_finding(library, s, span) for c in sources for s in c.sentences for span in s.unused]
    findings += _nothing(book, sources, prose)
    asides = tuple(
        SetAside(
            source=source,
            text=book.texts[source][aside.start : aside.end],
            place=library.text(source).place(aside.start),
            why=aside.why,
        )
        for source in book.sources
        for aside in library.set_aside(source)
    )
    return Coverage(sources=sources, prose=prose, asides=asides, findings=tuple(sorted(findings)))


def _prose(library: Library, pages: Iterable[Page]) -> ProseCoverage:
    citing = bare = own = 0
    pages = list(pages)
    for page in pages:
        for view in views(library, page) if page.narrative else ():
            if not view.narrative or view.wordless:
                continue
            if view.facts:
                citing += 1
            elif view.own:
                own += 1
            else:
                bare += 1
    waiting = tuple(page.file for page in pages if not page.taken_in)
    return ProseCoverage(citing=citing, bare=bare, own=own, not_taken_in=waiting)


def _finding(library: Library, sentence: SourceSentence, span: tuple[int, int]) -> Finding:
    rule = RULES_OF_COVERAGE["source-sentence-unused" if sentence.whole else "source-stretch-unused"]
    book = library.book
    text = squeeze(book.texts[sentence.source][slice(*span)])
    what = "sentence" if sentence.whole else "part of a sentence"
    line, column = library.text(sentence.source).place(span[0])
    return Finding(
        file=book.source_file(sentence.source), line=line, column=column, code=rule.code,
        message=f"no fact uses this {what}, and no aside sets it aside: “{text}”", hint=rule.hint,
    )  # fmt: skip


def _nothing(book: Book, sources: Iterable[SourceCoverage], prose: ProseCoverage) -> Iterator[Finding]:
    """A share of nothing is a failure, not 100 %."""
    rule = RULES["nothing-checked"]
    counts = {
        "words of the sources' own text": sum(source.words for source in sources),
        "sentences of the sources": sum(len(source.sentences) for source in sources),
        "sentences on narrative pages that should cite a fact": prose.citing + prose.bare,
    }
    for what, number in counts.items():
        if not number:
            message = f"there are no {what}"
            yield Finding(
                file=book.data_file, line=1, column=1, code=rule.code, message=message, hint=rule.hint
            )


_HINT = "Rest a fact on it and cite that on a page; or set it aside under `aside:`, with the reason."
RULES_OF_COVERAGE = {
    rule.code: rule
    for rule in (
        Rule(
            code="source-sentence-unused", link="source", hint=_HINT, module=__name__,
            summary="A sentence of a source is used by no fact and not set aside.",
            explanation="More than half of its words of meaning are neither quoted nor set aside.",
        ),
        Rule(
            code="source-stretch-unused", link="source", hint=_HINT, module=__name__,
            summary="Part of a sentence of a source is used by no fact and not set aside.",
            explanation=f"It holds at least {ENOUGH} words of meaning, or half of the sentence's.",
        ),
    )
}  # fmt: skip
"""The codes of ``sourced coverage``. A book passes ``sourced check`` long before it is complete."""


def rules_of(link: str) -> list[Rule]:
    """The rules that guard a link of the chain, or those of ``coverage``, in their order."""
    if link == "coverage":
        return list(RULES_OF_COVERAGE.values())
    return [rule for rule in RULES.values() if rule.link == link]
