"""Who and what has a name: how each source spells it, and which pages are about it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from ..chain.library import Library
from ..english.names import NameIndex
from ..text.fold import squeeze


class Spelling(Struct, frozen=True, kw_only=True):
    """One spelling, and how often each source has it."""

    text: str
    sources: tuple[tuple[str, int], ...]


class NameRow(Struct, frozen=True, kw_only=True):
    """A name, as its table shows it."""

    id: str
    name: str
    kind: str
    about: str
    spellings: tuple[Spelling, ...]
    shared: tuple[Spelling, ...]
    """Spellings that may mean another as well, such as a surname that several people have."""
    pages: tuple[str, ...]


def name_rows(library: Library, pages: Mapping[str, Sequence[str]]) -> tuple[NameRow, ...]:
    """A row for each name, in the order of the data file; ``pages`` are those that each is mentioned on."""
    counted = _count(library)
    return tuple(
        NameRow(
            id=name.id,
            name=name.name,
            kind=name.kind,
            about=name.about or "",
            spellings=_spellings(library, counted[name.id, True]),
            shared=_spellings(library, counted[name.id, False]),
            pages=tuple(pages.get(name.id, ())),
        )
        for name in library.book.names.values()
    )


_Counts = dict[str, Counter[str]]
"""How often each source has each spelling."""


def _count(library: Library) -> defaultdict[tuple[str, bool], _Counts]:
    """Spellings by name, and whether they mean that name alone. What is set aside is not counted."""
    index = NameIndex(library.book.names)
    found: defaultdict[tuple[str, bool], _Counts] = defaultdict(dict)
    for source in library.book.sources:
        text = library.text(source).raw
        for mention in index.find(text):
            if library.aside_at(source, mention.start, mention.end):
                continue
            for id_ in mention.ids:
                counts = found[id_, len(mention.ids) == 1]
                counts.setdefault(squeeze(mention.text), Counter())[source] += 1
    return found


def _spellings(library: Library, counts: _Counts) -> tuple[Spelling, ...]:
    """The spellings, the commonest first."""
    order = sorted(counts, key=lambda text: (-counts[text].total(), text))
    return tuple(
        Spelling(
            text=text, sources=tuple((s, counts[text][s]) for s in library.book.sources if counts[text][s])
        )
        for text in order
    )
