"""Whatever happens to a book and to its builds, a build that ends is as one from nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .sequences import Sequence

SEQUENCES = int(os.environ.get("BUILD_SEQUENCES", "2"))
"""How many; a long run is made by ``BUILD_SEQUENCES=200``."""
FIRST = int(os.environ.get("BUILD_SEED", "1"))


@pytest.mark.parametrize("seed", range(FIRST, FIRST + SEQUENCES))
def test_a_build_is_as_one_from_nothing(small_book: Path, seed: int) -> None:
    Sequence(small_book, seed).run(8)
