"""Who is tied to whom: everybody once, and with each what the facts say of them and others, in their words.

A tie is told by the statement of its fact, so that a picture never says more
than the fact does. Ties that set people against each other do not make them
one side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator

from msgspec import Struct

from ..account.facts import is_hearsay
from ..book.book import Book
from ..book.model import Fact
from ..chain.disagreements import others
from ..chain.library import Library
from ..english.dates.alone import is_date
from ..english.phrases import capital
from ..english.spellings import Mention
from .telling import also, telling
from .twin import Item, Listing, Run, Twin

KINDS = frozenset({"person", "group"})


class Tie(Struct, frozen=True, kw_only=True):
    """What facts that say the same tell of several; it stands with the first of ``ends``."""

    ends: tuple[str, ...]
    united: tuple[str, ...]
    """Those whom it makes one side: subject and value, not whoever is only mentioned."""
    words: str
    """The statement, without the name that it begins with if it begins with that of its first end."""
    names: tuple[str, ...]
    """The spellings in ``words`` of those whom it ties."""
    facts: tuple[str, ...]
    told: str
    """Who tells the first of them."""
    also: tuple[str, ...] = ()
    """Who tells each of the others."""
    claim: bool = False
    against: bool = False
    """Whether it sets them against each other."""
    tied: tuple[str, ...] = ()
    """Whom it ties, or sets against, the first of ``ends``: not whoever is only mentioned beside them."""
    disputed: bool = False
    """Whether another fact says otherwise."""


class Node(Struct, frozen=True, kw_only=True):
    """Somebody: a person or a group, who that is in a few words, and the ties told with them."""

    id: str
    name: str
    person: bool
    about: str
    ties: tuple[Tie, ...]
    against: tuple[str, ...] = ()
    """With whom ties are told that set those against them."""
    tied: tuple[str, ...] = ()
    """With whom other ties are told that tie those to them."""
    others: tuple[str, ...] = ()
    """With whom else a tie is told that names them."""


Side = tuple[Node, ...]
"""Those who are tied to each other by more than enmity."""


def people(library: Library, *, without: Container[str] = (), against: Container[str] = ()) -> list[Side]:
    """Everybody who is tied to somebody by a fact whose property has a ``relation``, side by side.

    Facts ``without`` are left out. ``against`` are the properties, or facts, that set people against
    each other; facts that are named there are drawn whether or not their property is a relation.
    """
    same: dict[tuple[str, ...], list[Fact]] = {}
    for fact in library.book.facts.values():
        kind = library.book.properties.get(fact.property)
        drawn = (kind and kind.relation) or fact.id in against
        if drawn and fact.id not in without and len(_ends(library, fact)) > 1:
            value = fact.value if fact.value in library.book.names else fact.id
            same.setdefault((fact.about, fact.property, value or "", fact.by or ""), []).append(fact)
    ties = [_tie(library, facts, against) for facts in same.values()]
    sides = _together([tie.united for tie in ties])
    alone = (end for tie in ties for end in tie.ends if not any(end in side for side in sides))
    sides += [[end] for end in dict.fromkeys(alone)]
    counted = Counter(end for tie in ties for end in tie.ends)
    ranked = [sorted(side, key=lambda id_: -counted[id_]) for side in sides]
    ranked.sort(key=lambda side: (-len(side), -counted[side[0]]))
    return [tuple(_node(library.book, id_, ties) for id_ in side) for side in ranked]


def problems(book: Book, against: Iterable[str]) -> list[str]:
    """What of a declaration says nothing, in words."""
    known = book.properties.keys() | book.facts.keys()
    return [f"`{id_}` is neither a property nor a fact of this book." for id_ in against if id_ not in known]


def _mentions(library: Library, fact: Fact) -> list[Mention]:
    """Where the statement names persons and groups."""
    found = library.atoms(fact.statement).names
    return [each for each in found if len(each.ids) == 1 and library.called[each.ids[0]].kind in KINDS]


def _ends(library: Library, fact: Fact) -> list[str]:
    """Whom a fact ties; it is told with the first, whoever its statement begins with, or else its subject."""
    mentions = _mentions(library, fact)
    opening = [each.ids[0] for each in mentions if _opens(fact.statement, each)]
    return [*dict.fromkeys([*opening, *_named(library.book, fact), *(each.ids[0] for each in mentions)])]


def _named(book: Book, fact: Fact) -> tuple[str, ...]:
    """Subject and value, as far as they are persons or groups."""
    known = (book.names.get(id_ or "") for id_ in (fact.about, fact.value))
    return tuple(each.id for each in known if each and each.kind in KINDS)


def _opens(statement: str, mention: Mention) -> bool:
    """Whether a statement reads on from a name that stands above it: not where a comma follows.

    A date may stand before the name: ``In 1901`` reads on as well.
    """
    after = statement[mention.end :].lstrip()
    before = statement[: mention.start]
    return (before.lower() in ("", "the ") or is_date(before)) and not after.startswith(",")


def _read_on(statement: str, mention: Mention) -> str:
    """A statement without the name that it begins with, but for a date."""
    before = statement[: mention.start] if is_date(statement[: mention.start]) else ""
    return f"{before.removesuffix('the ')}{statement[mention.end :].lstrip()}"


def _tie(library: Library, facts: list[Fact], against: Container[str]) -> Tie:
    """One that begins with a name is preferred, as it reads best beside it."""
    first = next((f for f in facts if any(_opens(f.statement, m) for m in _mentions(library, f))), facts[0])
    opening = [m for m in _mentions(library, first) if _opens(first.statement, m)]
    against_ = any(fact.id in against or fact.property in against for fact in facts)
    ends = tuple(_ends(library, first))
    ordered = [first, *(fact for fact in facts if fact is not first)]
    tied = ends if len(ends) == 2 else _named(library.book, first)
    return Tie(
        ends=ends,
        tied=tuple(end for end in tied if end != ends[0]),
        united=() if against_ else _named(library.book, first),
        words=_read_on(first.statement, opening[0]) if opening else first.statement,
        names=tuple({m.text: None for m in _mentions(library, first) if m not in opening}),
        facts=tuple(fact.id for fact in ordered),
        told=telling(library, [first]),
        also=also(library.book, ordered),
        claim=bool(first.by) or is_hearsay(library, first),
        against=against_,
        disputed=bool(others(library, first)),
    )


def _together(pairs: Iterable[tuple[str, ...]]) -> list[list[str]]:
    """Those who are united, directly or through others."""
    sides: list[list[str]] = []
    for pair in filter(None, pairs):
        mine = [side for side in sides if set(side) & set(pair)]
        sides = [side for side in sides if side not in mine]
        sides.append([*dict.fromkeys([*(end for side in mine for end in side), *pair])])
    return sides


def _node(book: Book, id_: str, ties: list[Tie]) -> Node:
    """Somebody with the ties told of them; and where more is told, once for each kind of tie."""
    known, own = book.names[id_], [tie for tie in ties if tie.ends[0] == id_]
    elsewhere = [tie for tie in ties if id_ in tie.ends[1:]]
    told = {(end, tie.against) for tie in own for end in tie.tied}

    def others(of: Iterable[Tie]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(tie.ends[0] for tie in of if (tie.ends[0], tie.against) not in told))

    against = others(tie for tie in elsewhere if tie.against and id_ in tie.tied)
    tied = others(tie for tie in elsewhere if not tie.against and id_ in tie.tied)
    seen = {*against, *tied, *(end for tie in own for end in tie.ends)}
    return Node(
        id=id_,
        name=known.name,
        person=known.kind == "person",
        about=known.about or "",
        ties=tuple(own),
        against=against,
        tied=tied,
        others=tuple(other for other in others(elsewhere) if other not in seen),
    )


def people_twin(book: Book, sides: Iterable[Side], ident: str) -> Twin:
    """The picture itself, as lists: for each side everybody with what is told of them."""
    return tuple(
        Listing(items=tuple(_item(book, node, ident) for node in side), kind="side") for side in sides
    )


def _item(book: Book, node: Node, ident: str) -> Item:
    about = [Run(f", {node.about}", kind="about")] if node.about else []
    rows = [Item(runs=tuple(_runs(tie)), kind=_kind(tie)) for tie in node.ties]
    more = (("Against: ", "against", node.against), ("Tied to: ", "tie", node.tied))
    for told, kind, ids in (*more, ("Also named with: ", "named", node.others)):
        see = [Run(capital(book.name_of(other)), place=f"{ident}-{other}") for other in ids]
        commas = [run for each in see for run in (Run(", "), each)][1:]
        rows += [Item(runs=(Run(told), *commas), kind=f"{kind} sourced-elsewhere")] * bool(see)
    named = Run(capital(node.name), strong=(capital(node.name),), kind="name")
    kind = "person" if node.person else "group"
    return Item(runs=(named, *about), items=tuple(rows), ident=f"{ident}-{node.id}", kind=kind)


def _kind(tie: Tie) -> str:
    return "against" if tie.against else "claimed" if tie.claim else "tie"


def _runs(tie: Tie) -> Iterator[Run]:
    first, *more = tie.facts
    yield Run(tie.words, first, strong=tie.names)
    if tie.told:
        yield Run(f" {tie.told}", kind="told")
    for fact, told in zip(more, tie.also, strict=True):
        yield Run(" · ")
        yield Run(told, fact)
    end = "." if tie.told or more else ""
    yield Run(f"{end} ≠ Accounts differ." if tie.disputed else end, kind="told")
