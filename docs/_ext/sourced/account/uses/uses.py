"""All uses of one ID: on pages, in pictures, in facts, and the signatures that rest on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from ...chain.library import Library
from ...chain.mentions import names_in
from ...chain.pageunits import page_units
from ...chain.units import Unit, fact_units, name_units, property_units, source_units
from ...chain.views import View
from ...page.page import Generated, Page, Sentence
from ...text.fold import squeeze
from .resting import last_words, names_it, resting_facts
from .subject import KINDS, Kind, Subject, title_of

ShownIn = Callable[[Generated], Iterable[str]]
"""The facts that a part of a page shows without being asked for them by their ID."""


class Place(Struct, frozen=True, kw_only=True):
    """Where something stands, and its words."""

    file: str
    line: int
    column: int
    kind: str
    """What stands there: a sentence, a heading, …"""
    text: str
    by: tuple[str, ...] = ()
    """What makes it a use: the facts that it cites, the parts that a name plays, …"""


class Uses(Struct, frozen=True, kw_only=True):
    """Where something is used."""

    subject: Subject
    pages: tuple[str, ...]
    sentences: tuple[Place, ...]
    pictures: tuple[Place, ...]
    facts: tuple[Place, ...]
    """The facts that rest on it; of a fact none, as facts do not rest on each other."""
    signatures: tuple[Place, ...]
    """What has been signed and would have to be read again, if what is told of it changed."""


def uses_of(library: Library, pages: Sequence[Page], kind: Kind, id_: str, shown_in: ShownIn) -> Uses:
    """All uses of an ID. ``pages`` are those that may have some: see ``may_use``."""
    facts = resting_facts(library, kind, id_)
    spelt = last_words(library.book.names[id_]) if kind == "name" else set[str]()
    sentences = [each for page in pages for each in _sentences(library, page, kind, id_, facts, spelt)]
    pictures = [each for page in pages for each in _pictures(page, kind, id_, facts, shown_in)]
    line, column = library.book.place((KINDS[kind], id_), key=True)
    return Uses(
        subject=Subject(
            id=id_,
            kind=kind,
            title=squeeze(title_of(library.book, kind, id_)),
            file=library.book.data_file,
            line=line,
            column=column,
        ),
        pages=tuple(sorted({each.file for each in (*sentences, *pictures)})),
        sentences=tuple(sentences),
        pictures=tuple(pictures),
        facts=tuple(_fact(library, fact, parts) for fact, parts in facts.items() if kind != "fact"),
        signatures=tuple(_signed(library, pages, kind, id_, facts)),
    )


def _sentences(
    library: Library, page: Page, kind: Kind, id_: str, facts: dict[str, tuple[str, ...]], spelt: set[str]
) -> Iterator[Place]:
    """The sentences that cite it, or a fact that rests on it, or name it; and examples that do."""
    for sentence in (each for group in page.groups for each in group.sentences):
        cited = [cite.fact for cite in sentence.cites if cite.fact in facts]
        named = kind == "name" and (
            any(piece.kind == "name" and piece.target == id_ for piece in sentence.pieces)
            or names_it(library, sentence.text, id_, spelt)
        )
        if cited or named:
            by = dict.fromkeys(([id_] if named else []) + cited)
            yield _on_page(page, sentence, tuple(by))
    for sentence in page.code:
        if f'"{id_}"' in sentence.text or f"'{id_}'" in sentence.text:
            yield _on_page(page, sentence, (id_,))


def _on_page(page: Page, sentence: Sentence, by: tuple[str, ...]) -> Place:
    line, column = page.place(sentence.start)
    kind = "sentence" if sentence.kind == "prose" else sentence.kind
    text = " ".join(sentence.text.split())
    return Place(file=page.file, line=line, column=column, kind=kind, text=text, by=by)


def _pictures(
    page: Page, kind: Kind, id_: str, facts: dict[str, tuple[str, ...]], shown_in: ShownIn
) -> Iterator[Place]:
    """The parts of a page that show it or are told to leave it out."""
    wanted = {id_, *facts} if kind != "name" else set(facts)
    for part in page.generated:
        found = wanted & {*(each.id for each in part.ids), *shown_in(part)}
        if found:
            line, column = page.place(part.start)
            left_out = found <= {each.strip() for each in part.options.get("without", "").split(",")}
            text = f"{{{part.name}}}{' ' * bool(part.argument)}{part.argument}"
            yield Place(
                file=page.file,
                line=line,
                column=column,
                kind=part.name,
                text=f"{text}, which leaves it out" if left_out else text,
                by=tuple(sorted(found)),
            )


def _fact(library: Library, id_: str, parts: tuple[str, ...]) -> Place:
    line, column = library.book.place(("facts", id_), key=True)
    text = squeeze(library.book.facts[id_].statement)
    return Place(file=library.book.data_file, line=line, column=column, kind=id_, text=text, by=parts)


def _signed(
    library: Library, pages: Sequence[Page], kind: Kind, id_: str, facts: dict[str, tuple[str, ...]]
) -> Iterator[Place]:
    """The signed units that rest on it."""
    own = (KINDS[kind], id_)
    for unit, page, view in _units(library, pages, kind, id_, facts):
        cited = {*unit.facts, *(_meant_by(view) if view and view.meant else ())}
        rests = unit.path[:2] == own or not cited.isdisjoint(facts)
        if (rests or f"meant: {id_}" in unit.rests) and unit.digest in library.book.signatures:
            line, column = page.place(unit.at) if page else library.book.place(unit.path)
            file = page.file if page else library.book.data_file
            yield Place(file=file, line=line, column=column, kind=unit.kind, text=squeeze(unit.text))


def _meant_by(view: View) -> Iterator[str]:
    """The facts whose value, printed in a sentence before, tells whom the pronouns of this one mean."""
    for index in range(view.index - 1, -1, -1):
        sentence = view.group.sentences[index]
        if view.library.atoms(sentence.text).names:
            printed = (piece for piece in sentence.pieces if piece.kind == "fact" and not piece.chosen)
            yield from (piece.target for piece in printed if view.library.atoms(piece.text).names)
            return


def _units(
    library: Library, pages: Sequence[Page], kind: Kind, id_: str, facts: dict[str, tuple[str, ...]]
) -> Iterator[tuple[Unit, Page | None, View | None]]:
    """The units that may rest on it, those of the data file first."""
    book = library.book
    resting = [book.facts[fact] for fact in facts]
    names = {name for fact in resting for name in names_in(fact, book.names)}
    names |= {id_} if kind == "name" else set()
    properties = {fact.property for fact in resting} | ({id_} if kind == "property" else set())
    units: list[Unit] = []
    if kind == "source":
        units += source_units(library, book.sources[id_])
    units += [unit for each in book.names.values() if each.id in names for unit in name_units(library, each)]
    known = (each for each in book.properties.values() if each.id in properties)
    units += [unit for each in known for unit in property_units(library, each)]
    units += [unit for fact in resting for unit in fact_units(library, fact)]
    yield from ((unit, None, None) for unit in units)
    yield from ((unit, page, view) for page in pages for unit, view in page_units(library, page))
