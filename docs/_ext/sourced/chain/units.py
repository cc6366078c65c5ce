"""Units: everything that a reader is shown and that can be wrong, each with its place and what it rests on.

A sentence, a heading, a caption, a block of code, a statement, a value, a gloss, what is told of a name, what
a property or a source is called. Each is judged by itself, and signed by itself. No unit is an example with
prompts: the tests run it, which proves more than reading it (its comments are units all the same).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from typing import Literal

from msgspec import Struct

from ..book.model import Evidence, Fact, Name, Property, Source
from ..text.fold import squeeze
from .display import show_value
from .grounds import told_by_another
from .library import Library
from .locators import counted_page, is_heading_before, origin
from .mentions import names_in
from .readings import is_plain, plain_asides

Kind = Literal[
    "statement", "value", "gloss", "absence", "name", "property", "difference", "source", "date", "reason",
    "origin", "locator", "sentence", "heading", "label", "quotation", "own", "picture", "role", "code",
]  # fmt: skip
"""What a unit is. ``date`` reasons for a date, ``reason`` says why, ``picture`` stands in a picture, ``role``
is the part that a fact plays there. ``origin`` says where a source was read, ``locator`` where in it."""

READINGS: frozenset[Kind] = frozenset(
    {"gloss", "absence", "difference", "date", "reason", "origin", "locator", "own", "role"}
)
"""Kinds that are an editor's reading: no words of a source can support them, a person has to."""

Path = tuple[str | int, ...]


class Unit(Struct, frozen=True, kw_only=True, dict=True):
    """One unit. In the data it stands at ``path``, on a page at ``at``."""

    kind: Kind
    text: str
    facts: tuple[str, ...] = ()
    """The facts that it rests on; for a part of a fact, that fact."""
    rests: tuple[str, ...]
    """All that it rests on, each as one text: what the digest of its evidence is made of."""
    path: Path = ()
    page: str = ""
    at: int = 0
    plain: bool = False
    """Whether nothing of it is left to a reader, though its kind is a reading."""

    @property
    def is_reading(self) -> bool:
        """Whether no words of a source can support it, so that a person has to read it."""
        return self.kind in READINGS and not self.plain

    @property
    def evidence_digest(self) -> str:
        """Changes with what the unit rests on, and not with the order of it."""
        return _digest("\n".join(sorted(set(self.rests))))

    @property
    def rest_digests(self) -> tuple[str, ...]:
        """One for each text that it rests on: tells later which of them has changed."""
        return tuple(sorted({rest_digest(text) for text in self.rests}))

    @cached_property
    def digest(self) -> str:
        """Changes with the unit's words and with what it rests on, layout apart."""
        return _digest(f"{self.kind}\n{squeeze(self.text)}\n{self.evidence_digest}")


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def rest_digest(text: str) -> str:
    """Short, as it only tells apart the few texts that one unit rests on."""
    return _digest(text)[:8]


def fact_units(library: Library, fact: Fact) -> Iterator[Unit]:
    """The units of a fact: its statement, its value as told in a table, its glosses."""
    rests = (entry(library, fact, statement=False), *told_by_another(library, fact))
    path = ("facts", fact.id)
    kind: Kind = "absence" if fact.absent and not fact.evidence else "statement"
    yield Unit(kind=kind, text=fact.statement, facts=(fact.id,), rests=rests, path=(*path, "statement"))
    if value := show_value(library.book, fact):
        yield Unit(
            kind="value", text=value, facts=(fact.id,), rests=(entry(library, fact),), path=(*path, "value")
        )
    for index, evidence in enumerate(fact.evidence):
        passage = library.passage(evidence) if evidence.gloss else None
        around = passage.sentence if passage else evidence.exact
        for key, value in evidence.gloss.items():
            yield Unit(
                kind="gloss",
                text=f"{key} = {library.name(value)}",
                facts=(fact.id,),
                rests=(squeeze(around), evidence.source),
                path=(*path, "evidence", index, "gloss", key),
                plain=is_plain(library, evidence, key, value),
            )
        yield from _locators(library, fact, index, evidence)
    if fact.unused:
        yield Unit(
            kind="reason", text=fact.unused, facts=(fact.id,), rests=(fact.statement,), path=(*path, "unused")
        )


def _locators(library: Library, fact: Fact, index: int, evidence: Evidence) -> Iterator[Unit]:
    """What an entry says of the place of its quotation; what the text itself shows needs no reader."""
    if not evidence.page and not evidence.section:
        return
    shown = {"page": bool(counted_page(library, evidence)), "section": is_heading_before(library, evidence)}
    for field, text in (("page", evidence.page), ("section", evidence.section)):
        if text:
            yield Unit(
                kind="locator",
                text=f"{field} {text}",
                facts=(fact.id,),
                rests=(evidence.source, squeeze(evidence.exact)),
                path=("facts", fact.id, "evidence", index, field),
                plain=shown[field],
            )


def told_as(library: Library, fact: Fact) -> str:
    """A fact as its table tells it: subject, property, value."""
    told = f"{library.name(fact.about)}, {library.book.property_title(fact.property)}"
    value = show_value(library.book, fact)
    return f"{told}: {value}" if value else told


def entry(library: Library, fact: Fact, *, statement: bool = True) -> str:
    """A fact and all that is printed of it. Without IDs: to rename one changes nothing that is said."""

    def read() -> tuple[str, str]:
        quotations = [
            "; ".join(
                [
                    e.source,
                    squeeze(e.exact),
                    *sorted(f"{key} = {library.name(value)}" for key, value in e.gloss.items()),
                ]
            )
            for e in fact.evidence
        ]
        dates = [f"when {fact.when}" * bool(fact.when), f"as of {fact.as_of}" * bool(fact.as_of)]
        by = f"by {library.name(fact.by)}" if fact.by else ""
        rest = "\n".join([told_as(library, fact), by, *dates, *sorted(fact.absent), *sorted(quotations)])
        return rest, f"{squeeze(fact.statement)}\n{rest}"

    return library.once(entry, fact.id, read)[statement]


def name_units(library: Library, name: Name) -> Iterator[Unit]:
    """What is told of a name."""
    if name.about:
        facts = _mentioning(library).get(name.id, [])
        yield Unit(
            kind="name",
            text=f"{name.name}: {name.about}",
            facts=tuple(fact.id for fact in facts),
            rests=tuple(entry(library, fact) for fact in facts),
            path=("names", name.id, "about"),
        )


def _mentioning(library: Library) -> dict[str, list[Fact]]:
    """The facts on each name: those that have it as subject, speaker or value, or in a quotation."""

    def sort() -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = {}
        for fact in library.book.facts.values():
            for id_ in names_in(fact, library.book.names):
                found.setdefault(id_, []).append(fact)
        return found

    return library.once(name_units, "", sort)


def property_units(library: Library, property_: Property) -> Iterator[Unit]:
    """What a property is called, as a tie in a picture too, and what the book says of differences in it."""
    path = ("properties", property_.id)
    facts = _by_property(library).get(property_.id, [])
    for field, text in (("title", property_.title), ("relation", property_.relation)):
        if text:
            yield Unit(
                kind="property",
                text=text,
                facts=tuple(fact.id for fact in facts),
                rests=tuple(_tied(library, fact) for fact in facts),
                path=(*path, field),
            )
    for about, words in property_.says.items():
        told = [fact for fact in facts if fact.about == about]
        yield Unit(
            kind="difference",
            text=words,
            facts=tuple(fact.id for fact in told),
            rests=tuple(entry(library, fact) for fact in told),
            path=(*path, "says", about),
        )


def _by_property(library: Library) -> dict[str, list[Fact]]:
    """The facts of each property."""

    def sort() -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = {}
        for fact in library.book.facts.values():
            found.setdefault(fact.property, []).append(fact)
        return found

    return library.once(property_units, "", sort)


def _tied(library: Library, fact: Fact) -> str:
    """What a table makes of a fact: its subject and its value under the property, beside its statement."""
    value = show_value(library.book, fact)
    return f"{library.name(fact.about)}: {value or squeeze(fact.statement)}: {squeeze(fact.statement)}"


def source_units(library: Library, source: Source) -> Iterator[Unit]:
    """What a source is called, how it was dated, and why passages of it are set aside."""
    file = (source.file, source.sha256)
    path = ("sources", source.id)
    for field, text in (("label", source.label), ("publisher", source.publisher), ("title", source.title)):
        if text:
            yield Unit(kind="source", text=text, rests=file, path=(*path, field))
    if source.dated_by:
        dates = (f"published {source.published}",)
        yield Unit(kind="date", text=source.dated_by, rests=(*file, *dates), path=(*path, "dated-by"))
    if told := origin(source):
        field = next(each for each in ("address", "retrieved", "archive") if getattr(source, each))
        yield Unit(kind="origin", text=told, rests=file, path=(*path, field))
    for index, aside in enumerate(source.aside):
        yield Unit(
            kind="reason",
            text=aside.why,
            rests=(aside.from_, aside.to or "", source.file),
            path=(*path, "aside", index, "why"),
            plain=index in plain_asides(library, source.id),
        )
