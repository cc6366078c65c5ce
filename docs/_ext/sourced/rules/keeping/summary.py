"""A check of which nothing but figures and findings is kept, and that takes over what is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from ...book.findings import Finding
from ...chain.library import Library
from ...page.page import Page
from ...text.pausing import without_collection
from ..check import WHOLE, Checked, Share, Verdicts, check_whole, count, sentences
from ..verdict.judging import Outcome, each_entry, judge_fact, judge_page
from .known import Facts, Kept, Known, kept_of, page_key, parts_of

_MOST_KEPT = 100_000
"""A library with more answers has read some ten thousand facts, and forgets them."""


class Summary(Struct, frozen=True, kw_only=True):
    """What is told of a run, without the units: those of a large book would fill the memory."""

    checked: Checked
    verdicts: Verdicts
    days: dict[str, int]
    """How many of the signatures were given on which day."""
    findings: list[Finding]


def sum_up(library: Library, every: list[Page], share: Share = WHOLE, known: Known | None = None) -> Summary:
    """Check a book whose pages are ``every``, or a share of it; what is ``known`` is not judged again."""
    book, pages = library.book, share.part(every)
    parts = share.part(parts_of(library)) if known else []
    facts = [id_ for part in parts for id_ in part.ids] if known else share.part(book.facts)
    findings: set[Finding] = set()
    verdicts: Counter[str] = Counter()
    days: Counter[str] = Counter()
    atoms = 0
    with without_collection():
        judged = _all(library, pages, facts) if known is None else _known(library, pages, parts, known)
        for kept in judged:
            findings.update(kept.findings)
            verdicts.update(kept.verdicts)
            days.update(kept.days)
            atoms += kept.atoms
            if library.size > _MOST_KEPT:
                library.forget()
        if share.number == 1:
            whole = kept_of([*each_entry(library), Outcome(findings=check_whole(book, every, library))])
            findings.update(whole.findings)
            verdicts.update(whole.verdicts)
            days.update(whole.days)
    sources = len(book.sources) if share.number == 1 else 0
    return Summary(
        checked=count(book, pages, library, facts, sources, atoms),
        verdicts=Verdicts(**verdicts),
        days=dict(sorted(days.items())),
        findings=sorted(findings),
    )


def _all(library: Library, pages: Iterable[Page], facts: Iterable[str]) -> Iterator[Kept]:
    """What each fact and each page comes to."""
    for id_ in facts:
        yield _judge_facts(library, [id_])
    for page in pages:
        yield _judge_page(library, page)


def _known(library: Library, pages: Iterable[Page], parts: Iterable[Facts], known: Known) -> Iterator[Kept]:
    """The same for parts of the facts, of which those that are known are not judged."""
    book = library.book
    for part in parts:
        kept = known.find(part.key, book.signatures)
        if kept is not None:
            yield part.placed(kept, book.data_file)
            continue
        kept = _judge_facts(library, part.ids)
        known.keep(part.key, part.movable(kept, book.data_file))
        yield kept
    for page in pages:
        key = page_key(library, page)
        kept = known.find(key, book.signatures)
        if kept is None:
            kept = _judge_page(library, page)
            known.keep(key, kept)
        yield kept


def _judge_facts(library: Library, ids: Sequence[str]) -> Kept:
    facts = library.book.facts
    texts = (facts[id_].statement for id_ in ids)
    return kept_of([judge_fact(library, id_) for id_ in ids], _atoms(library, texts))


def _judge_page(library: Library, page: Page) -> Kept:
    return kept_of([judge_page(library, page)], _atoms(library, sentences(page)))


def _atoms(library: Library, texts: Iterable[str]) -> int:
    return sum(len(library.atoms(text)) for text in texts)
