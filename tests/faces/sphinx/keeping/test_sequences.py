"""Whatever happens to a book and to its builds, a build that ends is as one from nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sourced.book import cache
from sourced.book.yaml import kept as yamlkept

from ....conftest import make_small_book
from .sequences import Sequence
from .warming import warm

SEQUENCES = int(os.environ.get("BUILD_SEQUENCES", "4"))
"""How many: ``BUILD_SEQUENCES=200`` makes a long run."""
FIRST = int(os.environ.get("BUILD_SEED", "1"))
"""The seed of the first of them; a sequence is the same whenever it has the same seed."""


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Verdicts are kept of any book."""
    monkeypatch.setattr(cache, "WORTH", 1)
    monkeypatch.setattr(yamlkept, "WORTH", 1)


LEAN, PLAIN = 1, 2
"""Sequences in one theme and in the other."""


def build_in_both_themes(folder: Path) -> None:
    for seed in (LEAN, PLAIN):
        Sequence(make_small_book(folder / str(seed)), seed).build_in_all_ways()


@pytest.mark.parametrize("seed", range(FIRST, FIRST + SEQUENCES))
def test_a_build_is_as_one_from_nothing(small_book: Path, seed: int) -> None:
    warm(build_in_both_themes)
    Sequence(small_book, seed).run(5)
