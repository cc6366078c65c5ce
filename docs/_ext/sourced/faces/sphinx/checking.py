"""A page as the core reads it, and what of it is kept between builds."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Set

from ...book.findings import InputError
from ...book.inputs import problem
from ...book.kept import Kept
from ...chain.display import latest_day
from ...chain.reading import page_of
from ...page.page import Citation, Group, Page, Sentence
from ...page.shown import read_of
from ...rules.check import check_whole
from ...rules.keeping.judging import SENTENCES
from ...text.files import UnreadableError, read_text
from .changed.digests import digest
from .domain import SourcedDomain
from .logged import stopped
from .pagefiles import is_markdown, unread_pages
from .state import Judgement, Waiting


def read_page(domain: SourcedDomain, docname: str) -> Page:
    """A page as the core reads it."""
    file, input_ = file_of(domain, docname), domain.input
    text = read_text(input_.root / file, file)
    return page_of(input_.library, text, docname=docname, file=file, display=input_.display)


def read_state(domain: SourcedDomain, docname: str) -> None:
    """Read and check one page, as the command line does: from the file itself."""
    input_, state = domain.input, domain.page(docname)
    if not is_markdown(domain, docname):
        state.narrative, state.taken_in = False, input_.settings.taken_in
        return
    page = read_page(domain, docname)
    sentences = [sentence for group in page.groups for sentence in group.sentences]
    state.cites = tuple(dict.fromkeys(cite.fact for sentence in sentences for cite in sentence.cites))
    state.sentences = len(sentences)
    state.taken_in, state.narrative = page.taken_in, page.narrative
    state.read = read_of(page) if page.taken_in else None
    kept = input_.judging.page(page)
    state.findings = kept.findings
    state.judgement = judgement_of(kept)
    state.signed = {each.digest: bool(each.on) for each in kept.unsure}


def judgement_of(kept: Kept) -> Judgement:
    """How what a page says was judged, for its readers."""
    return Judgement(
        units=sum(kept.verdicts.values()),
        unreviewed=kept.verdicts.get("unreviewed", 0),
        sentences=sum(kept.sentences.values()),
        supported=kept.sentences.get("supported", 0),
        reviewed=kept.sentences.get("reviewed", 0),
        waiting=tuple(
            Waiting(each.line, each.text) for each in kept.unsure if each.kind in SENTENCES and not each.on
        ),
    )


def is_judged_otherwise(domain: SourcedDomain, docname: str) -> bool:
    """Whether a page, or a fact of which it has a note, is judged otherwise than when it was read.

    Names and sources can do that which the page does not show: a new spelling supports a word.
    """
    known, notes = domain.pages[docname], domain.input.notes
    if any(notes.note(id_).judged != said for id_, said in known.verdicts.items() if notes.has(id_)):
        return True
    before = known.judgement
    read_state(domain, docname)
    return before != known.judgement


def refuse_unreadable(domain: SourcedDomain, docnames: Iterable[str]) -> None:
    """Stop before anything is read if a page is no text, and name all such pages."""
    problems = []
    for docname in docnames:
        file = file_of(domain, docname)
        try:
            read_text(domain.input.root / file, file)
        except UnreadableError as error:
            problems.append(problem(error.code, error.message, file=file, place=error.place or (1, 1)))
    if problems:
        raise stopped(InputError(problems), domain.input.root)


def take_in(domain: SourcedDomain, *, read: Collection[str]) -> None:
    """Check changed data.

    What no change concerns is not checked again: a fact that stands as it did,
    under the same names and sources, is judged as it was, unless there was
    something to find, which may stand at another line now.
    """
    state, input_ = domain.book_state, domain.input
    if shared_changed := state.shared != input_.digests.shared:
        for docname in domain.pages.keys() - read:
            read_state(domain, docname)
    signatures = digest(sorted(input_.book.signatures))
    known = {} if shared_changed or signatures != state.signatures else state.entries
    entries = {id_: input_.digests.entry(id_) for id_ in input_.book.facts}
    found = {
        id_: input_.judging.fact(id_).findings
        for id_, entry in entries.items()
        if known.get(id_) != entry or id_ in state.fact_findings
    }
    state.entries, state.shared, state.signatures = entries, input_.digests.shared, signatures
    state.fact_findings = {id_: findings for id_, findings in found.items() if findings}
    state.sources, state.latest = tuple(input_.book.sources), latest_day(input_.book)
    state.other_findings = input_.in_entries


def hand_on(domain: SourcedDomain, docname: str) -> None:
    """Note what is to be kept of a page that has been read, for whoever takes it over."""
    domain.page(docname).kept = domain.input.judging.entry_of(file_of(domain, docname))


def take_over(domain: SourcedDomain, read: Set[str]) -> None:
    """Take over what those who have read pages, in whatever process, found on them and in their facts."""
    for docname in read & domain.pages.keys():
        state = domain.pages[docname]
        domain.input.judging.take(file_of(domain, docname), state.kept, state.in_facts)
        state.kept, state.in_facts = None, {}


def keep(domain: SourcedDomain) -> None:
    """Keep for the next build or check what was found."""
    domain.input.judging.finish(file_of(domain, docname) for docname in domain.env.found_docs)


def check_together(domain: SourcedDomain) -> None:
    """Check the book as a whole, and note whether what it tells others has changed."""
    state, input_ = domain.book_state, domain.input
    pages = thin_pages(domain)
    state.whole_findings = (*check_whole(input_.book, pages, input_.library), *unread_pages(domain))
    uses = [(docname, page.cites) for docname, page in sorted(domain.pages.items())]
    titles = sorted(titles_of(domain).items())
    told = digest([state.fingerprint, uses, titles])
    if state.told != told:
        state.told, state.told_since = told, time.time_ns()


def titles_of(domain: SourcedDomain) -> dict[str, str]:
    """What each page is called."""
    return {docname: title.astext() for docname, title in domain.env.titles.items()}


def thin_pages(domain: SourcedDomain) -> list[Page]:
    """All pages, in the core's order, with nothing but the facts that they cite and as many sentences."""
    return [
        _thin_page(domain, docname)
        for docname in sorted(domain.pages, key=lambda name: f"{name}.md".split("/"))
    ]


def _thin_page(domain: SourcedDomain, docname: str) -> Page:
    state = domain.pages[docname]
    cites = tuple(Citation(fact=fact, start=0, role="evidence") for fact in state.cites)
    sentences = (Sentence(pieces=(), cites=cites), *[Sentence(pieces=())] * (state.sentences - 1))
    return Page(
        docname=docname,
        file=file_of(domain, docname),
        text="",
        groups=(Group(sentences=sentences[: state.sentences]),),
        taken_in=state.taken_in,
        narrative=state.narrative,
    )


def file_of(domain: SourcedDomain, docname: str) -> str:
    """A page's file, as findings name it."""
    return domain.input.file(domain.env.doc2path(docname, base=False).as_posix())
