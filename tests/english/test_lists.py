"""The tables that are written by hand: each says why it is there, and each of its entries is found by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourced.english import tables
from sourced.english.markers import find_markers, has_hearsay
from sourced.english.patterns import listed
from sourced.english.quantities.units import unit_after
from sourced.english.reach import governing
from sourced.english.speech.verbs import adopts, attributes, speech_verbs
from sourced.english.tables import rows

WORDS = Path(tables.__file__).parent / "words"
WRITTEN = ["exclusions.tsv", "function-words.tsv", "limits.tsv", "markers.tsv", "speech.tsv", "units.tsv"]


@pytest.mark.parametrize("name", WRITTEN)
def test_a_list_says_why_it_is_there(name: str) -> None:
    lines = (WORDS / name).read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert all(len(row) > 1 for row in rows(name))


@pytest.mark.parametrize("kind", ["negation", "report", "guess"])
def test_each_marker_is_found_by_one_entry(kind: str) -> None:
    forms = [form for its_kind, _, *forms in rows("markers.tsv") if its_kind == kind for form in forms]
    assert sorted(forms) == sorted(listed("markers.tsv", kind)), "a form stands in two rows"
    for form in forms:
        assert form in {m.text for m in find_markers(f"It {form} of it.") if m.kind == kind}, form


def test_each_hedge_that_may_stand_behind_what_it_weakens_reaches_it() -> None:
    hedges = [
        form for kind in ("report", "guess") for form in listed("markers.tsv", kind) if form.endswith("ly")
    ]
    assert len(hedges) > 5
    for form in hedges:
        sentence = f"The pier burned, {form}."
        assert [marker.text for marker in governing(sentence, 0, 15)] == [form]


def test_each_idle_negation_denies_nothing_and_its_neighbour_does() -> None:
    for form in listed("markers.tsv", "idle"):
        assert not [m for m in find_markers(f"It was {form} it.") if m.kind == "negation"], form
    assert [m for m in find_markers("It was not it.") if m.kind == "negation"]


def test_each_verb_of_speech_is_found_by_one_entry() -> None:
    forms = [form for kind, _, *forms in rows("speech.tsv") if kind == "verb" for form in forms]
    assert sorted(forms) == sorted(listed("speech.tsv", "verb")), "a form stands in two rows"
    for form in forms:
        assert (4, 4 + len(form)) in speech_verbs(f"She {form} it."), form
    for form in listed("speech.tsv", "act"):
        assert form not in forms
        assert attributes(f"In her {form} it."), form
        assert not attributes("In her boat it.")


def test_each_hedge_of_speech_is_hearsay_and_those_of_the_text_itself_are_nobodys_words() -> None:
    own = listed("speech.tsv", "hedge", "own")
    for form in listed("speech.tsv", "hedge"):
        assert has_hearsay(f"It is widely {form} to burn."), form
        assert adopts(f"It is widely {form} to burn.") == (form in own), form
        assert not adopts(f"It is {form} by it."), form


def test_each_spelling_of_a_unit_is_read_as_one_unit() -> None:
    spellings = [(unit, spelling) for unit, *forms in rows("units.tsv") for spelling in forms]
    assert len(spellings) == len({spelling for _, spelling in spellings})
    for unit, spelling in spellings:
        assert unit_after(f"5 {spelling} of it", 0, 1)[0] == unit, spelling
