"""All that the rules find in a fact that rests on a report: each edit, and a neighbour that passes."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...bridge import MakeBook
from ..tables import read_table
from .gazette import told

TABLE = Path(__file__).parent / "taking.txt"


@pytest.mark.parametrize(("entry", "found"), list(read_table(TABLE)))
def test_a_fact_is_told_all_that_is_wrong_with_it(make_book: MakeBook, entry: str, found: list[str]) -> None:
    assert told(make_book, entry) == found
