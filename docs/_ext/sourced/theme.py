"""The lean form of the book theme, by the name that a book's ``conf.py`` gives it."""

from __future__ import annotations

from .faces.theme import setup

__all__ = ["setup"]
