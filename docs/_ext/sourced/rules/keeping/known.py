"""What a check or a build found in parts of a book, kept for the next one.

A part is a few facts that stand in a row, or a page. Its key is a digest of all that its verdicts rest on,
the program included; what may change without the part is compared one by one: the signatures of its units,
and whether other facts tell what the title of a property says. So what is taken over is what judging the part
again would find.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ...book.kept import Entry, Kept
from ...book.signatures import Signatures
from ...chain.library import Library
from ..verdict.titles import is_told_elsewhere

Entries = dict[str, Entry]
"""Each part, by its name."""


class Known:
    """What was kept before, by part, and what is to be kept now."""

    def __init__(self, before: Mapping[str, Entry] | None = None) -> None:
        self.before = dict(before or {})
        self.now: Entries = {}

    def find(self, part: str, key: str, library: Library) -> Kept | None:
        """What a part came to, if all that it rests on is as it was then."""
        entry = self.now.get(part) or self.before.get(part)
        if entry is None or entry[0] != key or not _holds(entry[1], library):
            return None
        self.now[part] = entry
        return entry[1]

    def keep(self, part: str, key: str, kept: Kept) -> None:
        """Keep for the next time what a part came to."""
        self.now[part] = key, kept

    def keep_others(self, parts: Collection[str]) -> None:
        """Keep also what is known of those of ``parts`` that nobody asked for."""
        self.now = {part: self.before[part] for part in parts if part in self.before} | self.now

    @property
    def is_new(self) -> bool:
        """Whether anything was found otherwise than before, or is needed no longer."""
        return self.now != self.before


def _holds(kept: Kept, library: Library) -> bool:
    """Whether what may change without a part is as it was."""
    signatures = library.book.signatures
    return all(_day(signatures, each.digest) == each.on for each in kept.unsure) and all(
        is_told_elsewhere(library, name) == told for name, told in kept.elsewhere.items()
    )


def _day(signatures: Signatures, unit: str) -> str:
    signature = signatures.get(unit)
    return signature.on if signature else ""
