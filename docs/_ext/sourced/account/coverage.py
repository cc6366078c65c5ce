"""How much of the sources the book uses, and how much of its prose rests on them.

Three figures, which count different things and are never mixed: the words of
the sources that quotations quote, the sentences of the book that cite a fact,
and the sentences of the sources that a fact uses or an aside sets aside.

What counts as used is decided word by word. A word of a source is quoted, set
aside or open. Words that only hold a sentence together (``the``, ``has``,
``which``) decide nothing; the others carry its meaning. A sentence is unused
where more than half of them are open. A sentence that is used may still have
an unused stretch: open words in a row, with nothing quoted between them, that
hold at least three words of meaning, or half of the sentence's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal

from msgspec import Struct

from ..book.book import DATA_FILE, SEEDS, Book
from ..book.findings import Finding
from ..book.quotations import Match
from ..chain.library import Library
from ..chain.views import views
from ..english.fillers import carries_meaning
from ..page.page import Page
from ..rules import RULES, Rule
from ..text.fold import WORD, squeeze
from ..text.sentences import sentences_of

ENOUGH = 3
"""Open words of meaning in a row that make a stretch of a sentence unused."""
State = Literal["quoted", "aside", "open"]
Use = Literal["used", "aside", "unused"]


class Word(Struct, frozen=True):
    """One word of a source, and what becomes of it."""

    start: int
    end: int
    state: State
    meaning: bool


class SourceSentence(Struct, frozen=True, kw_only=True):
    """One sentence of a source, how it is used, and what of it is not."""

    source: str
    start: int
    end: int
    use: Use
    unused: tuple[tuple[int, int], ...] = ()
    """What is unused: the whole sentence, or its unused stretches."""

    @property
    def whole(self) -> bool:
        """Whether nothing worth the name is used of it."""
        return self.unused == ((self.start, self.end),)


class SourceCoverage(Struct, frozen=True, kw_only=True):
    """What becomes of one source. ``words`` are its own text's: what is set aside is counted apart."""

    source: str
    words: int
    quoted: int
    words_aside: int
    sentences: tuple[SourceSentence, ...]

    def count(self, use: Use) -> int:
        """How many of its sentences are used, set aside or unused."""
        return sum(sentence.use == use for sentence in self.sentences)


class ProseCoverage(Struct, frozen=True, kw_only=True):
    """The sentences of narrative pages: headings, captions and block quotations are not counted."""

    citing: int = 0
    bare: int = 0
    """Sentences that cite nothing though they are not the editor's own."""
    own: int = 0


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
    findings += _nothing(sources, prose)
    asides = tuple(
        SetAside(
            source=source,
            text=book.texts[source][aside.start : aside.end],
            place=library.text(source).line_starts.place(aside.start),
            why=aside.why,
        )
        for source in book.sources
        for aside in library.set_aside(source)
    )
    return Coverage(sources=sources, prose=prose, asides=asides, findings=tuple(sorted(findings)))


def cover_source(library: Library, source: str) -> SourceCoverage:
    """What becomes of each word and each sentence of a source."""
    raw = library.text(source).raw
    states = _states(library, source)
    words = _words(raw, 0, len(raw), states)
    sentences = []
    for start, end in sentences_of(raw):
        judged = _judge(source, start, end, _words(raw, start, end, states))
        if judged is not None:
            sentences.append(judged)
    aside = sum(word.state == "aside" for word in words)
    return SourceCoverage(
        source=source,
        words=len(words) - aside,
        quoted=sum(word.state == "quoted" for word in words),
        words_aside=aside,
        sentences=tuple(sentences),
    )


def _states(library: Library, source: str) -> bytearray:
    """For each character of a source: 0 open, 1 quoted, 2 set aside."""
    states = bytearray(len(library.text(source).raw))
    for fact in library.book.facts.values():
        for evidence in fact.evidence:
            match = library.locate(evidence) if evidence.source == source else None
            for start, end in match.parts if isinstance(match, Match) else ():
                states[start:end] = b"\1" * (end - start)
    for start, end in library.aside_spans(source):
        states[start:end] = b"\2" * (end - start)
    return states


_STATES: tuple[State, ...] = ("open", "quoted", "aside")


def _words(raw: str, start: int, end: int, states: bytearray) -> list[Word]:
    found = []
    for match in WORD.finditer(raw, start, end):
        state = _STATES[states[match.start()]]
        found.append(Word(match.start(), match.end(), state, carries_meaning(match.group())))
    return found


def _judge(source: str, start: int, end: int, words: list[Word]) -> SourceSentence | None:
    """How a sentence is used; ``None`` if it has no words."""
    if not words:
        return None
    total = sum(word.meaning for word in words) or len(words)
    counted = [word for word in words if word.meaning] or words
    left = sum(word.state == "open" for word in counted)
    if 2 * left > total:
        unused: list[tuple[int, int]] = [(start, end)]
    else:
        unused = list(_stretches(counted, min(ENOUGH, (total + 1) // 2)))
    quoted = any(word.state == "quoted" for word in words)
    use: Use = "unused" if unused else "used" if quoted else "aside"
    return SourceSentence(source=source, start=start, end=end, use=use, unused=tuple(unused))


def _stretches(words: list[Word], enough: int) -> Iterator[tuple[int, int]]:
    for state, run in groupby(words, key=lambda word: word.state):
        stretch = list(run)
        if state == "open" and len(stretch) >= enough:
            yield stretch[0].start, stretch[-1].end


def _prose(library: Library, pages: Iterable[Page]) -> ProseCoverage:
    citing = bare = own = 0
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
    return ProseCoverage(citing=citing, bare=bare, own=own)


def _finding(library: Library, sentence: SourceSentence, span: tuple[int, int]) -> Finding:
    rule = RULES_OF_COVERAGE["source-sentence-unused" if sentence.whole else "source-stretch-unused"]
    book = library.book
    text = squeeze(book.texts[sentence.source][slice(*span)])
    what = "sentence" if sentence.whole else "part of a sentence"
    line, column = library.text(sentence.source).line_starts.place(span[0])
    return Finding(
        file=f"{SEEDS}/{book.sources[sentence.source].file}", line=line, column=column, code=rule.code,
        message=f"no fact uses this {what}, and no aside sets it aside: “{text}”", hint=rule.hint,
    )  # fmt: skip


def _nothing(sources: Iterable[SourceCoverage], prose: ProseCoverage) -> Iterator[Finding]:
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
            yield Finding(file=DATA_FILE, line=1, column=1, code=rule.code, message=message, hint=rule.hint)


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
