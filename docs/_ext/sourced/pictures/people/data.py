"""Who is tied to whom, as plain data: facts whose subject and value are both somebody's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ...book.model import Fact
from ...chain.disagreements import others
from ...chain.library import Library
from ..telling import Telling, telling
from ..twin import Item, Listing, Run, Twin

KINDS = frozenset({"person", "group"})

Sort = Literal["family", "side", "enmity", "other"]
_TITLES: dict[Sort, str] = {"family": "Family", "side": "", "enmity": "Enmity", "other": "Other ties"}

_WORDS: dict[Sort, re.Pattern[str]] = {
    "family": re.compile(
        r"\b(?:son|daughter|child|father|mother|parent|brother|sister|sibling|uncle|aunt|nephew|niece|cousin"
        r"|wife|husband|spouse|married|widow|widower|grand[a-z]+|[a-z]+-in-law)\b"
    ),
    "enmity": re.compile(
        r"\b(?:fought|fights|killed|kills|murdered|attacked|attacks|against|enemy|opposed|opposes|defeated)\b"
    ),
    "side": re.compile(
        r"\b(?:led|leads|leader|head|heads|headed|chief|commander|commands|joined|joins|member|included"
        r"|includes|belongs|part|speaks|spoke|spokes[a-z]+|founded|founder|allied|ally|serves|served|works)\b"
    ),
}
"""The words of a relation that say what sort of tie it is; any other ties nobody to a side."""


class Tie(Struct, frozen=True, kw_only=True):
    """What one fact says of two: ``start`` is its subject, ``end`` its value."""

    start: str
    end: str
    relation: str
    telling: Telling
    facts: tuple[str, ...]
    disputed: bool = False
    """Whether another fact says otherwise."""
    mirror: Telling | None = None
    """Who tells it the other way round, if somebody does."""

    @property
    def claim(self) -> bool:
        """Whether it is somebody's claim."""
        return bool(self.telling.by)

    @property
    def sort(self) -> Sort:
        """What sort of tie it is, by the words of its relation."""
        return next((sort for sort in _WORDS if _WORDS[sort].search(self.relation.lower())), "other")


class Node(Struct, frozen=True, kw_only=True):
    """Somebody: a person or a group, and who that is in a few words."""

    name: str
    person: bool
    about: str


class Panel(Struct, frozen=True, kw_only=True):
    """Ties of one sort that hang together, those with the same end beside each other."""

    title: str
    group: str = ""
    """Whose side it is, if that is a group's."""
    ties: tuple[Tie, ...]


class People(Struct, frozen=True, kw_only=True):
    """All ties, sorted into panels, and those whom they tie."""

    panels: tuple[Panel, ...]
    nodes: dict[str, Node]

    @property
    def ties(self) -> list[Tie]:
        """All of them, panel by panel."""
        return [tie for panel in self.panels for tie in panel.ties]


def people(library: Library, *, without: Iterable[str] = ()) -> People:
    """The ties of a book, less the facts ``without``: those whose property has a ``relation``."""
    book, left_out = library.book, frozenset(without)
    same: dict[tuple[str, ...], list[Fact]] = {}
    for fact in book.facts.values():
        kind = book.properties.get(fact.property)
        if kind and kind.relation and fact.id not in left_out and _both(library, fact):
            same.setdefault((fact.about, fact.property, fact.value or "", fact.by or ""), []).append(fact)
    ties = _mirrored([_tie(library, facts) for facts in same.values()])
    nodes = {id_: _node(library, id_) for tie in ties for id_ in (tie.start, tie.end)}
    return People(panels=tuple(_panels(ties, nodes)), nodes=nodes)


def _both(library: Library, fact: Fact) -> bool:
    ends = [library.book.names.get(id_ or "") for id_ in (fact.about, fact.value)]
    return fact.about != fact.value and all(end is not None and end.kind in KINDS for end in ends)


def _tie(library: Library, facts: list[Fact]) -> Tie:
    book, first = library.book, facts[0]
    return Tie(
        start=first.about,
        end=first.value or "",
        relation=book.properties[first.property].relation or "",
        telling=telling(book, facts),
        facts=tuple(fact.id for fact in facts),
        disputed=bool(others(library, first)),
    )


def _mirrored(ties: list[Tie]) -> list[Tie]:
    tellings = {(tie.start, tie.relation, tie.end): tie.telling for tie in ties}
    return [replace(tie, mirror=tellings.get((tie.end, tie.relation, tie.start))) for tie in ties]


def _node(library: Library, id_: str) -> Node:
    known = library.book.names[id_]
    return Node(name=known.name, person=known.kind == "person", about=known.about or "")


def _panels(ties: list[Tie], nodes: dict[str, Node]) -> Iterator[Panel]:
    """Families first, then sides, the larger before the smaller; enmity and what is left, each together."""
    for sort in _TITLES:
        mine = [tie for tie in ties if tie.sort == sort]
        together = _together(mine) if sort in ("family", "side") else [mine] if mine else []
        for part in sorted(together, key=len, reverse=True):
            hub = _hub(part, nodes) if sort == "side" else ""
            yield Panel(
                title=nodes[hub].name if hub else _TITLES[sort],
                group="" if not hub or nodes[hub].person else hub,
                ties=tuple(_ordered(part)),
            )


def _together(ties: list[Tie]) -> list[list[Tie]]:
    """Ties that share somebody, directly or through others."""
    parts: list[tuple[set[str], list[Tie]]] = []
    for tie in ties:
        ends, mine = {tie.start, tie.end}, [tie]
        for part in [part for part in parts if part[0] & ends]:
            parts.remove(part)
            ends, mine = part[0] | ends, part[1] + mine
        parts.append((ends, mine))
    return [part for _, part in parts]


def _hub(ties: list[Tie], nodes: dict[str, Node]) -> str:
    """Whose side it is: the group with most ties, or the person where there is no group."""
    count = Counter(end for tie in ties for end in (tie.start, tie.end))
    return max(count, key=lambda id_: (not nodes[id_].person, count[id_]))


def _ordered(ties: list[Tie]) -> Iterator[Tie]:
    """Ties with the same end together, and whoever is tied to two ends between them."""
    starts: dict[str, list[str]] = {}
    for tie in ties:
        starts.setdefault(tie.end, []).append(tie.start)
    ends = [max(starts, key=lambda end: len(starts[end]))]
    while rest := [end for end in starts if end not in ends]:
        last = set(starts[ends[-1]])
        ends.append(max(rest, key=lambda end: (len(last & set(starts[end])), len(starts[end]))))
    for index, end in enumerate(ends):
        before = starts[ends[index - 1]] if index else []
        after = starts[ends[index + 1]] if index + 1 < len(ends) else []
        mine = list(dict.fromkeys(starts[end]))
        mine.sort(key=lambda start: 0 if start in before else 2 if start in after else 1)
        yield from (tie for start in mine for tie in ties if (tie.start, tie.end) == (start, end))


def people_twin(found: People) -> Twin:
    """The same in words: ``A — son of — B``."""
    return tuple(
        Listing(title=panel.title, items=tuple(Item(runs=_runs(found, tie)) for tie in panel.ties))
        for panel in found.panels
    )


def _runs(found: People, tie: Tie) -> tuple[Run, ...]:
    first, *others_ = tie.facts
    words = f"{found.nodes[tie.start].name} — {tie.relation} — {found.nodes[tie.end].name}"
    also = [Run(f" (also {number})", fact) for number, fact in enumerate(others_, 2)]
    told = f". {tie.telling.words}" if tie.telling.words else ""
    disputed = " ≠ Accounts differ." if tie.disputed else ""
    return (Run(words, first), *also, Run(f"{told}.{disputed}{_mirror_words(tie)}"))


def _mirror_words(tie: Tie) -> str:
    if tie.mirror is None:
        return ""
    words = tie.mirror.words or "As well"
    return f" The other way round: {words[:1].lower()}{words[1:]}."
