"""A few inputs of the fuzzing; ``python -m tests.fuzz --number 100000`` makes many."""

from __future__ import annotations

from pathlib import Path

from .__main__ import supervise

NUMBER, LIMIT = 25, 10.0


def test_no_changed_book_and_no_call_leads_to_a_traceback_a_hang_or_a_changed_file(tmp_path: Path) -> None:
    wrong = list(supervise(20261126, list(range(NUMBER)), tmp_path, LIMIT))
    assert not wrong, "\n".join(wrong)


def test_what_takes_too_long_is_told(tmp_path: Path) -> None:
    wrong = list(supervise(1, list(range(NUMBER)), tmp_path, 0.001))
    assert any("took too long" in each or "hangs" in each for each in wrong)
