"""``sourced review``: units beside their evidence, to be read and signed."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from ...account.reviewing import Item, idle_signatures, sign, to_review
from ...account.writing import write_whole
from ...book.book import Book
from ...book.loading import load_book
from ...book.signatures import SIGNED_FILE, to_lines
from ...chain.library import Library
from ...chain.reading import read_pages
from ...rules.check import Report, check_book


class Review:
    """What waits for a signature in one book, and the signing of it."""

    def __init__(self, root: Path) -> None:
        self.book: Book = load_book(root)
        library = Library(self.book)
        pages = read_pages(self.book, library)
        self.report: Report = check_book(self.book, pages, library)
        self.items: list[Item] = to_review(library, pages, self.report)

    def at(self, place: str) -> list[Item]:
        """The items at a place: ``file:line``, a file, or a fact's ID."""
        return [item for item in self.items if is_at(item, place)]

    def sign(self, items: Iterable[Item], *, note: str = "") -> int:
        """Sign ``items``, drop what stands for nothing any more, and say how many were signed."""
        today = dt.date.today().isoformat()
        signed = {item.judged.unit.digest: sign(item.judged, on=today, note=note) for item in items}
        idle = idle_signatures(self.book.signatures, self.report)
        kept = {digest: each for digest, each in self.book.signatures.items() if digest not in idle}
        write_whole(self.book.root / SIGNED_FILE, to_lines(kept | signed))
        return len(signed)


def is_at(item: Item, place: str) -> bool:
    """Whether an item stands at ``place``: ``file:line``, a file, or the ID of its fact."""
    unit = item.judged.unit
    return place in (item.place, item.file) or (unit.path[:1] == ("facts",) and place == unit.path[1])


def render_list(items: Sequence[Item]) -> str:
    """A line for each item: where, what, and why it has to be read."""
    lines = [
        f"{item.place}: {item.judged.unit.kind}: {item.judged.unit.text}\n    {why(item)}\n" for item in items
    ]
    return "".join(lines) + f"{len(items)} to be reviewed.\n"


def why(item: Item) -> str:
    """Why it has to be read, in one line."""
    return "; ".join(item.judged.reasons)


def render_items(items: Sequence[Item]) -> str:
    """The items as JSON, for scripts."""
    listed = [
        {
            "place": item.place,
            "kind": item.judged.unit.kind,
            "text": item.judged.unit.text,
            "beyond": list(item.judged.beyond),
            "reasons": item.judged.reasons,
            "evidence": [
                {
                    "fact": proof.fact,
                    "statement": proof.statement,
                    "source": proof.source,
                    "by": proof.by,
                    "before": proof.before,
                    "exact": proof.exact,
                    "after": proof.after,
                    "gloss": proof.gloss,
                }
                for proof in item.proofs
            ],
        }
        for item in items
    ]
    return json.dumps(listed, indent=2) + "\n"
