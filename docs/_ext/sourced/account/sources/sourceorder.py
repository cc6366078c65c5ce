"""The sources in the order of their dates, in which a reader meets them everywhere."""

from __future__ import annotations

from datetime import date

from ...book.book import Book
from ...text.edtf import days


def by_date(book: Book) -> list[str]:
    """Their IDs, the earliest first; of one date as in the data file, and those without a date last."""
    return sorted(book.sources, key=lambda id_: _dated(book.sources[id_].published))


def _dated(published: str | None) -> tuple[date, date]:
    return (published and days(published)) or (date.max, date.max)
