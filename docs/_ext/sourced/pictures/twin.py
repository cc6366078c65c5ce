"""What a picture says, in words: plain data from which any page can be made."""

from __future__ import annotations

from msgspec import Struct


class Run(Struct, frozen=True):
    """Words, and the fact or the page that they lead to, if any."""

    text: str
    fact: str = ""
    page: str = ""


class Item(Struct, frozen=True, kw_only=True):
    """One entry of a list."""

    runs: tuple[Run, ...]


class Listing(Struct, frozen=True, kw_only=True):
    """A list, with a title where there are several."""

    title: str = ""
    items: tuple[Item, ...]


class Table(Struct, frozen=True, kw_only=True):
    """A table whose first column names its rows."""

    title: str = ""
    head: tuple[str, ...]
    rows: tuple[tuple[Run, ...], ...]


Twin = tuple[Listing | Table, ...]
"""All that a picture shows, without the picture."""
