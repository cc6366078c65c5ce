"""Who is this? What the data have to tell of a name, and where a page may be read as naming it.

Only what is plain is told: a surname that several people share is left alone, and so is what stands
in quotation marks, as those words are another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ..book.model import Name, Source
from ..chain.library import Library
from ..english.phrases import capital
from ..text.fold import squeeze
from ..text.taken import Taken
from .facts import brief_date

PERSON = "person"
INTRODUCED = (PERSON, "group")
"""Names of these kinds are introduced where a page mentions them; others only where the page asks for it."""

SOURCE = "source"
"""The kind of what is told of a source."""

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_HYPHENS = ("-", "\u2010", "\u2011")
"""A name inside a longer word, such as ``anti-League``, names no one by itself."""
_WORD = re.compile(r"\w{3,}")


class Introduction(Struct, frozen=True, kw_only=True):
    """What a reader is told of a name. Of a source: its headline and publisher, and how it was dated."""

    name: str
    kind: str
    about: str = ""
    also: tuple[str, ...] = ()
    source: str = ""
    """The ID of the source that the name means."""
    title: str = ""
    publisher: str = ""
    published: str = ""
    """When, in words."""
    dated_by: str = ""


class Named(Struct, frozen=True, kw_only=True):
    """A place of a text that plainly names someone or something."""

    id: str
    start: int
    end: int
    often: bool
    """Whether to tell it in each section; a reader meets many people, but few groups and sources."""


class Introductions:
    """What one book has to tell of its names and of its sources."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._sources = dict(self._by_name())

    def of(self, id_: str) -> Introduction:
        """What a name means, which must be one of the book's or what running text calls a source."""
        name = self._library.called[id_]
        source = self._sources.get(id_)
        return _of_source(source, name) if source else _of_name(name)

    def find(self, text: str) -> Iterator[Named]:
        """Where a text names somebody of whom there is something to tell."""
        quoted = Taken(len(text), (match.span() for match in _QUOTED.finditer(text)))
        for mention in self._library.names.find(text):
            id_, start, end = mention.ids[0], mention.start, mention.end
            if len(mention.ids) > 1 or not self._is_introduced(id_):
                continue
            if quoted.has(start, end):
                continue
            if not (text.endswith(_HYPHENS, 0, start) or text.startswith(_HYPHENS, end)):
                often = self._library.called[id_].kind == PERSON
                yield Named(id=id_, start=start, end=end, often=often)

    def _is_introduced(self, id_: str) -> bool:
        name = self._library.called[id_]
        return id_ in self._sources or (name.kind in INTRODUCED and bool(name.about))

    def _by_name(self) -> Iterator[tuple[str, Source]]:
        """Each source by the ID of the name that running text calls it by."""
        for source in self._library.book.sources.values():
            match self._library.names.find(source.shown):
                case [only] if len(only.ids) == 1 and only.end == len(source.shown):
                    yield only.ids[0], source


def _of_source(source: Source, name: Name) -> Introduction:
    shown = source.shown
    return Introduction(
        name=capital(shown),
        kind=SOURCE,
        also=other_spellings(name),
        source=source.id,
        title=source.title or "",
        publisher=source.publisher or "",
        published=brief_date(source.published or ""),
        dated_by=source.dated_by or "",
    )


def _of_name(name: Name) -> Introduction:
    return Introduction(name=name.name, kind=name.kind, about=name.about or "", also=other_spellings(name))


def other_spellings(name: Name) -> tuple[str, ...]:
    """The spellings that tell a reader something: no mere part of the name, nor the same in capitals."""
    known = _words(name.name)
    return tuple(each for each in name.also if not _words(each) <= known)


def _words(text: str) -> set[str]:
    """The words of a spelling as far as they tell it from others; ``[s]`` is the editor's, inside a word."""
    plain = re.sub(r"[\[\]]", "", squeeze(text)).lower()
    return set(_WORD.findall(plain)) - {"the"} or {plain}
