"""Every example on a page runs, and none is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser

ROOT = Path(__file__).parents[1]
PAGES = [path for path in sorted((ROOT / "docs").rglob("*.md")) if "_ext" not in path.parts]
SYBIL = Sybil(parsers=[PythonCodeBlockParser()], path=str(ROOT / "docs"))


def prompts(path: Path) -> int:
    """The number of examples, counted without Sybil."""
    return len(re.findall(r"^[ \t]*>>> ", path.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("path", [pytest.param(each, id=each.relative_to(ROOT).as_posix()) for each in PAGES])
def test_every_example_runs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    run = 0
    for example in SYBIL.parse(path).examples():
        example.evaluate()
        run += 1
    assert run == prompts(path)


def test_there_are_examples() -> None:
    assert sum(map(prompts, PAGES)) > 0


def test_a_wrong_example_fails(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```python\n>>> 40 + 1\n40\n```\n", encoding="utf-8")
    (example,) = Sybil(parsers=[PythonCodeBlockParser()], path=str(tmp_path)).parse(page).examples()
    with pytest.raises(AssertionError, match="Expected:"):
        example.evaluate()
