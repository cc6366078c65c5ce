"""A check of which nothing but figures and findings is kept, and that takes over what is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from ...book.findings import Finding
from ...book.kept import Kept
from ...chain.library import Library
from ...page.page import Page
from ...text.pausing import without_collection
from ..check import WHOLE, Checked, Share, Verdicts, check_whole, count
from ..verdict.judging import each_entry
from .judging import Judging, kept_of_entry, kept_of_fact
from .known import Known

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
    facts: list[str] = []
    findings: set[Finding] = set()
    verdicts: Counter[str] = Counter()
    days: Counter[str] = Counter()
    atoms = 0
    with without_collection():
        for kept in _each(Judging(library, known), pages, facts, share):
            findings.update(kept.findings)
            verdicts.update(kept.verdicts)
            days.update(kept.days)
            atoms += kept.atoms
            if library.size > _MOST_KEPT:
                library.forget()
        if share.number == 1:
            findings.update(check_whole(book, every, library))
    return Summary(
        checked=count(book, pages, library, facts, len(book.sources) if share.number == 1 else 0, atoms),
        verdicts=Verdicts(**verdicts),
        days=dict(sorted(days.items())),
        findings=sorted(findings),
    )


def _each(judging: Judging, pages: list[Page], facts: list[str], share: Share) -> Iterator[Kept]:
    """What each part comes to; ``facts`` has then which facts were among them."""
    if judging.known is None:
        facts += share.part(judging.library.book.facts)
        yield from (kept_of_fact(judging.library, id_) for id_ in facts)
    for part in share.part(judging.parts):
        facts += part.ids
        yield judging.part(part)
    yield from map(judging.page, pages)
    if share.number == 1:
        yield from map(kept_of_entry, each_entry(judging.library))
