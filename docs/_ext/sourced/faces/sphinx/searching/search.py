"""Search that finds what people type: the passages of all pages and the spellings of the data, as one file.

It is loaded as a script, because a page read from disk may load no other data.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from ....account.addresses import FACTS, NAMES, Address, fact_address, name_address, source_address
from ....chain.display import in_marks, show_quotation
from ....english.phrases import capital
from ....english.tables import rows
from ..builders import is_site
from ..domain import sourced_domain
from ..export import write_if_other, written
from .passages import keep_passages

LANDING = "sourced-landing.js"
"""Marks on any page the words searched for, and misses what is gone."""
DATA, SCRIPT, STYLE = "sourced-passages.js", "sourced-search.js", "sourced-search.css"
REFERENCE = "sourced-reference.js"
"""The passages of pages that tell nothing of the subject: few readers look for them."""
SEARCH = "search"
CHAPTER, PAGE, NAME, SOURCE = "Chapter", "Page", "Name", "Source"
"""What a result is, as its label says; the script adds facts."""

Uses = dict[str, list[tuple[int, str]]]
"""For each fact the places that rest on it: the number of the page, and the anchor."""


Told = tuple[str, str, str, str, list[tuple[int, str]]]
"""Of a fact its address, what it says, what that rests on, its subject, and its uses."""


def search_data(app: Sphinx) -> dict[str, Any]:
    """Pages; of each its passages, and the facts that it is the first to rest on; names with all spellings.

    What a page says and what it rests on is alike, and so it is packed together.
    """
    env, domain = app.env, sourced_domain(app.env)
    pages: list[tuple[str, str, str]] = []
    found: list[list[tuple[str, str, str]]] = []
    uses: Uses = {}
    first, *others = domain.in_order()
    for docname in (*others, first):  # the front page repeats the chapters
        if docname not in domain.pages:
            continue
        page = domain.pages[docname]
        kind = CHAPTER if page.narrative else PAGE
        pages.append((app.builder.get_target_uri(docname), env.titles[docname].astext(), kind))
        found.append([])
        for each in page.passages:
            if each.fact:
                uses.setdefault(each.fact, []).append((len(pages) - 1, each.anchor))
            else:
                found[-1].append((each.anchor, each.heading, each.text))
    facts: list[list[Told]] = [[] for _ in (*pages, None)]  # the last are used on no page
    for fact in _facts(app, uses):
        facts[fact[-1][0][0] if fact[-1] else -1].append(fact)
    told = [own if kind == CHAPTER else [] for (*_, kind), own in zip(pages, found, strict=True)]
    return {
        "pages": pages,
        "reference": [[] if kind == CHAPTER else own for (*_, kind), own in zip(pages, found, strict=True)],
        "parts": list(zip((*told, []), facts, strict=True)),
        "names": list(_names(app)),
        "lists": list(_lists(app)),
        "asked": list(rows("asked.tsv")),
    }


def _facts(app: Sphinx, uses: Uses) -> Iterator[Told]:
    """Each fact: where the table of facts has it, what it says, what that rests on, its subject, its uses."""
    addresses, book = _Addresses(app), sourced_domain(app.env).input.book
    listed = addresses.page(FACTS)
    for id_, fact in book.facts.items():
        said = f"Said by {book.names[fact.by].name}: " if fact.by in book.names else ""
        quotations = (
            f"{in_marks(show_quotation(each))} ({book.sources[each.source].shown})"
            for each in fact.evidence
            if each.source in book.sources
        )
        if listed or id_ in uses:
            address = addresses.to(fact_address(id_))
            subject = f"{book.name_of(fact.about)}: {book.property_title(fact.property)}"
            rests = f"{said}{' '.join(quotations)}"
            yield address, fact.statement, rests, capital(subject), uses.get(id_, [])


def _names(app: Sphinx) -> Iterator[tuple[str, str, str, str, list[str]]]:
    """Each name: where the book tells of it, its sort, the name, who or what it is, and other spellings."""
    input_, addresses = sourced_domain(app.env).input, _Addresses(app)
    for name in input_.book.names.values():
        told = input_.introductions.of(name.id)
        page = addresses.to(source_address(told.source)) if told.source else ""
        address = page or addresses.to(name_address(name.id))
        about = told.title or told.publisher if told.source else name.about or name.kind
        yield address, SOURCE if told.source else NAME, name.name, about, list(name.also)


def _lists(app: Sphinx) -> Iterator[tuple[str, str]]:
    """The pages that list what there is, for those who search in vain: the index, and the names."""
    if app.config.html_use_index:
        yield app.builder.get_target_uri("genindex"), "Index"
    if docname := sourced_domain(app.env).home(NAMES):
        yield app.builder.get_target_uri(docname), app.env.titles[docname].astext()


class _Addresses:
    """Addresses as seen from the folder of the book, when all pages have been read."""

    def __init__(self, app: Sphinx) -> None:
        self._homes, self._uri = sourced_domain(app.env).homes, app.builder.get_target_uri

    def page(self, what: str) -> str:
        """The page that holds something; empty if none does."""
        return self._uri(self._homes[what]) if what in self._homes else ""

    def to(self, address: Address) -> str:
        """The place of something on its page."""
        home = self.page(address.home)
        return f"{home}#{address.anchor}" if home and address.anchor else home


def write_search(app: Sphinx, error: Exception | None) -> None:
    """Write the file where it is older than what has been read."""
    if error or not is_site(app.builder):
        return
    file = app.outdir / "_static" / DATA
    if file.exists() and written(file) >= written(app.doctreedir / "environment.pickle"):
        return
    data = search_data(app)
    _write(app.outdir / "_static" / REFERENCE, "sourcedReference", data.pop("reference"))
    _write(file, "sourcedPassages", data)  # the last: by its time is known whether both are new


def _write(file: Path, name: str, data: object) -> None:
    """Write a script that gives the data a name."""
    told = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    write_if_other(file, f"globalThis.{name}={told}\n")


def add_scripts(app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Load what searching needs on the search page, whose script loads the passages; and what others need.

    An address may lead a reader to any page.
    """
    if not is_site(app.builder):
        return
    app.add_js_file(LANDING, priority=900, loading_method="defer")  # after what folds and unfolds
    if page == SEARCH:
        context["own_search"] = True  # for templates that would load Sphinx's own
        app.add_css_file(STYLE)
        app.add_js_file(SCRIPT, loading_method="defer")


def setup_search(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.connect("doctree-read", keep_passages)
    app.connect("html-page-context", add_scripts)
    app.connect("build-finished", write_search)
