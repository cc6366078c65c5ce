"""Rules on the book as a whole: nothing unused, nothing unseen."""

from __future__ import annotations

from collections.abc import Iterator

from ..book.pagefiles import page_files
from ..chain.library import Library
from ..page.page import Page
from .registry import Hit, rule, within


def _used(pages: list[Page]) -> set[str]:
    return {c.fact for page in pages for group in page.groups for s in group.sentences for c in s.cites}


@rule("fact-unused", link="book", scope="whole", hint="Cite it on a page; or say why not under `unused:`.")
def fact_unused(library: Library, pages: list[Page]) -> Iterator[Hit]:
    """A fact is cited by no page and does not say why.

    What the sources say is not left out in silence.
    """
    used = _used(pages)
    for fact in library.book.facts.values():
        if fact.id not in used and fact.unused is None:
            yield Hit(message=f"no page cites the fact “{fact.id}”", path=within(fact), fact=fact.id)


@rule("unused-but-used", link="book", scope="whole", hint="Take `unused:` out.")
def unused_but_used(library: Library, pages: list[Page]) -> Iterator[Hit]:
    """A fact says why no page uses it, and a page does.

    The reason is out of date.
    """
    used = _used(pages)
    for fact in library.book.facts.values():
        if fact.unused is not None and fact.id in used:
            message = f"the fact “{fact.id}” is cited by a page"
            yield Hit(message=message, path=within(fact, "unused"), fact=fact.id)


@rule(
    "source-unlisted",
    link="source",
    scope="whole",
    hint="Enter it under `sources:`, or take it out of `seeds/`.",
)
def source_unlisted(library: Library, pages: list[Page]) -> Iterator[Hit]:
    """A file in `seeds/` is no source of the data file.

    Nobody would notice what it says.
    """
    sources = library.book.sources.values()
    known = {source.file for source in sources} | {s.original.file for s in sources if s.original}
    settings = library.book.settings
    seeds = library.book.root / settings.seeds
    for file in sorted(p.name for p in seeds.iterdir() if p.is_file() and not p.name.startswith(".")):
        if file not in known:
            named = settings.seed(file)
            yield Hit(message=f"{named} is no source of the data file", file=named)


@rule(
    "page-unread",
    link="prose",
    scope="whole",
    hint="Write it as MyST Markdown; or shut it out by `exclude_patterns` in `conf.py`.",
)
def page_unread(library: Library, pages: list[Page]) -> Iterator[Hit]:
    """A build makes a page of a file that the checks cannot read, because it is no Markdown.

    Which suffixes make a page is what `source_suffix` in `conf.py` says; the command reads that, and does not
    run it. Where pages are taken in one by one, such a page is not taken in.
    """
    root, settings = library.book.root, library.book.settings
    if settings.taken_in:
        for path in page_files(root, settings).others:
            yield unread(path.relative_to(root).as_posix())


def unread(file: str) -> Hit:
    """The finding on a file that is a page, and that the checks do not read."""
    return Hit(message=f"{file} is a page of the book, and nobody checks what it says", file=file)


@rule(
    "nothing-checked",
    link="book",
    scope="whole",
    hint="Look at `--root`, and at what the data file and `docs/` hold.",
)
def nothing_checked(library: Library, pages: list[Page]) -> Iterator[Hit]:
    """A run that found nothing because it looked at nothing.

    There must be sources, facts, quotations, pages, and sentences on narrative pages. Where pages are
    taken in one by one and none is yet, that is no fault, and nothing is proved either.
    """
    book = library.book
    if pages and not any(page.taken_in for page in pages) and not book.facts:
        message = f"no page is taken in yet, so nothing is checked ({len(pages)} are waiting)"
        yield Hit(message=message, path=("facts",), doubt=True)
        return
    sentences = sum(len(g.sentences) for p in pages if p.narrative for g in p.groups)
    counts = {
        "sources": len(book.sources),
        "facts": len(book.facts),
        "quotations": sum(len(f.evidence) for f in book.facts.values()),
        "pages": sum(page.taken_in for page in pages),
        "sentences on narrative pages": sentences,
    }
    for what, count in counts.items():
        if count == 0:
            path = ("sources",) if what == "sources" else ("facts",)
            yield Hit(message=f"there are no {what} to check", path=path)
