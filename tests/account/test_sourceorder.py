"""The order of sources: by their dates."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sourced.account.sources.sourceorder import by_date
from sourced.book.loading import load_book
from sourced.book.model import Source

DATES = {
    "undated": None,
    "last": "2021-09-03",
    "later": "2021-09-01/2021-09-03",
    "same": "2021-08-22/2021-08-28",
    "same too": "2021-08-22/2021-08-28",
    "first": "2021-08-19/2021-08-24",
    "in no calendar": "some day",
}


def test_the_earliest_comes_first_and_the_undated_last(small_book: Path) -> None:
    sources = {
        id_: Source(id=id_, file=f"{id_}.txt", sha256="0" * 64, published=date) for id_, date in DATES.items()
    }
    book = replace(load_book(small_book), sources=sources)
    assert by_date(book) == ["first", "same", "same too", "later", "last", "undated", "in no calendar"]
