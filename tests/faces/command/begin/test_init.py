"""A book begun in a folder: whole, and never over anything that is there."""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from types import SimpleNamespace

import pytest

from sourced.account import writing
from sourced.book.loading import load_book
from sourced.book.schema import schema_text
from sourced.faces.command.begin import templates
from sourced.faces.command.main import main
from sourced.rules.check import check_book

Files = dict[str, bytes]


def files(root: Path) -> Files:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if not path.is_dir()
    }


def put(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"mine: {name}\n", encoding="utf-8")


def test_a_new_book_is_whole_and_nothing_in_it_has_to_be_signed(tmp_path: Path) -> None:
    root = tmp_path / "my-clock"
    assert main(["init", str(root)]) == 0
    assert main(["check", "--root", str(root)]) == 0
    assert main(["coverage", "--root", str(root)]) == 0
    report = check_book(load_book(root))
    assert report.findings == []
    assert (report.checked.sources, report.checked.facts, report.checked.pages) == (1, 3, 1)
    assert report.verdicts.supported == report.verdicts.units > 0
    assert (root / "data/facts.schema.json").read_text(encoding="utf-8") == schema_text()
    assert 'project = "My clock"' in (root / "conf.py").read_text(encoding="utf-8")
    assert not any(re.search(rb"@[A-Z]+@", content) for content in files(root).values())


def test_each_edit_of_the_new_book_is_judged(tmp_path: Path) -> None:
    """It is no picture of a book: a figure that its source does not have is refuted."""
    main(["init", str(tmp_path / "a")])
    page = tmp_path / "a/docs/index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("in 1890", "in 1891"), encoding="utf-8")
    assert main(["check", "--root", str(tmp_path / "a")]) == 1


def test_files_that_are_there_stay(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, "README.md", "Makefile", "tests/test_book.py", "notes/one.txt", ".git/config")
    before = files(tmp_path)
    assert main(["init", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    after = files(tmp_path)
    assert {name: after[name] for name in before} == before
    for name in ("README.md", "Makefile", "tests/test_book.py"):
        assert f"kept {name}, which was there" in told
    assert "wrote docs/index.md" in told
    assert main(["check", "--root", str(tmp_path)]) == 0


@pytest.mark.parametrize(
    ("there", "why"),
    [
        pytest.param("docs/page.md", "has docs already", id="pages of something else"),
        pytest.param("seeds/rows.sql", "has seeds already", id="a folder of the name of that of sources"),
        pytest.param("data", "has data already", id="a file of the name of a folder"),
        pytest.param("data/facts.yaml", "is a book already", id="a book"),
        pytest.param("sourced.toml", "is a book already", id="a book that is elsewhere"),
        pytest.param("../sourced.toml", "lies in the book", id="within a book"),
    ],
)
def test_a_new_book_mixes_with_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], there: str, why: str
) -> None:
    (tmp_path / "new").mkdir()
    put(tmp_path / "new", there)
    before = files(tmp_path)
    assert main(["init", str(tmp_path / "new")]) == 2
    assert why in capsys.readouterr().err
    assert files(tmp_path) == before


def test_a_file_in_place_of_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, "book")
    assert main(["init", str(tmp_path / "book")]) == 2
    assert "is not a folder" in capsys.readouterr().err


def test_all_files_are_written_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "README.md")
    before = files(tmp_path)
    written: list[Path] = []

    def fail_at_the_fifth(path: Path, text: str) -> None:
        written.append(path)
        if len(written) == 5:
            raise OSError(28, "No space left on device", str(path))
        path.write_text(text, encoding="utf-8")

    monkeypatch.setattr(writing, "write_whole", fail_at_the_fifth)
    assert main(["init", str(tmp_path)]) == 2
    assert len(written) == 5
    assert files(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("the-river", "The river"),
        ("River_2", "River 2"),
        ('say "so"\\', "Say so"),
        ("---", "A sourced book"),
    ],
)
def test_the_folder_gives_the_title(tmp_path: Path, name: str, title: str) -> None:
    assert main(["init", str(tmp_path / name)]) == 0
    settings: dict[str, object] = {}
    exec((tmp_path / name / "conf.py").read_text(encoding="utf-8"), settings)
    assert settings["project"] == title


ORIGINS = [
    pytest.param(None, "sourced-book==0.1.0", id="from an index"),
    pytest.param(
        {"url": "https://git.example/book.git", "vcs_info": {"vcs": "git", "commit_id": "abc1"}},
        "sourced-book @ git+https://git.example/book.git@abc1",
        id="from git",
    ),
    pytest.param({"url": "https://a.example/b.whl"}, "sourced-book @ https://a.example/b.whl", id="a file"),
    pytest.param(
        {"url": "file:///somewhere/book", "dir_info": {}},
        "# A file of one machine: name an address here that others reach too.\n"
        "sourced-book @ file:///somewhere/book",
        id="a folder",
    ),
]


@pytest.mark.parametrize(("origin", "wanted"), ORIGINS)
def test_a_new_book_asks_for_the_program_that_began_it(
    monkeypatch: pytest.MonkeyPatch, origin: object, wanted: str
) -> None:
    text = json.dumps(origin) if origin else None
    found = SimpleNamespace(version="0.1.0", read_text=lambda _: text)
    monkeypatch.setattr(templates, "distribution", lambda _: found)
    assert templates.requirement() == wanted
    assert wanted in templates.new_book("A")["requirements.txt"]


def test_a_program_that_is_not_installed_asks_for_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(templates, "distribution", missing)
    assert templates.requirement() == "sourced-book"
