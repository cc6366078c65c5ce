"""``sourced signatures``: how many, on how many days, and how fast."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sourced.book.book import DATA_FILE
from sourced.book.signatures import SIGNED_FILE
from sourced.faces.command import main as cli
from sourced.faces.command.status import CLEAN, FAILED

from ...bridge import sign_all

Git = Callable[..., None]


@pytest.fixture
def signed(small_book: Path) -> Path:
    """The root of a book with four signatures."""
    file = small_book / DATA_FILE
    file.write_text(
        file.read_text(encoding="utf-8").replace("title: Opened", "title: Built"), encoding="utf-8"
    )
    sign_all(small_book)
    return small_book


@pytest.fixture
def git(small_book: Path) -> Git:
    """Runs git on a book that is a folder of a repository; ``at`` is the minute of a commit."""

    def call(*arguments: str, at: int = 0) -> None:
        when = f"2021-08-22T{at // 60:02}:{at % 60:02}:00Z"
        env = {**os.environ, "GIT_COMMITTER_DATE": when, "GIT_AUTHOR_DATE": when}
        who = ["-c", "user.name=N", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false"]
        command = ["git", *who, *arguments]
        subprocess.run(command, cwd=small_book.parent, env=env, check=True, capture_output=True, timeout=30)

    call("init", "-b", "one")
    return call


def told(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert cli.main(["signatures", "--root", str(root), *arguments]) == CLEAN
    return capsys.readouterr().out.splitlines()


def test_without_git_only_the_file_is_told(
    signed: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert told(signed, capsys) == ["Signed 4 units on 1 day."]
    assert cli.main(["check", "--root", str(signed)]) == CLEAN


def test_a_commit_tells_how_many_in_how_many_minutes(
    signed: Path, git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    file = signed / SIGNED_FILE
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(lines[:2]), encoding="utf-8")
    git("add", ".")
    git("commit", "-m", "begin", at=0)
    git("commit", "--allow-empty", "-m", "something else", at=60)
    file.write_text("".join(lines[1:4]), encoding="utf-8")
    git("commit", "-am", "sign", at=75)
    git("commit", "--allow-empty", "-m", "something else", at=90)
    file.write_text("".join(lines), encoding="utf-8")
    first, commit, fresh = told(signed, capsys)
    assert first == "Signed 4 units on 1 day."
    assert commit.startswith("Commit ")
    assert commit.endswith(
        " of 2021-08-22T01:15+00:00: 2 signed, 1 taken out, 15 minutes after the commit before."
    )
    assert fresh == "Not committed yet: 1 signed, 0 taken out."
    assert told(signed, capsys, "HEAD~2")[1].endswith("2 signed, 0 taken out, the first commit.")
    report = json.loads("\n".join(told(signed, capsys, "--format", "json")))
    assert (report["commit"]["signed"], report["commit"]["minutes"], report["fresh"]["signed"]) == (2, 15, 1)


def test_before_the_first_commit_nothing_is_told_of_any(
    signed: Path, git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(signed, capsys) == ["Signed 4 units on 1 day."]


@pytest.mark.parametrize("rev", ["no-such-thing", "--output=x", "a\x1b[2J"])
def test_a_commit_that_is_not_there_is_told(
    signed: Path, git: Git, capsys: pytest.CaptureFixture[str], rev: str
) -> None:
    assert cli.main(["signatures", "--root", str(signed), "--", rev]) == FAILED
    shown = capsys.readouterr().err
    assert "git knows no signatures at" in shown
    assert "\x1b" not in shown
