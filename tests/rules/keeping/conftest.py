"""A book of which parts are small, so that an edit leaves most of them alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourced.rules.keeping import parts

from .edited import book_files, write


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_FEW", 2)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    write(tmp_path, book_files())
    return tmp_path
