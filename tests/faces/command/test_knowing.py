"""``sourced uses``, ``diff`` and ``rename`` as they are called."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sourced.account.uses.subject import KINDS
from sourced.faces.command import main as cli
from sourced.faces.command.calls import _KINDS
from sourced.faces.command.status import CLEAN, FAILED

Run = Callable[..., tuple[int, str, str]]


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false"]
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(["git", *who, *arguments], cwd=root, env=env, check=True, capture_output=True)


def files_of(root: Path) -> dict[str, bytes]:
    paths = (path for path in root.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {str(path.relative_to(root)): path.read_bytes() for path in paths}


@pytest.fixture
def run(small_book: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the book, which git knows."""
    git(small_book, "init", "-q")
    git(small_book, "add", "-A")
    git(small_book, "commit", "-qm", "first")

    def call(*arguments: str) -> tuple[int, str, str]:
        command, *others = arguments
        status = cli.main([command, "--root", str(small_book), *others])
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return call


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_uses_are_told_as_text_and_as_json(run: Run) -> None:
    status, out, _ = run("uses", "bridge-length")
    assert status == CLEAN
    assert "Used in 1 sentence on 1 page:\n  docs/index.md:3:1: The Elm Bridge is 40 metres long." in out
    status, out, _ = run("uses", "elm-bridge", "--format", "json")
    (told,) = json.loads(out)
    assert told["subject"]["kind"] == "name"
    assert {each["kind"]: each["by"] for each in told["facts"]} == {
        "bridge-length": ["subject", "statement", "quotation"],
        "bridge-opened": ["subject", "gloss", "statement"],
    }


def test_an_unknown_id_is_answered_with_those_like_it(run: Run) -> None:
    status, out, err = run("uses", "bridge-lenght")
    assert (status, out) == (FAILED, "")
    assert "no fact, name, property or source with the ID bridge-lenght; like it are: bridge-length" in err
    assert "no name with the ID" in run("uses", "bridge-length", "--kind", "name")[2]


def test_the_book_now_is_set_beside_its_last_commit(run: Run, small_book: Path) -> None:
    assert "From HEAD to the book as it is now: Nothing changed for a reader.\n" in run("diff")[1]
    edit(small_book / "data/facts.yaml", "value: 40 metres", "value: 41 metres")
    (small_book / "notes.txt").write_text("to do")
    before = files_of(small_book)
    status, out, _ = run("diff")
    assert status == CLEAN
    assert "    now: The Elm Bridge is 41 metres long.\n" in out
    assert "Other files that changed, of which nothing is told here: notes.txt\n" in out
    assert files_of(small_book) == before


def test_two_commits_or_a_folder_are_compared_in_every_form(
    run: Run, small_book: Path, tmp_path: Path
) -> None:
    edit(small_book / "docs/index.md", "# The bridge", "# The Elm Bridge")
    git(small_book, "commit", "-qam", "second")
    assert "heading changed" in run("diff", "HEAD~1", "HEAD")[1]
    assert "- heading **changed**" in run("diff", "HEAD~1", "--format", "markdown")[1]
    told = json.loads(run("diff", "HEAD~1", "--format", "json")[1])
    assert [each["kind"] for each in told["pages"]] == ["heading"]
    git(small_book, "worktree", "add", "-q", str(tmp_path / "old"), "HEAD~1")
    assert json.loads(run("diff", str(tmp_path / "old"), "--format", "json")[1])["pages"] == told["pages"]


def test_a_state_that_is_not_there_or_cannot_be_read_is_said(run: Run, small_book: Path) -> None:
    status, out, err = run("diff", "nowhere")
    assert (status, out) == (FAILED, "")
    assert "nowhere is neither a revision that git knows here nor a folder" in err
    edit(small_book / "data/facts.yaml", "facts:", "facts: [")
    git(small_book, "commit", "-qam", "broken")
    status, out, err = run("diff", "HEAD", "HEAD~1")
    assert (status, out) == (FAILED, "")
    assert "the book at HEAD cannot be read: data/facts.yaml:" in err


def test_another_id_is_given_everywhere_and_what_is_left_is_named(run: Run, small_book: Path) -> None:
    (small_book / "notes.txt").write_text("see bridge-length and bridge-length-again\nbridge-length-again\n")
    status, out, _ = run("rename", "bridge-length", "span")
    assert status == CLEAN
    assert "bridge-length is span now, in 2 files: data/facts.yaml, docs/index.md\n" in out
    assert out.endswith("look at each:\n  notes.txt:1: see bridge-length and bridge-length-again\n")
    assert "long" in run("uses", "span")[1]
    assert "From HEAD to the book as it is now: 1 fact renamed.\n" in run("diff")[1]
    assert "like it are: span" in run("uses", "bridge-length")[2]


def test_a_rename_that_cannot_be_changes_nothing(run: Run, small_book: Path) -> None:
    before = files_of(small_book)
    for old, new, why in (
        ("bridge-length", "bridge-opened", "nothing was changed: bridge-opened is already the ID of a fact"),
        ("bridge-lenght", "span", "like it are: bridge-length"),
        ("bridge-length", "Span", "Span is no ID"),
    ):
        status, out, err = run("rename", old, new)
        assert (status, out) == (FAILED, "")
        assert why in err
    assert files_of(small_book) == before


def test_an_id_of_several_things_needs_to_be_told_apart(run: Run, small_book: Path) -> None:
    edit(small_book / "data/facts.yaml", "  bridge-length:", "  length:")
    edit(small_book / "docs/index.md", "bridge-length", "length")
    assert (
        "length is the ID of several: say which with --kind (fact, property)"
        in run("rename", "length", "x")[2]
    )
    assert run("rename", "length", "span", "--kind", "property")[0] == CLEAN
    data = (small_book / "data/facts.yaml").read_text()
    assert "  length:\n    about: elm-bridge\n    property: span\n" in data


def test_each_kind_can_be_chosen() -> None:
    assert tuple(KINDS) == _KINDS
