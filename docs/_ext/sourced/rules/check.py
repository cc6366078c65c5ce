"""Running the rules over a book: the one entry for every face."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from ..book.book import DATA_FILE, PAGES, Book
from ..book.findings import Finding, InputError
from ..book.inputs import problem
from ..chain.display import make_display
from ..chain.library import Library
from ..chain.views import View, views
from ..page.page import Display, Page
from ..page.reading import read_page
from ..text.files import UnreadableError, read_text
from . import Hit, Rule, checks_for
from .exceptions import judge_exception
from .registry import Scope, within


class Checked(Struct, frozen=True, kw_only=True):
    """How much a run looked at. Zero of anything that a book must have is a finding."""

    sources: int = 0
    facts: int = 0
    quotations: int = 0
    pages: int = 0
    sentences: int = 0
    atoms: int = 0
    exceptions: int = 0


class Report(Struct, frozen=True, kw_only=True):
    """What a run checked and what it found, in the order of files and lines."""

    checked: Checked
    findings: list[Finding]


def check_book(book: Book, pages: list[Page] | None = None) -> Report:
    """Check the data, every page and the book as a whole."""
    library = Library(book)
    pages = read_pages(book, library) if pages is None else pages
    findings = check_data(book, library)
    for page in pages:
        findings += check_page(book, page, library)
    findings += check_whole(book, pages, library)
    return Report(checked=count(book, pages, library), findings=sorted(set(findings)))


def page_of(library: Library, text: str, *, docname: str, file: str, display: Display) -> Page:
    """The page with this text, read when it is first asked for."""
    return library.once(
        read_page, (docname, text), lambda: read_page(text, docname=docname, file=file, display=display)
    )


def read_pages(book: Book, library: Library | None = None) -> list[Page]:
    """Every Markdown page below ``docs/``, in order of name; ``_`` and ``.`` begin folders without pages.

    ``library`` is the book's, where there is one: it may know most of the pages already.
    """
    library = library or Library(book)
    folder = book.root / PAGES
    display = make_display(book)
    pages, problems = [], []
    for path in sorted(folder.rglob("*.md")):
        parts = path.relative_to(folder).parts
        if any(part.startswith(("_", ".")) for part in parts):
            continue
        file = path.relative_to(book.root).as_posix()
        try:
            text = read_text(path, file).removeprefix("\ufeff")
        except UnreadableError as error:
            problems.append(problem(error.code, error.message, file=file, place=error.place or (1, 1)))
            continue
        docname = Path(*parts).with_suffix("").as_posix()
        pages.append(page_of(library, text, docname=docname, file=file, display=display))
    if problems:
        raise InputError(problems)
    return pages


def count(book: Book, pages: Iterable[Page], library: Library) -> Checked:
    """How much there is to check in ``book`` and ``pages``."""
    pages = list(pages)
    narrative = [s for p in pages if p.narrative for g in p.groups for s in g.sentences]
    statements = [f.statement for f in book.facts.values()]
    atoms = sum(len(library.atoms(text)) for text in (*statements, *(s.text for s in narrative)))
    return Checked(
        sources=len(book.sources),
        facts=len(book.facts),
        quotations=sum(len(f.evidence) for f in book.facts.values()),
        pages=len(pages),
        sentences=len(narrative),
        atoms=atoms,
        exceptions=sum(len(f.except_) for f in book.facts.values())
        + sum(len(s.exceptions) for s in narrative),
    )


def check_data(book: Book, library: Library | None = None) -> list[Finding]:
    """Findings in the data file: sources, names and facts."""
    library = library or Library(book)
    findings = []
    judged: dict[Scope, Mapping[str, object]] = {"source": book.sources, "name": book.names}
    for scope, entries in judged.items():
        for rule, check in checks_for(scope):
            for entry in entries.values():
                findings += [_in_data(book, rule, hit) for hit in check(library, entry)]
    for fact_id in book.facts:
        findings += check_fact(book, fact_id, library)
    return findings


def check_fact(book: Book, fact_id: str, library: Library) -> list[Finding]:
    """Findings of one fact, less those that it states as exceptions."""
    fact = book.facts[fact_id]
    hits = [(rule, hit) for rule, check in checks_for("fact") for hit in check(library, fact)]
    stopped = {rule.code for rule, _ in hits}
    for code, reason in fact.except_.items():
        for rule, message in judge_exception(code, reason, stopped):
            hits.append((rule, Hit(message=message, path=within(fact, "except", code))))
    return [_in_data(book, rule, hit, fact_id) for rule, hit in hits if rule.code not in fact.except_]


def check_page(book: Book, page: Page, library: Library | None = None) -> list[Finding]:
    """Findings on one page. A page that is not narrative must only cite facts that exist."""
    library = library or Library(book)
    findings = []
    for rule, check in checks_for("page"):
        findings += [_on_page(page, rule, hit, hit.at) for hit in check(library, page)]
    if page.narrative:
        for view in views(library, page):
            findings += _check_sentence(page, view)
    return findings


def _check_sentence(page: Page, view: View) -> Iterator[Finding]:
    """Findings of one sentence, less those that it states as exceptions."""
    hits = [(rule, hit) for rule, check in checks_for("sentence") for hit in check(view)]
    stopped = {rule.code for rule, _ in hits}
    excepted = {code for code, _, _ in view.sentence.exceptions}
    for rule, hit in hits:
        if rule.code not in excepted:
            yield _on_page(page, rule, hit, view.sentence.offset(hit.at))
    for code, reason, at in view.sentence.exceptions:
        for rule, message in judge_exception(code, reason, stopped):
            yield _on_page(page, rule, Hit(message=message), at)


def check_whole(book: Book, pages: list[Page], library: Library | None = None) -> list[Finding]:
    """Findings that need every page: what is cited nowhere, and whether anything was checked at all."""
    library = library or Library(book)
    return [
        _in_data(book, rule, hit, hit.fact)
        for rule, check in checks_for("whole")
        for hit in check(library, pages)
    ]


def _in_data(book: Book, rule: Rule, hit: Hit, fact: str | None = None) -> Finding:
    place = book.place(hit.path, key=len(hit.path) <= 2) if hit.path else (1, 1)
    return _finding(rule, hit.message, hit.file or DATA_FILE, place, fact)


def _on_page(page: Page, rule: Rule, hit: Hit, offset: int) -> Finding:
    return _finding(rule, hit.message, page.file, page.place(offset), hit.fact)


def _finding(rule: Rule, message: str, file: str, place: tuple[int, int], fact: str | None) -> Finding:
    return Finding(
        file=file,
        line=place[0],
        column=place[1],
        code=rule.code,
        severity=rule.severity,
        message=message,
        hint=rule.hint,
        fact=fact,
    )
