"""All that the rules find in a sentence of the book of a pier: each edit, and a neighbour that passes."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...bridge import MakeBook
from ..tables import read_table
from .pier import told

TABLES = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.mark.parametrize(("text", "found"), [each for table in TABLES for each in read_table(table)])
def test_a_sentence_is_told_all_that_is_wrong_with_it(
    make_book: MakeBook, text: str, found: list[str]
) -> None:
    assert told(make_book, text) == found
