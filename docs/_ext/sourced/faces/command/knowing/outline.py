"""What changed, as an outline: in one sentence, and in sections under titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from ....account.changes.change import Change
from ....account.changes.compare import Changes
from ....english.phrases import joined, plural

_DATA = {"fact": "Facts", "name": "Names", "property": "Properties", "source": "Sources"}
_MANY = {"property": "properties"}
_VERDICTS = {
    "refuted": "Refuted now",
    "unreviewed": "To be reviewed now",
    "reviewed": "Signed",
    "supported": "Supported now",
}


class Section(Struct, frozen=True, kw_only=True):
    """Changes under a title."""

    title: str
    changes: tuple[Change, ...]
    folded: bool = False
    """Whether they follow from others, and may be folded away."""


def sections(changes: Changes) -> Iterator[Section]:
    """All that changed: what is wrong, what pages say, what that rests on, what waits, what was signed."""
    verdicts = {verdict: [e for e in changes.verdicts if e.verdict == verdict] for verdict in _VERDICTS}
    yield from _section(_VERDICTS["refuted"], verdicts["refuted"])
    shown = [*changes.pages, *changes.parts]
    for file in sorted({each.file for each in shown}):
        here = [each for each in shown if each.file == file]
        yield from _section(file, sorted(here, key=lambda each: (each.what == "gone", each.line)))
    for kind, title in _DATA.items():
        yield from _section(title, [each for each in changes.data if each.kind == kind])
    yield from _section("Disagreements", changes.disagreements)
    yield from _section(_VERDICTS["unreviewed"], verdicts["unreviewed"])
    for verdict in ("reviewed", "supported"):
        yield from _section(_VERDICTS[verdict], verdicts[verdict], folded=True)


def _section(title: str, changes: Sequence[Change], *, folded: bool = False) -> Iterator[Section]:
    if changes:
        yield Section(title=title, changes=tuple(changes), folded=folded)


def summary(changes: Changes) -> str:
    """All of it in one sentence."""
    of_all = (*changes.pages, *changes.parts, *changes.data, *changes.disagreements)
    counted = Counter((each.kind, each.what) for each in of_all)
    told = [_counted(count, *key) for key, count in counted.items()]
    for verdict, title in _VERDICTS.items():
        if count := sum(each.verdict == verdict for each in changes.verdicts):
            told.append(f"{plural(count, 'unit')} {title[0].lower()}{title[1:]}")
    return f"{joined(told)}." if told else "Nothing changed for a reader."


def _counted(count: int, kind: str, what: str) -> str:
    if kind == "links":
        return f"other links on {plural(count, 'page')}"
    return f"{plural(count, kind, _MANY.get(kind, ''))} {what}"
