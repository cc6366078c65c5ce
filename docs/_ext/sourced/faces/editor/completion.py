"""What can stand at the cursor: IDs inside roles and directives, keys and IDs in the data file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lsprotocol.types import (
    CompletionItem,
    CompletionItemKind,
    CompletionItemLabelDetails,
    CompletionList,
    MarkupContent,
    MarkupKind,
    TextEdit,
)
from msgspec import Struct
from rapidfuzz import fuzz, process

from ...account.uses.subject import KIND_IN
from ...account.uses.subject import Kind as Known
from ...book.fields import fields
from ...chain.library import Library
from ...pictures.locator.data import ROLES
from ...text.fold import squeeze
from .reading.datafile import Place, place_in_data
from .reading.positions import Positions
from .reading.roles import Kind, spot_on_page
from .telling import TELL

_MOST = 200
"""So many items are offered at once; whoever types on gets others."""
_LISTS = {("facts", "evidence"): "evidence", ("sources", "aside"): "aside"}
_NAMED: dict[tuple[str, ...], Known] = {
    ("facts", "about"): "name",
    ("facts", "by"): "name",
    ("facts", "value"): "name",
    ("facts", "property"): "property",
    ("facts", "evidence", "source"): "source",
}


class Offered(Struct, frozen=True, kw_only=True):
    """One thing that can stand here."""

    text: str
    detail: str = ""
    words: str = ""
    """Words by which it is found as well."""
    kind: CompletionItemKind = CompletionItemKind.Reference
    about: Kind | None = None
    """What is told of it when it is looked at."""
    told: str = ""


def complete_page(library: Library, positions: Positions, offset: int) -> CompletionList:
    """What can stand at ``offset`` of a page."""
    spot = spot_on_page(positions.text, offset)
    if spot is None or not spot.start <= offset <= max(spot.end, spot.start + len(spot.typed)):
        return CompletionList(is_incomplete=False, items=[])
    end = max(spot.end, offset)
    return _listed(_ids(library, spot.kind), spot.typed, positions, spot.start, end)


def complete_data(library: Library, positions: Positions, offset: int) -> CompletionList:
    """What can stand at ``offset`` of the data file."""
    place = place_in_data(positions.text, offset)
    if place is None:
        return CompletionList(is_incomplete=False, items=[])
    offered = _keys(place) if place.is_key else _values(library, place)
    return _listed(offered, place.typed, positions, place.start, max(place.end, offset))


def kind_in_data(place: Place) -> Known | None:
    """What the value at a place of the data file is an ID of, if it is one."""
    section, *rest = place.keys or ("",)
    if section == "facts" and rest[-2:-1] == ["gloss"]:
        return "name"
    return _NAMED.get((section, *rest[1:]))


def _listed(
    offered: Iterable[Offered], typed: str, positions: Positions, start: int, end: int
) -> CompletionList:
    chosen, is_all = _chosen(list(offered), typed)
    where = positions.range(start, end)
    items = [
        CompletionItem(
            label=each.text,
            label_details=CompletionItemLabelDetails(description=each.detail) if each.detail else None,
            kind=each.kind,
            filter_text=f"{each.text} {each.words}".strip() if each.words else None,
            sort_text=f"{number:04}",
            text_edit=TextEdit(where, each.text),
            documentation=MarkupContent(MarkupKind.Markdown, each.told) if each.told else None,
            data=[each.about, each.text] if each.about else None,
        )
        for number, each in enumerate(chosen)
    ]
    return CompletionList(is_incomplete=not is_all, items=items)


def _chosen(offered: list[Offered], typed: str) -> tuple[list[Offered], bool]:
    """Those that what is typed may mean, the most likely first, and whether these are all."""
    wanted = squeeze(typed).lower()
    if not wanted:
        return offered[:_MOST], len(offered) <= _MOST
    begin = [each for each in offered if each.text.startswith(wanted)]
    hold = [each for each in offered if wanted in f"{each.text} {each.words}".lower() and each not in begin]
    found = [*begin, *hold]
    if len(found) < _MOST and len(wanted) > 2:
        texts = {n: f"{each.text} {each.words}".lower() for n, each in enumerate(offered)}
        like = process.extract(wanted, texts, scorer=fuzz.partial_ratio, limit=_MOST, score_cutoff=75)
        found += [offered[n] for _, _, n in like if offered[n] not in found[:_MOST]]
    return found[:_MOST], False


def resolve(library: Library, item: CompletionItem) -> CompletionItem:
    """An item with what is told of it."""
    data: Any = item.data
    if isinstance(data, list) and len(data) == 2 and data[0] in TELL:
        item.documentation = MarkupContent(MarkupKind.Markdown, TELL[data[0]](library, str(data[1])))
    return item


def _ids(library: Library, kind: Kind) -> Iterator[Offered]:
    book = library.book
    if kind in ("fact", "against"):
        for fact in book.facts.values():
            yield Offered(text=fact.id, detail=fact.value or "", words=fact.statement, about="fact")
    if kind in ("property", "against"):
        for each in book.properties.values():
            yield Offered(text=each.id, detail=each.title, words=each.title, about="property")
    if kind == "name":
        for name in book.names.values():
            words = " ".join((name.name, *name.also))
            yield Offered(text=name.id, detail=name.name, words=words, about="name")
    if kind == "source":
        for source in book.sources.values():
            yield Offered(text=source.id, detail=source.shown, words=source.title or "", about="source")
    if kind == "role":
        yield from (Offered(text=each, kind=CompletionItemKind.EnumMember) for each in ROLES)


def _values(library: Library, place: Place) -> Iterator[Offered]:
    if kind := kind_in_data(place):
        yield from _ids(library, kind)
        return
    if not place.keys:
        return
    book, field = library.book, place.keys[-1]
    known: dict[tuple[str, str], Iterable[str | None]] = {
        ("names", "kind"): (each.kind for each in book.names.values()),
        ("names", "thread"): (each.thread for each in book.names.values()),
        ("properties", "thread"): (each.thread for each in book.properties.values()),
        ("properties", "difference"): ("contradiction", "time", "precision", "wording"),
        ("properties", "single"): ("true", "false"),
    }
    if place.keys[0] == "sources" and field == "file":
        seeds = book.root / book.settings.seeds
        known[("sources", "file")] = sorted(path.name for path in seeds.iterdir() if path.is_file())
    texts = dict.fromkeys(each for each in known.get((place.keys[0], field), ()) if each)
    yield from (Offered(text=each, kind=CompletionItemKind.Value) for each in texts)


def _keys(place: Place) -> Iterator[Offered]:
    section, *rest = place.keys or ("",)
    if not section:
        kind: str | None = "file"
    elif len(rest) == 1:
        kind = KIND_IN.get(section)
    else:
        kind = _LISTS.get((section, rest[-1])) if rest else None
    for field in fields(kind) if kind else ():
        yield Offered(text=field.name, kind=CompletionItemKind.Field, told=field.meaning)
