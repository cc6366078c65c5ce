"""Where a book says that its parts are, and what is said of settings that nobody can follow."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sourced.book.book import DATA_FILE
from sourced.book.findings import Finding, InputError
from sourced.book.loading import load_book
from sourced.book.settings import SETTINGS_FILE, Settings, find_root, load_settings
from sourced.book.signatures import SIGNED_FILE, load_signatures
from sourced.chain.reading import read_pages
from sourced.rules.check import check_book

MOVED = 'docs = "source"\nseeds = "kept/texts"\ndata = "kept"\n'


def settle(root: Path, text: str) -> None:
    (root / SETTINGS_FILE).write_text(text, encoding="utf-8")


@pytest.fixture
def moved(small_book: Path) -> Path:
    """The small book with nothing in its usual place."""
    (small_book / "kept").mkdir()
    (small_book / "docs").rename(small_book / "source")
    (small_book / "seeds").rename(small_book / "kept/texts")
    for file in (DATA_FILE, SIGNED_FILE):
        (small_book / file).rename(small_book / "kept" / Path(file).name)
    (small_book / "data").rmdir()
    settle(small_book, MOVED)
    return small_book


def test_everything_has_its_usual_place(bridge: Path) -> None:
    assert load_settings(bridge) == Settings() == load_book(bridge).settings
    assert (Settings().data_file, Settings().signed_file) == ("data/facts.yaml", "data/reviewed.jsonl")


def test_a_book_whose_parts_are_elsewhere(moved: Path) -> None:
    assert find_root(moved / "source") == moved
    book = load_book(moved)
    assert [page.file for page in read_pages(book)] == ["source/index.md"]
    assert book.signatures.keys() == load_signatures(moved).keys() != set()
    report = check_book(book)
    assert report.findings == []
    assert report.checked.sentences > 0


def test_findings_name_the_places_of_this_book(moved: Path) -> None:
    (moved / "kept/texts/gazette.txt").write_text("The Elm Bridge is 40 metres long.", encoding="utf-8")
    (moved / "kept/texts/more.txt").touch()
    (moved / "kept/reviewed.jsonl").unlink()
    (moved / "source/index.md").write_text("# The bridge\n\nIt fell.\n", encoding="utf-8")
    found = check_book(load_book(moved)).findings
    assert {each.file for each in found} == {"kept/facts.yaml", "kept/texts/more.txt", "source/index.md"}
    assert not any("seeds/" in each.message for each in found)


def test_pages_beside_everything_else(moved: Path) -> None:
    """Sources and data among the pages are none, and what is shut out is not read."""
    (moved / "index.md").write_bytes((moved / "source/index.md").read_bytes())
    shutil.rmtree(moved / "source")
    (moved / "kept/texts/notes.md").write_text("# No page\n", encoding="utf-8")
    (moved / "README.md").write_text("# No page either\n", encoding="utf-8")
    (moved / "conf.py").write_text('exclude_patterns = ["README.md"]\n', encoding="utf-8")
    settle(moved, MOVED.replace('"source"', '"."'))
    assert [page.file for page in read_pages(load_book(moved))] == ["index.md"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        pytest.param('docs = "source\n', "settings-unreadable", 1, id="no TOML"),
        pytest.param('\ndocs = "a"\ndocs = "b"\n', "settings-unreadable", 3, id="twice"),
        pytest.param("\n\ndocs = [\n", "settings-unreadable", 3, id="not ended"),
        pytest.param(f"docs = {'[' * 5000}", "settings-unreadable", 1, id="nested too deep"),
        pytest.param('# pages\npages = "docs"\n', "unknown-key", 2, id="unknown"),
        pytest.param("\n[docs]\nis = 'a'\n", "wrong-type", 2, id="a table"),
        pytest.param("taken-in = 'no'\n", "wrong-type", 1, id="a word for a truth value"),
        pytest.param('docs = ""\n', "bad-value", 1, id="empty"),
        pytest.param(f'data = "{"é" * 128}"\n', "bad-value", 1, id="too long"),
        pytest.param('seeds = "../texts"\n', "bad-value", 1, id="leads out"),
        pytest.param('seeds = "/texts"\n', "bad-value", 1, id="from the top"),
        pytest.param("seeds = 'a\\b'\n", "bad-value", 1, id="backslash"),
        pytest.param('seeds = "C:/texts"\n', "bad-value", 1, id="drive"),
        pytest.param('seeds = "texts"\n', "file-missing", 1, id="not there"),
    ],
)
def test_settings_that_nobody_can_follow(
    bridge: Path, refused: Callable[[Path], list[Finding]], text: str, code: str, line: int
) -> None:
    settle(bridge, text)
    (found,) = refused(bridge)
    assert (found.code, found.line) == (code, line)
    assert found.file == ("texts" if code == "file-missing" else SETTINGS_FILE)


def test_settings_in_another_encoding(bridge: Path) -> None:
    (bridge / SETTINGS_FILE).write_bytes("docs = 'é'".encode("latin-1"))
    with pytest.raises(InputError) as caught:
        load_settings(bridge)
    assert [each.code for each in caught.value.findings] == ["encoding"]


def test_no_book_anywhere(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        find_root(tmp_path)
    assert "sourced init" in caught.value.findings[0].hint
