"""Which denials and hedges around a quotation bear on it, and which stay outside its clause."""

from __future__ import annotations

import pytest

from sourced.english.reach import governing

SENTENCES = [
    ("[The pier never burned.]", []),
    ("Nobody says that [the pier burned].", ["negation Nobody"]),
    ("It was not so, [the pier burned].", []),
    ("It never rained while [the pier burned].", []),
    ("He did not stay and [the pier burned].", []),
    ("He did not stay and [burn the pier].", ["negation not"]),
    ("He did not stay and [Ann Ames left].", []),
    ("Reportedly, on a cold night, [the pier burned].", ["report Reportedly"]),
    ("Reportedly it rained, but [the pier burned].", []),
    ("Reportedly it rained; [the pier burned].", []),
    ("Reportedly it rained, and [the pier burned].", []),
    ("It could be that [the pier burned].", ["guess could"]),
    ("It could be that in that night [the pier burned].", ["guess could"]),
    ("It could be that in the night of the storm [the pier burned].", []),
    ("It may have rained [when the pier burned].", []),
    ("It did not rain [when the pier burned].", ["negation not"]),
    ("It reportedly rained [after the pier burned].", []),
    ("If it rained, [the pier burned].", ["guess If"]),
    ("If it rained, in the night, [the pier burned].", ["guess If"]),
    ("If it rained, he left, but [the pier burned].", []),
    ("If it rained, he left; [the pier burned].", []),
    ("They asked if it rained, [the pier burned].", []),
    ("If it rained hard [the pier burned].", ["guess If"]),
    ("Unless it rained [the pier burned].", ["guess Unless"]),
    ("The unsinkable [pier burned].", []),
    ("They were unable to say that [the pier burned].", ["negation unable"]),
    ("It is untrue that [the pier burned].", ["negation untrue"]),
    ("The inactive [pier burned].", []),
    ("[The pier burned], reportedly.", ["report reportedly"]),
    ("[The pier burned], supposedly.", ["report supposedly"]),
    ("[The pier burned] - probably.", ["guess probably"]),
    ("[The pier burned], probably, and sank.", ["guess probably"]),
    ("[The pier burned], probably because it was old.", []),
    ("[The pier burned]; the shed reportedly did not.", []),
    ("[The pier burned], or so it is said.", ["report or so", "report it is said"]),
    ("[The pier burned], which could not be confirmed.", ["negation not", "report not be confirmed"]),
    ("The reports that [the pier burned] were false.", ["report reports that", "negation false"]),
    ("[The pier burned], which has not been independently verified.", ["negation not"]),
    ("[The pier burned] and never reopened.", []),
    ("It never ended. [The pier burned].", []),
    ("He never left - [the pier burned].", []),
    ("Despite that [the pier burned], it is not open.", []),
    ("Nobody saw it, yet it was [the pier that burned].", []),
]


@pytest.mark.parametrize(("sentence", "markers"), SENTENCES)
def test_a_marker_reaches_to_the_end_of_its_clause(sentence: str, markers: list[str]) -> None:
    before, _, rest = sentence.partition("[")
    quoted, _, behind = rest.partition("]")
    start = len(before)
    found = governing(before + quoted + behind, start, start + len(quoted))
    assert [f"{each.kind} {each.text}" for each in found] == markers
