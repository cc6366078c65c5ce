"""What of a text can be checked one by one, how much that is, and how often something is said to be there."""

from __future__ import annotations

import pytest

from sourced.book.model import Name
from sourced.english.atoms import read_atoms
from sourced.english.names import NameIndex
from sourced.english.phrases import plural
from sourced.english.speech.utterances import Utterance, Utterances

NAMES = NameIndex({"ann": Name(id="ann", kind="person", name="Ann Ames")})


def test_every_atom_counts_as_one() -> None:
    found = read_atoms("On 3 May 1901 Ann Ames said: “Never row 40 metres, not in such storms.”", NAMES)
    assert (len(found.numbers), len(found.dates), len(found.names)) == (1, 1, 1)
    assert (len(found.quoted), len(found.markers)) == (1, 2)
    assert len(found) == 6


@pytest.mark.parametrize(
    ("count", "words", "said"),
    [
        (1, ("boat",), "1 boat"),
        (2000, ("boat",), "2,000 boats"),
        (0, ("story", "stories"), "0 stories"),
        (1, ("story", "stories"), "1 story"),
    ],
)
def test_several_are_said_to_be_several(count: int, words: tuple[str, ...], said: str) -> None:
    assert plural(count, *words) == said


@pytest.mark.parametrize(
    ("start", "end", "touched"),
    [
        pytest.param(0, 5, [], id="before all"),
        pytest.param(0, 6, [0], id="the beginning of one"),
        pytest.param(9, 10, [0], id="the end of one"),
        pytest.param(10, 20, [], id="between two"),
        pytest.param(8, 22, [0, 1], id="parts of two"),
        pytest.param(30, 40, [], id="behind all"),
    ],
)
def test_the_utterances_that_have_part_of_a_stretch(start: int, end: int, touched: list[int]) -> None:
    both = [Utterance("direct", 5, 10, frozenset()), Utterance("reported", 20, 30, frozenset())]
    assert list(Utterances(both).touching(start, end)) == [both[n] for n in touched]
