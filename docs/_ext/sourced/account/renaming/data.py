"""Where the data file names an ID, and what it says when that is another one."""

from __future__ import annotations

from collections.abc import Iterator

from ...book.book import Book
from ...book.model import Fact
from ...book.yaml.tree import Path
from ...book.yamledit import Append, Change, Rename, Set
from ..uses.subject import KINDS, Kind


def data_changes(book: Book, kind: Kind, old: str, new: str) -> list[Change]:
    """What changes in the data file; the key itself comes last, so that the paths of the others hold."""
    changes: list[Change] = [Set(path, new) for path in naming(book, kind, old)]
    if kind == "fact":
        changes.append(_redirect(book.facts[old], new))
    holders = [("properties", each.id, "says", old) for each in book.properties.values() if old in each.says]
    changes += [Rename(path, new) for path in holders if kind == "name"]
    return [*changes, Rename((KINDS[kind], old), new)]


def _redirect(fact: Fact, new: str) -> Change:
    """What keeps the former ID; a fact that gets one of its former IDs back gives its last one for it."""
    path = ("facts", fact.id, "formerly")
    if new in fact.formerly:
        return Set((*path, fact.formerly.index(new)), fact.id)
    return Append(path, fact.id)


def naming(book: Book, kind: Kind, old: str) -> Iterator[Path]:
    """Where the facts, and drafts of facts, name something."""
    for fact in (*book.facts.values(), *book.drafts.values()):
        path: Path = ("facts", fact.id)
        if kind == "property" and fact.property == old:
            yield (*path, "property")
        if kind == "source":
            yield from ((*path, "evidence", index, "source")
                        for index, each in enumerate(fact.evidence) if each.source == old)  # fmt: skip
        if kind == "name":
            yield from _by_name(fact, path, old)


def _by_name(fact: Fact, path: Path, old: str) -> Iterator[Path]:
    for field in ("about", "value", "by"):
        if getattr(fact, field) == old:
            yield (*path, field)
    for index, evidence in enumerate(fact.evidence):
        for key, meaning in evidence.gloss.items():
            if meaning == old:
                yield (*path, "evidence", index, "gloss", key)
