"""A sitting at a terminal: each key, what is shown, and that nothing shown is obeyed."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from sourced.book.signatures import SIGNED_FILE, load_signatures
from sourced.faces.command import main as cli
from sourced.faces.command.status import UNREVIEWED

from .conftest import make_hostile
from .terminal import Terminal, plainly


def test_two_are_signed_and_one_is_skipped(waiting: Path) -> None:
    terminal = Terminal(waiting, "review")
    assert terminal.sitting(["s", " ", "s", "q"]) == UNREVIEWED
    shown = plainly(terminal.shown)
    assert re.findall(r"(\d) of 6  ", shown) == ["1", "2", "3", "4"]
    assert "Signed 2. 4 to be reviewed." in shown
    assert len(load_signatures(waiting)) == 2


def test_all_keys(waiting: Path) -> None:
    """A note, a note left out, an unknown key, arrows, one step back, a signature taken back."""
    terminal = Terminal(waiting, "review", "docs/index.md")
    terminal.until("q quit")
    terminal.press("n")
    terminal.until("Note: ")
    terminal.press("\r")
    terminal.until("Not signed")
    terminal.until("q quit")
    terminal.press("n")
    terminal.until("Note: ")
    terminal.press("It is a marvel\x07.\r")
    assert terminal.sitting(["x", "\x1b[A", "u", "\x1b[B", "s"]) == UNREVIEWED
    assert "1 to be reviewed." in plainly(terminal.shown)
    assert [(each.text, each.note) for each in load_signatures(waiting).values()] == [
        ("Proudly it was opened on 3 May 1901.", "")
    ]


def test_every_signature_is_written_when_it_is_made(waiting: Path) -> None:
    terminal = Terminal(waiting, "review", "docs/index.md")
    terminal.until("q quit")
    terminal.press("n")
    terminal.until("Note: ")
    terminal.press("A marvel.\r")
    terminal.until("q quit")
    assert [each.note for each in load_signatures(waiting).values()] == ["A marvel."]
    terminal.press("\x03")
    terminal.until("interrupted")
    assert terminal.end() == 130
    assert len(load_signatures(waiting)) == 1


def test_what_was_typed_too_early_signs_nothing(waiting: Path) -> None:
    terminal = Terminal(waiting, "review")
    os.write(terminal._file, b"ssss")
    assert terminal.sitting(["q"]) == UNREVIEWED
    assert not (waiting / SIGNED_FILE).exists()


def test_what_goes_beyond_is_coloured_and_underlined(waiting: Path) -> None:
    terminal = Terminal(waiting, "review", "docs/index.md:4")
    terminal.sitting(["q"])
    assert "\x1b[1;4;33mProudly\x1b[0m" in terminal.shown
    assert "\x1b[1mIt was opened on 3 May 1901\x1b[0m\x1b[2m by the mayor." in terminal.shown
    assert "\x1b[2mThe Elm Bridge is 40 metres long. \x1b[0m" in terminal.shown


def test_without_colour_it_is_underlined(waiting: Path) -> None:
    terminal = Terminal(waiting, "review", "docs/index.md:4", NO_COLOR="1")
    terminal.sitting(["q"])
    assert "\x1b[1;4mProudly\x1b[0m" in terminal.shown
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", terminal.shown)


@pytest.mark.parametrize("columns", [60, 20])
def test_a_dumb_and_narrow_terminal_shows_it_in_signs(waiting: Path, columns: int) -> None:
    terminal = Terminal(
        waiting, "review", "docs/index.md:4", columns=columns, TERM="dumb", COLUMNS=str(columns)
    )
    terminal.sitting(["q"])
    words = " ".join(terminal.shown.split())
    assert ">>Proudly<< it was" in words
    assert ">>It was opened on 3 May 1901<< by the mayor." in words
    assert "\x1b" not in terminal.shown
    assert max(map(len, terminal.shown.splitlines())) <= columns


def test_nothing_in_a_terminal_is_obeyed(waiting: Path) -> None:
    make_hostile(waiting)
    terminal = Terminal(waiting, "review", "data/facts.yaml:12")
    terminal.sitting(["q"])
    shown = plainly(terminal.shown)
    assert r'<i>[red]x[/red] & :smile: \u202e"' in shown
    assert not re.search("\u202e|\x9b", shown)


def test_what_changed_since_it_was_signed_is_shown(waiting: Path) -> None:
    cli.main(["review", "--root", str(waiting), "--accept", "docs/index.md", "--note", "Well known."])
    page = waiting / "docs/index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Proudly", "Sadly"), encoding="utf-8")
    terminal = Terminal(waiting, "review", "docs/index.md")
    terminal.sitting(["q"])
    shown = plainly(terminal.shown)
    assert re.search(r"Signed on \d{4}-\d{2}-\d{2} \(“Well known\.”\)\. Since then:", shown)
    assert "[-Proudly-] {+Sadly+} it was opened" in shown
