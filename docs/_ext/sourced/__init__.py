"""Sourced: a Sphinx book whose every statement rests on kept sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a command's start must cost next to nothing
    from .book.book import Book

__all__ = ["__version__", "open_book"]
__version__ = "0.1.0"


def open_book(root: str | Path | None = None) -> Book:
    """The book in ``root``, or the nearest one from the working folder upward."""
    from .book.loading import load_book  # late: only this asks for the chain
    from .book.settings import find_root  # late: like that

    return load_book(find_root(Path.cwd()) if root is None else Path(root))
