"""What a picture says, in words: plain data from which any page can be made."""

from __future__ import annotations

from msgspec import Struct


class Run(Struct, frozen=True):
    """Words, and what they lead to, if anything: a fact, a page, or a place on their own page."""

    text: str
    fact: str = ""
    page: str = ""
    place: str = ""
    strong: tuple[str, ...] = ()
    """Which of its words stand out."""
    kind: str = ""
    """What a style sheet knows it by."""


class Item(Struct, frozen=True, kw_only=True):
    """One entry of a list, and the list under it; ``ident`` is a place on the page that others lead to."""

    runs: tuple[Run, ...]
    items: tuple[Item, ...] = ()
    ident: str = ""
    kind: str = ""


class Listing(Struct, frozen=True, kw_only=True):
    """A list, with a title where there are several."""

    title: str = ""
    items: tuple[Item, ...]
    kind: str = "twin-list"


class Table(Struct, frozen=True, kw_only=True):
    """A table whose first column names its rows; of the columns ``parts``, each row has a bar."""

    title: str = ""
    head: tuple[str, ...]
    rows: tuple[tuple[Run, ...], ...]
    parts: tuple[str, ...] = ()


Twin = tuple[Listing | Table, ...]
"""All that a picture shows, without the picture."""
