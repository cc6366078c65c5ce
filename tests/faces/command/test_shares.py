"""A check in parts says what the whole check does; reports that are not its parts are refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from sourced.faces.command.main import main
from sourced.faces.command.status import FAILED, FINDINGS

TERN_ROCK = Path(__file__).parents[2] / "books" / "tern-rock"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book with one thing that is wrong in the data and one on a page."""
    root = tmp_path / "book"
    shutil.copytree(TERN_ROCK, root)
    data, page = root / "data/facts.yaml", root / "docs/tower.md"
    text = data.read_text(encoding="utf-8").replace("value: 2.5 m", "value: 2.6 m")
    data.write_text(text, encoding="utf-8")
    page.write_text(page.read_text(encoding="utf-8") + "\nIt has 97 windows.\n", encoding="utf-8")
    return root


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    status = main([str(each) for each in arguments])
    return status, capsys.readouterr().out


def parts(capsys: pytest.CaptureFixture[str], root: Path, of: int) -> list[Path]:
    """The reports of all parts, in files."""
    files = []
    for number in range(1, of + 1):
        call = ("check", "--root", root, "--shard", f"{number}/{of}", "--format", "json")
        files.append(root.parent / f"part-{number}-of-{of}.json")
        files[-1].write_text(run(capsys, *call)[1], encoding="utf-8")
    return files


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_parts_joined_are_the_whole(capsys: pytest.CaptureFixture[str], book: Path, form: str) -> None:
    whole = run(capsys, "check", "--root", book, "--format", form)
    reports = parts(capsys, book, 3)
    assert whole[0] == FINDINGS
    assert run(capsys, "join", "--root", book, "--format", form, *reversed(reports)) == whole


def test_each_part_has_some_of_the_findings_and_none_has_all(
    capsys: pytest.CaptureFixture[str], book: Path
) -> None:
    whole = json.loads(run(capsys, "check", "--root", book, "--format", "json")[1])
    reports = [json.loads(report.read_text(encoding="utf-8")) for report in parts(capsys, book, 2)]
    for report in reports:
        assert 0 < report["checked"]["facts"] < whole["checked"]["facts"]
    assert sum(len(report["findings"]) for report in reports) == len(whole["findings"])


def test_processes_find_what_one_does(capsys: pytest.CaptureFixture[str], book: Path) -> None:
    whole = run(capsys, "check", "--root", book, "--format", "json")
    assert run(capsys, "check", "--root", book, "--format", "json", "--jobs", "2") == whole


def test_all_parts_of_a_sound_book_are_sound(capsys: pytest.CaptureFixture[str]) -> None:
    statuses = [
        main(["check", "--root", str(TERN_ROCK), "--shard", f"{number}/2", "--format", "json"])
        for number in (1, 2)
    ]
    assert max(statuses) == main(["check", "--root", str(TERN_ROCK)])
    assert FINDINGS not in statuses


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        pytest.param([0], "missing: 2", id="a part is missing"),
        pytest.param([0, 1, 1], "given twice: 2", id="a part twice"),
    ],
)
def test_not_all_parts_once(
    capsys: pytest.CaptureFixture[str], book: Path, chosen: list[int], said: str
) -> None:
    reports = parts(capsys, book, 2)
    assert main(["join", "--root", str(book), *(str(reports[n]) for n in chosen)]) == FAILED
    assert said in capsys.readouterr().err


def test_parts_of_a_book_that_was_changed_between_them(
    capsys: pytest.CaptureFixture[str], book: Path
) -> None:
    before = parts(capsys, book, 2)[0]
    kept = before.rename(before.with_name("before.json"))
    page = book / "docs/tower.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nIt has one door.\n", encoding="utf-8")
    after = parts(capsys, book, 2)[1]
    assert main(["join", "--root", str(book), str(kept), str(after)]) == FAILED
    assert "different books" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("{}", id="an empty object"),
        pytest.param('{"checked": {}, "verdicts": {}, "signed": {}, "findings": []}', id="a whole report"),
        pytest.param('{"more": ' + "[" * 100_000, id="nested too deep"),
    ],
)
def test_what_is_no_report_of_a_part(capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str) -> None:
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    assert main(["join", "--root", str(TERN_ROCK), str(tmp_path / "x.json")]) == FAILED
    assert "x.json is no report of a part" in capsys.readouterr().err


def test_a_report_that_is_no_text(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(b'{"\xe9')
    assert main(["join", "--root", str(TERN_ROCK), str(tmp_path / "x.json")]) == FAILED
    assert "x.json` is not UTF-8" in capsys.readouterr().err


def test_a_report_of_one_of_endless_parts(capsys: pytest.CaptureFixture[str], book: Path) -> None:
    (report,) = parts(capsys, book, 1)
    told = json.loads(report.read_text(encoding="utf-8"))
    told["shard"]["of"] = 10**18
    report.write_text(json.dumps(told), encoding="utf-8")
    assert main(["join", "--root", str(book), str(report)]) == FAILED
    assert "missing: 2, 3, 4" in capsys.readouterr().err


@pytest.mark.parametrize("shard", ["0/2", "3/2", "1", "1/0", "a/b", "1/2/3", "²/3", "1/99999"])
def test_there_is_no_such_part(capsys: pytest.CaptureFixture[str], shard: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", "--root", str(TERN_ROCK), "--shard", shard])
    assert ended.value.code == FAILED
    assert "--shard" in capsys.readouterr().err
