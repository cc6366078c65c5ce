"""A book as pytest cases, by the name that a book's tests give it."""

from __future__ import annotations

from .faces.pytest import Case, Cases, book_cases

__all__ = ["Case", "Cases", "book_cases"]
