"""What the units of a page rest on."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourced.book.loading import load_book
from sourced.chain.library import Library
from sourced.chain.pageunits import page_units
from sourced.chain.reading import read_file

TEXT = "# {}\n\nThe bridge is {{fact}}`bridge-length` long.\nIt was opened on {{fact}}`bridge-opened`.\n"


@pytest.mark.parametrize(
    ("heading", "facts"),
    [
        pytest.param("Opened on 3 May", ("bridge-opened",), id="the words of one"),
        pytest.param("Metres, and an opening", ("bridge-length", "bridge-opened"), id="words of both"),
        pytest.param("A famous opening", ("bridge-length", "bridge-opened"), id="a word of its own"),
    ],
)
def test_a_heading_rests_on_the_facts_whose_words_it_uses(
    small_book: Path, heading: str, facts: tuple[str, ...]
) -> None:
    library = Library(load_book(small_book))
    page = read_file(library, "docs/index.md", TEXT.format(heading))
    (unit,) = [unit for unit, _ in page_units(library, page) if unit.kind == "heading"]
    assert unit.facts == facts
    assert len(unit.rests) == len(facts)
