"""The tree of a data file that was kept is the one that reading gives, and counts for the same text alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from sourced.book.loading import load_book
from sourced.book.yaml import kept as yamlkept
from sourced.book.yaml.kept import keep_tree, kept_tree
from sourced.book.yaml.reading import read_tree

TERN_ROCK = Path(__file__).parents[1] / "books" / "tern-rock"
KEPT = ".sourced-cache/tree"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book of which the tree is kept."""
    monkeypatch.setattr(yamlkept, "WORTH", 1)
    shutil.copytree(TERN_ROCK, root := tmp_path / "book")
    keep_tree(root, load_book(root).tree)
    return root


@pytest.fixture
def text(root: Path) -> str:
    return (root / "data/facts.yaml").read_text(encoding="utf-8")


def test_it_is_the_one_that_reading_gives(root: Path, text: str) -> None:
    kept, (read, findings) = kept_tree(root, text), read_tree(text, file="data/facts.yaml")
    assert not findings
    assert kept is not None
    assert read is not None
    assert (kept.root, kept.places, kept.text) == (read.root, read.places, read.text)
    paths = [path for path, *_ in read.texts()]
    assert len(paths) > 100
    assert [kept.place(path) for path in paths] == [read.place(path) for path in paths]


def test_a_mark_of_the_byte_order_counts_for_nothing(root: Path, text: str) -> None:
    assert kept_tree(root, f"\ufeff{text}") is not None


def test_of_another_text_nothing_is_kept(root: Path, text: str) -> None:
    assert kept_tree(root, text.replace("2.5 m", "2.6 m")) is None
    assert kept_tree(root, f"{text}\n") is None


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[: len(data) // 2], id="cut off"),
        pytest.param(lambda data: data.replace(b"2.5 m", b"2.6 m"), id="other"),
    ],
)
def test_what_was_spoilt_is_read_again(root: Path, text: str, spoil: Callable[[bytes], bytes]) -> None:
    data = (root / KEPT).read_bytes()
    assert spoil(data) != data
    (root / KEPT).write_bytes(spoil(data))
    assert kept_tree(root, text) is None
    keep_tree(root, load_book(root).tree)
    assert (root / KEPT).read_bytes() == data


def test_a_reader_that_has_changed_reads_again(
    root: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yamlkept, "_reader", lambda: "another")
    assert kept_tree(root, text) is None


def test_a_short_text_is_not_kept(root: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamlkept, "WORTH", len(text) + 1)
    assert kept_tree(root, text) is None
    shutil.rmtree(root / ".sourced-cache")
    keep_tree(root, load_book(root).tree)
    assert not (root / ".sourced-cache").exists()


def test_a_book_is_loaded_from_what_was_kept_unless_it_may_not(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    monkeypatch.setattr(
        "sourced.book.loading.read_tree", lambda text, file: read.append(file) or read_tree(text, file=file)
    )
    first, again = load_book(root), load_book(root, cached=False)
    assert read == ["data/facts.yaml"]
    assert first.facts == again.facts


def test_it_is_known_by_every_module_that_reads_it() -> None:
    modules = [*Path(yamlkept.__file__).parent.glob("*.py")]
    assert {"reading.py", "syntax.py", "tree.py"} <= {module.name for module in modules}
    told = yamlkept._reader()
    assert all(sha256(module.read_bytes()).hexdigest() in told for module in modules)
