"""What changed of a page beside its words: parts made from the data, links, how it is checked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ...page.page import Generated, Page
from .change import Change, Row, What

_LINK = re.compile(
    r"\]\(\s*<?([^)\s>]+)|^:link:\s*(\S+)|\{(?:image|figure)\}\s*(\S+)|^\[[^\]]+\]:\s*(\S+)", re.MULTILINE
)
"""Where a link leads, or which file a picture is."""
_CONTENTS = re.compile(r"^(`{3,}|:{3,})\{toctree\}\s*$(.*?)^\1\s*$", re.MULTILINE | re.DOTALL)


def part_changes(
    pairs: Iterable[tuple[Page | None, Page | None]], renamed: Mapping[str, str]
) -> Iterator[Change]:
    """What changed on pages, each given as it was and as it is."""
    for old, new in pairs:
        page = new or old
        if page is None:
            continue
        if old is None or new is None or old.file != new.file:
            yield _of_page("new" if old is None else "gone" if new is None else "renamed", page, old)
        parts = [_parts(each, renamed) if each else [] for each in (old, new)]
        yield from _compared(page, *parts)
        yield from _links(page, *(_targets(each) for each in (old, new)))
        if old and new and _checked(old) != _checked(new):
            yield _change("changed", "page", page, page.file, [Row(
                label="how it is checked", before=_checked(old), after=_checked(new))])  # fmt: skip


def _of_page(what: What, page: Page, old: Page | None) -> Change:
    rows = [Row(label="file", before=old.file, after=page.file)] if what == "renamed" and old else []
    return _change(what, "page", page, page.file, rows)


def _change(what: What, kind: str, page: Page, text: str, rows: Iterable[Row], at: int = 0) -> Change:
    line, column = page.place(at)
    return Change(what=what, kind=kind, text=text, rows=tuple(rows), file=page.file, line=line, column=column)


def _checked(page: Page) -> str:
    if page.narrative:
        return "every sentence"
    return "every sentence is signed" if page.reviewed else "only what names something of the subject"


_Asked = Mapping[tuple[str, str], str]
"""What a part asks for: by option, or by what a line is about, the words."""
_Part = tuple[Generated, _Asked]


def _parts(page: Page, renamed: Mapping[str, str]) -> list[_Part]:
    return [(part, _asked(part, renamed)) for part in page.generated]


def _asked(part: Generated, renamed: Mapping[str, str]) -> _Asked:
    """What a part asks for, in any order; facts go by the IDs that they have afterwards."""

    def listed(text: str) -> list[str]:
        return [renamed.get(each, each) for each in re.split(r"[\s,]+", text) if each]

    asked = {(key, each): each for key, text in part.options.items() for each in listed(text) or ["yes"]}
    asked["of", ""] = " ".join(listed(part.argument))
    for line in part.lines:
        first, _, words = line.partition(":")
        ids, words = listed(first), " ".join(words.split())
        if part.name == "timeline" and ids:  # the leading fact names the event
            asked["event of", ids[0]] = f"{', '.join(ids)}{': ' * bool(words)}{words}"
        else:
            asked["line", " ".join(ids)] = (
                ", ".join(sorted(listed(words))) if part.name == "locator" else line
            )
    return asked


def _compared(page: Page, old: list[_Part], new: list[_Part]) -> Iterator[Change]:
    """Parts of the same name on the same page are one, in their order where there are several."""
    left = [*old]
    rest = []
    for part, asked in new:
        same = next((e for e in left if e[0].name == part.name and e[1] == asked), None)
        if same:
            left.remove(same)
        else:
            rest.append((part, asked))
    for part, asked in rest:
        same = next((e for e in left if e[0].name == part.name), None)
        if same is None:
            yield _change("new", "part", page, _called(part), _rows({}, asked), part.start)
            continue
        left.remove(same)
        yield _change("changed", "part", page, _called(part), _rows(same[1], asked), part.start)
    for part, asked in left:
        yield _change("gone", "part", page, _called(part), _rows(asked, {}))


def _called(part: Generated) -> str:
    return f"{{{part.name}}} {part.argument}".rstrip()


def _rows(old: _Asked, new: _Asked) -> Iterator[Row]:
    for key in dict.fromkeys([*old, *new]):
        was, now = old.get(key, ""), new.get(key, "")
        if was != now:
            label = " ".join(key) if key[0] in ("event of", "line") else key[0]
            yield Row(label=label, before=was, after=now)


def _targets(page: Page | None) -> Counter[str]:
    """Where the links and the tables of contents of a page lead."""
    if page is None:
        return Counter()
    found = [next(filter(None, each.groups())) for each in _LINK.finditer(page.text)]
    lines = (line.strip() for each in _CONTENTS.finditer(page.text) for line in each[2].splitlines())
    return Counter([*found, *(line for line in lines if line and not line.startswith(":"))])


def _links(page: Page, old: Counter[str], new: Counter[str]) -> Iterator[Change]:
    rows = [Row(label="leads to", before=each) for each in sorted(old - new)]
    rows += [Row(label="leads to", after=each) for each in sorted(new - old)]
    if rows:
        yield _change("changed", "links", page, page.file, rows)
