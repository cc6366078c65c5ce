"""``sourced export``: where it writes to, and what it never writes over."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from sourced.faces.command import main as cli
from sourced.faces.command.status import CLEAN, FAILED, FINDINGS

from .test_main import edit, files_of, sourced


def test_export_writes_to_standard_output_in_utf8(small_book: Path) -> None:
    edit(small_book / "data/facts.yaml", "name: Elm Bridge", "name: Elm Bridge, also: [Élm Bridge]")
    result = sourced("export", "--root", small_book, env={**os.environ, "PYTHONIOENCODING": "latin-1"})
    assert (result.returncode, result.stderr) == (CLEAN, "")
    assert json.loads(result.stdout)["names"][0]["also"] == ["Élm Bridge"]


def test_export_replaces_a_file_whole(small_book: Path, tmp_path: Path) -> None:
    output = tmp_path / "facts.json"
    output.write_text("old")
    output.chmod(0o640)
    assert cli.main(["export", "--root", str(small_book), "--output", str(output)]) == CLEAN
    assert [fact["id"] for fact in json.loads(output.read_bytes())["facts"]] == [
        "bridge-length",
        "bridge-opened",
    ]
    assert output.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["book", "facts.json"]


@pytest.mark.parametrize(
    "name",
    [
        "data/facts.yaml",
        "seeds/gazette.txt",
        "seeds/new.json",
        "docs/index.md",
        "docs/../data/facts.yaml",
        "link",
    ],
)
def test_export_never_writes_over_input(
    small_book: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (small_book / "link").symlink_to("data/facts.yaml")
    before = files_of(small_book)
    assert cli.main(["export", "--root", str(small_book), "--output", str(small_book / name)]) == FAILED
    assert "choose another file" in capsys.readouterr().err
    assert files_of(small_book) == before


@pytest.mark.parametrize("output", [".", "no/such/folder/facts.json", "book/seeds/gazette.txt/facts.json"])
def test_export_to_an_impossible_place_is_told(small_book: Path, output: str) -> None:
    result = sourced("export", "--root", small_book, "--output", output, cwd=small_book.parent)
    assert result.returncode == FAILED
    assert result.stderr.startswith("sourced: ")
    assert "Traceback" not in result.stderr


def test_export_of_a_book_with_findings_writes_nothing(
    small_book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(small_book / "data/facts.yaml", "value: 40 metres", "value: 41 metres")
    output = tmp_path / "facts.json"
    assert cli.main(["export", "--root", str(small_book), "--output", str(output)]) == FINDINGS
    assert not output.exists()
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Nothing was written" in shown.err


def test_a_device_is_written_to_and_not_replaced(small_book: Path) -> None:
    result = sourced("export", "--root", small_book, "--output", "/dev/stdout")
    assert (result.returncode, result.stderr) == (CLEAN, "")
    assert json.loads(result.stdout)["facts"]
    assert Path("/dev/stdout").is_symlink()
