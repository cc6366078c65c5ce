"""A page of the book, read."""

from __future__ import annotations

from .blocks import BlockReader
from .lines import Lines
from .page import Display, Page


def read_page(text: str, *, docname: str, file: str, display: Display) -> Page:
    """Read one MyST page. Never raises on any text; what it cannot read is in ``unchecked``."""
    reader = BlockReader(display)
    reader.read(Lines.of(text))
    return Page(
        docname=docname,
        file=file,
        text=text,
        groups=tuple(reader.groups),
        code=tuple(reader.code),
        narrative=reader.front.narrative,
        reviewed=reader.front.reviewed,
        why=reader.front.why,
        labels=tuple(reader.labels),
        roles=tuple(reader.roles),
        drawn=tuple(reader.drawn),
        ids=tuple(sorted(reader.ids, key=lambda each: each.start)),
        generated=tuple(reader.generated),
        unchecked=tuple(sorted(set(reader.unchecked))),
    )
