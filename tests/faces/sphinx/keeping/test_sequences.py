"""Whatever happens to a book and to its builds, a build that ends is as one from nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .sequences import Sequence

SEQUENCES = int(os.environ.get("BUILD_SEQUENCES", "4"))
"""How many: ``BUILD_SEQUENCES=200`` makes a long run."""
FIRST = int(os.environ.get("BUILD_SEED", "1"))
"""The seed of the first of them; a sequence is the same whenever it has the same seed."""


@pytest.mark.parametrize("seed", range(FIRST, FIRST + SEQUENCES))
def test_a_build_is_as_one_from_nothing(small_book: Path, seed: int) -> None:
    Sequence(small_book, seed).run(5)
