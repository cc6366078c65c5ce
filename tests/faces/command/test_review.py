"""``sourced review``: the list, the signing by place, the page, and a sitting at a terminal."""

from __future__ import annotations

import fcntl
import html
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sourced.book.book import DATA_FILE
from sourced.book.signatures import SIGNED_FILE, load_signatures
from sourced.faces.command import main as cli
from sourced.faces.command.review import editor
from sourced.faces.command.status import CLEAN, FAILED, FINDINGS, UNREVIEWED

PACKAGE = Path(cli.__file__).parents[3]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def waiting(small_book: Path) -> Path:
    """The root of a book of which nothing is signed: four units wait in the data, two on its page."""
    (small_book / SIGNED_FILE).unlink()
    data = small_book / DATA_FILE
    data.write_text(
        data.read_text(encoding="utf-8").replace("title: Opened", "title: Built"), encoding="utf-8"
    )
    page = small_book / "docs/index.md"
    text = (
        page.read_text(encoding="utf-8")
        .replace("# The bridge", "# The marvel")
        .replace("It was", "Proudly it was")
    )
    page.write_text(text, encoding="utf-8")
    return small_book


@pytest.fixture
def run(waiting: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command on that book."""

    def call(*arguments: str) -> tuple[int, str, str]:
        command, *others = arguments
        status = cli.main([command, "--root", str(waiting), *others])
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return call


def test_a_check_tells_what_waits_apart_from_what_is_wrong(run: Run, waiting: Path) -> None:
    status, out, _ = run("check")
    assert status == UNREVIEWED
    assert out.endswith("0 findings, 6 to be reviewed.\n")
    data = waiting / "data/facts.yaml"
    data.write_text(
        data.read_text(encoding="utf-8").replace("value: 40 metres", "value: 41 metres"), encoding="utf-8"
    )
    assert run("check")[0] == FINDINGS


def test_figures_of_verdicts_add_up(run: Run) -> None:
    verdicts = json.loads(run("check", "--format", "json")[1])["verdicts"]
    assert verdicts.pop("units") == sum(verdicts.values()) > 6
    assert verdicts["unreviewed"] == 6


def test_the_list_names_place_kind_text_and_reason(run: Run) -> None:
    status, out, err = run("review", "--list")
    assert (status, err) == (UNREVIEWED, "")
    assert "docs/index.md:1: heading: The marvel\n    goes beyond “marvel”\n" in out
    assert out.endswith("6 to be reviewed.\n")


def test_without_a_terminal_the_list_is_printed_and_that_is_said(run: Run) -> None:
    status, out, err = run("review")
    assert (status, out) == (UNREVIEWED, run("review", "--list")[1])
    assert "no terminal" in err


def test_json_has_everything_that_a_reviewer_sees(run: Run) -> None:
    status, out, _ = run("review", "--format", "json", "docs/index.md:4")
    assert (status, out.isascii()) == (UNREVIEWED, True)
    [item] = json.loads(out)
    assert (item["place"], item["kind"], item["signed_before"]) == ("docs/index.md:4", "sentence", None)
    assert (item["text"], item["beyond"]) == ("Proudly it was opened on 3 May 1901.", ["Proudly"])
    assert item["reasons"] == ["goes beyond “Proudly”"]
    [proof] = item["evidence"]
    assert (proof["fact"], proof["exact"], proof["after"]) == (
        "bridge-opened", "It was opened on 3 May 1901", " by the mayor.",
    )  # fmt: skip
    assert proof["before"] == "The Elm Bridge is 40 metres long. "
    assert (proof["source"], proof["published"], proof["gloss"]) == (
        "Gazette",
        "1901-05-04",
        {"It": "Elm Bridge"},
    )


ACCEPTED = [
    pytest.param(["docs/index.md"], 2, id="a file"),
    pytest.param(["docs/index.md:4"], 1, id="a line"),
    pytest.param(["docs/index.md:4:1"], 1, id="a line and column"),
    pytest.param(["bridge-opened"], 2, id="a fact"),
    pytest.param(["bridge-opened", "docs/index.md:1", "docs/index.md"], 4, id="several, one of them twice"),
]


@pytest.mark.parametrize(("places", "number"), ACCEPTED)
def test_what_stands_at_a_place_is_signed(run: Run, waiting: Path, places: list[str], number: int) -> None:
    status, out, _ = run("review", "--accept", *places, "--note", "It is well known.")
    assert (status, out.splitlines()[-1]) == (CLEAN, f"Signed {number}.")
    signatures = load_signatures(waiting).values()
    assert [each.note for each in signatures] == ["It is well known."] * number
    assert run("review", "--list")[1].endswith(f"{6 - number} to be reviewed.\n")


@pytest.mark.parametrize(
    ("options", "by"),
    [
        pytest.param((), None, id="nobody, as nobody was asked for"),
        pytest.param(("--by", " Ann  Ames "), "Ann Ames", id="a name that is given"),
        pytest.param(("--by-git",), "Git Ames", id="the name that git has, where that is asked for"),
    ],
)
def test_a_signature_bears_a_name_only_if_one_is_asked_for(
    run: Run, waiting: Path, options: tuple[str, ...], by: str | None
) -> None:
    subprocess.run(["git", "init", "-q"], cwd=waiting, check=True)
    subprocess.run(["git", "config", "user.name", "Git Ames"], cwd=waiting, check=True)
    assert run("review", *options, "--accept", "docs/index.md")[0] == CLEAN
    signed = load_signatures(waiting).values()
    assert {each.by or None for each in signed} == {by}
    assert ('"by"' in (waiting / SIGNED_FILE).read_text(encoding="utf-8")) == (by is not None)
    assert (f"By: {by} {len(signed)}." in run("signatures")[1]) == (by is not None)


def test_a_name_that_is_none_signs_nothing(run: Run, waiting: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    for options in (("--by", " "), ("--by-git",)):
        status, _, err = run("review", *options, "--accept", "docs/index.md")
        assert (status, (waiting / SIGNED_FILE).exists()) == (FAILED, False)
        assert "name" in err


def test_the_list_tells_that_something_is_wrong_besides(run: Run, waiting: Path) -> None:
    assert "besides" not in run("review", "--list")[2]
    page = waiting / "docs/index.md"
    timeline = "\n```{timeline}\nbridge-length: 40 metres long\n```\n"  # it has no date
    page.write_text(page.read_text(encoding="utf-8") + timeline, encoding="utf-8")
    assert "1 finding besides" in run("review", "--list")[2]
    assert "picture-impossible" in run("check")[1]


def test_all_signed_is_clean(run: Run) -> None:
    assert run("review", "--accept", "docs/index.md", "data/facts.yaml")[0] == CLEAN
    assert run("review", "--list") == (CLEAN, "0 to be reviewed.\n", "")
    assert run("check")[0] == CLEAN


def test_a_digest_signs_these_words_on_this_evidence_and_no_others(run: Run, waiting: Path) -> None:
    [item] = json.loads(run("review", "--format", "json", "docs/index.md:1")[1])
    page = waiting / "docs/index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("marvel", "wonder"), encoding="utf-8")
    status, _, err = run("review", "--accept", item["digest"])
    assert (status, "is to be reviewed" in err) == (FAILED, True)
    page.write_text(page.read_text(encoding="utf-8").replace("wonder", "marvel"), encoding="utf-8")
    assert run("review", "--accept", item["digest"])[0] == CLEAN


REFUSED = [
    pytest.param(["--accept", "docs/index.md:3"], "nearest: docs/index.md:4", id="a line beside"),
    pytest.param(["--accept", "docs/index.md:4:7"], "nearest: docs/index.md:4", id="a column beside"),
    pytest.param(["--accept", "docs/indx.md"], "nearest: docs/index.md", id="a file misspelt"),
    pytest.param(["--accept", "bridge-opend"], "nearest: bridge-opened", id="a fact misspelt"),
    pytest.param(["--accept", "docs/index.md", "x\x1b[2J"], r"x\x1b[2J", id="one of two, and hostile"),
    pytest.param(["docs/index.md:" + "9" * 5000], "nearest: docs/index.md:4", id="far below"),
    pytest.param(["--note", "So it is."], "--accept", id="a note on nothing"),
    pytest.param(["docs", "--accept", "docs/index.md"], "behind --accept", id="places on both sides"),
    pytest.param(["--list", "--output", "list.txt"], "--format html", id="an output for a list"),
    pytest.param(
        ["--format", "html", "--output", "data/reviewed.jsonl"], "another file", id="over the signatures"
    ),
]


@pytest.mark.parametrize(("arguments", "told"), REFUSED)
def test_a_wrong_call_signs_nothing(
    run: Run, waiting: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    monkeypatch.chdir(waiting)
    status, out, err = run("review", *arguments)
    assert (status, out) == (FAILED, "")
    assert told in err
    assert "\x1b" not in err
    assert not (waiting / SIGNED_FILE).exists()


def test_a_broken_signature_stops_everything(run: Run, waiting: Path) -> None:
    (waiting / SIGNED_FILE).write_text("<<<<<<< HEAD\n", encoding="utf-8")
    status, out, _ = run("review", "--accept", "docs/index.md")
    assert status == FAILED
    assert "data/reviewed.jsonl:1:1: signature-unreadable" in out
    assert (waiting / SIGNED_FILE).read_text(encoding="utf-8") == "<<<<<<< HEAD\n"


class _Outline(HTMLParser):
    """The tags of a page, and the addresses in it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "srcset")]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_stands_alone_and_says_how_to_sign(run: Run, waiting: Path, tmp_path: Path) -> None:
    output = tmp_path / "review.html"
    assert run("review", "--format", "html", "--output", str(output)) == (CLEAN, "", "")
    text = output.read_text(encoding="utf-8")
    outline = _Outline()
    outline.feed(text)
    assert (outline.open, outline.addresses) == ([], [])
    assert outline.tags.count("section") == 6
    assert not {"script", "link", "img", "iframe"} & set(outline.tags)
    for told in (
        "<mark>Proudly</mark>",
        "<b>It was opened on 3 May 1901</b> by the mayor.",
        "[It = Elm Bridge]",
    ):
        assert told in text
    for words in ("prefers-color-scheme: dark", "width=device-width", "docs/index.md:4"):
        assert words in text
    command = re.search(r"Proudly.*?<code>sourced (.*?)</code>", text, re.DOTALL)
    assert command
    assert run(*html.unescape(command[1]).split())[0] == CLEAN
    assert [each.text for each in load_signatures(waiting).values()] == [
        "Proudly it was opened on 3 May 1901."
    ]


HOSTILE = r"""title: "<i>[red]x[/red] & :smile: \u202e\"" """


def make_hostile(root: Path) -> None:
    path = root / "data/facts.yaml"
    text = path.read_text(encoding="utf-8").replace("title: Built", HOSTILE)
    path.write_text(
        text.replace("publisher: Gazette", "publisher: <script>Gazette</script>"), encoding="utf-8"
    )


def test_nothing_on_the_page_is_obeyed(run: Run, waiting: Path) -> None:
    make_hostile(waiting)
    text = run("review", "--format", "html")[1]
    assert "&lt;i&gt;[red]x[/red] &amp; :smile: \\u202e&#34;" in text
    assert "&lt;script&gt;Gazette&lt;/script&gt;" in text
    assert not re.search("<script|<i>|\u202e|\x9b", text)


class Terminal:
    """The command at a terminal of its own; each key waits until the one before has been answered."""

    def __init__(self, root: Path, *arguments: str, columns: int = 100, **env: str) -> None:
        self.shown = ""
        self._unread = ""
        self._child, self._file = pty.fork()
        if self._child == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a run in the background ignores it
            os.chdir(root)
            kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS")}
            given = kept | {"TERM": "xterm-256color", "PYTHONPATH": str(PACKAGE), **env}
            os.execve(sys.executable, [sys.executable, "-m", "sourced", *arguments], given)
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))

    def until(self, words: str) -> None:
        """Wait until ``words`` are shown, once more than before."""
        end = time.monotonic() + 30
        while words not in self._unread:
            assert time.monotonic() < end, f"{words!r} was not shown: {self.shown!r}"
            if select.select([self._file], [], [], 0.1)[0]:
                try:
                    text = os.read(self._file, 65536).decode(errors="replace")
                except OSError:  # the command has ended
                    break
                self._unread += text
                self.shown += text
        self._unread = self._unread.partition(words)[2]

    def press(self, key: str) -> None:
        time.sleep(0.1)  # what is typed before a key is asked for is dropped
        os.write(self._file, key.encode())

    def end(self) -> int:
        """The exit status; a command that does not end is ended."""
        for _ in range(100):
            child, status = os.waitpid(self._child, os.WNOHANG)
            if child:
                os.close(self._file)
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.1)
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        pytest.fail(f"the command did not end: {self.shown!r}")

    def sitting(self, keys: Sequence[str]) -> int:
        for key in keys:
            self.until("q quit")
            self.press(key)
        self.until("to be reviewed.")
        return self.end()


def plainly(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


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
