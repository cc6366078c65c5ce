"""All that the rules find in a sentence of the book of a pier: each edit, and a neighbour that passes.

The sentences and the findings stand in ``*.txt``, a finding below its sentence, as ``pier.py`` words them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ...bridge import MakeBook
from .pier import told


def sentences() -> Iterator[tuple[str, list[str]]]:
    """Each text of a page, and what is found in it."""
    for file in sorted(Path(__file__).parent.glob("*.txt")):
        text = ""
        found: list[str] = []
        for line in file.read_text(encoding="utf-8").splitlines()[1:]:
            if line.startswith("    "):
                found.append(line.strip())
                continue
            if text:
                yield text, found
            text, found = line.replace("\\n", "\n"), []
        yield text, found


@pytest.mark.parametrize(("text", "found"), list(sentences()))
def test_a_sentence_is_told_all_that_is_wrong_with_it(
    make_book: MakeBook, text: str, found: list[str]
) -> None:
    assert told(make_book, text) == found
