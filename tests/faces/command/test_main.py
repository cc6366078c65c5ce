from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sourced.faces.command import main as cli
from sourced.faces.command.status import CLEAN, FAILED, FINDINGS, INTERRUPTED

COUNTED = ["sources", "facts", "quotations", "pages", "sentences", "atoms", "drafts"]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")


def sourced(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """The command as its users run it."""
    command = [sys.executable, "-m", "sourced", *map(str, arguments)]
    given = {"capture_output": True, "text": True, "encoding": "utf-8", "timeout": 60, **options}
    return subprocess.run(command, check=False, **given)


def files_of(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_clean_book_says_what_was_checked(small_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--root", str(small_book)]) == CLEAN
    shown = capsys.readouterr()
    assert shown.out.startswith("Checked 1 source, 2 facts, 2 quotations, 1 page, 3 sentences, ")
    assert shown.out.endswith(
        "Judged 12 units: 10 supported, 2 reviewed, 0 unreviewed, 0 refuted.\n"
        "Signed 2 units on 1 day.\n0 findings.\n"
    )
    assert shown.err == ""


def test_a_finding_is_shown_at_its_line(small_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(small_book / "data/facts.yaml", "value: 40 metres", "value: 41 metres")
    assert cli.main(["check", "--root", str(small_book)]) == FINDINGS
    shown = capsys.readouterr().out
    assert "data/facts.yaml:" in shown
    assert "  |     value: 41 metres\n" in shown


def test_a_page_is_checked_at_its_own_line(small_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(small_book / "docs/index.md", "It was opened", "In 1899 it was opened")
    assert cli.main(["check", "--root", str(small_book), "--format", "json"]) == FINDINGS
    report = json.loads(capsys.readouterr().out)
    assert {(each["file"], each["line"], each["column"]) for each in report["findings"]} == {
        ("docs/index.md", 4, 4)
    }


def test_the_nearest_book_upward_is_checked(
    small_book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small_book / "docs")
    assert cli.main(["check"]) == CLEAN
    assert "1 source, 2 facts" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_unreadable_input_is_said_in_every_format(
    small_book: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(small_book / "data/facts.yaml", "value: 40 metres", "value: 40 metres\n    value: 41 metres")
    before = files_of(small_book)
    assert cli.main(["check", "--root", str(small_book), "--format", form]) == FAILED
    shown = capsys.readouterr()
    assert shown.err == ""
    if form == "json":
        report = json.loads(shown.out)
        assert report["checked"] == dict.fromkeys(COUNTED, 0)
        assert [each["file"] for each in report["findings"]] == ["data/facts.yaml"]
    else:
        assert "Nothing was checked. 1 finding.\n" in shown.out
        assert "data/facts.yaml" in shown.out
    assert files_of(small_book) == before


NO_FILES = {
    "a pipe as a page": ("docs/index.md", os.mkfifo),
    "a pipe as the data file": ("data/facts.yaml", os.mkfifo),
    "a pipe as a source": ("seeds/gazette.txt", os.mkfifo),
    "an endless device as a page": ("docs/index.md", lambda path: path.symlink_to("/dev/zero")),
    "an endless device as the data file": ("data/facts.yaml", lambda path: path.symlink_to("/dev/zero")),
    "a link to itself as the data file": ("data/facts.yaml", lambda path: path.symlink_to(path)),
}


@pytest.mark.parametrize("made", NO_FILES)
@pytest.mark.parametrize("command", [["check"], ["check", "--format", "github"], ["coverage"], ["export"]])
def test_what_is_no_file_is_told_and_never_opened(small_book: Path, made: str, command: list[str]) -> None:
    import resource

    name, make = NO_FILES[made]
    (small_book / name).unlink()
    make(small_book / name)
    limit = (2 << 30, 2 << 30)
    told = sourced(
        *command,
        "--root",
        small_book,
        timeout=20,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, limit),
    )
    assert told.returncode == FAILED
    assert told.stderr == ""
    assert "cannot be read" in told.stdout or "is not an ordinary file" in told.stdout


def test_json_counts_and_lists(small_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--root", str(small_book), "--format", "json"]) == CLEAN
    report = json.loads(capsys.readouterr().out)
    assert list(report) == ["checked", "verdicts", "not_taken_in", "signed", "findings"]
    assert report["verdicts"] == {"units": 12, "supported": 10, "reviewed": 2, "unreviewed": 0, "refuted": 0}
    assert report["signed"]["units"] == 2
    assert list(report["checked"]) == COUNTED
    assert report["findings"] == []


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="no command"),
        pytest.param(["chekc"], id="unknown command"),
        pytest.param(["check", "--format", "xml"], id="unknown format"),
        pytest.param(["check", "--root"], id="no folder"),
        pytest.param(["check", "--root", "no/such/folder"], id="no such folder"),
        pytest.param(["check", "--root", __file__], id="a file for a folder"),
        pytest.param(["check", "--root", "a\x1b[2J\0"], id="a hostile folder"),
    ],
)
def test_a_wrong_call_is_told_and_ends_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status: object = cli.main(arguments)
    except SystemExit as end:
        status = end.code
    assert status == FAILED
    shown = capsys.readouterr()
    assert shown.err
    assert "\x1b" not in shown.err
    assert "Traceback" not in shown.err + shown.out


def test_a_folder_without_a_book_is_told(tmp_path: Path) -> None:
    for arguments in (["check"], ["check", "--root", "."], ["export"]):
        result = sourced(*arguments, cwd=tmp_path)
        assert result.returncode == FAILED
        assert "facts.yaml" in result.stdout + result.stderr
        assert "Traceback" not in result.stderr


def test_codes_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    from sourced.account.sources.coverage import RULES_OF_COVERAGE
    from sourced.book.inputs import INPUT_CODES
    from sourced.rules import RULES

    assert cli.main(["codes"]) == CLEAN
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert listed == [*RULES, *RULES_OF_COVERAGE, *INPUT_CODES]


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == CLEAN
    assert "Fact" in json.loads(capsys.readouterr().out)["$defs"]


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", [["check"], ["export"]])
def test_a_closed_pipe_is_no_accident(small_book: Path, arguments: list[str], unbuffered: str) -> None:
    env = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    read, write = os.pipe()
    os.close(read)
    result = sourced(
        *arguments, cwd=small_book, env=env, capture_output=False, stdout=write, stderr=subprocess.PIPE
    )
    os.close(write)
    assert (result.returncode, result.stderr) == (FAILED, "")


class Full(io.StringIO):
    """A stream on a full disk."""

    def write(self, text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_told(
    small_book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", Full())
    assert cli.main(["check", "--root", str(small_book)]) == FAILED
    assert capsys.readouterr().err == "sourced: output: No space left on device\n"


def test_a_closed_output_is_told(small_book: Path) -> None:
    command = f'"{sys.executable}" -m sourced check >&-'
    result = subprocess.run(command, shell=True, cwd=small_book, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (FAILED, "sourced: standard output is closed\n")


def test_an_encoding_that_cannot_show_a_character_is_no_accident(small_book: Path) -> None:
    edit(small_book / "docs/index.md", "It was opened", "Über 1899 – “谷” – it was opened")
    for encoding in ("ascii", "latin-1", "cp1252"):
        result = sourced(
            "check", cwd=small_book, encoding=encoding, env={**os.environ, "PYTHONIOENCODING": encoding}
        )
        assert (result.returncode, result.stderr) == (FINDINGS, "")
        assert r"\u8c37" in result.stdout


def test_an_interrupt_is_no_accident(
    small_book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **_named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sourced.faces.command.shares.sum_up_with_pictures", interrupted)
    assert cli.main(["check", "--root", str(small_book)]) == INTERRUPTED
    assert capsys.readouterr().err == "sourced: interrupted\n"


def test_the_start_costs_next_to_nothing() -> None:
    code = "import sys, sourced.faces.command.main; print(*(name for name in sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "sourced.faces.command.main" in loaded
    assert not {"msgspec", "yaml", "rapidfuzz", "markdown_it", "sphinx"} & set(loaded)
