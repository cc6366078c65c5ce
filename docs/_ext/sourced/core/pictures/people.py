"""Who is tied to whom, as plain data: facts whose subject and value are both somebody's name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from ..disagreements import others
from ..library import Library
from ..model import Fact
from .telling import Telling, name, telling
from .twin import Item, Listing, Run, Twin

KINDS = frozenset({"person", "group"})


class Tie(Struct, frozen=True, kw_only=True):
    """What one fact says of two: ``start`` is its subject, ``end`` its value."""

    start: str
    end: str
    relation: str
    telling: Telling
    facts: tuple[str, ...]
    disputed: bool = False
    """Whether another fact says otherwise."""

    @property
    def claim(self) -> bool:
        """Whether it is somebody's claim."""
        return bool(self.telling.by)

    def other(self, one: str) -> str:
        """Who is at the other end."""
        return self.end if one == self.start else self.start


class Node(Struct, frozen=True, kw_only=True):
    """Somebody, how they are tied to the one before, and those who come after."""

    id: str
    name: str
    person: bool
    ties: tuple[Tie, ...] = ()
    more: tuple[Tie, ...] = ()
    """Ties to somebody who stands elsewhere, from this one."""
    children: tuple[Node, ...] = ()

    @property
    def depth(self) -> int:
        """How many generations stand here, itself included."""
        return 1 + max((child.depth for child in self.children), default=0)


class People(Struct, frozen=True, kw_only=True):
    """Trees, the largest first, and all ties in the order of the data."""

    trees: tuple[Node, ...]
    ties: tuple[Tie, ...]
    names: dict[str, str]


def people(library: Library, *, without: Iterable[str] = ()) -> People:
    """The ties of a book, less the facts ``without``: those whose property has a ``relation``."""
    book, left_out = library.book, frozenset(without)
    same: dict[tuple[str, ...], list[Fact]] = {}
    for fact in book.facts.values():
        kind = book.properties.get(fact.property)
        if kind and kind.relation and fact.id not in left_out and _both(library, fact):
            same.setdefault((fact.about, fact.property, fact.value or "", fact.by or ""), []).append(fact)
    ties = tuple(_tie(library, facts) for facts in same.values())
    return People(trees=_trees(library, ties), ties=ties, names={id_: name(book, id_) for id_ in _ends(ties)})


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


def _ends(ties: Iterable[Tie]) -> list[str]:
    return list(dict.fromkeys(end for tie in ties for end in (tie.start, tie.end)))


def _trees(library: Library, ties: tuple[Tie, ...]) -> tuple[Node, ...]:
    """Everybody once: whoever has most ties first, then whom they are tied to, generation by generation."""
    by_end: defaultdict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        by_end[tie.start].append(tie)
        by_end[tie.end].append(tie)
    ends = _ends(ties)
    rank = {
        id_: (-len({tie.other(id_) for tie in by_end[id_]}), _reach(by_end, id_), index)
        for index, id_ in enumerate(ends)
    }
    parents: dict[str, str | None] = {}
    for root in sorted(ends, key=rank.__getitem__):
        if root not in parents:
            parents[root] = None
            queue = [root]
            while queue:
                one = queue.pop(0)
                for tie in by_end[one]:
                    if tie.other(one) not in parents:
                        parents[tie.other(one)] = one
                        queue.append(tie.other(one))
    children: defaultdict[str | None, list[str]] = defaultdict(list)
    for id_, parent in parents.items():
        children[parent].append(id_)
    grow = _Grower(library, by_end, children, parents)
    trees = [grow.node(root) for root in children[None]]
    return tuple(sorted(trees, key=lambda tree: -_size(tree)))


def _reach(by_end: dict[str, list[Tie]], one: str) -> int:
    """How many ties lie between somebody and whoever is furthest away."""
    near, seen, steps = {one}, {one}, -1
    while near:
        near = {tie.other(each) for each in near for tie in by_end[each]} - seen
        seen |= near
        steps += 1
    return steps


def _size(node: Node) -> int:
    return 1 + sum(map(_size, node.children))


class _Grower:
    """Makes the nodes once it is known who stands under whom."""

    def __init__(
        self,
        library: Library,
        by_end: dict[str, list[Tie]],
        children: dict[str | None, list[str]],
        parents: dict[str, str | None],
    ) -> None:
        self._library, self._by_end, self._children, self._parents = library, by_end, children, parents

    def node(self, id_: str) -> Node:
        """Somebody with all who stand under them."""
        parent = self._parents[id_]
        ties = self._by_end[id_]
        inside = {parent, *self._children.get(id_, ())}
        return Node(
            id=id_,
            name=name(self._library.book, id_),
            person=self._library.book.names[id_].kind == "person",
            ties=tuple(tie for tie in ties if tie.other(id_) == parent),
            more=tuple(tie for tie in ties if tie.start == id_ and tie.end not in inside),
            children=tuple(self.node(child) for child in self._together(self._children.get(id_, []))),
        )

    def _together(self, siblings: list[str]) -> list[str]:
        """Siblings that are tied to each other stand next to each other."""
        ordered: list[str] = []
        for one in siblings:
            tied = [tie.other(one) for tie in self._by_end[one]]
            places = [ordered.index(each) for each in tied if each in ordered]
            ordered.insert(max(places) + 1 if places else len(ordered), one)
        return ordered


def people_twin(found: People) -> Twin:
    """The same in words: ``A — son of — B``."""
    return (Listing(items=tuple(Item(runs=_runs(found, tie)) for tie in found.ties)),)


def _runs(found: People, tie: Tie) -> tuple[Run, ...]:
    first, *others_ = tie.facts
    words = f"{found.names[tie.start]} — {tie.relation} — {found.names[tie.end]}"
    also = [Run(f" (also {number})", fact) for number, fact in enumerate(others_, 2)]
    told = f". {tie.telling.words}" if tie.telling.words else ""
    disputed = " Told differently elsewhere." if tie.disputed else ""
    return (Run(words, first), *also, Run(f"{told}.{disputed}"))
