"""Where the findings of a part of the facts may stand for it to be kept, whatever lines an edit moves."""

from __future__ import annotations

import pytest

from sourced.book.findings import Finding, Fix
from sourced.book.kept import Kept
from sourced.rules.keeping.parts import Facts

from .edited import DATA

PART = Facts(name="facts a", key="", ids=["a"], first=10, last=20)


def kept(line: int, *fixes: tuple[int, int], file: str = DATA) -> Kept:
    """What came of a part: a finding at a line, with changes that would mend it."""
    mends = tuple(
        Fix(title="", line=first, column=1, end_line=last, end_column=1, text="") for first, last in fixes
    )
    finding = Finding(file=file, line=line, column=1, code="fact-unused", message="", fixes=mends)
    return Kept(findings=(finding,))


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(kept(10), id="on the first line"),
        pytest.param(kept(20), id="on the last line"),
        pytest.param(kept(12, (10, 20)), id="with a change of all of it"),
    ],
)
def test_what_stands_in_a_part_moves_with_it(found: Kept) -> None:
    moved = PART.movable(found, DATA)
    assert moved is not None
    assert moved.findings[0].line == found.findings[0].line - 10
    assert PART.placed(moved, DATA) == found
    assert PART._replace(first=13).placed(moved, DATA).findings[0].line == found.findings[0].line + 3


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(kept(9), id="before it"),
        pytest.param(kept(21), id="behind it"),
        pytest.param(kept(12, (9, 12)), id="with a change before it"),
        pytest.param(kept(12, (12, 21)), id="with a change behind it"),
        pytest.param(kept(12, (12, 13), (14, 21)), id="with a second one behind it"),
    ],
)
def test_what_stands_outside_of_a_part_does_not(found: Kept) -> None:
    assert PART.movable(found, DATA) is None


def test_what_stands_in_another_file_stays() -> None:
    found = kept(40, file="seeds/gazette.txt")
    assert PART.movable(found, DATA) == found
    assert PART.movable(Kept(), DATA) == Kept()
