"""An editor is opened at the place of a unit, in its own way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sourced.book.signatures import SIGNED_FILE
from sourced.faces.command.review import editor
from sourced.faces.command.status import CLEAN, UNREVIEWED

from .terminal import Terminal, plainly


def test_the_editor_is_opened_at_the_place_and_the_book_read_again(waiting: Path, tmp_path: Path) -> None:
    script = tmp_path / "my editor"
    script.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\nassert sys.argv[1] == '+1'\n"
        "path = pathlib.Path(sys.argv[2])\n"
        "path.write_text(path.read_text().replace('marvel', 'Elm Bridge'))\n"
    )
    script.chmod(0o700)
    terminal = Terminal(waiting, "review", "docs/index.md", VISUAL=f"'{script}'")
    assert terminal.sitting(["e", "s"]) == CLEAN
    shown = plainly(terminal.shown)
    assert "1 of 2  heading  docs/index.md:1" in shown
    assert "1 of 1  sentence  docs/index.md:4" in shown
    assert (waiting / "docs/index.md").read_text(encoding="utf-8").startswith("# The Elm Bridge\n")


def test_a_book_that_was_broken_in_the_editor_can_be_mended(waiting: Path, tmp_path: Path) -> None:
    script = tmp_path / "editor"
    signed = waiting / SIGNED_FILE
    script.write_text(f'#!/bin/sh\nif [ -e "{signed}" ]; then rm "{signed}"; else echo no > "{signed}"; fi\n')
    script.chmod(0o700)
    terminal = Terminal(waiting, "review", "docs/index.md", EDITOR=str(script), VISUAL="")
    assert terminal.sitting(["e", "s", "e", "q"]) == UNREVIEWED
    assert "data/reviewed.jsonl:1: this line is no signature" in plainly(terminal.shown)
    assert not signed.exists()


EDITORS = [
    pytest.param("vim", ["vim", "+7", "a.md"], id="most"),
    pytest.param("nano -w", ["nano", "-w", "+7", "a.md"], id="with options"),
    pytest.param("/usr/bin/code", ["/usr/bin/code", "--wait", "--goto", "a.md:7"], id="go to, and wait"),
    pytest.param("hx", ["hx", "a.md:7"], id="behind a colon"),
    pytest.param("'my editor' -x", ["my editor", "-x", "+7", "a.md"], id="in quotes"),
]


@pytest.mark.parametrize(("chosen", "call"), EDITORS)
def test_an_editor_is_called_in_its_own_way(
    monkeypatch: pytest.MonkeyPatch, chosen: str, call: list[str]
) -> None:
    called: list[list[str]] = []

    def run(arguments: list[str], *, check: bool) -> subprocess.CompletedProcess[bytes]:
        called.append(arguments)
        return subprocess.CompletedProcess(arguments, 0)

    monkeypatch.setenv("VISUAL", chosen)
    monkeypatch.setattr(subprocess, "run", run)
    assert editor.edit(Path("a.md"), 7) == ""
    assert called == [call]


@pytest.mark.parametrize("chosen", ["", "no-such-editor", "'half quoted", "false", "''"])
def test_an_editor_that_does_not_start_is_told(monkeypatch: pytest.MonkeyPatch, chosen: str) -> None:
    monkeypatch.setenv("VISUAL", chosen)
    monkeypatch.delenv("EDITOR", raising=False)
    assert editor.edit(Path("a.md"), 1)
