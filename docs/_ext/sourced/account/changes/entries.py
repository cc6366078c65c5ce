"""What changed in the data: facts, names, properties, sources. Another ID alone is no change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec
from msgspec.structs import replace

from ...book.book import Book
from ...book.model import Entry, Evidence, Fact, Property, Source
from ...chain.library import Library
from ...text.fold import squeeze
from ...text.sentences import split_sentences
from ..uses.subject import KINDS, Kind, entries, title_of
from .change import Change, Row, State, What
from .fields import entry_rows

Ids = Mapping[Kind, Mapping[str, str]]
"""By kind, what each changed ID has become."""


def entry_changes(before: State, after: State, ids: Ids) -> Iterator[Change]:
    """The changes of all entries, in the order of the data file; ``ids`` are those that changed."""
    for kind in ("source", "name", "property", "fact"):
        yield from _of_kind(before, after, kind, ids)


def _of_kind(before: State, after: State, kind: Kind, ids: Ids) -> Iterator[Change]:
    old, new = entries(before.book, kind), entries(after.book, kind)
    others = ids[kind]
    now = {now: was for was, now in others.items()}
    for id_, entry in new.items():
        was = now.get(id_, id_)
        former = old.get(was)
        if former is None:
            yield _change("new", kind, after, id_, _all_of(after.book, entry))
            continue
        rows = tuple(_rows(before, after, kind, was, id_, ids))
        if was != id_:
            yield _change("renamed", kind, after, id_, (Row(label="ID", before=was, after=id_), *rows))
        elif rows:
            yield _change("changed", kind, after, id_, rows)
    for id_, entry in old.items():
        if id_ not in new and id_ not in others:
            yield _change("gone", kind, before, id_, _all_of(before.book, entry, gone=True))


def _rows(before: State, after: State, kind: Kind, was: str, id_: str, ids: Ids) -> Iterator[Row]:
    old, new = with_ids(entries(before.book, kind)[was], ids), entries(after.book, kind)[id_]
    if old == new and before.texts == after.texts:
        return
    yield from entry_rows((before.book, old), (after.book, new))
    if isinstance(old, Source):
        yield from _text_rows(before.book.texts.get(was, ""), after.book.texts.get(id_, ""))
    if isinstance(old, Fact) and isinstance(new, Fact):
        yield from _place_rows(before.library, old, after.library, new)


def _place_rows(old_library: Library, old: Fact, library: Library, fact: Fact) -> Iterator[Row]:
    """Quotations of the same words that are taken from another place of the same text."""
    places = [
        {(e.source, squeeze(e.exact)): p for e in each.evidence if (p := known.passage(e))}
        for known, each in ((old_library, old), (library, fact))
    ]
    for key, passage in places[1].items():
        if key in places[0] and places[0][key].sentence != passage.sentence:
            was, now = squeeze(places[0][key].sentence), squeeze(passage.sentence)
            yield Row(label=f"“{key[1]}” is taken from", before=was, after=now)


def _text_rows(old: str, new: str) -> Iterator[Row]:
    """Which sentences of a source's own text are gone or new."""
    if old == new:
        return
    was, now = ({squeeze(text[a:b]): None for a, b in split_sentences(text)} for text in (old, new))
    yield from (Row(label="its text", before=each) for each in was if each not in now)
    yield from (Row(label="its text", after=each) for each in now if each not in was)


def _all_of(book: Book, entry: Entry, *, gone: bool = False) -> tuple[Row, ...]:
    """All that an entry says: as if each of its fields were new, or gone."""
    blank = type(entry)(**{field.name: _blank(field) for field in msgspec.structs.fields(entry)})
    rows = entry_rows((book, entry), (book, blank)) if gone else entry_rows((book, blank), (book, entry))
    said = {"statement", "title", "name"} if isinstance(entry, Fact) else {"name"}
    return tuple(row for row in rows if row.label not in said)


def _blank(field: msgspec.structs.FieldInfo) -> object:
    if field.default is not msgspec.NODEFAULT:
        return field.default
    return field.default_factory() if field.default_factory is not msgspec.NODEFAULT else ""


def _change(what: What, kind: Kind, state: State, id_: str, rows: tuple[Row, ...]) -> Change:
    line, column = state.book.place((KINDS[kind], id_), key=True)
    file = state.book.data_file
    if kind == "source" and any(row.label == "its text" for row in rows):
        file, line, column = state.book.source_file(id_), 1, 1
    return Change(
        what=what,
        kind=kind,
        id=id_,
        text=squeeze(title_of(state.book, kind, id_)),
        rows=rows,
        file=file,
        line=line,
        column=column,
    )


def with_ids(entry: Entry, ids: Ids) -> Entry:
    """The entry, naming everything as it is called afterwards."""
    names = ids["name"]
    if isinstance(entry, Property) and names:
        return replace(entry, says={names.get(id_, id_): words for id_, words in entry.says.items()})
    if not isinstance(entry, Fact) or not any(ids.values()):
        return entry
    return replace(
        entry,
        about=names.get(entry.about, entry.about),
        by=names.get(entry.by or "", entry.by),
        value=names.get(entry.value or "", entry.value),
        property=ids["property"].get(entry.property, entry.property),
        evidence=tuple(_evidence_with(each, ids) for each in entry.evidence),
    )


def _evidence_with(evidence: Evidence, ids: Ids) -> Evidence:
    gloss = {key: ids["name"].get(value, value) for key, value in evidence.gloss.items()}
    source = ids["source"].get(evidence.source, evidence.source)
    return replace(evidence, source=source, gloss=gloss)
