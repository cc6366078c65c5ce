"""The facts of a book in parts that are kept together: a few that stand in a row in the data file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from zlib import crc32

from msgspec import structs

from ...book.findings import Finding, Fix
from ...book.kept import Kept
from ...chain.library import Library
from .keys import context, digest, small_in

_FEW = 16
"""About so many facts make a part: what one edit has judged again."""


class Facts(NamedTuple):
    """Facts that stand in a row in the data file, from its line ``first`` to its line ``last``."""

    name: str
    key: str
    ids: list[str]
    first: int
    last: int

    def movable(self, kept: Kept, file: str) -> Kept | None:
        """What they came to with lines counted from their first; None where a place lies outside of them."""
        here = (finding for finding in kept.findings if finding.file == file)
        lines = [line for f in here for line in (f.line, *(x for fix in f.fixes for x in _lines(fix)))]
        if lines and not self.first <= min(lines) <= max(lines) <= self.last:
            return None
        return _moved(kept, file, -self.first)

    def placed(self, kept: Kept, file: str) -> Kept:
        """The way back."""
        return _moved(kept, file, self.first)


def _lines(fix: Fix) -> tuple[int, int]:
    return fix.line, fix.end_line


def _moved(kept: Kept, file: str, by: int) -> Kept:
    if not kept.findings:
        return kept
    moved = tuple(_moved_finding(each, by) if each.file == file else each for each in kept.findings)
    return structs.replace(kept, findings=moved)


def _moved_finding(finding: Finding, by: int) -> Finding:
    fixes = [structs.replace(fix, line=fix.line + by, end_line=fix.end_line + by) for fix in finding.fixes]
    return structs.replace(finding, line=finding.line + by, fixes=tuple(fixes))


def parts_of(library: Library) -> Iterator[Facts]:
    """All facts, in parts whose bounds an edit elsewhere does not move."""
    book, tree = library.book, library.book.tree
    entries = tree.root["facts"]
    ids = [id_ for id_ in entries if id_ in book.facts] if isinstance(entries, dict) else []
    begins = [n for n, id_ in enumerate(ids) if n == 0 or crc32(id_.encode()) % _FEW == 0]
    starts = [tree.offset(("facts", ids[n]), key=True) for n in begins]
    starts = [tree.text.rfind("\n", 0, start) + 1 for start in starts]
    if not starts:
        return
    ends = [*starts[1:], _end_of_facts(library)]
    head = tree.text[tree.offset(("facts",), key=True) : starts[0]]
    shared = digest(context(library), *head.split())  # the bracket before all facts, if there is one
    for n, (low, high) in enumerate(zip(starts, ends, strict=True)):
        words = tree.text[low:high]
        within = ids[begins[n] : begins[n + 1] if n + 1 < len(begins) else len(ids)]
        key = digest(shared, words, *small_in(library, (book.facts[id_].statement for id_ in within)))
        first, _ = tree.line_column(low)
        yield Facts(f"facts {within[0]}", key, within, first, first + words.count("\n"))


def _end_of_facts(library: Library) -> int:
    """Where the next section of the data file begins, or the file ends."""
    tree = library.book.tree
    keys = [tree.offset((key,), key=True) for key in tree.root]
    facts = tree.offset(("facts",))
    return min((at for at in keys if at > facts), default=len(tree.text))
