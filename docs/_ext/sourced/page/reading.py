"""A page of the book, read."""

from __future__ import annotations

from .blocks import BlockReader
from .lines import Lines
from .page import Display, Page


def read_page(text: str, *, docname: str, file: str, display: Display, taken_in: bool = True) -> Page:
    """Read one MyST page. Never raises on any text; what it cannot read is in ``unchecked``.

    ``taken_in`` holds where the page does not say itself whether it is.
    """
    reader = BlockReader(display)
    reader.read(Lines.of(text))
    front = reader.front
    taken_in = taken_in if front.taken_in is None else front.taken_in
    unchecked = reader.unchecked if taken_in else front.misread
    return Page(
        docname=docname,
        file=file,
        text=text,
        groups=tuple(reader.groups),
        code=tuple(reader.code),
        taken_in=taken_in,
        narrative=front.narrative and taken_in,
        reviewed=front.reviewed,
        why=front.why,
        labels=tuple(reader.labels),
        roles=tuple(reader.roles),
        drawn=tuple(reader.drawn),
        ids=tuple(sorted(reader.ids, key=lambda each: each.start)),
        generated=tuple(reader.generated),
        unchecked=tuple(sorted(set(unchecked))),
    )
