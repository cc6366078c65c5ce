"""What changed on the pages: sentences, headings, labels, code, and the parts that are made from the data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from msgspec import Struct

from ...page.page import Group, Page, Sentence
from .change import Change, Row, What
from .pairing import Like

_SAME_PAGE = Like(45, bonus=15)
_ANY_PAGE = Like(75)
_KINDS = {"prose": "sentence", "quote": "quotation", "doctest": "example"}


class Said(Struct, frozen=True, kw_only=True):
    """Something that a page says, layout apart."""

    kind: str
    text: str
    facts: frozenset[str]
    """What it rests on."""
    names: frozenset[str] = frozenset()
    """Whom its names are said to mean, where it says so."""
    own: str = ""
    """Why it is the editors' own."""
    level: int = 0
    file: str
    line: int
    column: int


def said_on(page: Page, renamed: Mapping[str, str]) -> list[Said]:
    """All that a page says, in its order; facts go by the IDs that they have afterwards."""
    found = [_said(page, sentence, group, renamed) for group in page.groups for sentence in group.sentences]
    alone = Group(sentences=())
    found += [_said(page, sentence, alone, renamed) for sentence in page.code]
    return [each for each in found if each.text]


def _said(page: Page, sentence: Sentence, group: Group, renamed: Mapping[str, str]) -> Said:
    line, column = page.place(sentence.start)
    return Said(
        kind=_KINDS.get(sentence.kind, sentence.kind),
        text=" ".join(sentence.text.split()),
        facts=frozenset(renamed.get(cite.fact, cite.fact) for cite in sentence.cites),
        names=frozenset(renamed.get(e.target, e.target) for e in sentence.pieces if e.kind == "name"),
        own=" ".join((sentence.own or "").split()),
        level=group.level,
        file=page.file,
        line=line,
        column=column,
    )


def shown_changes(
    before: Iterable[Page], after: Iterable[Page], moved: Mapping[str, str], renamed: Mapping[str, str]
) -> Iterator[Change]:
    """What the pages say that they did not, and what they do not say any more.

    ``moved`` are pages that got another file. Order and layout are no changes.
    """
    old, new = _by_page(before, renamed, moved), _by_page(after, {}, {})
    pairs: list[tuple[Said, Said]] = []
    for file in {**old, **new}:
        found, old[file], new[file] = _match(old.get(file, []), new.get(file, []), attrgetter("kind", "text"))
        pairs += found
    found, gone, come = _match(_everywhere(old), _everywhere(new), attrgetter("text"))
    pairs += found
    old, new = _by_file(gone, moved), _by_file(come, {})
    for file in {**old, **new}:
        found, old[file], new[file] = _reworded(old.get(file, []), new.get(file, []), _SAME_PAGE)
        pairs += found
    found, gone, come = _reworded(_everywhere(old), _everywhere(new), _ANY_PAGE)
    yield from (change for one, other in [*pairs, *found] if (change := _changed(one, other, moved)))
    yield from (_change("gone", each) for each in gone)
    yield from (_change("new", each) for each in come)


def _by_page(
    pages: Iterable[Page], renamed: Mapping[str, str], moved: Mapping[str, str]
) -> dict[str, list[Said]]:
    return {moved.get(page.file, page.file): said_on(page, renamed) for page in pages}


def _by_file(said: Iterable[Said], moved: Mapping[str, str]) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = defaultdict(list)
    for each in said:
        found[moved.get(each.file, each.file)].append(each)
    return found


def _everywhere(side: Mapping[str, list[Said]]) -> list[Said]:
    return [each for said in side.values() for each in said]


_Matched = tuple[list[tuple[Said, Said]], list[Said], list[Said]]


def _match(old: Sequence[Said], new: Sequence[Said], key: Callable[[Said], object]) -> _Matched:
    """What stands on both sides; of several with the same words those that rest on the same go together."""
    waiting: dict[object, list[Said]] = defaultdict(list)
    for said in new:
        waiting[key(said)].append(said)
    pairs, gone = [], []
    for said in old:
        rivals = waiting.get(key(said), [])
        if not rivals:
            gone.append(said)
            continue
        best = max(rivals, key=lambda other: (other.facts == said.facts, other.own == said.own))
        rivals.remove(best)
        pairs.append((said, best))
    return pairs, gone, [said for rivals in waiting.values() for said in rivals]


def _reworded(old: Sequence[Said], new: Sequence[Said], like: Like) -> _Matched:
    pairs: list[tuple[Said, Said]] = []
    for kind in {each.kind for each in old}:
        of_kind = [[each for each in side if each.kind == kind] for side in (old, new)]
        found = like.pairs(*([(each.text, each.facts) for each in side] for side in of_kind))
        pairs += [(of_kind[0][i], of_kind[1][j]) for i, j in found]
    taken = [{id(pair[side]) for pair in pairs} for side in (0, 1)]
    gone, come = ([e for e in side if id(e) not in taken[n]] for n, side in enumerate((old, new)))
    return pairs, gone, come


def _changed(one: Said, other: Said, moved: Mapping[str, str]) -> Change | None:
    """What became of something; nothing if it says the same in the same place and rests on the same."""
    rows = []
    if one.facts != other.facts:
        rows += [Row(label="rests no more on", before=each) for each in sorted(one.facts - other.facts)]
        rows += [Row(label="rests now on", after=each) for each in sorted(other.facts - one.facts)]
    rows += [Row(label="means no more", before=each) for each in sorted(one.names - other.names)]
    rows += [Row(label="means now", after=each) for each in sorted(other.names - one.names)]
    if one.own != other.own:
        rows.append(Row(label="the editors’ own", before=one.own, after=other.own))
    if one.kind != other.kind:
        rows.append(Row(label="stands as", before=one.kind, after=other.kind))
    elif one.level != other.level:
        rows.append(Row(label="level", before=str(one.level), after=str(other.level)))
    away = moved.get(one.file, one.file) != other.file
    if away:
        rows.append(Row(label="page", before=one.file, after=other.file))
    if one.text == other.text and not rows:
        return None
    what: What = "moved" if away and one.text == other.text and len(rows) == 1 else "changed"
    return _change(what, other, before=one.text if one.text != other.text else "", rows=tuple(rows))


def _change(what: What, said: Said, before: str = "", rows: tuple[Row, ...] = ()) -> Change:
    if what in ("new", "gone"):
        rows = tuple(Row(label="rests on", **{_SIDE[what]: each}) for each in sorted(said.facts))
        rows += (Row(label="the editors’ own", **{_SIDE[what]: said.own}),) * bool(said.own)
    return Change(
        what=what,
        kind=said.kind,
        text=said.text,
        before=before,
        rows=rows,
        file=said.file,
        line=said.line,
        column=said.column,
    )


_SIDE = {"new": "after", "gone": "before"}


def moved_pages(before: Iterable[Page], after: Iterable[Page]) -> dict[str, str]:
    """Of pages that are gone and pages that are new, those where one says most of what the other says."""
    gone, come = ({page.file: _texts(page) for page in side} for side in (before, after))
    shared = [(len(a & b), one, other) for one, a in gone.items() for other, b in come.items()]
    found: dict[str, str] = {}
    for count, one, other in sorted(shared, reverse=True):
        enough = 2 * count >= max(len(gone[one]), len(come[other]), 1)
        if enough and one not in found and other not in found.values():
            found[one] = other
    return found


def _texts(page: Page) -> set[str]:
    return {each.text for each in said_on(page, {})}
