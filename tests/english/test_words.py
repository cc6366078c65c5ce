"""The tables as files: small, sorted, quick to load, and of one licence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sourced.english import limits, tables
from sourced.english.lexis.inflection import KINDS

WORDS = Path(tables.__file__).parent / "words"
MADE = [
    *(f"{name}.txt" for name in ("nouns", "verbs", "adjectives", "adverbs")),
    *(
        f"{name}.tsv"
        for name in ("irregular", "unlikely", "families", "synonyms", "opposites", "contraries", "converses")
    ),
]
RELATIONS = MADE[-5:]


def test_all_of_it_is_under_a_megabyte() -> None:
    assert 500_000 < sum(path.stat().st_size for path in WORDS.iterdir()) < 1_000_000


@pytest.mark.parametrize("name", MADE)
def test_a_made_table_is_sorted(name: str) -> None:
    lines = (WORDS / name).read_text(encoding="utf-8").splitlines()
    heads = [tuple(line.split("\t")[0].split("/")) for line in lines]
    assert len(lines) > 10
    assert heads == sorted(heads)


@pytest.mark.parametrize("name", RELATIONS)
def test_a_relation_is_between_words_of_the_lists(name: str) -> None:
    unknown = [
        word
        for first, *others in tables.rows(name)
        for word in (first, *others)
        if word[:-2] not in tables.base_words(word[-1])
    ]
    assert not unknown


def test_no_pair_is_of_two_minds() -> None:
    pairs = {
        name: {frozenset((first, second)) for first, *others in tables.rows(name) for second in others}
        for name in RELATIONS
    }
    same = pairs["families.tsv"] | pairs["synonyms.tsv"]
    for name in RELATIONS[2:]:
        assert not same & pairs[name], name


def test_every_exclusion_is_of_meanings_that_words_have() -> None:
    known = {(kind, meaning) for kind, meaning, *_ in tables.rows("limits.tsv")}
    rows = list(tables.rows("exclusions.tsv"))
    assert rows
    assert not [row for row in rows if not {(row[0], row[1]), (row[0], row[2])} <= known]


def test_every_limiting_word_is_found_by_itself() -> None:
    for kind, meaning, *words in tables.rows("limits.tsv"):
        for word in words:
            plain = word.removesuffix(" #")
            assert (kind, meaning) in limits.limits(plain)


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    code = (
        "from sourced.english import limits, tables; from sourced.english.lexis import lexicon;"
        "print(tables.base_words.cache_info().currsize, tables.rows_by_first.cache_info().currsize);"
        "lexicon.opposites('won', 'lost');"
        "print(tables.rows_by_first.cache_info().currsize)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.split() == ["0", "0", "3"]  # irregular, unlikely, opposites


def test_the_licence_of_wordnet_stands_beside_what_was_made_of_it() -> None:
    text = (WORDS / "WORDNET-LICENSE.txt").read_text(encoding="utf-8")
    assert "Copyright 2006 by Princeton University" in text
    assert all(name in text for name in MADE)
    assert set(KINDS) == {"n", "v", "a", "r"}
