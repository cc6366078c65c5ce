"""The keys of parts: digests of all that their verdicts rest on."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import msgspec

from ...book.model import Fact
from ...chain.library import Library
from ...page.page import Page
from ...text.fold import fold

_LIBRARIES = (
    *("confusable-homoglyphs", "edtf", "markdown-it-py", "mdit-py-plugins", "msgspec", "myst-parser"),
    *("pyyaml", "rapidfuzz", "sentencex", "snowballstemmer", "text2num"),
)
"""What the verdicts rest on besides this package and Python."""
_CAPITAL = re.compile(r"\b[^\Wa-z0-9_]\w*")
"""A word that begins with a capital, or at least with no plain small letter."""


def page_key(library: Library, page: Page) -> str:
    """The key of a page: its words as they are shown, and the facts that it names, with all beside them."""
    shown = [each.text for each in (*(each for group in page.groups for each in group.sentences), *page.code)]
    return digest(
        context(library),
        page.file,
        page.text,
        *shown,
        *small_in(library, shown),
        *(_named(library, id_) for id_ in sorted(_ids(page))),
    )


def _ids(page: Page) -> set[str]:
    """Whatever a page takes for the ID of a fact."""
    return {each.id for each in page.ids if each.kind == "fact"}


def _named(library: Library, id_: str) -> str:
    """A digest of what a page is told under the ID of a fact, with the facts that are compared with it."""
    book = library.book
    if id_ in book.facts:
        return library.once(_named, id_, lambda: digest(id_, *_beside(library, book.facts[id_])))
    if id_ in book.drafts:
        return digest(id_, "draft")
    return library.once(_named, "", lambda: digest(*book.facts, "", *book.drafts))  # one like it is proposed


def _beside(library: Library, fact: Fact) -> Iterator[str]:
    yield _text(fact)
    position = (fact.about, fact.property)
    if position in library.positions:
        yield library.once(
            _beside, position, lambda: digest(*(_text(each) for each in library.positions[position]))
        )


def _text(content: object) -> str:
    return msgspec.json.encode(content).decode()


def small_in(library: Library, texts: Iterable[str]) -> list[str]:
    """The words with a capital that may be no names all the same, as the book writes them small, too."""
    return sorted({word.lower() for text in texts for word in _CAPITAL.findall(fold(text))} & library.small)


def context(library: Library) -> str:
    """A digest of all that any verdict may rest on, besides facts and pages."""
    return library.once(context, "", lambda: _read_context(library))


def _read_context(library: Library) -> str:
    book = library.book
    facts = book.facts.values()
    entries = (book.settings, book.sources, book.names, book.draft_names, book.properties, book.originals)
    former = [(was, fact.id, was in book.facts) for fact in facts for was in fact.formerly]
    return digest(
        program(),
        *(_text(each) for each in (*entries, former)),
        *(f"{source}\n{digest(book.file_text(source))}" for source in book.texts),
        *sorted({fact.by for fact in facts if fact.by}),
    )


@cache
def program() -> str:
    """A digest of this package, its word lists included, and of what it is run with."""
    folder = Path(__file__).parents[2]
    sums = [
        f"{file} {sha256(Path(folder, file).read_bytes()).hexdigest()}" for file in sorted(_files(folder))
    ]
    return digest(sys.version, *(f"{name} {version(name)}" for name in _LIBRARIES), *sums)


def _files(folder: Path) -> Iterator[str]:
    for place, _, names in os.walk(folder):
        inside = os.path.relpath(place, folder)
        yield from (f"{inside}/{name}" for name in names if name.endswith((".py", ".tsv", ".txt")))


def digest(*texts: str) -> str:
    """A digest of texts, which tells where each ends."""
    found = sha256()
    for text in texts:
        part = text.encode("utf-8", "surrogatepass")
        found.update(b"%d\n" % len(part))
        found.update(part)
    return found.hexdigest()
