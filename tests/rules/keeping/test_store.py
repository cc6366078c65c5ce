"""What a check keeps for the next one: of a large book only, never trusted without its digest."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sourced.book import cache
from sourced.faces.command.main import main

TERN_ROCK = Path(__file__).parents[2] / "books" / "tern-rock"
VERDICTS = ".sourced-cache/verdicts"
Check = Callable[..., tuple[int, str]]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    root = tmp_path / "book"
    shutil.copytree(TERN_ROCK, root)
    data = root / "data/facts.yaml"
    text = data.read_text(encoding="utf-8").replace("value: 2.5 m", "value: 2.6 m")
    data.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """The book counts as large."""
    monkeypatch.setattr(cache, "WORTH", 1)


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str], book: Path) -> Check:
    """The status and the output of a check."""

    def run(*options: str) -> tuple[int, str]:
        status = main(["check", "--format", "json", "--root", str(book), *options])
        return status, capsys.readouterr().out

    return run


def test_of_a_small_book_nothing_is_kept(check: Check, book: Path) -> None:
    check()
    assert not (book / ".sourced-cache").exists()


@pytest.mark.usefixtures("large")
def test_the_next_check_says_the_same_and_judges_nothing(check: Check, book: Path, judged: list[str]) -> None:
    plain = check("--no-cache")
    assert not (book / ".sourced-cache").exists()
    assert check() == plain
    judged.clear()
    assert check() == plain
    assert judged == []
    assert (book / ".sourced-cache/.gitignore").read_text(encoding="utf-8") == "*\n"


@pytest.mark.usefixtures("large")
def test_without_the_cache_all_is_judged(check: Check, book: Path, judged: list[str]) -> None:
    check()
    kept = (book / VERDICTS).read_bytes()
    judged.clear()
    check("--no-cache")
    assert judged
    assert (book / VERDICTS).read_bytes() == kept


@pytest.mark.usefixtures("large")
def test_processes_keep_and_know_the_same(check: Check, book: Path, judged: list[str]) -> None:
    plain = check("--no-cache")
    assert check("--jobs", "2") == plain
    kept = (book / VERDICTS).stat().st_mtime_ns
    judged.clear()
    assert check() == plain
    assert judged == []
    assert check("--jobs", "2") == plain
    assert (book / VERDICTS).stat().st_mtime_ns == kept


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[: len(data) // 2], id="cut off"),
        pytest.param(
            lambda data: data.replace(b"value-not-in-quotation", b"value-not-in-quotatiom"), id="other"
        ),
        pytest.param(lambda data: data[:65] + bytes([data[65] ^ 1]) + data[66:], id="a bit"),
        pytest.param(lambda data: b"\xff" + data, id="no digest"),
    ],
)
def test_a_broken_cache_is_no_cache(check: Check, book: Path, spoil: Callable[[bytes], bytes]) -> None:
    plain = check()
    kept = (book / VERDICTS).read_bytes()
    assert spoil(kept) != kept
    (book / VERDICTS).write_bytes(spoil(kept))
    assert check() == plain
    assert (book / VERDICTS).read_bytes() == kept


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("place", [".sourced-cache", VERDICTS])
def test_what_stands_in_its_place_is_left_alone(check: Check, book: Path, place: str) -> None:
    plain = check("--no-cache")
    path = book / place
    path.parent.mkdir(exist_ok=True)
    if place == VERDICTS:
        path.mkdir()
    else:
        path.write_text("mine", encoding="utf-8")
    assert check() == plain
    assert path.is_dir() if place == VERDICTS else path.read_text(encoding="utf-8") == "mine"
    assert [each.name for each in path.parent.iterdir() if each.name.startswith("verdicts.")] == []


@pytest.mark.usefixtures("large")
def test_a_check_that_is_killed_leaves_what_was_kept(
    check: Check, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check()
    kept = (book / VERDICTS).read_bytes()
    page = book / "docs/tower.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nIt has 97 windows.\n", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", _killed)
        with pytest.raises(SystemExit):
            check()
    assert (book / VERDICTS).read_bytes() == kept
    assert check() == check("--no-cache")


def _killed(*_: object) -> None:
    raise SystemExit


@pytest.mark.usefixtures("large")
def test_a_disk_that_is_full_is_no_error(check: Check, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = check("--no-cache")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        assert check() == plain
    assert not (book / VERDICTS).exists()
