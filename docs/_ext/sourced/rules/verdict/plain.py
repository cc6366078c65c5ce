"""Units that say what stands in their source, or in their own ID, and nothing else: no word is compared.

A title that is a line of its text, a label that is part of its publisher's name, a property that is called as
its ID is, a bare name as a heading over nothing. What such a unit could claim besides is no part of it.
"""

from __future__ import annotations

import re

from ...book.model import Source
from ...chain.library import Library
from ...chain.units import Unit
from ...english.furniture import HEADLINE, lines_of
from ...english.lexis.inflection import is_past_form
from ...english.lexis.kinship import find_kinship
from ...text.fold import WORD, fold, holds, squeeze

_ARTICLES = frozenset({"a", "an", "the"})
_STOP = re.compile(r"[.,;:]$")


def is_plain(library: Library, unit: Unit) -> bool:
    """Whether nothing of a unit is left to compare with its evidence."""
    if unit.kind == "source":
        return _is_plain_source(library, library.book.sources[str(unit.path[1])], str(unit.path[2]))
    if unit.kind == "property":
        return unit.path[2] == "title" and is_named_by_id(str(unit.path[1]), unit.text)
    return unit.kind == "heading" and not unit.facts and _is_bare_name(library, unit.text)


def _is_plain_source(library: Library, source: Source, field: str) -> bool:
    if field == "title":
        return squeeze(source.title or "") in _headlines(library, source.id)
    return field == "label" and holds(source.publisher or "", source.label or "")


def _headlines(library: Library, source: str) -> frozenset[str]:
    """The lines of a source that may be its title: no sentences, and set aside only as the headline."""
    if source not in library.book.texts:
        return frozenset()

    def read() -> frozenset[str]:
        aside = [(each.start, each.end) for each in library.asides(source) if each.why != HEADLINE]
        lines = lines_of(library.text(source).raw)
        return frozenset(
            line.words
            for line in lines
            if not _STOP.search(line.words)
            and not any(start < line.end and line.start < end for start, end in aside)
        )

    return library.once(_headlines, source, read)


def is_named_by_id(id_: str, title: str) -> bool:
    """Whether a property is called as its ID is, by what names a kind of thing and asserts none.

    `Killed` says that they were, and `Father` who was whose: the facts have to say so, too.
    """
    if find_kinship(title):
        return False
    words = [word for word in WORD.findall(fold(title).lower()) if word not in _ARTICLES]
    return words == [w for w in id_.split("-") if w not in _ARTICLES] and not any(map(is_past_form, words))


def _is_bare_name(library: Library, text: str) -> bool:
    """Whether a heading that stands over no fact is one name of the book and nothing else."""
    return any((name.start, name.end) == (0, len(text)) for name in library.atoms(text).names)
